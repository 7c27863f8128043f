"""How many hours a model asks of each role. What nobody has said is unknown, never nought."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.model.calendar import alone, plus, timing_of, usual_length
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence, Labour, Span, Unit, cached_on_noun
from handbook.model.process import Anchor, Effort, Step, Timing

_START = dt.date(2026, 1, 5)
"""Any Monday: hours are counted on a calendar, and the total does not hang on which one."""

YEAR = 52
LONGEST = 156
"""So many weeks are counted and no more: three years, the longest any measure lasts."""


@dataclass(frozen=True)
class Pace:
    """How often something is done in so many weeks, as plain values that a script can be given.

    `at` has a week for each time, done when the period reaches it. What is done all the time has
    no weeks there: it goes on for `most` weeks, 0 without an end, and counts weeks or months.
    """

    at: tuple[int, ...] = ()
    most: int = 0
    monthly: bool = False
    goes_on: bool = False

    def times(self, weeks: int) -> float:
        """How often in so many weeks; a part of a month is a part."""
        if not self.goes_on:
            return sum(week <= weeks for week in self.at)
        going = max(1, min(weeks, self.most or weeks))
        return tenths(going * 12 / 52) if self.monthly else going


def tenths(value: float) -> float:
    """Rounded to one decimal, half upwards: the same in every language."""
    return math.floor(value * 10 + 0.5) / 10


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


def usual_weeks(model: InclusionModel) -> int | None:
    """The usual length in weeks, if anybody has said what is usual."""
    length = usual_length(model)
    return max(1, round(length.days / 7)) if length else None


@cached_on_noun
def per_participant(model: InclusionModel) -> tuple[Total, ...]:
    """Hours for a period of the usual length, by role; nothing when no length is usual."""
    weeks = usual_weeks(model)
    return _totals(model, weeks) if weeks else ()


@cached_on_noun
def per_year(model: InclusionModel) -> tuple[Total, ...]:
    """Hours for the preparation and one year, by role."""
    return _totals(model, YEAR)


def _totals(model: InclusionModel, weeks: int) -> tuple[Total, ...]:
    lines = tuple(_lines(model, weeks))
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


def _lines(model: InclusionModel, weeks: int) -> Iterator[Line]:
    for step, effort, pace in paced(model):
        yield Line(step, effort, None if pace is None else pace.times(weeks))


@cached_on_noun
def paced(model: InclusionModel) -> tuple[tuple[Step, Effort, Pace | None], ...]:
    """All work with a number of hours, and how often it is done; None when nobody can know."""
    return tuple(
        (step, effort, _pace(model, step, effort.per))
        for step in model.steps
        if not isinstance(step.effort, Absence)
        for effort in step.effort
    )


def _pace(model: InclusionModel, step: Step, per: Labour) -> Pace | None:
    timing = timing_of(step)
    if per is Labour.ONCE:
        return Pace(at=(0,))
    if per is Labour.OCCURRENCE:
        return Pace(at=_weeks(model, step, timing) if timing and timing.repeats else (0,))
    if timing is None:
        return None
    return Pace(most=_most(timing), monthly=per is Labour.MONTH, goes_on=True)


def _weeks(model: InclusionModel, step: Step, timing: Timing) -> tuple[int, ...]:
    """The week in which it happens each time; what follows the last day is never cut off."""
    events = alone(model, step, _START, plus(_START, Span(amount=LONGEST, unit=Unit.WEEK)))
    if timing.anchor is Anchor.END:
        return (0,) * len(events)
    return tuple(max(0, round((one.planned - _START).days / 7)) for one in events)


def _most(timing: Timing) -> int:
    """How many weeks a step goes on by itself; 0 when it lasts as long as the period."""
    if timing.duration:
        return max(1, round(timing.duration.days / 7))
    if timing.repeats and timing.repeats.times:
        return max(1, round(timing.repeats.every.days * timing.repeats.times / 7))
    return 0
