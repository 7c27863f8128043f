"""A form as plain data: what the page, the papers made in the browser and the imports all read.

Nothing here is drawn. Keys are left out where they would say nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from handbook.document.places import form_stem
from handbook.forms.naming import Titles, named
from handbook.model.form import Column, Field, FieldType, Form, OfficialForm, Option
from handbook.model.form_texts import AFTERWARDS, afterwards
from handbook.model.handbook import Edition
from handbook.model.prose import (
    Inline,
    ItemList,
    Link,
    Paragraph,
    Prose,
    Reference,
    Strong,
    Text,
    Told,
)
from handbook.pictograms import face_path


def form_data(form: Form, edition: Edition, titles: Titles) -> dict[str, Any]:
    """The form's questions in order, with all that decides how an answer is shown and kept."""
    return {
        "handbook": edition.title,
        "edition": edition.edition,
        "id": form.id,
        "title": form.title,
        "version": form.version,
        "file": form_stem(form),
        **({"official": _official(form.official_form, titles)} if form.official_form else {}),
        "afterwards": [AFTERWARDS, *afterwards(form)],
        "sections": [
            {"title": part.title, "fields": [_field(field, titles) for field in part.fields]}
            for part in form.sections
        ],
    }


def _official(official: OfficialForm, titles: Titles) -> str:
    """The form of an authority that goes before ours, as a paper says it."""
    where = f" ({official.url})" if official.url else ""
    told = " ".join(_lines(official.text, titles))
    return f"Bruk det offisielle skjemaet: {official.title}{where}. {told}"


def form_script(form: Form, edition: Edition, titles: Titles) -> bytes:
    """The data as a script; a page opened from disk may not fetch, but may load a script."""
    told = json.dumps(form_data(form, edition, titles), ensure_ascii=False, separators=(",", ":"))
    return f"handbookForms.add({told});\n".encode()


def starting_script(form: Form, answers: Mapping[str, str | bool]) -> bytes:
    """Answers to begin from as a script, under the names that they have in the web form."""
    told = json.dumps([form.id, dict(answers)], ensure_ascii=False, separators=(",", ":"))
    return f"handbookForms.addExample(...{told});\n".encode()


def _field(field: Field, titles: Titles) -> dict[str, Any]:
    about: dict[str, Any] = {"id": field.id, "label": field.label, "type": field.type.value}
    if field.type is FieldType.INFO and field.text:
        about["text"] = "\n".join(_lines(field.text, titles))
    if field.type is FieldType.TABLE:
        about |= _table(field)
    told = {
        "options": _options(field.options),
        "required": field.required,
        "most": field.max_length,
        "same": list(field.same_as),
        "not_before": field.not_before,
        "if": [[one.field, list(one.any_of)] for one in field.shown_if],
    }
    return about | {key: value for key, value in told.items() if value}


def _table(field: Field) -> dict[str, Any]:
    """Columns to answer in, names of rows where they have them, and how many rows there may be."""
    named_rows = list(field.row_labels)
    about = {
        "columns": [_column(column) for column in field.asked_columns],
        "rows": field.row_count,
        "most_rows": field.most_rows,
    }
    if named_rows:
        about |= {"row_head": field.columns[0].label, "row_names": named_rows}
    return about


def _column(column: Column) -> dict[str, Any]:
    about: dict[str, Any] = {"id": column.id, "label": column.label, "type": column.type.value}
    return about | ({"options": _options(column.options)} if column.options else {})


def _options(options: tuple[Option, ...]) -> list[list[str]]:
    return [_option(option) for option in options]


def _option(option: Option) -> list[str]:
    """Id, words and, where it has a face, the strokes of it."""
    face = [face_path(option.face)] if option.face else []
    return [option.id, option.label, *face]


def _lines(text: Prose, titles: Titles) -> list[str]:
    """The words of a text, paragraphs and points on lines of their own."""
    lines = []
    for block in text.blocks:
        if isinstance(block, Paragraph):
            lines.append(_words(block.children, titles))
        else:
            lines += _points(block, titles)
    return lines


def _points(points: ItemList, titles: Titles) -> list[str]:
    lines = []
    for number, item in enumerate(points.items, start=1):
        sign = f"{number}. " if points.ordered else "• "
        for block in item:
            if isinstance(block, Paragraph):
                lines.append(sign + _words(block.children, titles))
            else:
                lines += _points(block, titles)
    return lines


def _words(children: tuple[Inline, ...], titles: Titles) -> str:
    return "".join(_said(child, titles) for child in children)


def _said(child: Inline, titles: Titles) -> str:
    match child:
        case Text():
            return child.text
        case Reference():
            return named(child, titles)
        case Link():
            return f"{_words(child.children, titles)} ({child.url})"
        case Strong() | Told():
            return _words(child.children, titles)
