"""`handbook language`: how heavy the texts are."""

from __future__ import annotations

import argparse
import json

from handbook.checks.where import Where
from handbook.language.measures import as_rows, as_table, measures
from handbook.reading.folder import read_handbook
from handbook.report import as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="utskrift")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    reading = read_handbook(options.root)
    if reading.handbook is None:
        print(as_text(reading.findings))
        return 1
    rows = measures(reading.handbook, Where(reading.handbook, reading.places))
    if options.format == "json":
        print(json.dumps(as_rows(rows), ensure_ascii=False, indent=2))
    else:
        print(as_table(rows))
    return int(not all(row.within for row in rows))
