"""What each part of a model is composed of: the table of contents of a model's pages.

A part that is a document has a module of its own; the rest stand in templates still.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from handbook.document import titles
from handbook.document.titles import Part
from handbook.model.privacy import processing_rows
from handbook.pages import assessment_page, effort_page, plan_page
from handbook.pages.decision_pages import memo_page, results_page
from handbook.pages.in_model import InModel
from handbook.pages.page import Page
from handbook.pages.practice_pages import (
    exceptions_page,
    getting_started_page,
    participant_page,
    practice_page,
)
from handbook.pages.step_pages import process_page

ComposePart = Callable[[InModel], Page]


def _plan(of: InModel) -> Page:
    nouns = plan_page.plan_nouns(of.context.book, of.model)
    return of.templated(titles.PLAN, plan_page.SCRIPTS, nouns)


def _criteria(of: InModel) -> Page:
    nouns = assessment_page.assessment_nouns(of.context.book, of.model)
    return of.templated(titles.CRITERIA, assessment_page.SCRIPTS, nouns)


def _effort(of: InModel) -> Page:
    return of.templated(titles.EFFORT, (), effort_page.effort_nouns(of.context.book, of.model))


def _forms(of: InModel) -> Page:
    forms = tuple((id_, of.context.book.form_by_id.get(id_)) for id_ in of.model.forms)
    packs = of.context.downloads.named("last-ned/skjemapakker", of.model.id)
    return of.templated(titles.MODEL_FORMS, (), {"forms": forms, "packs": packs})


def _privacy(of: InModel) -> Page:
    rows = processing_rows(of.context.book, of.model)
    seen = dict.fromkeys(name for row in rows for name in row.privacy.recipients)
    nouns: dict[str, Any] = {
        "rows": rows,
        "papers": of.context.downloads.named("last-ned/personvern", of.model.id),
        "recipients": "; ".join(seen) or "Fylles ut av virksomheten",
    }
    return of.templated(titles.PRIVACY, ("assets/js/deletion.js",), nouns)


COMPOSE: Mapping[Part, ComposePart] = {
    titles.GETTING_STARTED: getting_started_page,
    titles.STEPS: process_page,
    titles.PLAN: _plan,
    titles.PRACTICE: practice_page,
    titles.EXCEPTIONS: exceptions_page,
    titles.RESULTS: results_page,
    titles.CRITERIA: _criteria,
    titles.EFFORT: _effort,
    titles.MEMO: memo_page,
    titles.MODEL_FORMS: _forms,
    titles.PARTICIPANT: participant_page,
    titles.PRIVACY: _privacy,
}
"""A row for each part; `titles.parts_of` says which a model has."""
