"""`handbook freshness`: what must be gone through, and when."""

from __future__ import annotations

import argparse

from handbook.checks.where import Where
from handbook.editing.freshness import FORMATS, freshness
from handbook.reading.folder import read_handbook
from handbook.report import as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=list(FORMATS), default="text", help="utskrift")
    parser.add_argument("--all", action="store_true", help="ta med det som kan vente")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    reading = read_handbook(options.root)
    if reading.handbook is None:
        print(as_text(reading.findings))
        return 1
    where = Where(reading.handbook, reading.places)
    made = freshness(reading.handbook, where, options.today)
    print(FORMATS[options.format](made if options.all else made.due))
    return int(made.overdue)
