"""`handbook hosting`: set-ups for nginx and Caddy."""

from __future__ import annotations

import argparse
from pathlib import Path

from handbook.editing.files import write_whole
from handbook.hosting import EXAMPLES, server_examples
from handbook.reading.folder import read_handbook
from handbook.report import as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--out", type=Path, default=None, help=f"mappe; ellers {EXAMPLES}")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    reading = read_handbook(options.root)
    if reading.handbook is None:
        print(as_text(reading.findings))
        return 1
    folder = options.out or options.root / EXAMPLES
    for name, content in server_examples(reading.handbook.edition.site_url).items():
        write_whole(folder / name, content)
        print(f"Skrev {folder / name}.")
    return 0
