"""Which model fits: the table that answers are held against."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import Cell, Item, ItemList, Row, Table, columns, said
from handbook.document.linker import Linker
from handbook.model.chooser import QUESTIONS
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Labelled


def suits_table(linker: Linker) -> Table:
    """What each model suits, question by question."""
    head = columns("Modell", *(question.heading for question in QUESTIONS), "Grunnlag")
    rows = tuple(_row(linker, model) for model in linker.book.models)
    return Table(head, rows, "Hvilken modell passer når", "suits")


def _row(linker: Linker, model: InclusionModel) -> Row:
    name = Cell(said((linker.to("model", model.id),)))
    suits = model.suits
    if suits is None:
        return Row((name, Cell(said(titles.MISSING), span=len(QUESTIONS) + 1)), key=model.id)
    cells = (_values(getattr(suits, question.field)) for question in QUESTIONS)
    return Row((name, *cells, Cell((), linker.mark(suits))), key=model.id)


def _values(values: tuple[Labelled, ...]) -> Cell:
    return Cell((ItemList(tuple(Item(said(value.label)) for value in values)),))
