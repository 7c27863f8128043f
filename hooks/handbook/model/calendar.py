"""Dates of a process: Norwegian public holidays, working days, and a plan from a first day.

The same is worked out in the browser by plan-dates.js; a test holds the two together.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence, Labelled, Span, Unit
from handbook.model.process import Anchor, Level, Step, Timing

HORIZON = Span(amount=1, unit=Unit.YEAR)
"""How far a plan without a last day looks: to the day before the year is gone."""

MOST = 200
"""No step is repeated more often than this."""


def easter(year: int) -> dt.date:
    """Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


@lru_cache(maxsize=400)
def holidays(year: int) -> dict[dt.date, str]:
    """Norwegian public holidays, those on Sundays too; a day that is two has both names."""
    moved = easter(year)
    fixed = (
        (1, 1, "1. nyttårsdag"), (5, 1, "1. mai"), (5, 17, "17. mai"),
        (12, 25, "1. juledag"), (12, 26, "2. juledag"),
    )  # fmt: skip
    counted = (
        (-3, "skjærtorsdag"), (-2, "langfredag"), (0, "1. påskedag"), (1, "2. påskedag"),
        (39, "Kristi himmelfartsdag"), (49, "1. pinsedag"), (50, "2. pinsedag"),
    )  # fmt: skip
    days = {dt.date(year, month, day): name for month, day, name in fixed}
    for n, name in counted:
        day = moved + dt.timedelta(days=n)
        days[day] = f"{days[day]} og {name}" if day in days else name
    return days


_EVES = {(12, 24): "julaften", (12, 31): "nyttårsaften"}
"""No public holidays, yet nobody plans a meeting then."""


def day_off(day: dt.date) -> str:
    """Why nothing is planned on a day: `langfredag`, `julaften`, `søndag`; else empty."""
    name = holidays(day.year).get(day) or _EVES.get((day.month, day.day))
    return name or ("lørdag" if day.weekday() == 5 else "søndag" if day.weekday() == 6 else "")


def working_day(day: dt.date, *, earlier: bool) -> dt.date:
    """The day itself when people work on it, else the nearest working day before or after."""
    step = dt.timedelta(days=-1 if earlier else 1)
    while day_off(day):
        day += step
    return day


def plus(day: dt.date, span: Span | None, times: int = 1) -> dt.date:
    """A day some spans later; a month later than the 31st is the last day of a shorter month."""
    if span is None:
        return day
    amount = span.amount * times
    if span.unit in (Unit.DAY, Unit.WEEK):
        return day + dt.timedelta(days=amount * (7 if span.unit is Unit.WEEK else 1))
    months = day.year * 12 + day.month - 1 + amount * (12 if span.unit is Unit.YEAR else 1)
    year, month = months // 12, months % 12 + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


@dataclass(frozen=True)
class Event:
    """One thing in a plan. `number` counts the repeats of a step from 1.

    `planned` is where the calendar put it, `day` where it ended when nobody works on `planned`.
    `until` is the last day of something that takes time, moved the same way; else None.
    """

    step: str
    number: int
    planned: dt.date
    day: dt.date
    until: dt.date | None
    deadline: bool


@dataclass(frozen=True)
class Plan:
    """Everything that has a date, in order of time, and the steps that have none."""

    events: tuple[Event, ...]
    undated: tuple[str, ...]


def timing_of(step: Step) -> Timing | None:
    """When a step happens, if anybody has said so."""
    return None if isinstance(step.timing, Absence) else step.timing


def usual_length(model: InclusionModel) -> Span | None:
    """How long the model usually lasts, if anybody has said so; never the longest it may last."""
    if model.duration is None or isinstance(model.duration, Absence):
        return None
    return model.duration.typical


def plan(model: InclusionModel, start: dt.date, end: dt.date | None) -> Plan:
    """Give every step its date, none before a step it waits for.

    Without a last day, what is counted from it has no date; neither has what would come after it.
    """
    events: list[Event] = []
    begun: dict[str, dt.date] = {}
    for step in model.steps:
        timing = timing_of(step)
        after = step.logic.after if step.logic else ()
        earliest = max((begun[other] for other in after if other in begun), default=None)
        found = list(_events(model, step, timing, start, end, earliest)) if timing else []
        events += found
        if found:
            begun[step.id] = found[0].day
    order = {step.id: n for n, step in enumerate(model.steps)}
    events.sort(key=lambda event: (event.day, order[event.step], event.number))
    return Plan(tuple(events), tuple(step.id for step in model.steps if step.id not in begun))


def alone(
    model: InclusionModel, step: Step, start: dt.date, end: dt.date | None
) -> tuple[Event, ...]:
    """The dates of one step when it waits for no other."""
    timing = timing_of(step)
    return tuple(_events(model, step, timing, start, end, None)) if timing else ()


