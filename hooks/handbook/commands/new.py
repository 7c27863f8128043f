"""`handbook new`: the beginning of something new."""

from __future__ import annotations

import argparse
import sys

from handbook.editing.draft import NotInBlocksError
from handbook.editing.skeleton import KINDS, CannotStartError, start
from handbook.reading.typed import FILL_IN


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument(
        "id", help="id-en; det som står i noe annet, skrives modell/steg, SKJ-05/felt …"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--phase", default="", help="fasen steget hører til; ellers den siste")
    where.add_argument("--after", default="", help="det som skal stå rett foran; ellers sist")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    try:
        made = start(
            options.root, options.kind, options.id, today=options.today, phase=options.phase,
            after=options.after,
        )  # fmt: skip
    except CannotStartError as error:
        print(f"Ikke laget: {error}.", file=sys.stderr)
        return 2
    except NotInBlocksError as error:
        print(f"Ikke laget: {error} er en liste på én linje. Kjør «make format» først.",
              file=sys.stderr)  # fmt: skip
        return 2
    print(f"Skrev {', '.join(made.files)}.")
    if made.to_do:
        print("Dette må fylles ut:")
        for finding in made.to_do:
            what = finding.fix.removeprefix(FILL_IN)
            print(f"  [ ] {finding.place}: {finding.problem}{what}")
            if finding.found:
                print(f"      {finding.found}")
    print("Kjør «make check» når du er ferdig.")
    return 0
