"""What an instrument costs: hours as in a model that uses it, or a wage."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.document.blocks import (
    Blocks,
    Paragraph,
    Section,
    Tool,
)
from handbook.document.inline import Ref, Words
from handbook.document.linker import Linker
from handbook.document.places import Place
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
from handbook.sections.cost_figures import assumed, calculator, cost_table, for_how_many
from handbook.sections.cost_notes import cost_caution
from handbook.sections.costing import ANCHOR
from handbook.sections.grants import (
    grant_title,
    grants_of_instrument,
)


def cost_of_instrument(linker: Linker, one: Instrument) -> Blocks:
    """Hours as in a model that uses it, or a wage with what Nav may pay of it."""
    told = cost_in_memo(linker, one)
    if not told:
        return ()
    memo = Ref(Place("memo", one.id), "Ta tallene med i notatet til ledelsen")
    way = (Paragraph((memo,), "more"),) if one.has_memo else ()
    return (Section(INSTRUMENT_TITLE, (*told, *way), ANCHOR),)


INSTRUMENT_TITLE = "Hva koster det dere?"


def cost_in_memo(linker: Linker, one: Instrument) -> Blocks:
    """The same without a heading of its own; nothing where there is nothing to count."""
    model = linker.book.model_by_id.get(one.hours_as or "")
    if model:
        return _hours_as(linker, one, model)
    basis = instrument_basis(linker.book, one)
    if any(grant.base == WAGE for grant in basis.grants):
        return _wage_with(linker, one, basis)
    return ()


def _hours_as(linker: Linker, one: Instrument, model: InclusionModel) -> Blocks:
    roles = one.hours_of
    told = (
        "Vi har ikke egne tall. Timene er ", *whose(linker, roles), "i ",
        linker.to("model", model.id), ". Utgifter utenom, for eksempel forsikring, er ikke med.",
    )  # fmt: skip
    table = (*assumed(linker, model), cost_table(linker, model, roles))
    tool = Tool(calculator(linker, (model,), roles=roles), table)
    caution = cost_caution(linker, model)
    return Paragraph(told), tool, *((Paragraph(caution, "effort"),) if caution else ())


def whose(linker: Linker, roles: Sequence[str]) -> Words:
    """`for lederen og fadderen `: whose hours of a model they are, where they are not all."""
    return ("for ", *linker.actors(roles), " ") if roles else ("som ",)


def _wage_with(linker: Linker, one: Instrument, basis: CostBasis) -> Blocks:
    day = linker.today or linker.book.edition.date
    told = costing(basis, Asked(1, basis.weeks), day).grants
    data = Calculator(
        costs=((one.id, basis),), weeks=basis.weeks, places=basis.places,
        hourly=None, groups=(), measured="",
        grants=tuple(
            (grant.grant.key, grant_title(grant))
            for grant in grants_of(linker.book, one.id, hours=False)
            if grant.grant.base == WAGE
        ),
    )  # fmt: skip
    counted_for = Paragraph((f"Regnet {for_how_many(basis)}.",), "assumed")
    return (
        Paragraph((_WAGE_LEAD,)),
        Tool(data, (counted_for, grants_of_instrument(linker, one.id, told))),
    )


_WAGE_LEAD = (
    "Skriv lønna, så regnes det Nav kan betale hvis vilkårene er oppfylt. Tida dere bruker på "
    "opplæring og oppfølging, er ikke med."
)
