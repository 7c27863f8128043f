"""Time and money: hours of each role, who pays, and how the hours are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Cell,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Table,
    columns,
    said,
)
from handbook.document.inline import Quiet, Words, spread
from handbook.document.linker import Linker
from handbook.document.titles import part_place
from handbook.model.calendar import usual_length
from handbook.model.costing import cost_basis
from handbook.model.effort import Line, Total, per_participant, per_year
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import FOR_ALL, Effort
from handbook.norwegian import number, upper_first
from handbook.sections.conditions import payers
from handbook.sections.costing import cost_here
from handbook.sections.results import capacity

_LEAD = (
    "Timene er lagt sammen fra stegene. Der ingen har oppgitt tid, står det «ikke kjent». Det er "
    "ikke regnet som null."
)
_NO_LENGTH = "Timene står bare for ett år, for modellen varer ikke like lenge hver gang."
_ONCE = f"Det som gjøres {FOR_ALL}, står for seg. De timene øker ikke når dere tar imot flere."


def effort_section(linker: Linker, model: InclusionModel) -> Section:
    """What it costs, the hours of all others, how many there is room for, and who pays."""
    lead = Paragraph((_LEAD,), "lead")
    blocks = tuple(block for part in _PARTS for block in part(linker, model))
    title = f"{titles.EFFORT.title} i {model.short_title}"
    return Section(title, (lead, *blocks), place=part_place(model, titles.EFFORT))


def _cost(linker: Linker, model: InclusionModel) -> Blocks:
    return (cost_here(linker, model),)


def _hours(linker: Linker, model: InclusionModel) -> Blocks:
    """The hours of those whose time is not in the cost above."""
    counted = cost_basis(linker.book, model).roles
    length = usual_length(model)
    periods = (*((length.label,) if length else ()), "forberedelser og ett år")
    others = tuple(year for year in per_year(model) if year.role not in counted)
    once = any(year.once is not None for year in others)
    head = ("Rolle", *(f"Per deltaker, {period}" for period in periods),
            *((upper_first(FOR_ALL),) if once else ()), "Steg uten kjent tid")  # fmt: skip
    whole = {total.role: total for total in per_participant(model)}
    rows = tuple(
        _role(linker, model, year, (*((whole.get(year.role),) if length else ()), year), once=once)
        for year in others
    )
    table = Table(columns(*head), rows, "Timer per rolle", "hours")
    alone = () if length else (Paragraph((_NO_LENGTH,)),)
    blocks = (table, *alone, *((Paragraph((_ONCE,), "effort"),) if once else ()))
    return (Section("Timer for de andre rollene", blocks, "timer"),) if rows else ()


def _role(
    linker: Linker,
    model: InclusionModel,
    year: Total,
    totals: tuple[Total | None, ...],
    *,
    once: bool,
) -> Row:
    silent = spread((linker.step(model, step.id) for step in year.unknown), "; ")
    told: tuple[Words, ...] = (
        (linker.heading("role", year.role),), *map(_sum, totals),
        *((_once(year),) if once else ()), silent or ("Ingen",),
    )  # fmt: skip
    return Row(tuple(Cell(said(words)) for words in told))


def _sum(total: Total | None) -> Words:
    if total is None or (total.hours is None and total.unknown):
        return (Quiet((titles.UNKNOWN,), "unknown"),)
    return (number(total.hours) if total.hours is not None else "Ingen",)


def _once(total: Total) -> Words:
    return (number(total.once) if total.once is not None else "Ingen",)


def _capacity(linker: Linker, model: InclusionModel) -> Blocks:
    if not model.capacity:
        return ()
    return (Section("Plasser", (capacity(linker, model),), "plasser"),)


def _money(linker: Linker, model: InclusionModel) -> Blocks:
    return (Section("Hvem betaler", payers(linker.naming, model), "penger"),)


def _lines(linker: Linker, model: InclusionModel) -> Blocks:
    """Each step with the hours of those who have a part in it."""
    lines = [line for total in per_year(model) for line in total.lines]
    by_step = {step.id: [one for one in lines if one.step.id == step.id] for step in model.steps}
    rows = tuple(
        row for step, own in by_step.items() if own for row in _step(linker, model, step, own)
    )
    head = columns("Rolle", "Tid", "Ganger i ett år", "Timer", "Grunnlag")
    table = Table(head, rows, "Timer per steg og rolle", "hours")
    none = Paragraph(("Ingen steg sier hvor lang tid de tar.",))
    return (Section("Slik er timene regnet ut", (table if rows else none,), "utregning"),)


def _step(
    linker: Linker, model: InclusionModel, step: str, lines: Iterable[Line]
) -> Iterator[Row | RowGroup]:
    yield RowGroup((linker.step(model, step),))
    yield from (_line(linker, line) for line in lines)


def _line(linker: Linker, line: Line) -> Row:
    effort = line.effort
    told: tuple[Words, ...] = (
        (upper_first(linker.actor(effort.role).words),),
        (f"{number(effort.hours)}\u00a0t {effort.per.label}{_whom(effort)}",),
        _known(line.times),
        _known(line.hours),
    )
    cells = (*(Cell(said(words)) for words in told), Cell((), linker.mark(effort)))
    return Row(cells, basis=effort.basis)


def _whom(effort: Effort) -> str:
    return f", {FOR_ALL}" if effort.for_workplace else ""


def _known(amount: float | None) -> Words:
    return (titles.UNKNOWN if amount is None else number(amount),)


_PARTS: tuple[Callable[[Linker, InclusionModel], Blocks], ...] = (
    _cost, _hours, _capacity, _money, _lines,
)  # fmt: skip
"""Time and money from top to bottom: the table of contents of this file."""
