"""All the memos: a sheet for each thing that leaders may be asked to decide."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import Blocks, Item, ItemList, Paragraph, Section, said
from handbook.document.inline import Ref
from handbook.document.linker import Linker
from handbook.document.places import MEMOS, page
from handbook.model.inclusion_model import EmployerKind
from handbook.sections.instrument_memo import memo_place
from handbook.sections.memo import question

ONE_PAGE = "Hvert notat er ett ark, med egne tall."


def memos_section(linker: Linker) -> Section:
    """What each asks, those about one person first."""
    blocks: Blocks = (
        Paragraph((ONE_PAGE,), "lead"),
        *_list("Én person, uten modell", instrument_memos(linker), "virkemidler"),
        *_list("En modell", model_memos(linker), "modeller"),
    )
    return Section(titles.PAGES[MEMOS], blocks, place=page(MEMOS))


def _list(title: str, ways: Iterator[Ref], anchor: str) -> Iterator[Section]:
    lines = tuple(Item(said((way,))) for way in ways)
    if lines:
        yield Section(title, (ItemList(lines),), anchor)


def instrument_memos(linker: Linker) -> Iterator[Ref]:
    """The memos of instruments, by what they ask."""
    for one in linker.book.instruments:
        if one.has_memo:
            yield Ref(memo_place(one), one.question or one.title)


def model_memos(linker: Linker, *, ordinary: bool = False) -> Iterator[Ref]:
    """The memos of models, by what they ask; only those an `ordinary` employer may use, or all."""
    for model in linker.book.models:
        mine = model.suits and EmployerKind.ORDINARY in model.suits.employer_kind
        if mine or not ordinary:
            yield linker.part(model, titles.MEMO, question(model))
