"""How many sheets of A4 a page takes, by kind of page; a sheet for a few lines is wasted."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.built import BuiltSite
from papers.role_pages import sheets as sheets_of

pytestmark = [pytest.mark.slow, pytest.mark.exhaustive]

MOST = {
    "chooser": 3, "criteria": 8, "downloads": 1, "effort": 7, "example": 4, "exceptions": 5,
    "filled": 3, "front": 2, "getting-started": 2, "handover": 1, "instrument": 3, "memos": 1,
    "model": 7, "models": 3, "practice": 2, "privacy": 2, "results": 12, "role": 1, "roles": 3,
    "routine": 2, "routines": 2, "theme": 6,
}  # fmt: skip
"""Kind of page → how many sheets any of them may take; an unanswered chooser is its tree."""


@pytest.fixture(scope="module")
def sheets(chromium: Browser, built_site: Path) -> dict[str, tuple[str, int]]:
    """Address → kind and sheets."""
    page, found = chromium.new_page(), {}
    for address, told in BuiltSite(built_site).pages.items():
        kind = told.body.get("class", "").split()[0].removeprefix("page-")
        if kind in MOST:
            page.goto((built_site / address).as_uri())
            found[address] = kind, sheets_of(page)
    page.close()
    return found


def test_no_page_takes_more_sheets_than_its_kind(sheets: dict[str, tuple[str, int]]) -> None:
    assert {kind for kind, _ in sheets.values()} == set(MOST)
    over = {at: count for at, (kind, count) in sheets.items() if count > MOST[kind]}
    assert over == {}
