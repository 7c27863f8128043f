"""Finding a model: the chooser with its decision table, and the models side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.document import places, titles
from handbook.document.blocks import (
    Fold,
    Section,
    Tool,
)
from handbook.document.places import page
from handbook.document.tools import CompareModels
from handbook.model.decision import Decision
from handbook.pages.case_line import DESK_SCRIPTS
from handbook.pages.context import CALCULATOR, Context, compose
from handbook.pages.page import Crumb, Page
from handbook.sections.around import brief_foot
from handbook.sections.case import contact_section
from handbook.sections.choice import chooser, chooser_section, no_chooser
from handbook.sections.comparison import LEAD, USUAL_IN_EACH, side_by_side
from handbook.sections.cost_figures import assumed_for, calculator
from handbook.sections.cost_grounds import kroner_section
from handbook.sections.small import small_section
from handbook.sections.weighing import weighing_section

_TRAIL = (Crumb("Modeller", places.MODELS),)


_CHOOSER = (
    "assets/js/chooser.js", "assets/js/chooser-monday.js", "assets/js/chooser-answer.js",
    "assets/js/chooser-page.js",
)  # fmt: skip


def choice_pages(context: Context) -> Iterator[Page]:
    """The chooser, the comparison, and what a small employer can do with less."""
    yield _chooser(context)
    yield _comparison(context)
    yield _small(context)


def _chooser(context: Context) -> Page:
    linker, decision = context.linker, context.book.decision
    about = "Hva passer for dere, hva gjør dere på mandag, og hvem ringer dere?"
    if decision is None:
        return compose(no_chooser(linker), kind="chooser", description=about, crumbs=_TRAIL)
    return compose(
        _folded(chooser_section(linker, decision)),
        kind="chooser",
        description=about,
        above=(Tool(chooser(linker, decision)),),
        below=(
            contact_section(linker),
            _weighing(context, decision),
            brief_foot(None, "model/decision.yml"),
        ),
        source="model/decision.yml",
        crumbs=_TRAIL,
        scripts=(*DESK_SCRIPTS, *_CHOOSER),
    )


def _folded(told: Section) -> Section:
    """The tree, the answers and the numbers open when somebody wants them; paper has them open."""
    blocks = tuple(
        replace(one, blocks=(Fold(_OPENS.get(one.anchor, one.title), one.blocks),))
        if isinstance(one, Section) else one
        for one in told.blocks
    )  # fmt: skip
    return replace(told, blocks=blocks)


_OPENS = {
    "tre": "Treet",
    "svar": "Det dere gjør på mandag og hvem dere ringer, for hvert svar",
    "kontakter": "Alle numre og sider",
}
"""Anchor → what opens the part."""


def _weighing(context: Context, decision: Decision) -> Section:
    """How the chooser weighs, folded away: few want to know."""
    told = weighing_section(context.linker, decision)
    return replace(told, blocks=(Fold("Spørsmålene og tabellen", told.blocks),))


def _small(context: Context) -> Page:
    return compose(
        small_section(context.linker),
        kind="small",
        description="Hva små virksomheter kan endre og la gå ut, og hvem som kan ha flere roller.",
        below=(brief_foot(None),),
        crumbs=_TRAIL,
    )


def _comparison(context: Context) -> Page:
    place = page(places.COMPARISON)
    data = CompareModels(tuple((model.id, model.short_title) for model in context.book.models))
    linker, models = context.linker, context.book.models
    counted = replace(calculator(linker, models), folded=True)
    told = (assumed_for(linker, f"for 1 plass i {USUAL_IN_EACH}"), *side_by_side(linker))
    blocks = (LEAD, Tool(data, (Tool(counted, told),)), kroner_section(linker))
    return compose(
        Section(titles.PAGES[places.COMPARISON], blocks, place=place),
        kind="comparison",
        description="Modellene side om side, felt for felt, med forskjellene merket.",
        crumbs=_TRAIL,
        scripts=("assets/js/compare.js", *CALCULATOR),
    )
