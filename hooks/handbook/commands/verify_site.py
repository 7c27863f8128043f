"""`handbook verify-site`: whether a built site is whole, file for file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook.publishing.manifest import NoManifestError, edition_of, faults, sums_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--site", type=Path, default=Path("site"), help="det bygde nettstedet")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    try:
        found = list(faults(options.site))
    except NoManifestError:
        print(f"Fant ikke noe bygd nettsted i {options.site}.", file=sys.stderr)
        return 2
    for fault in found:
        print(fault)
    if found:
        print(f"{len(found)} feil. Bygg nettstedet på nytt med «make site».")
        return 1
    print(f"Utgave {edition_of(options.site)} er hel: {len(sums_of(options.site))} filer.")
    return 0
