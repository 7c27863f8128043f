"""A word the handbook has left is found where it stands, with the word to write instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from check_cases import CHOICES, EDITION, PROCESS, THEME, Edit

from handbook.checks import run_checks
from handbook.findings import Finding, Severity
from handbook.reading.folder import read_handbook

Find = Callable[[Sequence[Edit]], list[Finding]]
TODAY = dt.date(2026, 11, 22)
TEXT = "Spør om behov på jobb."
REASON = """accepted_wording:
  - bound: O07
    begins: Spør utviklingshemmede
    why: Slik heter det i forskriften.
front:
"""


def _words(find: Find, *edits: Edit) -> list[Finding]:
    return [one for one in find(edits) if one.code == "O07"]


def test_it_is_found_at_the_word_and_told_why(find: Find, tiny_handbook: Path) -> None:
    (one,) = _words(find, Edit(THEME, TEXT, "Spør utviklingshemmede."))
    line = (tiny_handbook / THEME).read_text(encoding="utf-8").splitlines()[one.place.line - 1]
    assert line[one.place.column - 1 :].startswith("utviklingshemmede")
    assert one.fix == "skriv «personer med utviklingshemming»"
    assert one.found == "Vi setter mennesket først."
    assert one.severity is Severity.WARNING


def test_a_text_may_have_it_for_a_reason(find: Find) -> None:
    edit = Edit(THEME, TEXT, "Spør utviklingshemmede.")
    assert _words(find, edit, Edit(EDITION, "front:\n", REASON)) == []
    other = Edit(PROCESS, "what: Vis fram stedet.", "what: Vis det til utviklingshemmede.")
    assert len(_words(find, other)) == 1


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("what: Vis fram stedet.", "what: Vis søkeren fram.", ["søkeren"]),
        ("text: Skriv planen sammen.", "text: Skriv planen med søkeren.", []),
    ],
)
def test_a_choice_may_begin_at_a_step(
    before: str, after: str, found: list[str], find: Find
) -> None:
    told = _words(find, Edit(PROCESS, before, after))
    assert [one.problem.split("»")[0].lstrip("«") for one in told] == found


def test_a_later_phase_comes_after_the_step(find: Find) -> None:
    said = find([Edit(PROCESS, "what: Møtes hver uke.", "what: Møt søkeren hver uke.")])
    assert [one.code for one in said if one.code == "O07"] == ["O07"]


def test_pages_by_hand_have_the_same_words_but_for_samples(tiny_handbook: Path) -> None:
    (tiny_handbook / "docs").mkdir()
    page = tiny_handbook / "docs/om.md"
    page.write_text(
        "---\ntitle: Om\n---\n\n# Om\n\nSkriv aldri `utviklingshemmede`.\n\n"
        "```text\nutviklingshemmede\n```\n\nTil utviklingshemmede.\n",
        encoding="utf-8",
    )
    (one,) = [f for f in run_checks(read_handbook(tiny_handbook), today=TODAY) if f.code == "O07"]
    assert (one.place.file, one.place.line, one.place.column) == ("docs/om.md", 13, 5)


def test_a_step_that_is_not_there_is_told_with_the_nearest(find: Find) -> None:
    edit = Edit(CHOICES, "- mini/vis-rundt", "- mini/vis-rund")
    (one,) = find([edit])
    assert (one.code, one.place.file, one.fix) == ("H03", CHOICES, "skriv «mini/vis-rundt»")


def test_without_the_file_any_word_will_do(find: Find) -> None:
    assert _words(find, Edit(CHOICES, None, None), Edit(THEME, TEXT, "Spør vanskeligstilte.")) == []
