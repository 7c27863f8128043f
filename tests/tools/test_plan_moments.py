"""A task in a dated plan is told with its moment, its condition and that one may."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from handbook.build import Build
from handbook.document.linker import Linker
from handbook.document.tools import PlanTask, Turn
from handbook.model.acts import usual_moments
from handbook.model.inclusion_model import InclusionModel
from handbook.model.moments import NAMED
from handbook.model.process import ChecklistItem, Level, Step
from handbook.sections.plan import plan_tool


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


def test_every_task_is_told_with_its_moment(real: Build) -> None:
    seen = 0
    for model, step, item, task in told(real):
        assert task.text.startswith(item.text.gist.plain), (model.id, step.id, item.id)
        moment = item.moment
        if moment and (moment.event or moment.when is not usual_moments(model)[step.id]):
            on_first_day = moment.label == "Første dag" and not task.lead
            seen += 1
            assert on_first_day or moment.label.lower() in task.lead.lower(), (step.id, item.id)
    assert seen > 100


def test_what_waits_for_something_is_no_task_of_every_meeting(real: Build) -> None:
    waiting = [task for _, _, item, task in told(real)
               if item.moment and item.moment.when in NAMED]  # fmt: skip
    assert len(waiting) > 50
    assert all(task.lead and task.turn is not Turn.EACH for task in waiting)


def test_what_one_may_is_not_told_as_a_duty(real: Build) -> None:
    may = [task.lead for _, _, item, task in told(real) if item.level is Level.MAY]
    assert len(may) > 30
    assert all(lead.startswith("Kan") for lead in may)


def test_a_limit_in_a_later_sentence_stands(real: Build) -> None:
    texts = {(step.id, item.id): task.text for _, step, item, task in told(real)}
    assert texts["laer-sammen", "presenter"].endswith("Fortell bare det dere har avtalt.")
    assert texts["innga-avtale", "vent-pa-nav"].startswith("Vent med start til alle tre")


@pytest.mark.slow
def test_the_plan_on_screen_says_when(chromium: Browser, built_site: object) -> None:
    page = chromium.new_page()
    page.goto(f"file://{built_site}/modeller/ia-vikar/plan.html")
    page.locator("[data-start]").fill("15.03.2027")
    page.locator("[data-role]").select_option("leder")
    tasks = page.locator("[data-dated] .plan-tasks li").all_inner_texts()
    assert any(one.startswith("3 dager før start: Gå gjennom sjekklista") for one in tasks)
    assert any(
        one.startswith("Når begge har sagt ja: Spør hva kandidaten trenger") for one in tasks
    )
    page.close()
