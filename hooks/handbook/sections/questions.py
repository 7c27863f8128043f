"""What a form asks, question by question, in the order it is asked."""

from __future__ import annotations

from handbook.document.blocks import (
    Answer,
    AskedIf,
    Block,
    Blocks,
    Choice,
    Group,
    Question,
    Section,
)
from handbook.document.linker import Linker
from handbook.model.field_names import FieldName, names_of
from handbook.model.form import Field, Form
from handbook.model.form import Section as Part
from handbook.model.form_texts import choice_notes, condition, example, told_hint


def questions(linker: Linker, form: Form) -> Blocks:
    """The parts of a form, each with its questions."""
    return tuple(_part(linker, form, part) for part in form.sections)


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
