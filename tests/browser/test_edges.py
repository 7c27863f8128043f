"""Where a page begins, and where a mark of provenance stands: beside the words it is about."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite
from browser.conftest import NewPage

pytestmark = pytest.mark.slow

WIDE = {
    "comparison": "three models side by side",
    "front": "the picture beside the words, and four doors in a row",
    "models": "cards side by side",
    "quality": "a column for each model",
    "status": "six columns of text",
}
"""Kinds of pages that use the whole width, and what for. May only shrink."""

APART = """() => [...document.querySelectorAll('article .basis')].filter((mark) => {
  const own = mark.getClientRects();
  if (!own.length || getComputedStyle(mark).display === 'none') return false;
  if (own.length > 1) return true;
  const words = document.createRange(), box = mark.parentElement;
  words.setStart(box, 0);
  words.setEndBefore(mark);
  const lines = [...words.getClientRects()].filter((one) => one.width && one.height);
  if (!lines.length) return false;
  const end = lines[lines.length - 1], room = box.getBoundingClientRect().right - end.right;
  if (own[0].bottom > end.top && own[0].top < end.bottom) return own[0].left - end.right > 16;
  return own[0].top - end.bottom > 20 || room > own[0].width + 24;
}).map((mark) => mark.parentElement.textContent.slice(0, 80))"""
"""Marks in two pieces, away from their words, or on a line of their own without need."""


def test_pages_begin_at_one_edge(new_page: NewPage, server: str, site: BuiltSite) -> None:
    page = new_page()
    edges = {kind: _edge(page, f"{server}{address}") for kind, address in site.one_each.items()}
    usual = edges["model"]
    assert {kind for kind, edge in edges.items() if edge != usual} - {"404"} == WIDE.keys()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_mark_stands_beside_its_words(
    new_page: NewPage, server: str, site: BuiltSite, width: int
) -> None:
    page = new_page(width=width)
    met = 0
    for address in site.one_each.values():
        page.goto(server + address)
        met += page.locator("article .basis").count()
        assert page.evaluate(APART) == [], address
    assert met, "no page has a mark"


def _edge(page: Page, address: str) -> float:
    page.goto(address)
    return float(page.evaluate("document.querySelector('main').getBoundingClientRect().left"))
