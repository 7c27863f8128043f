"""`handbook move`: another place for something that stands in an order."""

from __future__ import annotations

import argparse

from handbook.commands.changing import change
from handbook.editing.moving import KINDS, move


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument(
        "name", help="id-en; skriv modell/steg, modell/fase, SKJ-05/del, SKJ-05/felt"
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--after", default="", help="det den skal stå etter, av samme slag")
    where.add_argument("--phase", default="", help="fasen steget skal stå først i")
    where.add_argument("--first", action="store_true", help="først, der den står nå")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    after, phase = options.after, options.phase
    place = f"etter «{after}»" if after else f"først i «{phase}»" if phase else "først"
    return change(
        options,
        lambda project: move(project, options.kind, options.name, after=after, phase=phase),
        f"«{options.name}» står nå {place}",
    )
