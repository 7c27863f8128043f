"""No page tells an employer to call Nav without a number and a page."""

from __future__ import annotations

from handbook.build import Build
from handbook.pages.way_to_nav import SAYS_CALL
from handbook.render.search_text import search_text

_PHONE = "55\u00a055\u00a033\u00a036"
_NO_EMPLOYER = ("participant", "participants", "news", "quality", "guide", "source", "sources",
                "text")  # fmt: skip
"""Pages to a participant, about the handbook, or that tell what a source says."""


def test_every_page_that_says_call_nav_says_how(real: Build) -> None:
    said = {
        page.path: search_text(page.section.blocks)
        for page in real.pages
        if page.kind not in _NO_EMPLOYER and "/deltaker" not in page.path
    }
    calls = [path for path, text in said.items() if SAYS_CALL.search(text)]
    assert len(calls) > 40
    without = [path for path in calls if _PHONE not in said[path]]
    assert without == []


def test_the_number_is_on_one_line_of_its_own_before_the_foot(real: Build) -> None:
    page = next(page for page in real.pages if page.path == "tema/okonomi")
    assert getattr(page.section.blocks[-2], "kind", "") == "call"
