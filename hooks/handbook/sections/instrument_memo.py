"""The memo of an instrument: what leaders need to decide on it alone, on one sheet.

It is told from the instrument's own page, with the same parts as the memo of a model.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handbook.document.blocks import Blocks, Item, ItemList, Paragraph, Section
from handbook.document.inline import Strong, Words, joined
from handbook.document.linker import Linker
from handbook.document.places import CHOOSER, Place, page
from handbook.document.titles import MEMO, RESULTS
from handbook.model.coverage import cited
from handbook.model.instrument import Instrument, InstrumentState
from handbook.model.noun import Statement
from handbook.model.people import Side
from handbook.norwegian import counted, listed
from handbook.sections.case import CARD
from handbook.sections.instrument_cost import cost_in_memo
from handbook.sections.memo import OTHER_ANSWERS, choice, first_sources, sources_behind
from handbook.sections.memo_contact import own_contact

ASKED, WHOM, LENGTHS, PAID, PAPERS = 3, 1, 1, 3, 1
"""So many of each stand on the sheet; the rest is counted, never silently left out."""


def instrument_memo(linker: Linker, one: Instrument) -> Section:
    """The memo, whole; only for an instrument that asks its leaders something."""
    blocks = tuple(block for part in _PARTS for block in part(linker, one))
    return Section(f"{MEMO.title}: {one.title}", blocks, place=memo_place(one))


def memo_place(one: Instrument) -> Place:
    """Where the memo stands."""
    return Place("memo", one.id)


def _lead(linker: Linker, one: Instrument) -> Blocks:
    state = () if one.state is InstrumentState.IN_USE else (Paragraph((f"{one.state.label}.",)),)
    return (Paragraph(linker.words(one.summary), "lead"), *state)


def _choice(_: Linker, one: Instrument) -> Blocks:
    asked = one.question or one.title
    ways: tuple[tuple[str, Words], ...] = (("Ja.", (_BEGIN,)), *OTHER_ANSWERS)
    return (choice(asked, ways, own_contact(Side.NAV.label, page(CHOOSER, CARD))),)


_BEGIN = "Vi gjør det som står under «Slik begynner vi»."


def _whom(linker: Linker, one: Instrument) -> Blocks:
    return (Section("Hvem det er for", (_lines(linker, one.for_whom[:WHOM]),), "for-hvem"),)


def _effort(linker: Linker, one: Instrument) -> Blocks:
    told: Blocks = (
        _lines(linker, one.asks_of_you[:ASKED]),
        *cost_in_memo(linker, one),
        _line(linker, "Varighet:", one.duration[:LENGTHS]),
        _line(linker, "Penger:", one.payment[:PAID]),
    )
    return (Section("Hva det krever av oss", told, "krever"),)


def _lines(linker: Linker, said: Sequence[Statement]) -> ItemList:
    """Without the marks, as in every memo: they stand on the instrument's own page."""
    return ItemList(tuple(Item(linker.blocks(one.text)) for one in said))


def _line(linker: Linker, heading: str, said: tuple[Statement, ...]) -> Paragraph:
    """Several statements after each other, as one reads them aloud."""
    told = joined((linker.words(one.text) for one in said), " ")
    return Paragraph((Strong((heading,)), " ", *told))


def _begin(linker: Linker, one: Instrument) -> Blocks:
    return (
        Section(
            "Slik begynner vi", (_lines(linker, (*one.begin, *one.papers[:PAPERS])),), "begynn"
        ),
    )


def _results(linker: Linker, one: Instrument) -> Blocks:
    """What came of it: only models have been counted."""
    refs = [
        (linker.part(model, RESULTS, model.short_title),)
        for name in one.models
        if (model := linker.book.model_by_id.get(name))
    ]
    more: Words = (" Tall fra modeller som bruker det: ", *joined(refs), ".") if refs else ()
    told = Paragraph((_NO_RESULTS, *more))
    return (Section("Hva vi vet om resultater", (told,), "resultater"),)


_NO_RESULTS = "Håndboka har ingen tall for dette alene."


def _sources(linker: Linker, one: Instrument) -> Blocks:
    told = sources_behind(linker.book, cited(one))
    words = first_sources(linker, told, linker.to("instrument", one.id))
    return (Section("Kilder", (Paragraph((*words, *_left(one))),), "kilder", "fold"),)


def _left(one: Instrument) -> Words:
    """What there was no room for, counted."""
    more = (
        (len(one.asks_of_you) - ASKED, "krav", "krav"),
        (len(one.for_whom) - WHOM, "vilkår", "vilkår"),
        (len(one.duration) - LENGTHS, "ting om varighet", "ting om varighet"),
        (len(one.payment) - PAID, "ting om penger", "ting om penger"),
        (len(one.papers) - PAPERS, "ting om avtale og papirer", "ting om avtale og papirer"),
    )
    told = [counted(count, single, many) for count, single, many in more if count > 0]
    return (f" Der står også {listed(told)} til.",) if told else ()


_PARTS: tuple[Callable[[Linker, Instrument], Blocks], ...] = (
    _lead, _choice, _effort, _whom, _begin, _results, _sources,
)  # fmt: skip
"""The memo from top to bottom: the table of contents of this file."""
