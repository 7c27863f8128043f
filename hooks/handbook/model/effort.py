"""How many hours a model asks of each role. What nobody has said is unknown, never nought."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.model.calendar import plan, plus, timing_of, usual_length
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence, Labour, Span, Unit, cached_on_noun
from handbook.model.process import Effort, Step, Timing

_START = dt.date(2026, 1, 5)
"""Any Monday: hours are counted on a calendar, and the total does not hang on which one."""

_YEAR = Span(amount=1, unit=Unit.YEAR)


@dataclass(frozen=True)
class Line:
    """One role's hours in one step. `times` and `hours` are None when they cannot be known."""

    step: Step
    effort: Effort
    times: float | None

    @property
    def hours(self) -> float | None:
        """Hours times how often."""
        return None if self.times is None else self.effort.hours * self.times


@dataclass(frozen=True)
class Total:
    """One role's hours in a model.

    `hours` is the sum of what is known for each participant, `once` of what is spent once for the
    workplace; None when nothing is. `unknown` lists the steps where the role has work without a
    number.
    """

    role: str
    hours: float | None
    lines: tuple[Line, ...]
    unknown: tuple[Step, ...]
    once: float | None = None


@cached_on_noun
def per_participant(model: InclusionModel) -> tuple[Total, ...]:
    """Hours for a period of the usual length, by role; nothing when no length is usual."""
    length = usual_length(model)
    return _totals(model, length) if length else ()


@cached_on_noun
def per_year(model: InclusionModel) -> tuple[Total, ...]:
    """Hours for the preparation and one year, by role."""
    return _totals(model, _YEAR)


def _totals(model: InclusionModel, length: Span) -> tuple[Total, ...]:
    lines = tuple(_lines(model, length))
    working = dict.fromkeys(
        role
        for step in model.steps
        for role in (step.responsibility.accountable, *step.responsibility.performed_by)
    )
    roles = dict.fromkeys((*working, *(line.effort.role for line in lines)))
    return tuple(_total(model, role, lines) for role in roles)


def _total(model: InclusionModel, role: str, lines: tuple[Line, ...]) -> Total:
    own = tuple(line for line in lines if line.effort.role == role)
    each = _sum(line for line in own if not line.effort.for_workplace)
    once = _sum(line for line in own if line.effort.for_workplace)
    said = {line.step.id for line in own}
    silent = [s for s in model.steps if role in s.responsibility.performed_by and s.id not in said]
    endless = [line.step for line in own if line.hours is None]
    return Total(role, each, own, (*silent, *endless), once)


def _sum(lines: Iterable[Line]) -> float | None:
    known = [line.hours for line in lines if line.hours is not None]
    return sum(known) if known else None


def _lines(model: InclusionModel, length: Span) -> Iterator[Line]:
    for step in model.steps:
        if isinstance(step.effort, Absence):
            continue
        for effort in step.effort:
            yield Line(step, effort, _times(model, step, effort.per, length))


def _times(model: InclusionModel, step: Step, per: Labour, length: Span) -> float | None:
    timing = timing_of(step)
    if per is Labour.ONCE:
        return 1
    if per is Labour.OCCURRENCE:
        repeats = timing.repeats if timing else None
        return _occurrences(model, step, length) if repeats else 1
    if timing is None:
        return None
    weeks = _weeks(timing, length)
    return weeks if per is Labour.WEEK else round(weeks * 12 / 52, 1)


def _occurrences(model: InclusionModel, step: Step, length: Span) -> int:
    end = plus(_START, length)
    return sum(e.step == step.id and e.planned <= end for e in plan(model, _START, end).events)


def _weeks(timing: Timing, length: Span) -> int:
    """How many weeks a step goes on, inside the period."""
    days = length.days
    if timing.duration:
        days = min(days, timing.duration.days)
    elif timing.repeats and timing.repeats.times:
        days = min(days, timing.repeats.every.days * timing.repeats.times)
    return max(1, round(days / 7))
