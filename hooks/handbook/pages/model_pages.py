"""The pages of one model: the overview, the steps, and the parts that stand around them."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import File
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.results import Outcome
from handbook.norwegian import upper_first
from handbook.pages import addresses, figure
from handbook.pages.context import Context
from handbook.pages.in_model import InModel
from handbook.pages.model_parts import COMPOSE
from handbook.pages.page import Page
from handbook.pages.redirects import phase_pages
from handbook.pages.step_pages import step_page
from handbook.pages.writer import Desk

_FOLDERS = ("last-ned/modeller", "last-ned/notat", "last-ned/til-deg", "last-ned/skjemapakker",
            "last-ned/personvern")  # fmt: skip
"""Where the files of a model lie."""


def model_pages(context: Context, desk: Desk, model: InclusionModel) -> Iterator[Page]:
    """Every page of one model, the overview first."""
    of = InModel(context, desk, model)
    yield _overview(of)
    for part in titles.parts_of(context.book, model):
        yield COMPOSE[part](of)
    yield from (step_page(of, at) for at in range(len(model.steps)))
    yield from phase_pages(context, model)


def _overview(of: InModel) -> Page:
    model = of.model
    return of.desk.page(
        addresses.model(model.id),
        "model.md.j2",
        title=model.title,
        kind="model",
        description=model.summary.plain,
        source=of.file("model.yml"),
        crumbs=of.crumbs[:1],
        menu=of.menu,
        model=model,
        versions=of.desk.versions(model),
        downloads=_downloads(of),
        drawing=figure.draw(model),
        outcome=_telling_outcome(model),
        numbers={step.id: n for n, step in enumerate(model.steps, 1)},
        wrap=figure.wrap,
        upper_first=upper_first,
    )


def _downloads(of: InModel) -> tuple[File, ...]:
    """The model's own files, in the order they are told of."""
    named = of.context.downloads.named
    return tuple(file for folder in _FOLDERS for file in named(folder, of.model.id))


def _telling_outcome(model: InclusionModel) -> Outcome | None:
    """The first result with both counts that no newer one has replaced, else the first."""
    if isinstance(model.outcomes, Absence):
        return None
    counted = (o for o in model.outcomes if o.share is not None and not o.historical)
    return next(counted, next(iter(model.outcomes), None))
