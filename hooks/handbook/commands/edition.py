"""`handbook edition`: the book and its parts, set so that they lie ready."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection

from handbook.book.refusals import EditionRefused
from handbook.collector import collector_off
from handbook.kept import CACHE_FOLDER, Cache
from handbook.publishing.book_files import PdfBuilder
from handbook.publishing.e_books import keep_e_books
from handbook.reading.folder import read_handbook
from handbook.report import as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", nargs="*", help="bare disse filene, som de heter på nettstedet")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    cache = Cache(options.root / CACHE_FOLDER)
    with collector_off():
        reading = read_handbook(options.root, cache)
        if reading.handbook is None:
            print(as_text(reading.findings))
            return 1
        return _set(PdfBuilder(reading.handbook, cache), options.paths)


def _set(pdfs: PdfBuilder, paths: Collection[str]) -> int:
    if pdfs.missing:
        print(pdfs.missing, file=sys.stderr)
        return 2
    made, refused = {}, 0
    for file in pdfs.files:
        if paths and file.path not in paths:
            continue
        try:
            made[file.path] = file.title, pdfs.content(file)
            print(f"{file.path}: {len(made[file.path][1]) / 1000:.0f} kB")
        except EditionRefused as error:
            refused += 1
            print(f"{file.path}: {error}", file=sys.stderr)
    keep_e_books(pdfs.book, pdfs.cache, made)
    return int(bool(refused))
