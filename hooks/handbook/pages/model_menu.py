"""The menu of one model: its parts, and under «Steg for steg» the phases with their steps."""

from __future__ import annotations

from handbook.document import places, titles
from handbook.document.places import Place
from handbook.document.titles import Part, part_place
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import Phase
from handbook.pages.page import Menu, MenuItem

ALWAYS = {titles.STEPS: "", titles.PLAN: "", titles.MODEL_FORMS: "Skjemaer",
          titles.EXAMPLE: "Eksempel"}  # fmt: skip
"""The parts that every page of a model leads to, and a shorter name; the overview leads to all."""


def model_menu(book: Handbook, model: InclusionModel) -> Menu:
    """The overview first, then every part, with all steps under «Steg for steg»."""
    path = places.path(Place("model", model.id))
    parts = (_part(model, part) for part in titles.parts_of(book, model))
    first = MenuItem("Oversikt", path, always=True)
    return Menu(model.short_title, path, (first, *parts))


def _part(model: InclusionModel, part: Part) -> MenuItem:
    items = _phases(model) if part is titles.STEPS else ()
    path = places.path(part_place(model, part))
    return MenuItem(ALWAYS.get(part) or part.title, path, items=items, always=part in ALWAYS)


def _phases(model: InclusionModel) -> tuple[MenuItem, ...]:
    numbers = {step.id: number for number, step in enumerate(model.steps, 1)}
    return tuple(_phase(model, phase, numbers) for phase in model.phases)


def _phase(model: InclusionModel, phase: Phase, numbers: dict[str, int]) -> MenuItem:
    path = places.url(Place("phase", f"{model.id}/{phase.id}"), "")
    steps = tuple(
        MenuItem(step.title, places.path(Place("step", f"{model.id}/{step.id}")), numbers[step.id])
        for step in phase.steps
    )
    return MenuItem(phase.title, path, items=steps)
