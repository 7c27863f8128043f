"""A printed plan: few sheets whoever it is for, dates in one column, and room for notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from content.raw_yaml import MODELS
from papers.role_pages import sheets

pytestmark = pytest.mark.slow

MOST_SHEETS = 2
ROOM_FOR_NOTES = 25 * 96 / 25.4
"""25 mm, in pixels of CSS."""


def _by_length() -> list[Any]:
    """All models, the one with most to plan first; the others in the exhaustive layer."""
    first, *others = sorted(MODELS, key=lambda one: -(one / "process.yml").stat().st_size)
    return [first.name, *(pytest.param(m.name, marks=pytest.mark.exhaustive) for m in others)]


@pytest.fixture(params=_by_length())
def plan(request: pytest.FixtureRequest, chromium: Browser, built_site: Path) -> Iterator[Page]:
    page = chromium.new_page()
    page.goto((built_site / f"modeller/{request.param}/plan.html").as_uri())
    page.wait_for_selector("[data-plan]:not([hidden])")
    page.locator("[data-start]").fill("01.03.2027")
    yield page
    page.close()


def test_a_plan_for_anybody_is_two_sheets_at_most(plan: Page) -> None:
    assert _over(plan) == {}


def test_so_it_is_with_what_should_have_been_done_already(plan: Page) -> None:
    plan.clock.set_fixed_time(dt.datetime(2026, 11, 30, 9, 0))
    plan.locator("[data-start]").fill("07.12.2026")
    plan.locator("[data-role]").select_option("alle")
    assert plan.locator(".late-steps > li").count() > 0
    assert _over(plan) == {}


def _over(plan: Page) -> dict[str, int]:
    """The roles whose plan is more sheets than it may be."""
    roles = plan.locator("[data-role] option").evaluate_all("all => all.map((one) => one.value)")
    assert len(roles) > 5
    over = {}
    for role in roles:
        plan.locator("[data-role]").select_option(role)
        if (printed := sheets(plan)) > MOST_SHEETS:
            over[role] = printed
    return over


def test_dates_stand_in_one_column_with_room_for_notes(plan: Page) -> None:
    plan.locator("[data-role]").select_option("alle")
    plan.emulate_media(media="print")
    rows = plan.locator("[data-dated] tbody tr").filter(visible=True)
    assert rows.count() > 5
    lefts = {round(box["x"]) for box in _boxes(rows.locator("td.plan-day"))}
    assert len(lefts) == 1
    notes = _boxes(rows.locator("td[data-label='Merk']"))
    assert all(box["width"] >= ROOM_FOR_NOTES for box in notes)


def test_what_is_held_weekly_for_a_year_is_said_once_on_paper(plan: Page) -> None:
    plan.locator("[data-role]").select_option("alle")
    often = plan.locator("tr[data-many]")
    assert all(row.is_visible() for row in often.all())
    plan.emulate_media(media="print")
    assert not any(row.is_visible() for row in often.all())
    told = plan.locator(".on-paper").filter(visible=True)
    assert (told.count() > 0) == (often.count() > 0)
    assert all(", det siste " in text for text in told.all_inner_texts())


def _boxes(found: Locator) -> list[dict[str, float]]:
    boxes: list[dict[str, float]] = found.evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().toJSON())"
    )
    return boxes
