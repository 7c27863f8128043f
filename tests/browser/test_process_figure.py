"""The figure of a process as a browser sets it: letters that can be read, and ways by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.conftest import NewPage
from handbook.build import Build

pytestmark = pytest.mark.slow

TEXTS = """() => [...document.querySelectorAll('.process-figure svg')]
  .filter((svg) => svg.checkVisibility())
  .flatMap((svg) => [...svg.querySelectorAll('text')].map((text) => {
    const scale = svg.getScreenCTM().a, size = parseFloat(getComputedStyle(text).fontSize) * scale;
    const [t, s] = [text.getBoundingClientRect(), svg.getBoundingClientRect()];
    const cut = t.left < s.left - 1 || t.right > s.right + 1
      || t.top < s.top - 1 || t.bottom > s.bottom + 1;
    return { words: text.textContent, size, cut, drawing: svg.classList[0] };
  }))"""

DRAWINGS = {1280: "wide", 390: "narrow", 320: "narrow"}


def _processes(real: Build) -> list[str]:
    assert real.book
    return [f"modeller/{model.id}/stegene.html" for model in real.book.models]


@pytest.mark.parametrize("width", list(DRAWINGS))
def test_letters_can_be_read_and_none_is_cut(
    new_page: NewPage, server: str, real: Build, width: int
) -> None:
    page = new_page(width=width)
    for address in _processes(real):
        page.goto(server + address)
        told = page.evaluate(TEXTS)
        assert len(told) > 30, address
        assert {one["drawing"] for one in told} == {DRAWINGS[width]}, address
        assert [one for one in told if round(one["size"], 2) < 14 or one["cut"]] == [], address


@pytest.mark.parametrize("width", [1280, 320])
def test_a_keyboard_goes_from_step_to_step(
    new_page: NewPage, server: str, real: Build, width: int
) -> None:
    page = new_page(width=width)
    for address in _processes(real):
        page.goto(server + address)
        steps = page.locator(".process-figure .step:visible")
        steps.first.focus()
        met = [_focused(page)]
        for _ in range(steps.count() - 1):
            page.keyboard.press("Tab")
            met.append(_focused(page))
        assert met == [step.get_attribute("href") for step in steps.all()], address


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('href')"))
