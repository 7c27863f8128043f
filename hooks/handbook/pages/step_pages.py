"""A model's process as pages: all of it at a glance, and a page for each step."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import Pager
from handbook.model.inclusion_model import InclusionModel
from handbook.pages.context import SWITCH, Context, compose
from handbook.pages.page import Crumb, Menu, Page
from handbook.sections.around import foot, warnings
from handbook.sections.process import process_section
from handbook.sections.step import position, step_section

CHECKLIST = "assets/js/checklist.js"


def process_page(
    context: Context, model: InclusionModel, crumbs: tuple[Crumb, ...], menu: Menu
) -> Page:
    """The phases with their steps in short."""
    linker, part, source = context.linker, titles.STEPS, f"model/{model.id}/process.yml"
    return compose(
        process_section(linker, model),
        title=f"{part.title} – {model.short_title}",
        kind=part.kind,
        description=f"{model.short_title}: {part.description}.",
        above=warnings(linker, model, context.today),
        below=(foot(linker, model, source),),
        source=source,
        crumbs=crumbs,
        menu=menu,
    )


def step_page(
    context: Context, model: InclusionModel, at: int, crumbs: tuple[Crumb, ...], menu: Menu
) -> Page:
    """One step; `at` is its place in the model, from 0."""
    linker, step, source = context.linker, model.steps[at], f"model/{model.id}/process.yml"
    warned = warnings(linker, model, context.today)
    return compose(
        step_section(linker, model, step, at + 1),
        kind="step",
        description=step.what.plain,
        above=(position(linker, model, at), *warned, SWITCH),
        below=(_pager(context, model, at), foot(linker, model, source)),
        source=source,
        crumbs=crumbs,
        menu=menu,
        scripts=(CHECKLIST,) if step.do else (),
    )


def _pager(context: Context, model: InclusionModel, at: int) -> Pager:
    steps, linker = model.steps, context.linker
    before = linker.step(model, steps[at - 1].id) if at else None
    after = linker.step(model, steps[at + 1].id) if at + 1 < len(steps) else None
    return Pager(before, after)
