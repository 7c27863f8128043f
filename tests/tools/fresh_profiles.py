"""Situations written by people who have not seen the table, and how near the chooser comes.

`PYTHONPATH=hooks:tests .venv/bin/python -m tools.fresh_profiles FILE` measures a list of them:

    - id: F01
      situation: En bedrift med seks ansatte …
      answers: {org: liten_privat, sak: ny_kjent, trenger: [tid, lonn]}
      expected: [arbeidstrening, mentor]

`expected` is what would be a good «mest aktuelt»; any of them is right. `first` is a good answer at
the top, `found` is one among the top ones, `farther` is one that is only «også mulig».
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from handbook.model.deciding import Decided, Given, Table, decide, table
from project import TODAY, real_reading

LANDED = Path(__file__).with_name("fresh_profiles.yml")
"""Those that have been measured; the head of the file says what came of it."""


@dataclass(frozen=True)
class Fresh:
    """One situation, what its writer would answer, and what would be good answers."""

    id: str
    situation: str
    given: Given
    expected: frozenset[str]


@dataclass(frozen=True)
class Measured:
    """Where the nearest good answer came."""

    profile: Fresh
    led: Decided

    @property
    def place(self) -> str:
        """`first`, `found`, `farther` or `missed`."""
        wanted = self.profile.expected
        best = [answer for answer, _ in self.led.best]
        if best[0] in wanted:
            return "first"
        if wanted & set(best):
            return "found"
        return "farther" if wanted & {answer for answer, _ in self.led.also} else "missed"


def read(path: Path) -> list[Fresh]:
    """The profiles of a file, whether it is a list or has one under `profiles`."""
    told: Any = yaml.safe_load(path.read_text("utf-8")) or []
    rows = told["profiles"] if isinstance(told, dict) else told
    return [_profile(row) for row in rows]


def _profile(row: dict[str, Any]) -> Fresh:
    answers = row["answers"] or {}
    given = {name: _values(value) for name, value in answers.items() if value not in (None, "", [])}
    expected = row.get("expected", row.get("expected_ids", ()))
    return Fresh(
        str(row["id"]), row.get("situation", row.get("text", "")), given,
        frozenset(_values(expected)),
    )  # fmt: skip


def _values(told: Any) -> tuple[str, ...]:
    return tuple(map(str, told)) if isinstance(told, list) else (str(told),)


def strange(weighed: Table, profiles: Sequence[Fresh]) -> list[str]:
    """What a profile names that the chooser does not have."""
    answers = {one.id for one in weighed.answers}
    asked = {name for name, _ in weighed.skipped}
    return [
        f"{one.id}: {name}"
        for one in profiles
        for name in sorted((one.expected - answers) | (one.given.keys() - asked))
    ]


def measured(weighed: Table, profiles: Sequence[Fresh]) -> list[Measured]:
    """Each profile against the table as it is."""
    return [Measured(one, decide(weighed, one.given, TODAY)) for one in profiles]


def told(found: Sequence[Measured]) -> str:
    """A line for each, and the sum."""
    count = Counter(one.place for one in found)
    lines = [_line(one) for one in found]
    sums = ", ".join(f"{name} {count[name]}" for name in ("first", "found", "farther", "missed"))
    return "\n".join([*lines, f"{len(found)} profiles: {sums}"])


def _line(one: Measured) -> str:
    best = ", ".join(answer for answer, _ in one.led.best)
    also = ", ".join(answer for answer, _ in one.led.also)
    wanted = ", ".join(sorted(one.profile.expected))
    return (
        f"{one.place:8} {one.profile.id}  best: {best}  (wanted: {wanted})\n"
        f"          also: {also}\n          {one.profile.situation}"
    )


def main(path: Path) -> int:
    """Measure one file against the handbook of this folder."""
    book = real_reading().handbook
    assert book is not None
    assert book.decision is not None
    weighed, profiles = table(book.decision, book), read(path)
    print(told(measured(weighed, profiles)))
    unknown = strange(weighed, profiles)
    print("\n".join(["Not in the chooser:", *unknown]) if unknown else "All names are known.")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else LANDED))
