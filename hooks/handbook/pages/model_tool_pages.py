"""The parts of a model that are worked with on screen: the plan, and the self-assessment."""

from __future__ import annotations

from handbook.document import titles
from handbook.pages.case_line import CASE_SCRIPTS, TAKES_DATE
from handbook.pages.in_model import InModel
from handbook.pages.page import Page
from handbook.sections.criteria import criteria_section
from handbook.sections.plan import plan_section

_PLAN = (
    *CASE_SCRIPTS, *TAKES_DATE, "assets/js/files.js", "assets/js/plan-dates.js",
    "assets/js/plan-words.js", "assets/js/plan-table.js", "assets/js/plan-calendar.js",
    "assets/js/plan.js",
)  # fmt: skip
_ASSESSMENT = ("assets/js/kept.js", "assets/js/assessment.js")


def plan_page(of: InModel) -> Page:
    """All steps with their times, and with dates from a first day."""
    told = plan_section(of.linker, of.model)
    return of.page(titles.PLAN, told, above=(of.case_line(),), scripts=_PLAN)


def criteria_page(of: InModel) -> Page:
    """The criteria with their levels, to answer."""
    return of.page(titles.CRITERIA, criteria_section(of.linker, of.model), scripts=_ASSESSMENT)
