"""The figures of what a model costs: the calculator, the one table, and the fewest words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Cell,
    Column,
    Paragraph,
    Row,
    Table,
    said,
)
from handbook.document.inline import Quiet, Words
from handbook.document.linker import Linker
from handbook.document.tools import Calculator, HourlyCost
from handbook.model.costing import (
    Asked,
    CostBasis,
    Costing,
    Range,
    RoleCost,
    cost_basis,
    costing,
    only,
)
from handbook.model.effort import usual_weeks
from handbook.model.inclusion_model import InclusionModel
from handbook.model.wages import PublicWages
from handbook.norwegian import counted, number
from handbook.sections.cost_notes import left_out
from handbook.sections.grants import (
    grants_to_wage,
)


def calculator(
    linker: Linker,
    models: tuple[InclusionModel, ...],
    *,
    grants: bool = False,
    roles: Sequence[str] = (),
) -> Calculator:
    """What the script counts from; each model begins with its own length."""
    wages, first = linker.book.edition.wages, cost_basis(linker.book, models[0])
    return Calculator(
        costs=tuple((model.id, only(cost_basis(linker.book, model), roles)) for model in models),
        weeks=first.weeks if len(models) == 1 else None,
        places=first.places if len(models) == 1 else 1,
        hourly=standard(wages),
        groups=tuple(
            HourlyCost(one.title, wages.hourly(one)) for one in wages.groups
        ) if wages else (),
        measured=f"{wages.publisher}, {wages.measured}" if wages else "",
        grants=grants_to_wage(linker.book, models[0]) if grants else (),
    )  # fmt: skip


def standard(wages: PublicWages | None) -> float | None:
    """The hourly cost one begins with, if the edition has any."""
    return wages.hourly(wages.groups[0]) if wages else None


def usual(
    linker: Linker,
    model: InclusionModel,
    *,
    places: int = 0,
    roles: Sequence[str] = (),
) -> tuple[CostBasis, Costing]:
    """As many places as is usual or asked for, in the usual weeks, at the public hourly cost."""
    basis = only(cost_basis(linker.book, model), roles)
    asked = Asked(places or basis.places, basis.weeks, standard(linker.book.edition.wages))
    return basis, costing(basis, asked, linker.today or linker.book.edition.date)


def hours_words(linker: Linker, model: InclusionModel, roles: Sequence[str] = ()) -> Words:
    """`89 timer, 42 400 kroner for 1 plass i 13 uker. `: in the fewest words."""
    basis, told = usual(linker, model, roles=roles)
    known = "Minst " if basis.unknown else ""
    cost = f", {kroner(told.kroner)} kroner" if told.kroner else ""
    beside = "" if roles else left_out(model)
    figures = f"{known}{between(told.hours)} timer{cost} {for_how_many(basis)}."
    return (f"{figures} {beside}".rstrip() + " ",)


def for_how_many(basis: CostBasis) -> str:
    """`for 1 plass i 13 uker`: what figures one has not asked for are counted for."""
    return f"for {counted(basis.places, 'plass', 'plasser')} i {weeks_of(basis)}"


def weeks_of(basis: CostBasis) -> str:
    """`13 uker`: how long figures that one has not asked for are counted for."""
    return counted(basis.weeks, "uke", "uker")


def assumed(linker: Linker, model: InclusionModel) -> Blocks:
    """What the figures of a model are counted for."""
    rest = () if usual_weeks(model) else (Paragraph((_NO_LENGTH,), "effort"),)
    return assumed_for(linker, for_how_many(cost_basis(linker.book, model))), *rest


_NO_LENGTH = "Modellen har ingen vanlig lengde."


def assumed_for(linker: Linker, how_many: str) -> Paragraph:
    """What figures are counted for, and with which hourly cost."""
    wages = linker.book.edition.wages
    told = f"Regnet {how_many}"
    if wages:
        first = wages.groups[0]
        source = f"{first.title.lower()}, {wages.publisher}, {wages.measured}"
        whose = f"{source}, påslaget er regnet ut i håndboka"
        told += f", med {number(wages.hourly(first))} kroner per time ({whose})"
    return Paragraph((f"{told}.",), "assumed")


def cost_table(linker: Linker, model: InclusionModel, roles: Sequence[str] = ()) -> Table:
    """Hours and kroner, lowest and highest: the roles of the workplace, then the sums."""
    basis, told = usual(linker, model, roles=roles)
    lines = tuple(_role(linker, one) for one in told.roles)
    head = (
        Column(("Rolle",)), Column(("Én gang",), "once"), Column(("Per plass",), "each"),
        Column(("Timer til sammen",), "hours"), Column(("Kroner",), "kroner"),
    )  # fmt: skip
    rows = (*lines, *_sums(basis, told))
    return Table(head, rows, f"Timer og kroner i {model.short_title}", "costs", (9, 4, 4, 5, 7))


def _role(linker: Linker, one: RoleCost) -> Row:
    name: Words = (linker.heading("role", one.role),)
    if one.unknown:
        steps = counted(one.unknown, "steg", "steg")
        name = (*name, " ", Quiet((f"Tida er ikke kjent i {steps}.",), "unknown"))
    known = one.hours[1] > 0 or not one.unknown
    hours = (between(told) if known else titles.UNKNOWN for told in (one.once, one.each, one.hours))
    cells = (Cell(said(text)) for text in (*hours, kroner(one.kroner) if known else titles.UNKNOWN))
    return Row((Cell(said(name)), *cells), one.role)


def _sums(basis: CostBasis, told: Costing) -> Iterator[Row]:
    for key, title, hours, cost in sums_of(basis, told):
        yield _sum(title, key, hours, cost)
    yield _sum("Per plass", "per-place", told.hours_each, told.whole_each)


def sums_of(
    basis: CostBasis, told: Costing
) -> Iterator[tuple[str, str, Range | None, Range | None]]:
    """What the roles come to: key, name, hours and kroner; wages only where they are yours."""
    known = "Kjent arbeidstid til sammen" if basis.unknown else "Arbeidstid til sammen"
    yield "sum", known, told.hours, told.kroner
    if basis.employed:
        wage = None if told.wage is None else (told.wage, told.wage)
        yield "wage", "Lønn til den dere ansetter", None, wage
        yield "whole", "Arbeidstid og lønn", None, told.whole


def _sum(title: str, key: str, hours: Range | None, cost: Range | None) -> Row:
    texts = ("", "", between(hours) if hours else "", kroner(cost))
    return Row((Cell(said(title)), *(Cell(said(text)) for text in texts)), key, kind="sum")


def between(told: Range) -> str:
    """`12`, `12–14`."""
    low, high = told
    return number(low) if low == high else f"{number(low)}\u2060–\u2060{number(high)}"


def kroner(told: Range | None) -> str:
    """The same in kroner; what nobody has given is not known."""
    return titles.UNKNOWN if told is None else between(told)
