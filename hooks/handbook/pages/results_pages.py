"""What leaders decide from: results, time and money, and the memo that sums everything up."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import Actions
from handbook.pages.context import CALCULATOR
from handbook.pages.in_model import InModel
from handbook.pages.page import Page
from handbook.sections.around import notices
from handbook.sections.effort import effort_section
from handbook.sections.memo import memo_section
from handbook.sections.results import results_section


def results_page(of: InModel) -> Page:
    """The numbers with their cautions, and what people have experienced."""
    return of.page(titles.RESULTS, results_section(of.linker, of.model))


def effort_page(of: InModel) -> Page:
    """Hours of each role, who pays, and how the hours are counted."""
    return of.page(titles.EFFORT, effort_section(of.linker, of.model), scripts=CALCULATOR)


def memo_page(of: InModel) -> Page:
    """The memo, to print or keep as PDF."""
    return of.page(
        titles.MEMO,
        memo_section(of.linker, of.model),
        warned=notices(of.linker, of.model, of.context.today),
        above=(Actions((), "Skriv ut eller lagre som PDF"),),
    )
