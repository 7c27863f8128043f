"""One button deletes all that a reader has written, whichever page it was written on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.serving import serve
from handbook.sections.site_privacy import KEPT

WRITTEN = [one.name for one in KEPT if one.name.startswith("handboka-")]


@pytest.fixture(scope="module")
def base(built_site: Path) -> Iterator[str]:
    with serve(built_site) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, base: str) -> Iterator[Page]:
    with closing(chromium.new_context()) as context:
        page = context.new_page()
        page.goto(base + "robots.txt")
        yield page


def test_everything_goes_from_both_stores(page: Page, base: str) -> None:
    page.evaluate(
        "(names) => names.forEach((n) => { localStorage[n + 1] = sessionStorage[n + 2] = 'x'; })",
        WRITTEN,
    )
    page.evaluate("localStorage.farger = 'lys'")
    page.goto(base + "personvern.html")
    assert "skjemautkast" in page.locator("[data-wipe-lies]").inner_text()
    page.get_by_role("button", name="Slett alt som ligger her").click()
    left, tab = page.evaluate("[{...localStorage}, {...sessionStorage}]")
    assert re.fullmatch(r"\d{13}", left.pop("slettet")), "when it was deleted, and nothing more"
    assert (left, tab) == ({"farger": "lys"}, {})
    assert page.locator("[data-wipe-status]").inner_text().startswith("Slettet fra denne enheten:")
    assert "Ingenting du har skrevet" in page.locator("[data-wipe-lies]").inner_text()


def test_where_nothing_lies_there_is_nothing_to_press(page: Page, base: str) -> None:
    page.goto(base + "personvern.html")
    assert "Ingenting du har skrevet" in page.locator("[data-wipe-lies]").inner_text()
    assert page.get_by_role("button", name="Slett alt som ligger her").count() == 0
