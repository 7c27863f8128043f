"""What the page about time and money needs: hours per role, step by step."""

from __future__ import annotations

from typing import Any

from handbook.model.calendar import usual_length
from handbook.model.effort import Line, per_participant, per_year
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel


def effort_nouns(book: Handbook, model: InclusionModel) -> dict[str, Any]:
    """Totals for the usual period and for a year, and the lines behind them."""
    whole = {total.role: total for total in per_participant(model)}
    years = per_year(model)
    lines: tuple[Line, ...] = tuple(line for total in years for line in total.lines)
    order = {step.id: number for number, step in enumerate(model.steps, 1)}
    return {
        "length": usual_length(model),
        "totals": tuple((year.role, whole.get(year.role), year) for year in years),
        "lines": tuple(sorted(lines, key=lambda line: order[line.step.id])),
        "times": {
            (line.step.id, total.role, str(line.effort.per)): line
            for total in whole.values()
            for line in total.lines
        },
    }
