"""What Nav and the municipality offer beside the models: each instrument, and all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Fact,
    Facts,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Section,
    said,
)
from handbook.document.inline import Ref, Strong, Words, spread
from handbook.document.linker import Linker
from handbook.document.places import INSTRUMENTS, Place, page
from handbook.model.instrument import Instrument, InstrumentState
from handbook.norwegian import unbroken_date
from handbook.sections.around import withdrawn
from handbook.sections.instrument_cost import cost_of_instrument
from handbook.sections.privacy import way_to_periods

FEW = "Når dere er få"
_PARTS = (
    ("payment", "Hvem betaler hva", "penger"),
    ("begin", "Slik begynner dere", "begynn"),
    ("for_whom", "Hvem det er for", "for-hvem"),
    ("asks_of_you", "Dette krever det av dere", "krever"),
    ("duration", "Hvor lenge", "varighet"),
    ("papers", "Avtale og papirer", "papirer"),
)
"""Field → heading and spot: what it gives and how to begin, then what must be so."""


def instruments_section(linker: Linker) -> Section:
    """Every instrument with its one sentence, by whether one can begin today."""
    words = ("Det Nav, kommunen og fylkeskommunen kan tilby dere. Modellene i håndboka bygger på "
             "noen av dem, og dere kan bruke dem uten en modell.")  # fmt: skip
    told = [one for one in linker.book.instruments if not one.withdrawn]
    states = (
        Section(state.label, (ItemList(lines, kind="names"),), state.value.replace("_", "-"))
        for state in InstrumentState
        if (lines := tuple(_line(linker, one) for one in told if one.state is state))
    )
    lead = Paragraph((words,), "lead")
    return Section(titles.PAGES[INSTRUMENTS], (lead, *states), place=page(INSTRUMENTS))


def way_without_model(linker: Linker, asked: str, rest: str = "") -> Blocks:
    """The way for those whose instrument no model tells of: the one most models build on first."""
    first = most_used(linker)
    if first is None:
        return ()
    every = linker.page(INSTRUMENTS, "alle virkemidlene")
    ways: Words = (linker.to("instrument", first.id), " eller ", every)
    return (Paragraph((f"{asked} Se ", *ways, f".{rest}"), "more"),)


def most_used(linker: Linker) -> Instrument | None:
    """The instrument most models build on."""
    told = [one for one in linker.book.instruments if not one.withdrawn]
    return max(told, key=lambda one: len(one.models), default=None)


def _line(linker: Linker, one: Instrument) -> Item:
    return Item(said(linker.words(one.summary)), title=linker.to("instrument", one.id))


def instrument_section(linker: Linker, one: Instrument) -> Section:
    """One instrument: the sentence, then each part under its own heading."""
    parts = (
        Section(heading, (*linker.statements(getattr(one, field)), *_kept(one, field)), spot)
        for field, heading, spot in _PARTS
    )
    blocks: Blocks = (
        *withdrawn(linker, "instrument", one.withdrawn),
        Paragraph(linker.words(one.summary), "lead"),
        *_not_in_use(one),
        *parts,
        *linker.under(FEW, one.few, "fa"),
        *cost_of_instrument(linker, one),
        *_models(linker, one),
        *_to_memo(one),
        Section("Om beskrivelsen", (Facts(tuple(_facts(linker, one)), "list"),), "om"),
    )
    short = f" ({one.abbreviation})" if one.abbreviation else ""
    place = Place("instrument", one.id)
    return Section(one.title + short, blocks, place=place, over="Virkemiddel")


def _not_in_use(one: Instrument) -> Blocks:
    """That one cannot begin today, or only in some places; nothing where one can."""
    if one.state is InstrumentState.IN_USE:
        return ()
    return (Paragraph((Strong((f"{one.state.label}.",)),)),)


def _kept(one: Instrument, field: str) -> Blocks:
    """When the answers go, of those who use our forms without a model."""
    if field != "papers" or not one.hours_as:
        return ()
    return (Paragraph((way_to_periods("Bruker dere skjemaene her: når svarene slettes"),), "more"),)


def _to_memo(one: Instrument) -> Iterator[Block]:
    """What leaders are asked, and the sheet they answer it by."""
    if one.question:
        words = f"Notat til ledelsen: {one.question}"
        way = Ref(Place("memo", one.id), words) if one.has_memo else one.question
        yield Section("For dere som bestemmer", (Paragraph((way,), "more"),), "notat")


def _facts(linker: Linker, one: Instrument) -> Iterator[Fact]:
    yield Fact("Tilstand", said(one.state.label))
    if one.valid_from:
        yield Fact("Gjelder fra", said(unbroken_date(one.valid_from)))
    if one.valid_to:
        yield Fact("Nye avtaler til og med", said(unbroken_date(one.valid_to)))
    if one.term:
        yield Fact("Ordet forklart", said((linker.to("term", one.term),)))
    yield Fact("Sjekkes innen", said(unbroken_date(one.check_by)))


def _models(linker: Linker, one: Instrument) -> Iterator[Block]:
    if one.models:
        refs = tuple(spread(linker.to("model", model) for model in one.models))
        yield Section("Modeller som bruker det", (Paragraph(refs),), "modeller")


def ended(one: Instrument, today: dt.date | None) -> Blocks:
    """That no new agreement can be made: said now, or kept for the day it becomes true."""
    if one.valid_to is None or one.withdrawn:
        return ()
    title = Strong((f"Stengt for nye avtaler etter {unbroken_date(one.valid_to)}.",))
    rest = " Hvis dere har en avtale fra før, spør Nav hva som gjelder for den."
    first = one.valid_to + dt.timedelta(days=1)
    return (Notice("expired", (title, rest), None if today and first <= today else first),)
