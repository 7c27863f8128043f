"""How soon a reader on a phone has what a page is for, on every page of the kind."""

from __future__ import annotations

import pytest

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
