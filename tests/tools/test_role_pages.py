"""A role's page as its reader meets it: on a phone the evening before, and hung up on a wall."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from handbook.build import Build
from handbook.model.people import Side
from papers.role_pages import RolePage, role_pages, words_before

pytestmark = pytest.mark.slow

TWO_SHEETS = {
    "faglig-leder/larekandidat", "hr/springbrett", "jobbspesialist/tett-oppfolging-nav",
    "leder/ia-vikar", "leder/springbrett", "leder/tett-oppfolging-nav", "veileder/aft",
    "veileder/inkluderende-bedrift", "veileder/vta",
}  # fmt: skip
"""Who has more than 25 things to do: a sheet for the start and one for what comes after."""
LETTERS = 9.5
"""Points, at least, on a sheet to hang up."""
HALF_A_POINT = 0.5
"""A sentence more or less moves nobody in or out of the list."""
SMALL_LETTERS = {
    "arbeidstaker-vta/vta": 9.2, "daglig-leder/vta": 8.3, "deltaker/aft": 9.0,
    "hms-kontakt/ia-vikar": 9.0, "leder/aft": 8.3,
    "leder/larekandidat": 8.3, "veileder/vta": 9.2,
}  # fmt: skip
"""Whose sheet is full with smaller letters: one sheet to hang up is worth more than one
more with a few lines. Whoever stands here with larger letters is taken out."""
SEEN_AT_ONCE = 3
COLLEAGUES = {"fadder", "mentor", "verneombud", "tillitsvalgt"}
"""Who looks at it for the first time on a phone, and so do those whom a model is for."""


@pytest.fixture(scope="module", params=[3, pytest.param(1, marks=pytest.mark.exhaustive)])
def pages(
    request: pytest.FixtureRequest, real: Build, chromium: Browser, built_site: Path
) -> list[RolePage]:
    """Every third page, and all in the exhaustive layer."""
    assert real.book
    found = list(role_pages(real.book, built_site, chromium, every=request.param))
    assert len(found) > 50 / request.param
    return found


def test_each_page_prints_on_a_sheet_to_hang_up(pages: list[RolePage]) -> None:
    named = {f"{one.role}/{one.model}": one for one in pages}
    assert {name: one for name, one in named.items() if one.sheets > 1 + (name in TWO_SHEETS)} == {}
    assert [name for name in TWO_SHEETS & set(named) if named[name].sheets == 1] == []


def test_the_letters_on_a_sheet_can_be_read_from_a_wall(pages: list[RolePage]) -> None:
    named = {f"{one.role}/{one.model}": one.letters for one in pages}
    small = {name: size for name, size in named.items() if size < SMALL_LETTERS.get(name, LETTERS)}
    assert small == {}
    assert [name for name in SMALL_LETTERS if named.get(name, 0) > LETTERS + HALF_A_POINT] == []


def test_a_phone_shows_the_first_three_things_to_do_at_once(
    real: Build, pages: list[RolePage]
) -> None:
    assert real.book
    roles = real.book.role_by_id
    theirs = [
        one for one in pages
        if one.role in COLLEAGUES or roles[one.role].belongs_to is Side.PARTICIPANT
    ]  # fmt: skip
    assert len(theirs) > len(pages) / 5
    assert [one for one in theirs if one.at_once < min(SEEN_AT_ONCE, one.shown)] == []


def test_nobody_who_does_something_meets_an_empty_page(pages: list[RolePage]) -> None:
    assert [one for one in pages if one.empty] == []


def test_few_words_stand_before_the_first_thing_to_do(pages: list[RolePage]) -> None:
    assert [one for one in pages if one.shown and one.before > 50] == []


def test_words_are_counted_up_to_the_first_thing_to_do() -> None:
    told = "<main><article><h1>To ord</h1><ul>{}</ul></article></main>"
    item = '<li id="a" data-item="a">Gjør dette.</li>'
    assert words_before(told.format(item)) == 2
    assert words_before(told.format("<li>Ett til</li>")) == 4
