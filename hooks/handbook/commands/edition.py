"""`handbook edition`: the book and its parts, set so that they lie ready."""

from __future__ import annotations

import argparse
import sys

from handbook.book.refusals import EditionRefused
from handbook.collector import collector_off
from handbook.kept import CACHE_FOLDER, Cache
from handbook.publishing.book_files import PdfBuilder
from handbook.reading.folder import read_handbook
from handbook.report import as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", nargs="*", help="bare disse filene, som de heter på nettstedet")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    reading = read_handbook(options.root)
    if reading.handbook is None:
        print(as_text(reading.findings))
        return 1
    pdfs = PdfBuilder(reading.handbook, Cache(options.root / CACHE_FOLDER))
    if pdfs.missing:
        print(pdfs.missing, file=sys.stderr)
        return 2
    wanted = [f for f in pdfs.files if f.path in options.paths or not options.paths]
    refused = 0
    for file in wanted:
        try:
            with collector_off():
                content = pdfs.content(file)
            print(f"{file.path}: {len(content) / 1000:.0f} kB")
        except EditionRefused as error:
            refused += 1
            print(f"{file.path}: {error}", file=sys.stderr)
    return int(bool(refused))
