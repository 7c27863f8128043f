"""A form → the plain values that form.typ lays out. Text stays text: nothing here is Typst code."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from handbook.forms import naming
from handbook.forms.layout import Part, Question, layout
from handbook.forms.naming import Titles
from handbook.forms.quick_code import quick_code
from handbook.model import form_texts
from handbook.model.field_names import option_name
from handbook.model.form import FieldType, Form
from handbook.model.handbook import Edition
from handbook.model.prose import (
    Block,
    Inline,
    Link,
    Paragraph,
    Prose,
    Reference,
    Strong,
    Text,
    Told,
)
from handbook.pictograms import face_on_paper

Value = dict[str, Any] | list[Any] | str
"""What JSON can hold."""


_LITTLE_ROOM = ("Er det for lite plass", "Fyll ut på nettsiden eller i Word.")
"""A page is as long as its answers; a box on paper is not."""


def form_values(form: Form, edition: Edition, titles: Titles) -> str:
    """Everything the template prints, as JSON. Raises FormNotLaidOut."""
    parts = layout(form)
    page = naming.address(form, edition)
    values = {
        "handbook": edition.title,
        "publisher": " og ".join(edition.publishers),
        "kind": form.kind.label,
        "title": form.title,
        "purpose": _blocks(form.purpose, titles),
        "facts": [*naming.facts(form, titles), _LITTLE_ROOM],
        "official": _official(form, titles),
        "privacy_heading": form_texts.PRIVACY_HEADING,
        "privacy": [[term, _blocks(text, titles)] for term, text in form_texts.privacy_rows(form)],
        "required": form_texts.REQUIRED,
        "identity": naming.identity(form, edition),
        "short_address": naming.short_address(form, edition),
        "address": page,
        "qr": quick_code(naming.printed_address(form, edition)),
        "qr_alt": f"QR-kode til skjemaets side: {naming.short_address(form, edition)}",
        "sections": [_part(part, titles) for part in parts],
    }
    return json.dumps(values, ensure_ascii=False)


def _official(form: Form, titles: Titles) -> Value:
    official = form.official_form
    if official is None:
        return []
    return {
        "title": official.title,
        "url": official.url or "",
        "text": _blocks(official.text, titles),
    }


def _part(part: Part, titles: Titles) -> Value:
    return {
        "title": part.section.title,
        "intro": _blocks(part.section.intro, titles) if part.section.intro else [],
        "lines": [[_question(question, titles) for question in line] for line in part.lines],
    }


def _question(question: Question, titles: Titles) -> Value:
    field = question.field
    return {
        "id": field.id,
        "type": field.type.value,
        "label": field.label,
        "required": field.required,
        "help": field.help or "",
        "example": form_texts.example(field),
        "condition": question.condition,
        "text": _blocks(field.text, titles) if field.text else [],
        "height": field.lines,
        "side_by_side": question.side_by_side,
        "two_columns": question.two_columns,
        "boxes": _boxes(question),
        "headings": [column.label for column in field.columns],
        "row_labels": list(field.row_labels),
        "widths": list(question.widths_mm),
        "notes": list(question.notes),
        "kept_whole": question.kept_whole,
        "may_be_too_high": question.may_be_too_high,
        "rows": _rows(question) if field.type is FieldType.TABLE else [],
    }


def _boxes(question: Question) -> list[Value]:
    """Name, words and face of each answer to tick."""
    if question.field.type is FieldType.CHOICE:
        name = question.names[0]
        return [
            [option_name(name, option), option.label, face_on_paper(option.face)]
            for option in name.options
        ]
    return [[name.name, name.label, ""] for name in question.names]


def _rows(question: Question) -> list[Value]:
    return [[[name.name, name.type.value] for name in row] for row in question.rows]


def _blocks(text: Prose | str, titles: Titles) -> list[Value]:
    blocks = text.blocks if isinstance(text, Prose) else (Paragraph((Text(text),)),)
    return [_block(block, titles) for block in blocks]


def _block(block: Block, titles: Titles) -> Value:
    if isinstance(block, Paragraph):
        return {"is": "paragraph", "runs": _runs(block.children, titles)}
    items = [[_block(inner, titles) for inner in item] for item in block.items]
    return {"is": "numbered" if block.ordered else "bullets", "items": items}


def _runs(children: Iterable[Inline], titles: Titles) -> list[Value]:
    return [run for child in children for run in _told(child, titles)]


def _told(child: Inline, titles: Titles) -> list[Value]:
    if isinstance(child, Told):
        return _runs(child.children, titles)
    return [_run(child, titles)]


def _run(child: Text | Strong | Link | Reference, titles: Titles) -> Value:
    if isinstance(child, Text):
        return child.text
    if isinstance(child, Reference):
        return naming.named(child, titles)
    runs = _runs(child.children, titles)
    if isinstance(child, Link):
        return {"is": "link", "url": child.url, "runs": runs}
    assert isinstance(child, Strong)
    return {"is": "strong", "runs": runs}
