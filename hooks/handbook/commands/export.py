"""`handbook export`: the handbook as files that another engine can build."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook.build import Options, build
from handbook.export import FolderNotOursError, export
from handbook.kept import CACHE_FOLDER, Cache
from handbook.report import as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--out", type=Path, required=True, help="mappa som skal fylles")
    parser.add_argument("--pages-only", action="store_true", help="uten skjemafiler, bok og pakker")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    cache = Cache(options.root / CACHE_FOLDER)
    made = build(options.root, options.today, cache, Options(files=not options.pages_only))
    if made.errors:
        print(as_text(made.findings))
        return 1
    try:
        count = export(made, options.out)
    except FolderNotOursError as error:
        print(f"Mappa {error} er ikke tom. Velg en ny mappe, eller tøm den først.", file=sys.stderr)
        return 2
    print(f"Skrev {count} filer til {options.out}.")
    return 0
