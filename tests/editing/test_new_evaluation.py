"""A new evaluation comes: what an editor writes, what is refused, and all that changes together."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from changing import edit

from handbook.book.volumes import all_chapters
from handbook.build import Build, Options, build
from handbook.checking import find
from handbook.document.linker import Linker
from handbook.model.handbook import Handbook
from handbook.publishing.claims_file import CLAIMS, claims_file
from handbook.publishing.dump import dump
from handbook.render.search_text import search_text
from handbook.sections.memo import memo_section
from project import article_of

pytestmark = pytest.mark.slow

DAY = dt.date(2026, 11, 22)
RESULTS = "model/mini/results.yml"
SOURCE = "model/sources/evaluering.yml"
EVALUATION = """id: evaluering
type: report
title: Evaluering av prøven
publisher: Spekter
date: "2026"
url: https://eksempel.no/evaluering
checked: 2026-11-20
confidence: A
findings:
  - id: S9
    statement: 45 av 90 fikk arbeid.
    quote: 45 av 90 var i lønnet arbeid et år etter
    place: s. 12
"""
NEW = """outcomes:
  - id: i-arbeid-2026
    measure: I lønnet arbeid
    kind: count
    statement: 45 av 90 fikk arbeid.
    numerator: 45
    denominator: 90
    numerator_means: De som hadde lønn.
    denominator_means: Alle som deltok.
    period: 2024–2026
    measured_on: 2026-10-01
    target_group: Alle deltakere
    comparison:
      design: none
      text: Ikke sammenlignet med noe.
    source_kind: evaluation
    evidence_level: "3"
    not_usable_for: Å si at modellen virker.
    sources: [S9]
"""


def _evaluated(root: Path) -> None:
    """The three things an editor writes: the source, the result, and that the old one is old."""
    edit(root, SOURCE, "", EVALUATION)
    edit(root, RESULTS, "outcomes:\n", NEW)
    edit(root, RESULTS, "    sources: [S1]\n  - id: fast-jobb",
         "    sources: [S1]\n    historical: true\n  - id: fast-jobb")  # fmt: skip


def _said(root: Path) -> list[str]:
    return [f"{one.code} {one.place.file}" for one in find(root, DAY)[1]]


def _built(root: Path) -> Build:
    made = build(root, DAY, options=Options(files=False))
    assert made.book is not None
    return made


def _pages(made: Build) -> dict[str, str]:
    return {page.path: article_of(page) for page in made.pages}


def test_the_new_number_and_its_source_raise_nothing(tiny: Path) -> None:
    before = _said(tiny)
    _evaluated(tiny)
    assert _said(tiny) == before


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (RESULTS, "statement: 45 av 90 fikk arbeid.", "statement: 50 prosent fikk arbeid.", "T05"),
        (RESULTS, "    denominator: 90\n", "", "T02"),
        (RESULTS, "    period: 2024", "    stated_percentage: 55\n    period: 2024", "T06"),
        (RESULTS, "measured_on: 2026-10-01", "measured_on: 2026-12-24", "T08"),
        (RESULTS, "sources: [S9]", "sources: [S10]", "H06"),
        (SOURCE, "    quote: 45 av 90 var i lønnet arbeid et år etter\n", "", "G08"),
        (SOURCE, "    place: s. 12\n", "", "G10"),
    ],
)  # fmt: skip
def test_what_would_mislead_is_told_at_its_file(
    file: str, old: str, new: str, expected: str, tiny: Path
) -> None:
    _evaluated(tiny)
    edit(tiny, file, old, new)
    assert f"{expected} {file}" in _said(tiny)


def test_figure_table_comparison_and_sources_change_and_nothing_else(tiny: Path) -> None:
    before = _pages(_built(tiny))
    _evaluated(tiny)
    after = _pages(_built(tiny))
    new = {path for path, told in after.items() if before.get(path) != told}
    sources = {"kilder/evaluering", "kilder/index"}
    assert new >= {"modeller/mini/resultater", "modeller/sammenlign", *sources}
    assert {path for path in new if path.startswith(("skjema/", "roller/", "rutiner/"))} == set()
    results = after["modeller/mini/resultater"]
    figure, table = results.index("<svg"), results.index("<table")
    for place in (figure, table):
        assert "45 av 90" in results[place:], "both the figure and the table"
    assert "I lønnet arbeid (historisk tall)" in results
    assert "2014–2017" in results and "24 av 61" in results


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2060", "")


Tell = Callable[[Handbook], str]
WHERE: dict[str, Tell] = {
    "the book": lambda book: search_text(all_chapters(Linker(book))),
    "the data": lambda book: dump(book).decode(),
    "the auditor's table": lambda book: claims_file(book)[CLAIMS].decode("utf-8-sig"),
}


@pytest.mark.parametrize("tell", WHERE.values(), ids=WHERE)
def test_it_is_told_everywhere_and_the_old_number_stays(tell: Tell, tiny: Path) -> None:
    def told() -> str:
        book = _built(tiny).book
        assert book
        return _plain(tell(book))

    assert "45 av 90" not in told()
    _evaluated(tiny)
    assert "45 av 90" in told() and "24 av 61" in told()


def test_the_memo_takes_the_new_number_first_and_data_say_which_is_old(tiny: Path) -> None:
    _evaluated(tiny)
    book = _built(tiny).book
    assert book
    memo = _plain(search_text((memo_section(Linker(book), book.model_by_id["mini"]),)))
    assert "45 av 90" in memo
    assert "24 av 61" not in memo and "1 resultat" in memo, "what has no room is counted"
    (model,) = [one for one in json.loads(dump(book))["models"] if one["id"] == "mini"]
    old = {one["id"]: one.get("historical", False) for one in model["outcomes"]}
    assert old == {"i-arbeid-2026": False, "i-arbeid": True, "fast-jobb": False}


def test_no_edit_says_that_anything_is_verified(tiny: Path) -> None:
    def verified() -> dt.date | None:
        book = _built(tiny).book
        assert book
        return book.model_by_id["mini"].last_verified

    before = verified()
    _evaluated(tiny)
    assert verified() == before
