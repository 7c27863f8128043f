"""Dates: holidays, working days and plans; the script and Python give the same days."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.build import Build
from handbook.document.linker import Linker
from handbook.model.calendar import day_off, easter, holidays, plan, plus, working_day
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Span, Unit
from handbook.model.process import Timing
from handbook.sections.plan import plan_tool
from tools.node import run_node

GOLDEN = Path(__file__).parent / "plan_over_christmas_and_easter.json"
START, END = dt.date(2026, 11, 30), dt.date(2027, 5, 28)

EASTERS = {2024: "2024-03-31", 2025: "2025-04-20", 2026: "2026-04-05", 2027: "2027-03-28",
           2030: "2030-04-21", 2038: "2038-04-25", 2285: "2285-03-22"}  # fmt: skip
"""Sundays from the tables of the church, the earliest and the latest possible among them."""


@pytest.mark.parametrize(("year", "sunday"), EASTERS.items())
def test_easter_is_where_the_church_has_it(year: int, sunday: str) -> None:
    assert easter(year).isoformat() == sunday


def test_norwegian_holidays_of_2027() -> None:
    days = {day.isoformat(): name for day, name in holidays(2027).items()}
    assert days == {
        "2027-01-01": "1. nyttårsdag",
        "2027-03-25": "skjærtorsdag",
        "2027-03-26": "langfredag",
        "2027-03-28": "1. påskedag",
        "2027-03-29": "2. påskedag",
        "2027-05-01": "1. mai",
        "2027-05-06": "Kristi himmelfartsdag",
        "2027-05-16": "1. pinsedag",
        "2027-05-17": "17. mai og 2. pinsedag",
        "2027-12-25": "1. juledag",
        "2027-12-26": "2. juledag",
    }


def test_two_holidays_on_one_day_are_both_known() -> None:
    assert day_off(dt.date(2027, 5, 17)) == "17. mai og 2. pinsedag"


@given(st.dates(dt.date(1990, 1, 1), dt.date(2190, 1, 1)), st.booleans())
def test_a_moved_day_is_a_working_day_on_the_right_side(day: dt.date, earlier: bool) -> None:
    moved = working_day(day, earlier=earlier)
    assert not day_off(moved)
    assert (moved <= day) if earlier else (moved >= day)
    assert abs((moved - day).days) <= 6
    if not day_off(day):
        assert moved == day


@given(st.dates(dt.date(1990, 1, 1), dt.date(2190, 1, 1)), st.integers(-40, 40))
def test_months_keep_the_day_or_end_with_the_month(day: dt.date, months: int) -> None:
    later = plus(day, Span(amount=months, unit=Unit.MONTH))
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + dt.timedelta(days=1)).day == 1


def rows(book: Handbook, model: InclusionModel) -> list[dict[str, Any]]:
    return [asdict(step) for step in plan_tool(Linker(book), model).steps]


def as_json(model: InclusionModel, start: dt.date, end: dt.date | None) -> dict[str, Any]:
    made = plan(model, start, end)
    return {
        "events": [
            {
                "step": e.step,
                "number": e.number,
                "planned": e.planned.isoformat(),
                "day": e.day.isoformat(),
                "until": e.until.isoformat() if e.until else None,
                "deadline": e.deadline,
            }
            for e in made.events
        ],
        "undated": list(made.undated),
    }


IN_SCRIPT = """
const day = (text) => (text === null ? null : handbookPlan.parse(text));
const text = (value) => (value === null ? null : handbookPlan.iso(value));
const out = input.map(({ rows, start, end }) => {
  const made = handbookPlan.plan(rows, day(start), day(end));
  const events = made.events.map((e) => ({
    ...e, planned: text(e.planned), day: text(e.day), until: text(e.until),
  }));
  return { events, undated: made.undated };
});
"""


def test_the_script_plans_as_python_does(real: Build) -> None:
    book = real.book
    assert book is not None
    cases, expected = [], []
    for model in book.models:
        for number in range(40):
            start = dt.date(2026, 1, 1) + dt.timedelta(days=37 * number)
            length = (60, 91, 365, 800, None)[number % 5]
            end = start + dt.timedelta(days=length) if length else None
            cases.append(
                {
                    "rows": rows(book, model),
                    "start": start.isoformat(),
                    "end": end.isoformat() if end else None,
                }
            )
            expected.append(as_json(model, start, end))
    for case, script, python in zip(cases, run_node(IN_SCRIPT, cases, "plan-dates.js"), expected,
                                    strict=True):  # fmt: skip
        assert script == python, (case["start"], case["end"])


def test_a_date_is_read_as_people_type_it() -> None:
    code = "const out = input.map((t) => handbookDates.isoOf(t) || null);"
    good = ["30.11.2026", " 30.11.2026 ", "30112026", "30/11/2026", "30 11 2026", "2026-11-30",
            "30.11.26", "30/11-26", "30. november 2026"]  # fmt: skip
    bad = ["", "31.11.2026", "30.13.2026", "30.11.86", "30.11", "i dag", "3011202"]
    said = run_node(code, [*good, "1.2.2026", *bad], "form-checks.js", "date-field.js")
    assert said == ["2026-11-30"] * len(good) + ["2026-02-01"] + [None] * len(bad)


def test_the_script_knows_the_same_days_off(real: Build) -> None:
    days = [dt.date(2024, 1, 1) + dt.timedelta(days=n) for n in range(365 * 15)]
    code = "const out = input.map((d) => handbookPlan.dayOff(handbookPlan.parse(d)));"
    said = run_node(code, [d.isoformat() for d in days], "plan-dates.js")
    assert said == [day_off(d) for d in days]


def test_nothing_lands_on_a_day_off_and_every_step_has_a_place(real: Build) -> None:
    assert real.book is not None
    for model in real.book.models:
        for end in (END, None):
            made = plan(model, START, end)
            assert not [e for e in made.events if day_off(e.day)]
            placed = {e.step for e in made.events} | set(made.undated)
            assert placed == set(model.step_by_id)


def borrowed(real: Build, *timings: Timing) -> InclusionModel:
    """A model with a schedule of our own, so that the golden file outlives edits of the content."""
    assert real.book is not None
    model = real.book.models[0]
    steps = [
        step.model_copy(update={"id": f"steg-{n}", "timing": when})
        for n, (step, when) in enumerate(zip(model.steps, timings, strict=False), 1)
    ]
    phase = model.phases[0].model_copy(update={"steps": tuple(steps)})
    return model.model_copy(update={"phases": (phase,)})


def timing(anchor: str, **more: Any) -> Timing:
    return Timing.model_validate({"basis": "proposal", "label": "x", "anchor": anchor, **more})


def weeks(amount: int) -> dict[str, Any]:
    return {"amount": amount, "unit": "week"}


def schedule(real: Build) -> InclusionModel:
    return borrowed(
        real,
        timing("start", offset=weeks(-6), duration=weeks(2)),
        timing("start", offset={"amount": -1, "unit": "day"}, deadline=True),
        timing("start"),
        timing("start", offset={"amount": 25, "unit": "day"}, repeats={"every": weeks(1)}),
        timing("start", offset={"amount": 4, "unit": "month"}, deadline=True),
        timing("end", offset=weeks(-9), duration=weeks(2)),
        timing("end", deadline=True),
        timing("continuous", repeats={"every": {"amount": 1, "unit": "month"}}),
        timing("continuous"),
    )


def test_a_plan_over_christmas_and_easter(real: Build) -> None:
    """Written anew with GOLDEN=1; read the difference like prose."""
    found = as_json(schedule(real), START, END)
    made = {
        "dato": [
            f"{e['day']}{' til ' + e['until'] if e['until'] else ''} {e['step']} nr. {e['number']}"
            f"{', frist' if e['deadline'] else ''}"
            + (
                f", flyttet fra {e['planned']} ({day_off(dt.date.fromisoformat(e['planned']))})"
                if e["planned"] != e["day"]
                else ""
            )
            for e in found["events"]
        ],
        "uten dato": found["undated"],
    }
    if os.environ.get("GOLDEN"):
        GOLDEN.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert made == json.loads(GOLDEN.read_text(encoding="utf-8"))
