"""`handbook verify`: a model is confirmed to be right today."""

from __future__ import annotations

import argparse
import sys

from handbook.checks.governance import looks_like_a_name
from handbook.editing.verification import NoSuchModelError, verify
from handbook.report import as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("model", help="id-en til modellen")
    parser.add_argument("--by", required=True, help="funksjonen som har gjort det, aldri et navn")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    if looks_like_a_name(options.by):
        print(f"«{options.by}» er et navn. Skriv funksjonen, for eksempel «redaktør».",
              file=sys.stderr)  # fmt: skip
        return 2
    try:
        findings = verify(options.root, options.model, by=options.by, today=options.today)
    except NoSuchModelError as error:
        print(f"Modellen «{options.model}» finnes ikke. Modellene er: {error}.", file=sys.stderr)
        return 2
    if findings:
        print(as_text(findings))
        return 1
    print(f"{options.model} er verifisert {options.today.isoformat()} av {options.by}.")
    return 0
