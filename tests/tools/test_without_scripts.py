"""The tools as plain pages: the same facts are there when no script runs."""

from __future__ import annotations

import re

from handbook.build import Build
from handbook.model.chooser import QUESTIONS
from handbook.pages.page import Page


def page(real: Build, path: str) -> Page:
    return next(page for page in real.pages if page.path == path)


def test_the_decision_table_has_every_model_and_every_answer(real: Build) -> None:
    assert real.book is not None
    text = page(real, "modeller/velg").markdown
    for model in real.book.models:
        row = text.split(f'<tr data-model="{model.id}"')[1].split("</tr>")[0]
        for question in QUESTIONS:
            for value in getattr(model.suits, question.field):
                assert value.label in row


def test_the_comparison_has_a_cell_for_every_model_in_every_row(real: Build) -> None:
    assert real.book is not None
    text = page(real, "modeller/sammenlign").markdown
    rows = re.findall(r"<tr data-row.*?</tr>", text, re.S)
    assert len(rows) >= 25
    for row in rows:
        assert re.findall(r'<td data-label="[^"]+" data-model="([^"]+)"', row) == list(
            real.book.model_by_id
        )
    assert "Resultatene kan ikke sammenlignes" in text


def test_no_share_without_counts_and_interval_in_the_comparison(real: Build) -> None:
    text = page(real, "modeller/sammenlign").markdown
    results = text.split("Tall som finnes")[1].split("</tr>")[0]
    for share in re.findall(r"[^<>]*\d+\xa0%[^<>]*", results):
        assert re.search(r"\d+ av [\d\xa0]+, [\d,]+\xa0% \(95 % konfidensintervall", share), share


def test_a_plan_has_every_step_with_its_relative_time(real: Build) -> None:
    assert real.book is not None
    for model in real.book.models:
        text = page(real, f"modeller/{model.id}/plan").markdown
        assert re.findall(r'<tr data-step="([^"]+)"', text) == list(model.step_by_id)


def test_a_self_assessment_has_every_level_in_words_and_says_what_it_is(real: Build) -> None:
    assert real.book is not None
    for model in real.book.models:
        text = page(real, f"modeller/{model.id}/egenvurdering").markdown
        assert "ikke en sertifisering" in text
        assert "ikke validert" in text
        levels = sum(len(c.levels) for c in model.criteria)
        assert text.count("data-level-text") == levels
        assert text.count('value="vet-ikke"') == len(model.criteria)


def test_tools_that_need_a_script_are_hidden_until_it_runs(real: Build) -> None:
    for mark in ("data-chooser ", "data-compare-tool", "data-plan ", "data-assessment ",
                 "data-profile "):  # fmt: skip
        places = [p for p in real.pages if f" {mark}" in p.markdown]
        assert places, mark
        for place in places:
            tag = re.search(rf"<[^>]* {mark}[^>]*>", place.markdown)
            assert tag is not None
            assert re.search(r"\bhidden\b", tag[0]), place.path
