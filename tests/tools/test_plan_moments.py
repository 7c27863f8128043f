"""A dated plan: tasks with their moments, days as people type them, and who takes part."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from handbook.build import Build
from handbook.document.linker import Linker
from handbook.document.tools import PlanTask, Turn
from handbook.model.acts import usual_moments
from handbook.model.calendar import timing_of
from handbook.model.inclusion_model import InclusionModel
from handbook.model.moments import NAMED, Moment, When
from handbook.model.process import Anchor, ChecklistItem, Level, Step
from handbook.sections.plan import plan_tool
from tools.node import run_node


def told(real: Build) -> Iterator[tuple[InclusionModel, Step, ChecklistItem, PlanTask]]:
    """Each thing to do with what the plan says of it, on its own row or on the first day's."""
    assert real.book is not None
    for model in real.book.models:
        tool = plan_tool(Linker(real.book), model)
        by_step = {one.step: list(one.tasks) for one in tool.steps}
        first = list(tool.first_day.tasks)
        for step in model.steps:
            for item in step.do:
                row = by_step[step.id]
                own = row if row and row[0].text.startswith(item.text.gist.plain) else first
                yield model, step, item, own.pop(0)
        assert not first and not any(by_step.values())


def _is_the_rows_own(step: Step, moment: Moment) -> bool:
    """The first day has a row of its own; «16 uker før start» may be when the step itself is."""
    timing = timing_of(step)
    offset = timing.offset if timing and timing.anchor is Anchor.START else None
    if offset and moment.when is When.BEFORE_START and moment.amount:
        return (moment.amount, moment.unit) == (-offset.amount, offset.unit)
    return moment.label == "Første dag" and offset is not None and 0 < offset.days <= 7


def test_every_task_is_told_with_its_moment(real: Build) -> None:
    seen = 0
    for model, step, item, task in told(real):
        assert task.text.startswith(item.text.gist.plain), (model.id, step.id, item.id)
        moment = item.moment
        if moment and (moment.event or moment.when is not usual_moments(model)[step.id]):
            seen += 1
            assert _is_the_rows_own(step, moment) or moment.label.lower() in task.lead.lower(), (
                step.id,
                item.id,
            )
    assert seen > 100


def test_what_waits_for_something_is_no_task_of_every_meeting(real: Build) -> None:
    waiting = [task for _, _, item, task in told(real)
               if item.moment and item.moment.when in NAMED]  # fmt: skip
    assert len(waiting) > 50
    assert all(task.lead and task.turn is not Turn.EACH for task in waiting)


def test_what_is_done_some_way_into_the_stay_stands_at_the_meeting_of_then(real: Build) -> None:
    at = {(model.id, item.id): task.at for model, _, item, task in told(real) if task.at}
    assert at["aft", "avgjor-forlengelse"] == 3, "after nine months, a meeting every third"
    assert at["ia-vikar", "tremaneders"] == 7, "after 91 days, every second week from the eighth"


def test_the_script_tells_it_at_that_meeting_or_the_last() -> None:
    task = {"who": [], "text": "", "lead": "", "turn": "first", "before": 0, "at": 3}
    code = "const { tasksAt } = globalThis.handbookPlanWords;"
    code += "const out = input.map(([n, of]) => tasksAt(TASKS, n, of).length)"
    asked = [[1, 4], [3, 4], [4, 4], [2, 2], [1, 1]]
    found = run_node(
        code.replace("TASKS", json.dumps([task])), asked, "plan-dates.js", "plan-words.js"
    )
    assert found == [0, 1, 0, 1, 1]


def test_what_one_may_is_not_told_as_a_duty(real: Build) -> None:
    may = [task.lead for _, _, item, task in told(real) if item.level is Level.MAY]
    assert len(may) > 30
    assert all(lead.startswith("Kan") for lead in may)


def test_a_limit_in_a_later_sentence_stands(real: Build) -> None:
    texts = {(step.id, item.id): task.text for _, step, item, task in told(real)}
    assert texts["laer-sammen", "samme-krav"].endswith("bare litt mer oppmerksomhet og oppfølging.")
    assert texts["innga-avtale", "vent-pa-nav"].endswith("Nav godkjenner sist.")


@pytest.fixture
def plan(chromium: Browser, built_site: object) -> Iterator[Page]:
    page = chromium.new_page()
    page.goto(f"file://{built_site}/modeller/ia-vikar/plan.html")
    yield page
    page.close()


