"""What a form asks, question by question, in the order it is asked."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from handbook.document.blocks import (
    Answer,
    AskedIf,
    Block,
    Blocks,
    Choice,
    Group,
    Paragraph,
    Question,
    Section,
)
from handbook.document.inline import Strong
from handbook.document.linker import Linker
from handbook.model.field_names import FieldName, names_of
from handbook.model.form import Field, FieldType, Form
from handbook.model.form import Section as Part
from handbook.model.form_texts import choice_notes, condition, example, told_hint


def questions(linker: Linker, form: Form) -> Blocks:
    """The parts of a form, each with its questions."""
    return tuple(_part(linker, form, part) for part in form.sections)


def ready_to_answer(linker: Linker, form: Form) -> Blocks:
    """The same, where the first question shall be in sight: what comes before it lies folded."""
    parts = [part for part in questions(linker, form) if isinstance(part, Section)]
    silent = list(takewhile(lambda part: all(map(_tells, part.blocks)), parts))
    first = len(silent) + 1
    return (*map(_folded, parts[:first]), *parts[first:])


def _tells(block: Block) -> bool:
    return not isinstance(block, Question) or block.kind is FieldType.INFO


def _folded(part: Section) -> Section:
    """What a part tells before it asks, in one fold; what depends on an answer is asked later."""
    before = tuple(takewhile(_tells, part.blocks))
    after = part.blocks[len(before) :]
    return replace(part, blocks=(_fold(before), *after)) if before else part


def _fold(before: Blocks) -> Question:
    """Under its own heading when there is one that fits on a line."""
    first = before[0]
    if len(before) == 1 and isinstance(first, Question) and len(first.label) <= _LINE:
        return replace(first, folded=True)
    text = tuple(block for one in before for block in _told(one))
    return Question("les-forst", "Les dette først", FieldType.INFO, text=text, folded=True)


_LINE = 34
"""Letters of a heading on one line of a phone."""


def _told(block: Block) -> Blocks:
    if isinstance(block, Question):
        return (Paragraph((Strong((block.label,)),)), *block.text)
    assert isinstance(block, Group)
    return block.blocks


def _part(linker: Linker, form: Form, part: Part) -> Section:
    intro = (Group(linker.blocks(part.intro), "form-intro"),) if part.intro else ()
    asked = (question(linker, form, field) for field in part.fields)
    return Section(part.title, (*intro, *asked), part.id, "questions")


def question(linker: Linker, form: Form, field: Field) -> Block:
    """One question, or a piece of information among them."""
    return Question(
        field.id,
        field.label,
        field.type,
        answers=tuple(map(_answer, names_of(form, field))),
        required=field.required,
        condition=condition(form, field),
        help=field.help or "",
        hint=told_hint(form, field),
        example=example(field),
        offered=tuple(choice_notes(field)),
        text=linker.blocks(field.text) if field.text else (),
        columns=tuple(column.label for column in field.columns),
        row_names=field.row_labels,
        lines=field.lines,
        max_length=field.max_length,
        asked_if=tuple(AskedIf(one.field, one.any_of) for one in field.shown_if),
        same_as=field.same_as,
    )


def _answer(place: FieldName) -> Answer:
    choices = tuple(Choice(option.id, option.label, option.face) for option in place.options)
    return Answer(place.name, place.type, place.label, place.tooltip, choices)
