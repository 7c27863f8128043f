"""What to do stands high on a phone, on every step and every page of a role in a model.

A step is also two sheets of paper with everything open.
"""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite
from browser.conftest import NewPage

pytestmark = pytest.mark.slow

LOWEST = {"step": 380, "my-role": 560}
"""Kind of page → pixels from its top to its first action, on a phone 390 wide."""
SHEETS = 2
"""A4 sheets of a step with everything open."""

_FIRST = """() => {
    const items = [...document.querySelectorAll('.checklist > li')];
    const first = items.find((one) => one.checkVisibility());
    return first ? first.getBoundingClientRect().top + scrollY : 0;
}"""
_FORM = "document.querySelector('.facts-step .form-ref')?.getBoundingClientRect().bottom ?? 0"

_UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


def of_kind(site: BuiltSite, kind: str) -> list[str]:
    article = f"//main/article[@class='prose kind-{kind}']"
    found = [path for path, page in site.pages.items() if page.xpath(article)]
    assert len(found) > 40
    return found


@pytest.fixture
def phone(new_page: NewPage) -> Iterator[Page]:
    yield new_page(width=390, height=844)


@pytest.mark.parametrize("kind", LOWEST)
def test_the_first_action_stands_high_under_the_form(
    kind: str, phone: Page, site: BuiltSite
) -> None:
    low = {}
    for path in of_kind(site, kind):
        phone.goto(f"file://{site.folder / path}")
        top, form = phone.evaluate(_FIRST), phone.evaluate(_FORM)
        if not form <= top <= LOWEST[kind]:
            low[path] = (form, top)
    assert low == {}


def test_a_step_is_two_sheets_with_everything_open(phone: Page, site: BuiltSite) -> None:
    long = {}
    for path in of_kind(site, "step"):
        phone.goto(f"file://{site.folder / path}")
        phone.evaluate(
            "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
        )
        sheets = len(pypdfium2.PdfDocument(phone.pdf(format="A4", prefer_css_page_size=True)))
        if sheets > SHEETS:
            long[path] = sheets
    assert long == {}
