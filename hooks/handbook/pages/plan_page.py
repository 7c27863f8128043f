"""What the plan page of a model needs: rows with times that a script can count from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handbook.model.calendar import timing_of, usual_length
from handbook.model.form import Form
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Span
from handbook.model.process import Phase, Step, Timing
from handbook.pages import addresses

PLAN_FORM = "SKJ-05"
"""The participant's own plan; a dated plan fills its meetings and activities."""

SCRIPTS = ("assets/js/plan-dates.js", "assets/js/plan-calendar.js", "assets/js/plan.js")


@dataclass(frozen=True)
class PlanRow:
    """One step in the table."""

    step: Step
    number: int
    phase: Phase
    timing: Timing | None
    url: str
    """Address of the step from the site's root."""

    @property
    def roles(self) -> tuple[str, ...]:
        """Who does it and who answers for it."""
        duty = self.step.responsibility
        return tuple(dict.fromkeys((*duty.performed_by, duty.accountable)))

    @property
    def marks(self) -> dict[str, str]:
        """Attributes that plan-dates.js counts from; empty ones are left out."""
        timing = self.timing
        if timing is None:
            return {}
        every = timing.repeats.every if timing.repeats else None
        times = timing.repeats.times if timing.repeats else None
        marks = {
            "anchor": str(timing.anchor),
            "offset": _span(timing.offset),
            "duration": _span(timing.duration),
            "every": _span(every),
            "times": str(times or ""),
            "deadline": "ja" if timing.deadline else "",
        }
        return {name: value for name, value in marks.items() if value}


def plan_nouns(book: Handbook, model: InclusionModel) -> dict[str, Any]:
    """Rows, roles to choose among and the form that can be filled."""
    rows = tuple(
        PlanRow(
            step,
            number,
            model.phase_of[step.id],
            timing_of(step),
            addresses.step(model.id, step.id) + ".html",
        )
        for number, step in enumerate(model.steps, 1)
    )
    form = book.form_by_id.get(PLAN_FORM) if PLAN_FORM in model.forms else None
    return {
        "rows": rows,
        "acting": tuple(dict.fromkeys(role for row in rows for role in row.roles)),
        "length": usual_length(model),
        "length_mark": _span(usual_length(model)),
        "form": form,
        "places": _places(form) if form else {},
        "host": book.edition.site_url.split("//")[-1].strip("/"),
    }


def _span(span: Span | None) -> str:
    return f"{span.amount} {span.unit}" if span else ""


def _places(form: Form) -> dict[str, int]:
    """How many rows the form has for meetings and for activities."""
    return {f.id: f.row_count for f in form.fields if f.id in ("meetings", "activities")}
