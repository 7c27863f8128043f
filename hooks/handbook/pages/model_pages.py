"""The pages of one model: the overview, the steps, and the parts that stand around them."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import places, titles
from handbook.document.blocks import Actions, Blocks, Files, Paragraph, Section
from handbook.document.inline import Ref
from handbook.document.places import Place
from handbook.model.inclusion_model import InclusionModel
from handbook.pages.context import CALCULATOR, Context, compose
from handbook.pages.in_model import InModel
from handbook.pages.model_parts import COMPOSE
from handbook.pages.page import Page
from handbook.pages.redirects import phase_pages
from handbook.pages.step_pages import step_page
from handbook.sections import conditions
from handbook.sections import model as told
from handbook.sections.around import foot, notices, versions
from handbook.sections.costing import cost_in_short
from handbook.sections.process import process_list

_FOLDERS = ("last-ned/modeller", "last-ned/notat", "last-ned/til-deg", "last-ned/skjemapakker",
            "last-ned/personvern")  # fmt: skip
"""Where the files of a model lie."""

_BUTTONS = (titles.PLAN, titles.MEMO, titles.PARTICIPANT, titles.MODEL_FORMS)
"""Where a reader may go at once, after «Kom i gang»."""

_FIRST = (
    told.fit, process_list, told.core, told.results_in_short, cost_in_short, told.purpose,
    told.target_group, told.prerequisites, conditions.duration, conditions.status,
    conditions.funding, conditions.roles, conditions.rules, told.background, told.adaptation,
    told.related, told.themes,
)  # fmt: skip
"""The overview from top to bottom, until the files to take away."""


def model_pages(context: Context, model: InclusionModel) -> Iterator[Page]:
    """Every page of one model, the overview first."""
    of = InModel(context, model)
    yield _overview(of)
    for part in titles.parts_of(context.book, model):
        yield COMPOSE[part](of)
    yield from (step_page(of, at) for at in range(len(model.steps)))
    yield from phase_pages(context, model)


def _overview(of: InModel) -> Page:
    linker, model = of.linker, of.model
    blocks = (told.summary(linker, model), told.facts(linker, model), *_overview_parts(of))
    source = of.file("model.yml")
    return compose(
        Section(model.title, blocks, place=Place("model", model.id)),
        kind="model",
        description=model.summary.plain,
        above=notices(linker, model, of.context.today),
        below=(foot(model, source),),
        source=source,
        crumbs=of.crumbs[:1],
        menu=of.menu,
        scripts=CALCULATOR,
    )


def _overview_parts(of: InModel) -> Blocks:
    linker, model = of.linker, of.model
    known = of.context.versions(model)
    return (
        _buttons(of),
        *(block for part in _FIRST for block in part(linker, model)),
        _files(of),
        *told.gaps(linker, model),
        versions(linker, model, known),
        *told.changes(linker, model),
    )


def _buttons(of: InModel) -> Actions:
    start = of.linker.part(of.model, titles.GETTING_STARTED, kind="button")
    others = (of.linker.part(of.model, part, kind="button-secondary") for part in _BUTTONS)
    files = Ref(Place("model", of.model.id, "last-ned"), "Last ned", "button-secondary")
    return Actions((start, *others, files))


def _files(of: InModel) -> Section:
    """The model's own files, in the order they are told of."""
    named = of.context.downloads.named
    own = tuple(file for folder in _FOLDERS for file in named(folder, of.model.id))
    rest = Paragraph((of.linker.page(places.DOWNLOADS, "Alt som kan lastes ned"),))
    return Section("Last ned", (*((Files(own),) if own else ()), rest), "last-ned")
