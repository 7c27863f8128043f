"""The memo of an instrument: what leaders answer, from the instrument's own page, on one sheet."""

from __future__ import annotations

import pytest

from handbook.build import Build
from handbook.document.blocks import Row, Section, Table
from handbook.document.linker import Linker
from handbook.document.walk import walk
from handbook.model.handbook import Handbook
from handbook.model.instrument import Instrument
from handbook.render.search_text import search_text
from handbook.sections.instrument_cost import cost_of_instrument
from handbook.sections.instrument_memo import (
    ASKED,
    LENGTHS,
    PAID,
    PAPERS,
    WHOM,
    instrument_memo,
    memo_place,
)
from handbook.sections.memo_contact import asks_nav


@pytest.fixture(scope="module")
def book(real: Build) -> Handbook:
    assert real.book is not None
    return real.book


def _memos(book: Handbook) -> list[tuple[Instrument, Section]]:
    linker = Linker(book)
    return [(one, instrument_memo(linker, one)) for one in book.instruments if one.has_memo]


def test_whatever_has_a_table_of_costs_has_a_memo(book: Handbook) -> None:
    linker = Linker(book)
    costing = [one.id for one in book.instruments if cost_of_instrument(linker, one)]
    assert "arbeidstrening" in costing
    assert [one.id for one, _ in _memos(book)] == costing


def test_it_asks_one_question_with_three_answers_and_tells_how_one_begins(book: Handbook) -> None:
    for one, memo in _memos(book):
        parts = {part.anchor: part for part in walk(memo) if isinstance(part, Section)}
        assert parts["avgjor"].title == one.question
        told = search_text(parts["avgjor"].blocks)
        assert all(answer in told for answer in ("Ja. ", "Ikke nå. ", "Nei. ")), one.id
        begun = search_text(parts["begynn"].blocks)
        assert all(said.text.plain[:40] in begun for said in one.begin), one.id


def test_what_there_is_no_room_for_is_counted(book: Handbook) -> None:
    for one, memo in _memos(book):
        text = search_text((memo,)).replace("\u00a0", " ")
        for told, kept, words in (
            (one.asks_of_you, ASKED, "krav"), (one.for_whom, WHOM, "vilkår"),
            (one.duration, LENGTHS, "ting om varighet"), (one.payment, PAID, "ting om penger"),
            (one.papers, PAPERS, "ting om avtale og papirer"),
        ):  # fmt: skip
            more = len(told) - kept
            assert (f"{more} {words}" in text) == (more > 0), (one.id, words)


def test_hours_are_those_of_the_roles_it_needs(book: Handbook) -> None:
    memos = {one.id: memo for one, memo in _memos(book)}
    (table,) = (block for block in walk(memos["arbeidstrening"]) if isinstance(block, Table))
    rows = [row.key for row in table.rows if isinstance(row, Row) and row.kind != "sum"]
    assert sorted(rows) == ["fadder", "leder"]


def test_leaders_find_it_in_the_list_and_on_the_page_of_the_instrument(real: Build) -> None:
    assert real.book is not None
    pages = {page.path: page for page in real.pages}
    for one, _ in _memos(real.book):
        for path in ("notater", f"virkemidler/{one.id}", "roller/toppledelse"):
            assert memo_place(one) in pages[path].ends.targets, (one.id, path)


def test_a_memo_of_a_model_says_who_calls_nav_and_on_which_number(book: Handbook) -> None:
    linker = Linker(book)
    (line,) = asks_nav(linker, book.model_by_id["springbrett"])
    told = search_text((line,)).replace("\u00a0", " ")
    assert told.startswith("Spør Nav: HR ringer arbeidsgivertelefonen i Nav, 55 55 33 36")
    assert asks_nav(linker, book.model_by_id["ia-vikar"]) == ()
    begun = book.model_by_id["ia-vikar"].getting_started[0].text.plain
    assert "55 55 33 36" in begun.replace("\u00a0", " ")
