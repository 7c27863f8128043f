"""Plans of the real models on four hundred first days: in order, on working days, none past."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from handbook.build import Build
from handbook.model.calendar import (
    Caught,
    Event,
    Plan,
    day_off,
    plan,
    plus,
    seen_from,
    timing_of,
    with_first_day,
    working_day,
)
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Span, Unit
from tools.node import run_node
from tools.test_calendar import rows

TODAY = dt.date(2026, 11, 29)
FIRST_DAYS = tuple(TODAY - dt.timedelta(days=60) + dt.timedelta(days=n) for n in range(0, 1200, 3))
FAR = (dt.date(2020, 2, 29), dt.date(2090, 12, 24))
"""A first day long past and one far off are planned too, and nothing is lost."""


def _length(model: InclusionModel, number: int) -> Span | None:
    return (Span(amount=3, unit=Unit.MONTH), Span(amount=1, unit=Unit.YEAR), None)[number % 3]


def _cases(model: InclusionModel) -> Iterator[tuple[dt.date, dt.date | None]]:
    for number, start in enumerate((*FIRST_DAYS, *FAR)):
        length = _length(model, number)
        yield start, plus(start, length) if length else None


_MADE: dict[tuple[str, dt.date, dt.date | None], tuple[Plan, Caught]] = {}


def _made(model: InclusionModel, start: dt.date, end: dt.date | None) -> tuple[Plan, Caught]:
    """The plan and what is seen of it today, worked out once for all who ask."""
    key = model.id, start, end
    if key not in _MADE:
        made = plan(model, start, end)
        _MADE[key] = made, seen_from(model, made, start, TODAY)
    return _MADE[key]


def _models(real: Build) -> tuple[InclusionModel, ...]:
    assert real.book is not None
    return real.book.models


def test_there_are_four_hundred_first_days() -> None:
    assert len(FIRST_DAYS) == 400


def test_steps_keep_their_order_and_stand_on_working_days(real: Build) -> None:
    for model in _models(real):
        for start, end in _cases(model):
            made, _ = _made(model, start, end)
            assert not [e for e in made.events if day_off(e.day)], (model.id, start)
            _in_order(model, made.events)
            assert {e.step for e in made.events} | set(made.undated) == set(model.step_by_id)


def _in_order(model: InclusionModel, events: tuple[Event, ...]) -> None:
    """No step begins before one it waits for, and none stands above it in the list."""
    begins = {event.step: at for at, event in enumerate(events) if event.number == 1}
    for step in model.steps:
        for other in step.logic.after if step.logic else ():
            if step.id in begins and other in begins:
                earlier, later = events[begins[other]], events[begins[step.id]]
                assert begins[other] < begins[step.id], (model.id, other, step.id)
                assert earlier.day <= later.day, (model.id, other, step.id)


def test_what_is_counted_from_the_first_day_ends_by_the_last(real: Build) -> None:
    for model in _models(real):
        for start, end in _cases(model):
            if end is None:
                continue
            for event in _made(model, start, end)[0].events:
                timing = timing_of(model.step_by_id[event.step])
                assert timing is not None
                if timing.anchor != "end" and event.until:
                    assert event.until <= max(end, event.planned), (model.id, event)


def test_nothing_is_in_the_past_without_saying_so(real: Build) -> None:
    for model in _models(real):
        for start, end in _cases(model):
            made, seen = _made(model, start, end)
            assert all(event.day >= TODAY and not day_off(event.day) for event in seen.ahead)
            _nothing_lost(made.events, seen)
            _in_order(model, seen.ahead)
            if seen.late:
                assert seen.first_day is not None
                assert seen.first_day > start


def _nothing_lost(events: tuple[Event, ...], seen: Caught) -> None:
    """Every event is either ahead or among what is late, and what must be done is both."""
    ahead = {(event.step, event.number) for event in seen.ahead}
    late = {(event.step, event.number): how for event, how in seen.late}
    assert ahead | late.keys() == {(event.step, event.number) for event in events}
    again = {key for key, how in late.items() if how == "now"} if seen.reachable else set()
    assert ahead & late.keys() == again


def test_on_the_first_day_that_is_early_enough_nothing_is_late(real: Build) -> None:
    """The day the plan proposes gives everything its usual time, but for days off in between."""
    for model in _models(real):
        start = TODAY + dt.timedelta(days=1)
        first = seen_from(model, plan(model, start, None), start, TODAY).first_day
        if first is None:
            continue
        again = seen_from(model, plan(model, first, None), first, TODAY)
        assert all((TODAY - event.day).days <= 7 for event, _ in again.late), model.id


def test_what_is_late_gets_its_time_or_the_day_cannot_be_reached(real: Build) -> None:
    """A course of weeks never begins the day its participants are chosen."""
    told = {True: 0, False: 0}
    for model in _models(real):
        for start, end in _cases(model):
            made, seen = _made(model, start, end)
            if start >= TODAY and any(how == "now" for _, how in seen.late):
                told[seen.reachable] += 1
            if start >= TODAY and seen.reachable:
                _have_their_time(model, made.events, seen.ahead, start)
    assert min(told.values()) > 20, told


def _have_their_time(
    model: InclusionModel, usual: tuple[Event, ...], ahead: tuple[Event, ...], start: dt.date
) -> None:
    """What the participant is part of has its usual time; the rest its usual order."""
    was = {event.step: event for event in usual if event.number == 1}
    now = {event.step: event for event in ahead if event.number == 1}
    for step in model.steps:
        for other in step.logic.after if step.logic else ():
            if other not in now or step.id not in now or was[other].day < TODAY <= _end(was[other]):
                continue  # what has begun has had some of its time already
            room = was[step.id].day - was[other].day
            given = now[step.id].day - now[other].day
            if model.step_by_id[other].participant_involved:
                assert given >= room, (step.id, start)
            assert given >= min(room, dt.timedelta(days=1)), (step.id, start)
    for event in now.values():
        if was[event.step].day < start and event.day != was[event.step].day:
            assert event.day <= start, (event.step, start)


def _end(event: Event) -> dt.date:
    return event.until or event.day


def test_springbrett_cannot_begin_at_once(real: Build) -> None:
    (model,) = (one for one in _models(real) if one.id == "springbrett")
    for weeks, reachable in ((1, False), (6, False), (11, False), (14, True), (24, True)):
        start = TODAY + dt.timedelta(days=1 + 7 * weeks)
        seen = seen_from(model, plan(model, start, None), start, TODAY)
        assert seen.reachable is reachable, weeks
        days = {event.step: event.day for event in seen.ahead if event.number == 1}
        if reachable:
            assert days["forberedelseskurs"] - days["velg-kandidater"] >= dt.timedelta(weeks=4)
            assert days["matchemote"] - days["forberedelseskurs"] >= dt.timedelta(weeks=2)


def test_the_first_day_is_always_in_the_plan(real: Build) -> None:
    """For everybody and for each role, as long as it is not past; where the browser has it too."""
    for model in _models(real):
        own = rows(real.book, model)  # type: ignore[arg-type]
        roles = [None, *dict.fromkeys(role for row in own for role in row["roles"])]
        given, wanted = [], []
        for start, end in tuple(_cases(model))[::9]:
            made = _made(model, start, end)[1].ahead
            day = working_day(start, earlier=False)
            for role in roles:
                mine = {row["step"] for row in own if role is None or role in row["roles"]}
                events = tuple(event for event in made if event.step in mine)
                told = with_first_day(model, events, start, TODAY)
                if day >= TODAY:
                    assert any(event.day == day for event in told), (model.id, role, start)
                    assert [event.day for event in told] == sorted(event.day for event in told)
                given.append([sorted(mine), start.isoformat(), end.isoformat() if end else None])
                wanted.append([[event.step, event.day.isoformat()] for event in told])
        case = {"rows": own, "cases": given, "today": TODAY.isoformat()}
        assert run_node(_FIRST_IN_SCRIPT, case, "plan-dates.js") == wanted, model.id


_FIRST_IN_SCRIPT = """
const { parse, iso, plan, seenFrom, withFirstDay } = handbookPlan;
const out = input.cases.map(([mine, start, end]) => {
  const made = plan(input.rows, parse(start), end === null ? null : parse(end));
  const seen = seenFrom(input.rows, made.events, parse(start), parse(input.today));
  const own = seen.ahead.filter((event) => mine.includes(event.step));
  const told = withFirstDay(input.rows, own, parse(start), parse(input.today));
  return told.map((e) => [e.step, iso(e.day)]);
});
"""


def test_the_script_sees_the_same_from_today(real: Build) -> None:
    """For everybody, and for each role alone."""
    book = real.book
    assert book is not None
    for model in book.models:
        own = rows(book, model)
        starts = [[start.isoformat(), end.isoformat() if end else None]
                  for start, end in _cases(model)]  # fmt: skip
        case = {"rows": own, "cases": starts, "today": TODAY.isoformat()}
        said = run_node(_IN_SCRIPT, case, "plan-dates.js")
        mine = {role: {row["step"] for row in own if role in row["roles"]}
                for row in own for role in row["roles"]}  # fmt: skip
        for (start, end), script in zip(_cases(model), said, strict=True):
            seen = _as_json(_made(model, start, end)[1])
            assert script == seen, (model.id, start)
            for role, steps in mine.items():
                assert _chosen(script, steps) == _chosen(seen, steps), (model.id, role, start)


def _as_json(seen: Caught) -> dict[str, Any]:
    return {
        "late": [[e.step, e.number, e.day.isoformat(), str(how)] for e, how in seen.late],
        "ahead": [[e.step, e.number, e.day.isoformat(), e.until.isoformat() if e.until else None]
                  for e in seen.ahead],
        "first": seen.first_day.isoformat() if seen.first_day else None,
        "reachable": seen.reachable,
    }  # fmt: skip


def _chosen(told: dict[str, Any], acting: set[str]) -> dict[str, Any]:
    return told | {
        part: [one for one in told[part] if one[0] in acting] for part in ("late", "ahead")
    }


_IN_SCRIPT = """
const { parse, iso, plan, seenFrom } = handbookPlan;
const text = (day) => (day === null ? null : iso(day));
const out = input.cases.map(([start, end]) => {
  const made = plan(input.rows, parse(start), end === null ? null : parse(end));
  const seen = seenFrom(input.rows, made.events, parse(start), parse(input.today));
  return {
    late: seen.late.map(({ event, how }) => [event.step, event.number, iso(event.day), how]),
    ahead: seen.ahead.map((e) => [e.step, e.number, iso(e.day), text(e.until)]),
    first: text(seen.firstDay), reachable: seen.reachable,
  };
});
"""

_SAID = {
    r"[Ee]tter én uke": ("offset", 1, "week"),
    r"så hver fjerde uke": ("every", 4, "week"),
    r"så annenhver uke": ("every", 2, "week"),
    r"så hver uke(?! i starten)": ("every", 1, "week"),
    r"[Hh]ver tredje måned": ("every", 3, "month"),
    r"^Hvert halvår": ("every", 6, "month"),
}
"""What a label may say of its distances, and what the dates then are counted with."""


def test_distances_are_what_the_text_says(real: Build) -> None:
    said = 0
    for model in _models(real):
        for step in model.steps:
            timing = timing_of(step)
            for words, (field, amount, unit) in _SAID.items():
                if timing is None or not re.search(words, timing.label):
                    continue
                if field == "every" and timing.repeats is None:
                    continue
                span = timing.repeats.every if field == "every" else timing.offset  # type: ignore[union-attr]
                assert span == Span(amount=amount, unit=unit), (model.id, step.id, timing.label)
                said += 1
    assert said >= 8


A_HOLIDAY = 5
"""Days in a row, at most, on which nobody works: from the Wednesday before Easter, or Christmas."""


def test_each_time_of_what_is_repeated_is_as_far_off_as_said(real: Build) -> None:
    """«Etter én uke, så annenhver uke»: counted from the first day, and moved for days off only.

    A step that waits for another may begin later than said, by no more than a holiday.
    """
    met = 0
    for model in _models(real):
        for start, end in _cases(model):
            for event in _made(model, start, end)[0].events:
                step = model.step_by_id[event.step]
                timing = timing_of(step)
                if timing is None or timing.repeats is None or timing.anchor != "start":
                    continue
                first = plus(start, timing.offset) if timing.offset else start
                every = timing.repeats.every
                so_far = Span(amount=every.amount * (event.number - 1) or 1, unit=every.unit)
                said = plus(first, so_far) if event.number > 1 else first
                late = (event.planned - said).days
                waits = bool(step.logic and step.logic.after)
                assert 0 <= late <= (A_HOLIDAY if waits else 0), (model.id, event)
                assert abs((event.day - event.planned).days) <= A_HOLIDAY, (model.id, event)
                met += 1
    assert met > 5_000


def test_nothing_is_repeated_when_the_year_of_a_plan_without_an_end_is_gone(real: Build) -> None:
    start = dt.date(2026, 12, 11)
    status = [one.planned for model in _models(real) for one in _made(model, start, None)[0].events
              if one.step == "status-med-nav"]  # fmt: skip
    assert status == [dt.date(2027, 3, 11), dt.date(2027, 6, 11), dt.date(2027, 9, 11)]
    gone = plus(start, Span(amount=1, unit=Unit.YEAR))
    again = [one.planned for model in _models(real) for one in _made(model, start, None)[0].events
             if one.number > 1]  # fmt: skip
    assert max(again) < gone


def test_what_is_repeated_goes_on_until_a_last_day_beyond_the_year(real: Build) -> None:
    start, end = dt.date(2026, 12, 11), dt.date(2028, 12, 10)
    (aft,) = (model for model in _models(real) if model.id == "aft")
    status = [one for one in _made(aft, start, end)[0].events if one.step == "status-med-nav"]
    assert len(status) == 7
    assert status[-1].planned == dt.date(2028, 9, 11)
