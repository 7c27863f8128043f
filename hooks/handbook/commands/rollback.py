"""`handbook rollback`: back to the site that was shown before."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook.publishing.manifest import NoManifestError
from handbook.publishing.releases import NotPublishedError, rollback


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--to", type=Path, required=True, help="mappa på tjeneren")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    try:
        name = rollback(options.to)
    except NoManifestError:
        print("Det eldre nettstedet mangler lista over filene sine.", file=sys.stderr)
        return 1
    except NotPublishedError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Viser {name} igjen.")
    return 0
