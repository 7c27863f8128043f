"""The memo: one content everywhere, every role with the sum, and nothing left out in silence."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from handbook.build import Build
from handbook.document.blocks import ItemList, Row, Section, Table
from handbook.document.linker import Linker
from handbook.document.walk import walk
from handbook.model.costing import cost_basis
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.render.search_text import search_text
from handbook.sections.memo import GAPS, PURPOSES, RESULTS, RISKS, duties, memo_section


def _memos(real: Build) -> list[tuple[InclusionModel, Section]]:
    assert real.book is not None
    linker = Linker(real.book)
    return [(model, memo_section(linker, model)) for model in real.book.models]


def _words(memo: Section) -> str:
    return search_text((memo,)).replace("\u00a0", " ").replace("\u2060", "")


def _rows(memo: Section) -> list[Row]:
    (table,) = (block for block in walk(memo) if isinstance(block, Table))
    return [row for row in table.rows if isinstance(row, Row)]


def _highest(row: Row, at: int) -> float | None:
    told = search_text(row.cells[at].blocks).replace("\u00a0", "").replace("\u2060", "")
    number = told.rpartition("–")[2].replace(",", ".")
    return float(number) if re.fullmatch(r"[\d.]+", number) else None


def test_every_role_of_the_workplace_has_a_row_and_the_largest_comes_first(real: Build) -> None:
    assert real.book is not None
    for model, memo in _memos(real):
        rows = [row for row in _rows(memo) if row.kind != "sum"]
        assert {row.key for row in rows} == set(cost_basis(real.book, model).roles), model.id
        hours = [_highest(row, 3) or 0 for row in rows]
        assert all(one >= other for one, other in pairwise(hours)), model.id


@pytest.mark.parametrize("column", [3, 4])
def test_the_sum_is_that_of_the_rows(real: Build, column: int) -> None:
    for model, memo in _memos(real):
        rows = _rows(memo)
        whole = next(row for row in rows if row.key == "sum")
        parts = [_highest(row, column) or 0 for row in rows if row.kind != "sum"]
        assert _highest(whole, column) == pytest.approx(sum(parts)), model.id


def test_leaders_are_asked_for_one_of_three_answers_and_told_what_each_leads_to(
    real: Build,
) -> None:
    for model, memo in _memos(real):
        asked = next(
            one for one in walk(memo) if isinstance(one, Section) and one.anchor == "avgjor"
        )
        assert asked.title == f"Skal vi bruke modellen {model.short_title}?"
        (choices,) = (one for one in asked.blocks if isinstance(one, ItemList))
        told = [search_text(item.blocks) for item in choices.items]
        assert [text.partition(".")[0] for text in told] == ["Ja", "Ikke nå", "Nei"]
        assert model.getting_started[0].text.plain.split(".")[0] in told[0]


def test_it_is_told_once_who_decides(real: Build) -> None:
    for page in real.pages:
        if page.path.endswith("/notat"):
            text = search_text((page.section,))
            assert text.count("Hvem avgjør") + text.count("Avgjort") <= 1


def test_what_there_is_no_room_for_is_counted(real: Build) -> None:
    for model, memo in _memos(real):
        text = _words(memo)
        outcomes = () if isinstance(model.outcomes, Absence) else model.outcomes
        for all_of, kept, words in (
            (model.purpose, PURPOSES, "formål"),
            (outcomes, RESULTS, "resultat(er)?"),
            (model.known_gaps, GAPS, "ting vi ikke vet"),
            (model.pitfalls, RISKS, "vanlige? feil"),
        ):
            more = len(all_of) - kept
            told = re.search(rf"Der står også .*\b{more} {words}", text)
            assert (told is not None) == (more > 0), (model.id, words)


def test_a_result_is_told_with_its_counts(real: Build) -> None:
    text = {model.id: _words(memo) for model, memo in _memos(real)}["springbrett"]
    assert "24 av 61, 39 %" in text


def test_web_and_paper_have_the_same_memo(real: Build) -> None:
    pages = {page.path: page for page in real.pages}
    for model, memo in _memos(real):
        web = search_text((pages[f"modeller/{model.id}/notat"].section,))
        for line in filter(None, (line.strip() for line in search_text((memo,)).splitlines())):
            assert line in web, (model.id, line)


def test_what_a_place_must_have_in_order_stands_on_the_sheet(real: Build) -> None:
    assert real.book is not None
    told = {model.id: (_words(memo), duties(real.book, model))
            for model, memo in _memos(real)}  # fmt: skip
    for name in ("springbrett", "ia-vikar"):
        assert {"drofting-arbeidstrening", "i-tillegg-til-bemanningen", "forsikre-deltakeren"} == {
            one.id for one in told[name][1]
        }
    for words, rules in told.values():
        assert all(rule.title in words for rule in rules)


def test_who_pays_is_a_sentence(real: Build) -> None:
    """«Nav gir det som regel ikke» says who and whether: «betaler» cannot come after it."""
    told = {model.id: _words(memo) for model, memo in _memos(real)}
    for name in ("ia-vikar", "springbrett"):
        assert "Tilskudd til egen familie: Nav gir det som regel ikke." in told[name]
    assert not [name for name, words in told.items() if "ikke betaler" in words]
