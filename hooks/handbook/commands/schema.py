"""`handbook schema`: JSON Schema for the files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook.editing.files import write_whole
from handbook.editing.schema import schemas
from handbook.editing.shapes import SCHEMA_FOLDER
from handbook.reading.folder import read_handbook


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--out", type=Path, default=None, help=f"mappe; ellers {SCHEMA_FOLDER}")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    folder = options.out or options.root / SCHEMA_FOLDER
    made = schemas(read_handbook(options.root).handbook)
    changed = [name for name, content in made.items() if write_whole(folder / name, content)]
    print(f"{len(made)} skjemaer i {folder}, {len(changed)} nye eller endret.")
    if "ids.json" not in made:
        print("Id-ene er ikke oppdatert, fordi innholdet har feil.", file=sys.stderr)
        return 1
    return 0
