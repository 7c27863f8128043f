"""The pages of one model: the overview, the steps, and the parts that stand around them."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import places, titles
from handbook.document.blocks import Actions, Block, Blocks, Group, Item, ItemList, Section, said
from handbook.document.places import Place
from handbook.model.inclusion_model import InclusionModel
from handbook.pages.case_line import TAKES_CASE
from handbook.pages.context import Context, compose, on_demand
from handbook.pages.in_model import InModel
from handbook.pages.model_menu import ALWAYS
from handbook.pages.model_parts import COMPOSE
from handbook.pages.page import Page
from handbook.pages.redirects import phase_pages
from handbook.pages.step_pages import step_page
from handbook.sections import conditions
from handbook.sections import model as told
from handbook.sections.around import (
    brief_foot,
    foot,
    named_version,
    notices_in_short,
    past,
    versions,
)
from handbook.sections.costing import ANCHOR as COSTS
from handbook.sections.downloads import OF_A_MODEL
from handbook.sections.practice import first_actions
from handbook.sections.process import phases_in_short

_FOLDERS = tuple(kind.folder for kind in OF_A_MODEL)
"""Where the files of a model lie."""

_NEXT = (
    told.fit_in_short, phases_in_short, told.result_drawn, conditions.roles_by_name,
)  # fmt: skip
"""What one decides by after the facts and the first things to do."""

_ON_DEMAND = (
    told.more_fit, told.core, told.purpose, told.target_group, conditions.duration,
    conditions.rules_by_name, told.adaptation, told.background, told.gaps_in_short,
    told.related, told.themes,
)  # fmt: skip
"""What is told of a model here and nowhere else on the web, from top to bottom."""

_SPOTS = {
    titles.GETTING_STARTED: "forutsetninger",
    titles.EFFORT: COSTS,
    titles.RESULTS: "resultater",
}
"""Pages of a model → the spot on its overview where the same was told before."""


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
    source = of.file("model.yml")
    first = Group((told.key_facts(linker, model), *first_actions(linker, model)), "decide")
    blocks = (
        told.summary(linker, model),
        *notices_in_short(linker, model, of.context.today),
        first,
        *(block for part in _NEXT for block in part(linker, model)),
        _ways(of),
        *map(on_demand, _rest(of)),
    )
    return compose(
        Section(model.short_title, blocks, place=Place("model", model.id)),
        title=model.title,
        kind="model",
        description=model.summary.plain,
        below=(brief_foot(model, source),),
        source=source,
        menu=of.menu,
        scripts=TAKES_CASE,
        version=named_version(model),
    )


def _ways(of: InModel) -> Section:
    """Every page of the model that is not in its menu, and where the rest of it stands."""
    linker, model = of.linker, of.model
    lines = tuple(
        Item(said((linker.part(model, part, kind="chip"),)), anchor=_SPOTS.get(part, ""))
        for part in titles.parts_of(of.context.book, model)
        if part not in ALWAYS
    )
    beside = Item(said((conditions.way_to_status(linker, model),)), anchor="status")
    blocks = (ItemList((*lines, beside), kind="chips"), *_files(of))
    return Section(f"Mer om {model.short_title}", blocks, "mer", former=("last-ned",))


def _files(of: InModel) -> Blocks:
    """The way to the model's own files, if there are any."""
    named = of.context.downloads.named
    if not any(named(folder, of.model.id) for folder in _FOLDERS):
        return ()
    way = of.linker.page(places.DOWNLOADS, "Last ned", "button-secondary", of.model.id)
    return (Actions((way,)),)


def _rest(of: InModel) -> Iterator[Block]:
    linker, model = of.linker, of.model
    for part in _ON_DEMAND:
        yield from part(linker, model)
    yield versions(linker, model, of.context.versions(model))
    yield from told.changes(linker, model)
    yield _about(of)


def _about(of: InModel) -> Section:
    """Who owns it, how far it has come, and what is told of the past."""
    linker, model = of.linker, of.model
    blocks: Blocks = (told.whose_facts(model), *past(linker, model), foot(model))
    return Section("Om beskrivelsen", blocks, "om")
