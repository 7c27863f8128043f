"""No page tells an employer to call Nav without a number and a page."""

from __future__ import annotations

from handbook.build import Build
from handbook.pages.way_to_nav import SAYS_CALL, to_participant
from handbook.render.search_text import search_text

_PHONE = "55\u00a055\u00a033\u00a036"
_NO_EMPLOYER = ("news", "quality", "guide", "source", "sources", "text")
"""Pages about the handbook, or that tell what a source says."""


def test_every_page_that_says_call_nav_says_how(real: Build) -> None:
    assert real.book is not None
    said = {
        page.path: search_text(page.section.blocks)
        for page in real.pages
        if page.kind not in _NO_EMPLOYER and not to_participant(real.book, page)
    }
    calls = [path for path, text in said.items() if SAYS_CALL.search(text)]
    assert len(calls) > 40
    without = [path for path in calls if _PHONE not in said[path]]
    assert without == []


def test_a_participant_who_is_told_to_ask_nav_is_told_where_the_number_is(real: Build) -> None:
    assert real.book is not None
    told = {
        page.path: search_text(page.section.blocks)
        for page in real.pages
        if to_participant(real.book, page)
    }
    calls = [path for path, text in told.items() if SAYS_CALL.search(text)]
    assert len(calls) > 5
    assert [path for path in calls if "Slik når du Nav." not in told[path]] == []


def test_the_number_is_on_one_line_of_its_own_before_the_foot(real: Build) -> None:
    page = next(page for page in real.pages if page.path == "tema/okonomi")
    assert getattr(page.section.blocks[-2], "kind", "") == "call"