@pytest.mark.slow
def test_the_plan_on_screen_says_when(plan: Page) -> None:
    plan.fill("[data-start]", "15.03.2027")
    plan.select_option("[data-role]", "leder")
    tasks = plan.locator("[data-dated] .plan-tasks li").all_inner_texts()
    checked = "3 dager før start, fre. 12.03.2027: Gå gjennom SKJ-34"
    assert any(one.startswith(checked) for one in tasks)
    asked = "Når begge har sagt ja: Spør hva kandidaten trenger"
    assert any(one.startswith(asked) for one in tasks)


@pytest.mark.slow
def test_the_calendar_reminds_of_what_is_done_before_the_first_day(plan: Page) -> None:
    plan.fill("[data-start]", "15.03.2027")
    plan.select_option("[data-role]", "leder")
    with plan.expect_download() as made:
        plan.click("[data-action='calendar']")
    events = made.value.path().read_text(encoding="utf-8").split("BEGIN:VEVENT")
    (checked,) = (one for one in events if "SUMMARY:Gå gjennom SKJ-34" in one)
    assert "DTSTART;VALUE=DATE:20270312" in checked  # a Friday: three days before is a Friday too
    (told,) = (one for one in events if "SUMMARY:Fortell kollegene" in one)
    assert "DTSTART;VALUE=DATE:20270312" in told  # the day before is a Sunday


@pytest.mark.slow
def test_a_year_of_two_digits_is_read(plan: Page) -> None:
    plan.fill("[data-start]", "21.12.26")
    assert plan.locator("[data-start]").get_attribute("aria-invalid") == "false"
    assert plan.locator("[data-action='print']").is_enabled()


@pytest.mark.slow
@pytest.mark.parametrize("part", ["start", "end"])
def test_a_day_that_is_none_is_told_at_its_field(plan: Page, part: str) -> None:
    field = plan.locator(f"[data-{part}]")
    field.fill("21.12")
    assert field.get_attribute("aria-invalid") == "false"  # still being written
    field.press("Tab")
    assert field.get_attribute("aria-invalid") == "true"
    fault = plan.locator(f"#{(field.get_attribute('aria-describedby') or '').split(' ')[0]}")
    assert fault.inner_text() == "Skriv datoen slik: 31.12.2026."
    box, told = field.bounding_box(), fault.bounding_box()
    assert box and told and abs(told["y"] - box["y"] - box["height"]) < 12
    field.fill("21.12.2027")
    assert field.get_attribute("aria-invalid") == "false"
    assert fault.count() == 0


@pytest.mark.slow
def test_steps_that_others_do_are_not_lost(plan: Page) -> None:
    plan.fill("[data-start]", "15.03.2027")
    assert "Andre gjør steg 4 (Nav" in plan.inner_text("[data-dated]")


@pytest.mark.slow
def test_only_who_answers_for_a_step_may_move_the_first_day(plan: Page) -> None:
    move = plan.get_by_role("button", name="Bruk den dagen")
    plan.fill("[data-start]", "21.12.2026")
    plan.select_option("[data-role]", "fadder")
    assert "Ta det opp med den som har ansvaret." in plan.inner_text("[data-dated]")
    assert move.count() == 0
    plan.select_option("[data-role]", "leder")
    assert move.count() == 1


@pytest.mark.slow
def test_those_who_meet_are_the_same_in_the_plan(plan: Page) -> None:
    plan.fill("[data-start]", "15.03.2027")
    row = plan.locator("[data-dated] tr", has_text="Hold jevnlige statusmøter").first
    assert (
        row.locator("[data-label='Hvem']").inner_text() == "HMS-kontakten, deltakeren og fadderen"
    )


@pytest.mark.slow
def test_the_participants_plan_speaks_to_the_participant(plan: Page) -> None:
    plan.fill("[data-start]", "15.03.2027")
    plan.click("[data-action='form']")
    plan.wait_for_url(re.compile("SKJ-05"))
    plan.get_by_role("button", name="Sett inn", exact=False).wait_for()
    text = plan.locator("dialog[open]").inner_text()
    assert "Du får en plan" in text
    assert "Gi deltakeren planen" not in text
    assert "deltaker" not in text.lower().split("du får en plan")[1]
