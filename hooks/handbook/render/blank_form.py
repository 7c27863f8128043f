"""A question as blocks that every format can print: what is asked, and room to write by hand."""

from __future__ import annotations

from handbook.document.blocks import (
    Answer,
    Blocks,
    Cell,
    Item,
    ItemList,
    Paragraph,
    Question,
    Row,
    Table,
    columns,
    said,
)
from handbook.document.inline import Strong, Words
from handbook.model.form import FieldType
from handbook.model.form_texts import REQUIRED
from handbook.norwegian import lower_first

BOX, RING, LINE = "☐", "○", "…" * 20
"""To tick, to choose one among several, and to write on."""


def blank_question(question: Question) -> Blocks:
    """The question, what is said to whoever answers, and room for the answer."""
    if question.kind is FieldType.INFO:
        return (Paragraph((Strong((question.label,)),)), *question.text)
    return (Paragraph(_asked(question)), *_notes(question), *_room(question))


def _asked(question: Question) -> Words:
    tick = f"{BOX} " if question.kind is FieldType.YES_NO else ""
    must = f" – {REQUIRED}" if question.required else ""
    return tuple(filter(None, (tick, Strong((question.label,)), must)))


def _notes(question: Question) -> Blocks:
    lines = (
        f"Fyll ut dette {lower_first(question.condition)}." if question.condition else "",
        question.help,
        f"{question.hint}." if question.hint else "",
        question.example,
        *question.offered,
    )
    words = " ".join(filter(None, lines))
    return (Paragraph((words,), "note"),) if words else ()


def _room(question: Question) -> Blocks:
    if question.kind is FieldType.YES_NO:
        return ()
    if question.kind is FieldType.TABLE:
        return (_table(question),)
    choices = _choices(question)
    if choices:
        return (ItemList(tuple(Item(said(one)) for one in choices)),)
    return (Paragraph((LINE,)),)


def _choices(question: Question) -> list[str]:
    if question.kind is FieldType.MULTI_CHOICE:
        return [f"{BOX} {answer.label}" for answer in question.answers]
    return [f"{RING} {choice.label}" for answer in question.answers for choice in answer.choices]


def _table(question: Question) -> Table:
    names = question.row_names or ("",) * len(question.rows)
    rows = (
        Row((*([Cell(said(name))] if name else []), *map(_cell, answers)))
        for name, answers in zip(names, question.rows, strict=True)
    )
    return Table(columns(*question.columns), tuple(rows), question.label, "plain")


def _cell(answer: Answer) -> Cell:
    return Cell(said(BOX)) if answer.kind is FieldType.YES_NO else Cell(())
