"""`handbook compress`: the text files of a built site, packed."""

from __future__ import annotations

import argparse
from pathlib import Path

from handbook.publishing.compress import compress


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--site", type=Path, default=Path("site"), help="det bygde nettstedet")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    count, before, after = compress(options.site)
    if not count:
        print(f"Fant ingen filer i {options.site}. Bygg nettstedet først med «make site».")
        return 2
    print(f"Pakket {count} filer: {before / 1e6:.1f} MB ble til {after / 1e6:.1f} MB.")
    return 0
