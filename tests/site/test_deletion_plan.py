"""The deletion plan of a model: one last day gives a date for every form with a period."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("last_day", "months", "date"),
    [("30.11.2026", 3, "28. februar 2027"), ("31.01.2027", 12, "31. januar 2028")],
)
def test_dates_are_counted_from_the_last_day(
    visit: Callable[[str], Page], last_day: str, months: int, date: str
) -> None:
    page = visit("modeller/springbrett/personvern.html")
    plan = json.loads(page.locator("[data-deletion] [data-tool]").inner_text())
    forms = [p["form"] for p in plan["periods"] if (p["amount"], p["unit"]) == (months, "month")]
    assert forms
    cells = page.locator(", ".join(f'[data-row="{form}"] [data-column="date"]' for form in forms))
    assert cells.count() == len(forms)
    assert cells.first.inner_text() == "Fylles ut"
    page.fill("[data-last-day]", last_day)
    assert set(cells.all_inner_texts()) == {date}
    page.fill("[data-last-day]", "31.02.2027")
    assert set(cells.all_inner_texts()) == {"Fylles ut"}