def _events(  # noqa: PLR0917 - the plan's own arguments, then what the step waits for
    model: InclusionModel,
    step: Step,
    timing: Timing,
    start: dt.date,
    end: dt.date | None,
    earliest: dt.date | None,
) -> Iterator[Event]:
    first = _first(model, step, timing, start, end)
    if first is None or _too_late(timing, first, end):
        return
    first = max(first, earliest) if earliest else first
    before = timing.deadline or timing.anchor is Anchor.END or first < start
    length = timing.duration
    every = timing.repeats.every if timing.repeats else None
    if every and length and length.days > every.days:
        length = None  # then it says how long the repeating goes on
    for number, planned in enumerate(_days(timing, first, start, end), 1):
        day = working_day(planned, earlier=before)
        day = max(day, earliest) if earliest else day
        until = _until(timing, planned, length, end)
        yield Event(
            step.id, number, planned, day, until if until and until > day else None, timing.deadline
        )


def _too_late(timing: Timing, first: dt.date, end: dt.date | None) -> bool:
    """Whether what is counted from the first day would begin after the last."""
    return end is not None and timing.anchor is not Anchor.END and first > end


def _until(
    timing: Timing, planned: dt.date, length: Span | None, end: dt.date | None
) -> dt.date | None:
    """The last working day of something that takes time; what is not about the end, ends by it."""
    if length is None:
        return None
    last = plus(planned, length) - dt.timedelta(days=1)
    if end and timing.anchor is not Anchor.END:
        last = min(last, max(end, planned))
    return working_day(last, earlier=True)


def _first(
    model: InclusionModel, step: Step, timing: Timing, start: dt.date, end: dt.date | None
) -> dt.date | None:
    if timing.anchor is Anchor.START:
        return plus(start, timing.offset)
    if timing.anchor is Anchor.END:
        return plus(end, timing.offset) if end else None
    if timing.anchor is Anchor.PHASE:
        return plus(_phase_start(model, step, start), timing.offset)
    if timing.repeats is None:
        return None
    return plus(start, timing.repeats.every)


def _phase_start(model: InclusionModel, step: Step, start: dt.date) -> dt.date:
    known = (timing_of(other) for other in model.phase_of[step.id].steps)
    days = [plus(start, t.offset) for t in known if t and t.anchor is Anchor.START]
    return min(days, default=start)


def _days(timing: Timing, first: dt.date, start: dt.date, end: dt.date | None) -> Iterator[dt.date]:
    if timing.repeats is None:
        yield first
        return
    every, times = timing.repeats.every, timing.repeats.times
    last = _last(timing, first, start, end)
    for number in range(min(times or MOST, MOST)):
        day = plus(first, every, number)
        if last and day > last:
            return
        yield day


def _last(timing: Timing, first: dt.date, start: dt.date, end: dt.date | None) -> dt.date | None:
    """The day after which nothing is repeated; None when the number of times alone decides."""
    assert timing.repeats is not None
    if timing.anchor is Anchor.END:
        return None if timing.repeats.times else plus(first, HORIZON)
    year = max(plus(start, HORIZON) - dt.timedelta(days=1), first)
    stops = [end] if end else [] if timing.repeats.times else [year]
    length = timing.duration
    if length and length.days > timing.repeats.every.days:
        stops.append(plus(first, length) - dt.timedelta(days=1))
    return min(stops, default=None)


FIRST_DAY = "forste-dag"
"""What the first day itself is called among the steps of a plan."""


def opens(step: Step) -> bool:
    """Whether a step begins on the first day itself."""
    timing = timing_of(step)
    counted = timing is not None and timing.anchor is Anchor.START
    return bool(counted and timing and not (timing.offset and timing.offset.amount))


def with_first_day(
    model: InclusionModel, events: tuple[Event, ...], start: dt.date, today: dt.date
) -> tuple[Event, ...]:
    """The events with the first day among them, unless it is past or one of them opens it."""
    day = working_day(start, earlier=False)
    opening = _opening(model)
    if day < today or any(e.step in opening and e.day == day for e in events):
        return events
    begins = Event(FIRST_DAY, 1, start, day, None, False)
    before = sum(1 for e in events if e.day < day or (e.day == day and e.planned < start))
    return (*events[:before], begins, *events[before:])


def _opening(model: InclusionModel) -> frozenset[str]:
    return frozenset(step.id for step in model.steps if opens(step))


class Late(Labelled):
    """What to do with something that should have been done before today."""

    NOW = "now", "gjøres straks"
    DROP = "drop", "kan gå ut denne gangen"
    PASSED = "passed", "er passert"


