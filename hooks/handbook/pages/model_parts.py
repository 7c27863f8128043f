"""What each part of a model is composed of: the table of contents of a model's pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbook.document import titles
from handbook.document.titles import Part
from handbook.pages.example_pages import example_page
from handbook.pages.in_model import InModel
from handbook.pages.memo_pages import memo_page
from handbook.pages.model_paper_pages import model_forms_page, privacy_page
from handbook.pages.model_tool_pages import criteria_page, plan_page
from handbook.pages.page import Page
from handbook.pages.practice_pages import (
    exceptions_page,
    getting_started_page,
    participant_page,
    practice_page,
)
from handbook.pages.results_pages import effort_page, results_page
from handbook.pages.step_pages import process_page

ComposePart = Callable[[InModel], Page]


COMPOSE: Mapping[Part, ComposePart] = {
    titles.GETTING_STARTED: getting_started_page,
    titles.STEPS: process_page,
    titles.PLAN: plan_page,
    titles.PRACTICE: practice_page,
    titles.EXCEPTIONS: exceptions_page,
    titles.RESULTS: results_page,
    titles.CRITERIA: criteria_page,
    titles.EFFORT: effort_page,
    titles.MEMO: memo_page,
    titles.MODEL_FORMS: model_forms_page,
    titles.PARTICIPANT: participant_page,
    titles.EXAMPLE: example_page,
    titles.PRIVACY: privacy_page,
}
"""A row for each part; `titles.parts_of` says which a model has."""
