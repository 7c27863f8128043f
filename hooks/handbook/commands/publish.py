"""`handbook publish`: a built site put where a web server shows it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook.publishing.manifest import NoManifestError
from handbook.publishing.releases import NotPublishedError, publish
from handbook.publishing.whole_folder import NotWholeError


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--to", type=Path, required=True, help="mappa på tjeneren")
    parser.add_argument("--site", type=Path, default=Path("site"), help="det bygde nettstedet")
    parser.add_argument("--keep", type=_at_least_one, default=5, help="så mange blir liggende")


def _at_least_one(text: str) -> int:
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    try:
        name = publish(options.site, options.to, keep=options.keep)
    except NoManifestError:
        print("Bygg nettstedet først med «make site».", file=sys.stderr)
        return 2
    except (NotPublishedError, NotWholeError) as error:
        print(f"{error} Ingenting er publisert.", file=sys.stderr)
        return 1
    print(f"Publiserte {name} i {options.to}. Angre med «rollback».")
    return 0
