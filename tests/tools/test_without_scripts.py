"""The tools as plain pages: the same facts are there when no script runs."""

from __future__ import annotations

import re

from handbook.build import Build
from handbook.pages.page import Page
from project import article_of


def page(real: Build, path: str) -> Page:
    return next(page for page in real.pages if page.path == path)


def test_the_comparison_has_a_cell_for_every_model_in_every_row(real: Build) -> None:
    assert real.book is not None
    text = article_of(page(real, "modeller/sammenlign"))
    rows = re.findall(r"<tr data-row.*?</tr>", text, re.S)
    assert len(rows) >= 25
    for row in rows:
        assert re.findall(r'<td data-label="[^"]+" data-column="([^"]+)"', row) == list(
            real.book.model_by_id
        )
    assert "Resultatene kan ikke sammenlignes" in text


def test_no_share_without_counts_and_who_was_counted_in_the_comparison(real: Build) -> None:
    text = article_of(page(real, "modeller/sammenlign"))
    results = text.split("Tall som finnes")[1].split("</tr>")[0]
    lines = re.findall(r"[^<>]*\d %[^<>]*", results)
    assert lines
    for line in lines:
        who = "alle er talt|av dem som svarte|tilfeldig utvalg|satt sammen av oss"
        assert re.search(rf"\d+ av [\d ]+, [\d,]+ % \((?:{who})", line), line


def test_a_plan_has_every_step_with_its_relative_time(real: Build) -> None:
    assert real.book is not None
    for model in real.book.models:
        text = article_of(page(real, f"modeller/{model.id}/plan"))
        assert re.findall(r'<tr data-row="([^"]+)"', text) == list(model.step_by_id)


def test_a_self_assessment_has_every_level_in_words_and_says_what_it_is(real: Build) -> None:
    assert real.book is not None
    for model in real.book.models:
        text = article_of(page(real, f"modeller/{model.id}/egenvurdering"))
        assert "ikke en sertifisering" in text
        assert "ikke validert" in text
        for criterion in model.criteria:
            levels = text.split(f'data-checklist="{criterion.id}"')[1].split("</ul>")[0]
            told = re.findall(r"<strong>(\d)</strong> \S", levels)
            assert told == [str(level.score) for level in criterion.levels]


def test_tools_that_need_a_script_are_hidden_until_it_runs(real: Build) -> None:
    articles = {page.path: article_of(page) for page in real.pages}
    for mark in ("data-chooser ", "data-compare-tool", "data-plan ", "data-assessment ",
                 "data-profile "):  # fmt: skip
        tags = {path: re.search(rf"<[^>]* {mark}[^>]*>", told) for path, told in articles.items()}
        assert any(tags.values()), mark
        for path, tag in tags.items():
            assert tag is None or re.search(r"\bhidden\b", tag[0]), path
