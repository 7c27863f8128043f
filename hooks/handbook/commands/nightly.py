"""`handbook nightly`: what the night has to do, as files that a host's own job reads.

`turned.md` has what passed its day lately: the site must be built again, for its pages say
something else now. `reread.md` has what somebody must read again. A file is empty when there is
nothing.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from handbook.checks.where import Where
from handbook.editing.files import write_whole
from handbook.editing.freshness import Freshness, as_lines, as_markdown, freshness
from handbook.reading.folder import read_handbook
from handbook.report import as_text

_NIGHTS = 3
"""A night may be missed; building the same site twice does no harm."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--out", type=Path, default=Path("build/nightly"), help="mappe")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    reading = read_handbook(options.root)
    if reading.handbook is None:
        print(as_text(reading.findings))
        return 1
    where = Where(reading.handbook, reading.places)
    made = freshness(reading.handbook, where, options.today)
    for name, text in nightly_files(made).items():
        write_whole(options.root / options.out / name, text.encode())
        print(text or f"{name}: ingenting")
    return 0


def nightly_files(made: Freshness) -> dict[str, str]:
    """Name → content of each file."""
    dated = [task for task in made.due.tasks if task.day]
    return {
        "turned.md": as_lines(made.turned(_NIGHTS)),
        "reread.md": as_markdown(made.due) if dated else "",
    }
