"""`handbook release`: an edition, given out and frozen."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from dataclasses import replace
from pathlib import Path

from handbook.build import Options, build
from handbook.checking import find
from handbook.checks.rules import expired_under_a_must
from handbook.checks.where import Where
from handbook.codes import finding
from handbook.editing.canonical import written
from handbook.editing.files import write_whole
from handbook.editing.one_line import with_field
from handbook.editing.release import freeze, nouns_bytes, release_bytes, release_file
from handbook.findings import Finding
from handbook.model.ids import VERSION_PATTERN
from handbook.model.links import WHOLE
from handbook.pages.page_digest import page_digest
from handbook.report import as_text

_EDITION = "model/handbook.yml"
_CAN_WAIT = frozenset({"R05"})
"""What is told in good time is no reason to wait with an edition."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("edition", help="for eksempel 2027.1")
    parser.add_argument("--date", type=dt.date.fromisoformat, help="ÅÅÅÅ-MM-DD; ellers i dag")
    parser.add_argument(
        "--allow-warnings", action="store_true", help="gi ut selv om det er advarsler"
    )


def run(options: argparse.Namespace) -> int:
    """Do it, and return the exit code."""
    root: Path = options.root
    edition, day = options.edition, options.date or options.today
    if not re.fullmatch(VERSION_PATTERN, edition):
        print(f"«{edition}» er ikke en utgave. Skriv år og nummer, som 2027.1.", file=sys.stderr)
        return 2
    if (root / release_file(edition)).exists():
        print(f"Utgave {edition} er alt gitt ut. Velg et nytt nummer.", file=sys.stderr)
        return 2
    made = build(root, options.today, options=Options(files=False))
    if expired := _expired(root, options.today):
        print(as_text(expired))
        print("Utgaven er ikke laget. Det som må gjøres, kan ikke bygge på en regel som er gått "
              "ut.", file=sys.stderr)  # fmt: skip
        return 1
    stopping = [one for one in made.findings if one.code not in _CAN_WAIT]
    if made.errors or (stopping and not options.allow_warnings):
        print(as_text(made.findings))
        print("Utgaven er ikke laget. Rett det over først.", file=sys.stderr)
        return 1
    book = made.book
    assert book is not None
    if edition not in [change.version for change in book.edition.changes]:
        print(f'Utgaven er ikke laget. Fortell først hva som er nytt: legg til «- version: '
              f'"{edition}"» under «changes:» i {_EDITION}, med dato, størrelse og hva.',
              file=sys.stderr)  # fmt: skip
        return 1
    issued = replace(
        book, edition=book.edition.model_copy(update={"edition": edition, "date": day})
    )
    frozen = freeze(issued, {page.url: page_digest(page) for page in made.pages})
    file = root / release_file(edition)
    text = (root / _EDITION).read_bytes().decode("utf-8-sig")
    text = with_field(text, "edition", written(edition, str))
    text = with_field(text, "date", day.isoformat())
    write_whole(file.with_suffix(".nouns.json"), nouns_bytes(issued))
    write_whole(file, release_bytes(frozen))
    write_whole(root / _EDITION, text.encode())
    print(f"Utgave {edition} er gitt ut {day.isoformat()}: {len(frozen.models)} modeller, "
          f"{len(frozen.forms)} skjemaer, {len(frozen.addresses)} adresser.")  # fmt: skip
    return 0


def _expired(root: Path, today: dt.date) -> list[Finding]:
    """Each thing that must be done and rests on a rule that is over; no warning can be let pass."""
    reading, _ = find(root, today)
    if reading.handbook is None:
        return []
    where = Where(reading.handbook, reading.places)
    return [
        finding(
            "R06", where.near(text, f"[[{WHOLE}:{rule.id}"),
            f"{text.name} må gjøres, men bygger på regelen «{rule.id}»",
            found=f"regelen gjaldt til {rule.valid_to}; i dag er det {today.isoformat()}",
            fix=f"rett regelen i model/rules/{rule.id}.yml, eller hent en annen",
        )
        for text, rule in expired_under_a_must(reading.handbook, where, today)
    ]  # fmt: skip