@dataclass(frozen=True)
class Caught:
    """A plan seen from today: nothing of it lies in the past without saying so.

    `late` are the events that should have been, each with what to do; `ahead` is what is left, with
    those that must be done all the same, one after another. What the participant is part of keeps
    its usual time; when that is not to be had before the first day, the day is not `reachable`, and
    what is late gets no new date.
    `first_day` is the first day on which all that is late would have had its usual time; None when
    nothing is late.
    """

    late: tuple[tuple[Event, Late], ...]
    ahead: tuple[Event, ...]
    first_day: dt.date | None
    reachable: bool


def seen_from(model: InclusionModel, made: Plan, start: dt.date, today: dt.date) -> Caught:
    """Put what is too late first, and date anew what must be done all the same."""
    late = tuple((one, _late(model, one)) for one in made.events if (one.until or one.day) < today)
    begins = _caught_up(model, made, late, today) if start >= today else {}
    reachable = _in_time(model, made, late, begins, start)
    ahead = _ahead(model, made, late, begins if reachable else None, today)
    order = {step.id: n for n, step in enumerate(model.steps)}
    ahead.sort(key=lambda event: (event.day, order[event.step], event.number))
    behind = [today - one.day for one, _ in late]
    first_day = working_day(start + max(behind), earlier=False) if behind else None
    return Caught(late, tuple(ahead), first_day, reachable)


_Lateness = tuple[tuple[Event, Late], ...]


def _caught_up(
    model: InclusionModel, made: Plan, late: _Lateness, today: dt.date
) -> dict[str, dt.date]:
    """The day each step can begin when what is late is done in turn.

    What the participant is part of keeps the usual time to what comes after, so that a course is
    not begun the day its participants are chosen. The workplace's own groundwork can be done in a
    day each, and what can be dropped takes none.
    """
    soon = working_day(today, earlier=False)
    usual = {one.step: one for one in made.events if one.number == 1}
    how = {one.step: what for one, what in late if one.number == 1}
    begins: dict[str, dt.date] = {}
    for step in model.steps:
        if one := usual.get(step.id):
            waited = [
                other for other in (step.logic.after if step.logic else ()) if other in begins
            ]
            ready = [begins[o] + _between(model, usual[o], one.day, how.get(o)) for o in waited]
            own = soon if step.id in how else one.day
            begins[step.id] = working_day(max((own, *ready)), earlier=False)
    return begins


def _between(model: InclusionModel, one: Event, then: dt.date, how: Late | None) -> dt.timedelta:
    """What must pass from one step until what comes after it."""
    if how in (Late.DROP, Late.PASSED):
        return dt.timedelta()
    usual = max(then - one.day, dt.timedelta())
    involved = model.step_by_id[one.step].participant_involved
    return usual if involved else min(usual, dt.timedelta(days=1))


def _in_time(
    model: InclusionModel, made: Plan, late: _Lateness, begins: dict[str, dt.date], start: dt.date
) -> bool:
    """Whether all that comes before the first day has its time before it."""
    how = {one.step: what for one, what in late if one.number == 1}
    return all(
        begins[one.step] + _between(model, one, start, how.get(one.step)) <= start
        for one in made.events
        if one.number == 1
        and one.day < start
        and begins.get(one.step, one.day) > one.day
        and how.get(one.step) in (None, Late.NOW)
    )


def _ahead(
    model: InclusionModel,
    made: Plan,
    late: _Lateness,
    begins: dict[str, dt.date] | None,
    today: dt.date,
) -> list[Event]:
    """What is left, moved as far as its step is; without new days what is late is left out."""
    soon = working_day(today, earlier=False)
    firsts = {one.step: one.day for one in made.events if one.number == 1}
    by = {step: (begins or {}).get(step, day) - day for step, day in firsts.items()}
    again = [one for one, how in late if how is Late.NOW] if begins is not None else []
    kept = [one for one in made.events if (one.until or one.day) >= today]
    return [_moved(model, one, by[one.step], soon) for one in (*again, *kept)]


def _moved(model: InclusionModel, event: Event, by: dt.timedelta, soon: dt.date) -> Event:
    """An event some days later, never before the first working day from today.

    Groundwork that is moved is done in a day, so it has no last day of its own.
    """
    day = max(working_day(event.day + by, earlier=False) if by else event.day, soon)
    until = event.until
    if until and by:
        involved = model.step_by_id[event.step].participant_involved
        until = working_day(until + by, earlier=True) if involved else None
    return replace(event, day=day, until=until if until and until > day else None)


def _late(model: InclusionModel, event: Event) -> Late:
    """A repeated meeting has passed; a step that asks nothing of anybody can be dropped."""
    step = model.step_by_id[event.step]
    timing = timing_of(step)
    if timing and timing.repeats:
        return Late.PASSED
    return Late.NOW if needed(step) else Late.DROP


def needed(step: Step) -> bool:
    """Whether a step has a deadline or something that must be done."""
    timing = timing_of(step)
    return bool(timing and timing.deadline) or any(one.level is Level.MUST for one in step.do)
