"""A model's process as pages: all of it at a glance, and a page for each step."""

from __future__ import annotations

from dataclasses import replace

from handbook.document import places, titles
from handbook.document.blocks import Block, Files, Pager, Section
from handbook.document.places import Place
from handbook.model.process import Step
from handbook.pages.case_line import CASE_SCRIPTS
from handbook.pages.context import compose
from handbook.pages.in_model import InModel
from handbook.pages.page import Crumb, Page
from handbook.sections.around import brief_foot, named_version, warnings
from handbook.sections.case import case_line
from handbook.sections.downloads import MESSAGES
from handbook.sections.process import process_section
from handbook.sections.step import TEXTS, step_on_screen

SENDABLE = ("assets/js/sendable.js",)
CHECKLIST = ("assets/js/kept.js", "assets/js/checklist.js")


def process_page(of: InModel) -> Page:
    """The phases with their steps in short, and on paper with what one does in each."""
    told = process_section(of.linker, of.model)
    return of.page(titles.STEPS, told, above=of.example())


def step_page(of: InModel, at: int) -> Page:
    """One step; `at` is its place in the model, from 0."""
    linker, model, source = of.linker, of.model, of.file("process.yml")
    step, warned = model.steps[at], warnings(linker, model, of.context.today)
    line = case_line(linker, model, step.responsibility.all_roles)
    return compose(
        _with_file(of, step_on_screen(linker, model, step, at + 1)),
        kind="step",
        description=step.what.plain,
        above=(*warned, line),
        below=(_pager(of, at), brief_foot(model, source)),
        source=source,
        crumbs=(*of.crumbs, _position(of, at)),
        menu=of.menu,
        scripts=tuple(dict.fromkeys((*_scripts(step), *CASE_SCRIPTS))),
        version=named_version(model),
    )


def _with_file(of: InModel, told: Section) -> Section:
    """The step with the file of all texts of the model after its own texts."""
    files = of.context.downloads.named(MESSAGES.folder, of.model.id)

    def led(one: Block) -> Block:
        if files and isinstance(one, Section) and one.anchor == TEXTS:
            return replace(one, blocks=(*one.blocks, Files(files)))
        return one

    return replace(told, blocks=tuple(map(led, told.blocks)))


def _scripts(step: Step) -> tuple[str, ...]:
    return (*(CHECKLIST if step.do else ()), *(SENDABLE if step.messages else ()))


def _position(of: InModel, at: int) -> Crumb:
    """Where in the process a step stands, and the way to its phase."""
    model = of.model
    phase = Place("phase", f"{model.id}/{model.phase_of[model.steps[at].id].id}")
    return Crumb(f"Steg {at + 1} av {len(model.steps)}", places.url(phase, ""))


def _pager(of: InModel, at: int) -> Pager:
    steps, linker = of.model.steps, of.linker
    before = linker.step(of.model, steps[at - 1].id) if at else None
    after = linker.step(of.model, steps[at + 1].id) if at + 1 < len(steps) else None
    return Pager(before, after)
