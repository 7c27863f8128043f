"""No page tells an employer to call Nav without a number and a page."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.build import Build
from handbook.document.blocks import Paragraph
from handbook.document.inline import Ref
from handbook.document.walk import walk
from handbook.model.decision import SAYS_CALL
from handbook.pages.page import Page
from handbook.pages.way_to_nav import model_of, to_participant
from handbook.render.search_text import search_text
from handbook.sections.participant import own_plan

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


def test_a_participant_is_sent_to_no_plan_but_one_of_the_own_model(real: Build) -> None:
    assert real.book is not None
    named = 0
    for page in real.pages:
        if not to_participant(real.book, page):
            continue
        model = model_of(real.book, page)
        plans = {*_forms_in_box(page)}
        named += len(plans)
        assert plans <= set(model.forms if model else ()), page.path
    assert named > 3


def _forms_in_box(page: Page) -> Iterator[str]:
    """The forms that the box with the way to Nav leads to."""
    boxes = (b for b in page.section.blocks if isinstance(b, Paragraph) and b.kind == "call")
    ways = (piece for box in boxes for piece in walk(box) if isinstance(piece, Ref))
    return (way.place.name for way in ways if way.place.kind == "form")


def test_the_plan_is_the_one_the_participant_fills_in(real: Build) -> None:
    assert real.book is not None
    plans = {model.id: own_plan(real.book, model) for model in real.book.models}
    named = {name: plan.id for name, plan in plans.items() if plan}
    assert named["vta"] == "SKJ-15"
    assert named["aft"] == "SKJ-23"
    assert named["ia-vikar"] == "SKJ-05"
    assert "inkluderende-bedrift" not in named


def test_the_number_is_on_one_line_of_its_own_before_the_foot(real: Build) -> None:
    page = next(page for page in real.pages if page.path == "tema/okonomi")
    assert getattr(page.section.blocks[-2], "kind", "") == "call"
