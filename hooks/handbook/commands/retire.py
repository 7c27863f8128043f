"""`handbook retire`: something goes out of use, and says what holds now."""

from __future__ import annotations

import argparse

from handbook.commands.changing import change
from handbook.editing.project import KINDS
from handbook.editing.retiring import retire


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("name", help="id-en; et steg eller en fase skrives som modell/steg")
    parser.add_argument("--reason", default="", help="hvorfor, til leseren")
    parser.add_argument("--replaced-by", default="", help="id-en til det som gjelder i stedet")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    instead = f"; «{options.replaced_by}» gjelder i stedet" if options.replaced_by else ""
    return change(
        options,
        lambda project: retire(
            project, options.kind, options.name,
            reason=options.reason, instead=options.replaced_by, today=options.today,
        ),
        f"«{options.name}» er trukket tilbake{instead}",
    )  # fmt: skip
