"""Which model fits: the table that answers are held against, and the questions."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.document import places, titles
from handbook.document.blocks import (
    Cell,
    Item,
    ItemList,
    Paragraph,
    Row,
    Section,
    Table,
    columns,
    said,
)
from handbook.document.linker import Linker
from handbook.document.places import page
from handbook.document.tools import Chooser, ChooserModel, ChooserQuestion
from handbook.model.chooser import QUESTIONS, Question, table
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Labelled


def chooser_section(linker: Linker) -> Section:
    """What the questions are for, and the table they are answered by."""
    lead = (
        f"{len(QUESTIONS)} spørsmål. Ingen modell er best; de passer i ulike situasjoner. Svarene "
        "blir i adressefeltet på denne maskinen. Ingenting sendes eller lagres."
    )
    also = Paragraph((
        "Se også ", linker.page(places.COMPARISON, "modellene side om side"),
        " og ", linker.page(places.STATUS, "status for den enkelte"), ".",
    ))  # fmt: skip
    how = Paragraph(("Les bortover: En modell passer når alle svarene deres står i raden.",))
    rows = Section("Tabellen veiviseren bruker", (how, suits_table(linker), also), "tabell")
    place = page(places.CHOOSER)
    return Section(titles.PAGES[places.CHOOSER], (Paragraph((lead,), "lead"), rows), place=place)


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


def chooser(linker: Linker) -> Chooser:
    """The questions with their answers, and what each model suits."""
    suits = table(linker.book.models)
    models = tuple(_model(linker, model, suits.get(model.id, {})) for model in linker.book.models)
    return Chooser(tuple(map(_question, QUESTIONS)), models, page(places.COMPARISON))


def _question(asked: Question) -> ChooserQuestion:
    answers = tuple((str(option), option.label) for option in asked.options)
    return ChooserQuestion(asked.field, asked.asked, asked.heading, asked.help, answers)


def _model(
    linker: Linker, model: InclusionModel, fields: Mapping[str, tuple[str, ...]]
) -> ChooserModel:
    ref = linker.to("model", model.id)
    return ChooserModel(model.id, ref.words, ref.place, tuple(fields.items()))
