"""«Hva koster det oss?»: hours, kroner and rates of a model, and what they are counted from."""

from __future__ import annotations

from dataclasses import replace

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Fold,
    Item,
    Paragraph,
    Section,
    Tool,
    said,
)
from handbook.document.linker import Linker
from handbook.document.places import COMPARISON
from handbook.model.inclusion_model import InclusionModel
from handbook.sections.cost_figures import assumed, calculator, cost_table, usual
from handbook.sections.cost_grounds import KRONER, kroner_lines, reckoned
from handbook.sections.cost_notes import cost_notes, wages_beside
from handbook.sections.cost_rates import rates_part
from handbook.sections.grants import (
    grants_part,
)

ANCHOR = "kostnad"
TITLE = "Hva koster det oss?"


def cost_section(linker: Linker, model: InclusionModel) -> Section:
    """The whole: to count with on screen, else a table for one place of the usual length."""
    return _cost(linker, model, tuple(kroner_lines(linker)))


def cost_here(linker: Linker, model: InclusionModel) -> Section:
    """The same, with the way to how kroner are counted, which is alike for all models."""
    way = linker.page(COMPARISON, "Slik er kronene regnet", anchor=KRONER)
    told = _cost(linker, model, (Item(said((way, "."))),))
    return replace(told, blocks=(*told.blocks, *_to_memo(linker, model)))


def _to_memo(linker: Linker, model: InclusionModel) -> Blocks:
    """The memo, where what is typed here goes along."""
    if not linker.has(model, titles.MEMO):
        return ()
    words = "Ta tallene med i notatet til ledelsen"
    return (Paragraph((linker.part(model, titles.MEMO, words),), "more"),)


def _cost(linker: Linker, model: InclusionModel, of_kroner: tuple[Item, ...]) -> Section:
    table: Blocks = (*assumed(linker, model), cost_table(linker, model), *wages_beside(model))
    blocks: Blocks = (
        Tool(
            calculator(linker, (model,), grants=True),
            (
                *table,
                *grants_part(linker, model, usual(linker, model)[1].grants),
                *rates_part(linker, model),
            ),
        ),
        *cost_notes(linker, model),
        Fold("Slik er det regnet", (reckoned(linker, model, of_kroner),)),
    )
    return Section(TITLE, blocks, ANCHOR)
