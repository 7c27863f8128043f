"""How soon a reader on a phone has what a page is for, on every page of the kind."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from browser.built import BuiltSite
from browser.conftest import NewPage
from browser.roads import PHONE

pytestmark = pytest.mark.slow

SCREENS = 2.5
LEAD = 35
"""Words that say what a model is."""


def _models(site: BuiltSite) -> list[str]:
    found = [name for name, page in site.pages.items() if page.body.get("class") == "page-model"]
    assert found, "the site has no models"
    return found


def test_a_model_is_decided_by_on_two_screens_and_a_half(
    new_page: NewPage, server: str, site: BuiltSite
) -> None:
    page = new_page(**PHONE)
    ends = {}
    for address in _models(site):
        page.goto(server + address)
        box = page.locator(".choose-not").bounding_box()
        assert box, address
        ends[address] = box["y"] + box["height"]
    assert {name: y for name, y in ends.items() if y > SCREENS * PHONE["height"]} == {}


def test_what_a_model_is_takes_few_words(site: BuiltSite) -> None:
    leads = {name: site.pages[name].find_class("lead")[0] for name in _models(site)}
    words = {name: len(lead.text_content().split()) for name, lead in leads.items()}
    assert {name: count for name, count in words.items() if count > LEAD} == {}


def _of_kind(site: BuiltSite, kind: str) -> dict[str, list[HtmlElement]]:
    """Address → the blocks of the article, of every page of a kind."""
    found = {
        name: list(page.xpath("//article")[0].iterchildren())
        for name, page in site.pages.items()
        if page.body.get("class") == f"page-{kind}"
    }
    assert found, f"the site has no pages of the kind {kind}"
    return found


def test_what_a_number_cannot_carry_stands_before_how_it_was_counted(site: BuiltSite) -> None:
    for name, blocks in _of_kind(site, "results").items():
        bare = [one for one in blocks if one.tag == "dl" and "page-foot" not in one.get("class")]
        assert bare == [], f"{name} has raw fields in sight"
        folds = [at for at, one in enumerate(blocks) if one.tag == "details"]
        limits = [blocks[at - 1].text_content() for at in folds]
        assert all(told.startswith("Kan ikke brukes til:") for told in limits), name


def test_an_instrument_tells_how_to_begin_before_what_is_said_of_the_page(site: BuiltSite) -> None:
    for name, blocks in _of_kind(site, "instrument").items():
        spots = [one.get("id") for one in blocks if one.tag == "h2"]
        assert spots[:2] == ["penger", "begynn"], name
        assert "facts" not in str([one.get("class") for one in blocks[: _at(blocks, "om")]]), name


def _at(blocks: list[HtmlElement], spot: str) -> int:
    return next(at for at, one in enumerate(blocks) if one.get("id") == spot)
