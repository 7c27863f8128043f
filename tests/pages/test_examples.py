"""What is made up says so wherever a reader meets it, and every form leads to its example."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from handbook.document.linker import Linker
from handbook.model.example import FICTION
from handbook.model.handbook import Handbook
from handbook.pages import compose_pages
from handbook.pages.context import Context
from handbook.pages.downloads import Downloads
from handbook.pages.page import Page
from handbook.publishing.dump import dump
from handbook.search.entries import entries
from project import TODAY, article_of, real_reading

pytestmark = pytest.mark.content


@pytest.fixture(scope="module")
def book() -> Handbook:
    made = real_reading().handbook
    assert made is not None
    return made


@pytest.fixture(scope="module")
def pages(book: Handbook) -> dict[str, Page]:
    context = Context(Linker(book), Downloads(), today=TODAY)
    return {page.path: page for page in compose_pages(context)}


def test_every_page_of_an_example_says_first_that_it_is_made_up(pages: dict[str, Page]) -> None:
    made_up = [page for page in pages.values() if page.kind in ("example", "filled")]
    assert {page.kind for page in made_up} == {"example", "filled"}
    for page in made_up:
        told = article_of(page)
        assert 0 < told.index(FICTION) < told.index("<h2"), page.path
        assert "banner-fiction" in told, page.path


def test_a_name_from_an_example_stands_on_no_other_page(
    book: Handbook, pages: dict[str, Page]
) -> None:
    for example in book.examples:
        own = {f"modeller/{example.model}/eksempel", *(f"skjema/{one.form}-eksempel"
                                                      for one in example.filled)}  # fmt: skip
        for path, page in pages.items():
            if path not in own:
                assert example.workplace not in article_of(page), path


def test_every_model_and_every_form_leads_to_its_example(
    book: Handbook, pages: dict[str, Page]
) -> None:
    for example in book.examples:
        menu = pages[f"modeller/{example.model}/index"].menu
        assert menu
        assert f"modeller/{example.model}/eksempel" in [
            item.path for item in menu.items if item.always
        ]
        steps = {moment.step for moment in example.story}
        for step in steps:
            assert "eksempel.html#dag-" in article_of(
                pages[f"modeller/{example.model}/steg-{step}"]
            )
    for form in book.filled_by_form:
        assert f"{form}-eksempel.html" in article_of(pages[f"skjema/{form}"])


def test_a_result_of_the_search_says_that_it_is_made_up(
    book: Handbook, pages: dict[str, Page]
) -> None:
    found = [one for one in entries(book, pages.values()) if one.kind == "Eksempel"]
    assert len(found) == len(book.examples) + len(book.filled_by_form)
    assert all(one.excerpt.startswith(FICTION) for one in found)


def test_the_data_say_that_it_is_made_up(book: Handbook) -> None:
    examples = json.loads(dump(book))["examples"]
    assert [one["fiction"] for one in examples] == [True] * len(book.examples)


def test_the_story_has_the_days_of_the_plan(book: Handbook, pages: dict[str, Page]) -> None:
    example = next(one for one in book.examples if one.model == "springbrett")
    later = example.model_copy(update={"first_day": example.first_day + dt.timedelta(days=7)})
    assert "26. april 2027" in article_of(pages["modeller/springbrett/eksempel"])
    moved = replace(book, examples=(later,))
    context = Context(Linker(moved), Downloads(), today=TODAY)
    page = next(p for p in compose_pages(context) if p.path == "modeller/springbrett/eksempel")
    assert "3. mai 2027" in article_of(page)
