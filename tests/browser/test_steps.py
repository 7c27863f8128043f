"""Every step: what to do stands high on a phone, and all of it is two sheets of paper."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite
from browser.conftest import NewPage

pytestmark = pytest.mark.slow

LOWEST = 380
"""Pixels from the top of a page to its first action, on a phone 390 wide."""
SHEETS = 2
"""A4 sheets of a step with everything open."""

_FIRST = """() => {
    const items = [...document.querySelectorAll('.checklist > li')];
    const first = items.find((one) => one.checkVisibility());
    return first.getBoundingClientRect().top + scrollY;
}"""
_FORM = "document.querySelector('.facts-step .form-ref')?.getBoundingClientRect().bottom ?? 0"


@pytest.fixture(scope="module")
def steps(site: BuiltSite) -> list[str]:
    found = [
        one
        for one, page in site.pages.items()
        if page.xpath("//main/article[@class='prose kind-step']")
    ]
    assert len(found) > 40
    return found


@pytest.fixture
def phone(new_page: NewPage) -> Iterator[Page]:
    yield new_page(width=390, height=844)


def test_the_first_action_stands_high_under_the_form(
    phone: Page, site: BuiltSite, steps: list[str]
) -> None:
    low = {}
    for step in steps:
        phone.goto(f"file://{site.folder / step}")
        top, form = phone.evaluate(_FIRST), phone.evaluate(_FORM)
        if not form < top <= LOWEST:
            low[step] = (form, top)
    assert low == {}


def test_a_step_is_two_sheets_with_everything_open(
    phone: Page, site: BuiltSite, steps: list[str]
) -> None:
    long = {}
    for step in steps:
        phone.goto(f"file://{site.folder / step}")
        phone.evaluate(
            "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
        )
        sheets = len(pypdfium2.PdfDocument(phone.pdf(format="A4", prefer_css_page_size=True)))
        if sheets > SHEETS:
            long[step] = sheets
    assert long == {}
