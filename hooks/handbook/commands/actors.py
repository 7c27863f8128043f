"""`handbook actors`: which actions have nobody who does them yet, and what else is left to say."""

from __future__ import annotations

import argparse
from collections import Counter

from handbook.checks import ACTOR_RULES
from handbook.checks.where import Where
from handbook.findings import Finding
from handbook.reading.folder import read_handbook
from handbook.report import as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("under", nargs="*", help="vis funnene i filer som begynner slik")


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    reading = read_handbook(options.root)
    book = reading.handbook
    if book is None:
        print(as_text(reading.findings))
        return 1
    where = Where(book, reading.places)
    found = sorted({one for rule in ACTOR_RULES for one in rule(book, where)})
    for model in book.models:
        items = [item for step in model.steps for item in step.do]
        print(f"{model.id}: {sum(bool(item.who) for item in items)} av {len(items)} gjøremål "
              "har noen som gjør dem")  # fmt: skip
    print(as_text([one for one in found if _shown(one, options.under)]) if options.under
          else _counted(found))  # fmt: skip
    return int(bool(found))


def _shown(one: Finding, under: list[str]) -> bool:
    return one.place.file.startswith(tuple(under))


def _counted(found: list[Finding]) -> str:
    rows = sorted(Counter((one.place.file, one.code) for one in found).items())
    return "\n".join(f"{file}: {code} × {count}" for (file, code), count in rows)
