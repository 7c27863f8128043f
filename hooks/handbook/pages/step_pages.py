"""A model's process as pages: all of it at a glance, and a page for each step."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import Pager
from handbook.pages.context import SWITCH, compose
from handbook.pages.in_model import InModel
from handbook.pages.page import Page
from handbook.sections.around import foot, warnings
from handbook.sections.process import process_section
from handbook.sections.step import position, step_section

CHECKLIST = ("assets/js/kept.js", "assets/js/checklist.js")


def process_page(of: InModel) -> Page:
    """The phases with their steps in short."""
    return of.page(titles.STEPS, process_section(of.linker, of.model))


def step_page(of: InModel, at: int) -> Page:
    """One step; `at` is its place in the model, from 0."""
    linker, model, source = of.linker, of.model, of.file("process.yml")
    step, warned = model.steps[at], warnings(linker, model, of.context.today)
    return compose(
        step_section(linker, model, step, at + 1),
        kind="step",
        description=step.what.plain,
        above=(position(linker, model, at), *warned),
        below=(SWITCH, _pager(of, at), foot(linker, model, source)),
        source=source,
        crumbs=of.crumbs,
        menu=of.menu,
        scripts=CHECKLIST if step.do else (),
    )


def _pager(of: InModel, at: int) -> Pager:
    steps, linker = of.model.steps, of.linker
    before = linker.step(of.model, steps[at - 1].id) if at else None
    after = linker.step(of.model, steps[at + 1].id) if at + 1 < len(steps) else None
    return Pager(before, after)
