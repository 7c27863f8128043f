"""What leaders decide from: results, and time and money."""

from __future__ import annotations

from handbook.document import titles
from handbook.pages.case_line import TAKES_CASE
from handbook.pages.context import CALCULATOR
from handbook.pages.in_model import InModel
from handbook.pages.page import Page
from handbook.sections.effort import effort_section
from handbook.sections.results import results_on_screen


def results_page(of: InModel) -> Page:
    """The numbers with their cautions, and what people have experienced."""
    return of.page(titles.RESULTS, results_on_screen(of.linker, of.model))


def effort_page(of: InModel) -> Page:
    """Hours of each role, who pays, and how the hours are counted."""
    told = effort_section(of.linker, of.model)
    return of.page(titles.EFFORT, told, scripts=(*TAKES_CASE, *CALCULATOR))
