"""`handbook review`: what a change leads to."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from handbook.checking import find
from handbook.checks.where import Where
from handbook.document.linker import Linker
from handbook.editing.base_tree import NoSuchBaseError, tree_at
from handbook.editing.beside_content import beside_content
from handbook.editing.review import Side, review
from handbook.editing.review_text import FORMATS
from handbook.findings import Finding
from handbook.kept import Cache
from handbook.pages import compose_pages
from handbook.pages.context import Context
from handbook.pages.printing import article_html
from handbook.publishing.files import build_files
from handbook.report import as_text, exit_code


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--base", default="HEAD", help="punktet i Git det sammenlignes med")
    parser.add_argument("--format", choices=list(FORMATS), default="text", help="utskrift")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    after = _side(options.root, options.today)
    if isinstance(after, tuple):
        print("Endringen kan ikke vurderes før filene kan leses:")
        print(as_text(after))
        return 1
    try:
        with tree_at(options.root, options.base) as base:
            before = _side(base, options.today)
    except NoSuchBaseError as error:
        print(f"Finner ikke «{options.base}» i historikken: {error}", file=sys.stderr)
        return 2
    if isinstance(before, tuple):
        print(f"Innholdet i «{options.base}» kan ikke leses:", file=sys.stderr)
        print(as_text(before), file=sys.stderr)
        return 2
    made = review(before, after, beside_content(options.root, options.base))
    print(FORMATS[options.format](made))
    return int(bool(made.broken))


def _side(root: Path, today: dt.date) -> Side | tuple[Finding, ...]:
    reading, findings = find(root, today)
    book = reading.handbook
    if book is None:
        return findings
    pages = {}
    if not exit_code(findings):
        made_files = build_files(book, reading.places, Cache(), files=False)
        context = Context(Linker(book), made_files.downloads, findings=findings)
        made = compose_pages(context, reading.by_hand)
        pages = {page.url: (page.title, article_html(page)) for page in made}
    return Side(book, Where(book, reading.places), findings, pages)
