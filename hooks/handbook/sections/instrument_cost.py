"""What an instrument costs: hours as in a model that uses it, or a wage."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Paragraph,
    Section,
    Tool,
)
from handbook.document.linker import Linker
from handbook.document.tools import Calculator
from handbook.model.costing import (
    Asked,
    CostBasis,
    costing,
    instrument_basis,
)
from handbook.model.grants import WAGE, grants_of
from handbook.model.inclusion_model import InclusionModel
from handbook.model.instrument import Instrument
from handbook.sections.cost_figures import assumed, calculator, cost_table
from handbook.sections.cost_notes import cost_notes
from handbook.sections.costing import ANCHOR
from handbook.sections.grants import (
    grant_title,
    grants_of_instrument,
)


def cost_of_instrument(linker: Linker, one: Instrument) -> Blocks:
    """Hours as in a model that uses it, or a wage with what Nav may pay of it."""
    model = linker.book.model_by_id.get(one.hours_as or "")
    if model:
        return (Section(INSTRUMENT_TITLE, _hours_as(linker, model), ANCHOR),)
    basis = instrument_basis(linker.book, one)
    if any(grant.base == WAGE for grant in basis.grants):
        return (Section(INSTRUMENT_TITLE, _wage_with(linker, one, basis), ANCHOR),)
    return ()


INSTRUMENT_TITLE = "Hva koster det dere?"


def _hours_as(linker: Linker, model: InclusionModel) -> Blocks:
    told = (
        "Vi har ikke egne tall for timene. De er regnet som i ", linker.to("model", model.id),
        ", som bygger på dette. Utgifter utenom timene, for eksempel forsikring, er ikke med.",
    )  # fmt: skip
    tool = Tool(calculator(linker, (model,)), (*assumed(linker, model), cost_table(linker, model)))
    memo = linker.part(model, titles.MEMO, f"Notat til ledelsen, for {model.short_title}")
    return Paragraph(told), tool, *cost_notes(linker, model), Paragraph((memo,), "more")


def _wage_with(linker: Linker, one: Instrument, basis: CostBasis) -> Blocks:
    day = linker.today or linker.book.edition.date
    told = costing(basis, Asked(1, basis.weeks), day).grants
    data = Calculator(
        costs=((one.id, basis),), weeks=basis.weeks, hourly=None, groups=(), measured="",
        grants=tuple(
            (grant.grant.key, grant_title(grant))
            for grant in grants_of(linker.book, one.id, hours=False)
            if grant.grant.base == WAGE
        ),
    )  # fmt: skip
    return (
        Paragraph((_WAGE_LEAD,)), Tool(data, (grants_of_instrument(linker, one.id, told),)),
    )  # fmt: skip


_WAGE_LEAD = (
    "Skriv lønna, så regnes det Nav kan betale hvis vilkårene er oppfylt. Tida dere bruker på "
    "opplæring og oppfølging, er ikke med."
)
