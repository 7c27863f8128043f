"""`handbook rename`: another id, with everything that names it, and the old address kept."""

from __future__ import annotations

import argparse

from handbook.commands.changing import change
from handbook.editing.project import KINDS
from handbook.editing.renaming import rename


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("old", help="id-en nå; et steg eller en fase skrives som modell/steg")
    parser.add_argument("new", help="den nye id-en")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    return change(
        options,
        lambda project: rename(project, options.kind, options.old, options.new),
        f"«{options.old}» heter nå «{options.new}», og den gamle adressen leder dit",
    )
