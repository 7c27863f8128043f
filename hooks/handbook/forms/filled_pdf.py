"""A form as an example filled it in, as PDF: the sheet of the blank one with the answers in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from handbook.forms import naming
from handbook.forms.typesetting import typeset_form
from handbook.forms.typst_text import form_values
from handbook.forms.widgets import without_fields
from handbook.model.answers import Answers
from handbook.model.example import FICTION_WHOLE
from handbook.model.filled import placed, words_of
from handbook.model.form import Column, Field, FieldType, Form
from handbook.model.handbook import Edition


def filled_pdf(
    form: Form, edition: Edition, answers: Answers, titles: Mapping[str, str] | None = None
) -> bytes:
    """The form on A4 with its answers, tagged; every page says that it is made up.

    Nothing can be written in it. Raises FormNotLaidOut, or TypesettingMissing without Typst.
    """
    values = filled_values(form, edition, answers, titles or {})
    return without_fields(typeset_form(values, day=edition.date))


def filled_values(form: Form, edition: Edition, answers: Answers, titles: Mapping[str, str]) -> str:
    """What the template prints of a blank form, with the words in its places."""
    values = json.loads(form_values(form, edition, titles))
    values |= {"answers": in_places(form, answers), "fiction": FICTION_WHOLE}
    values["facts"] = naming.facts(form, titles)
    fields = {field.id: field for field in form.fields}
    for part in values["sections"]:
        for question in (one for line in part["lines"] for one in line):
            field = fields[question["id"]]
            if field.type is FieldType.TABLE and not field.row_labels:
                question["rows"] = _rows(field, values["answers"])
    return json.dumps(values, ensure_ascii=False)


def in_places(form: Form, answers: Answers) -> dict[str, str]:
    """Place → the words in it; a box that is ticked has an `x`."""
    fields = {field.id: field for field in form.fields}
    found = {}
    for name, given in placed(form, answers).items():
        field = fields[name.partition(".")[0]]
        place = _place(field, name)
        if given is True:
            found[name] = "x"
        elif place is field and field.type is FieldType.CHOICE:
            found[f"{name}/{given}"] = "x"
        else:
            found[name] = words_of(place, given)
    return found


def _place(field: Field, name: str) -> Field | Column:
    if field.type is not FieldType.TABLE:
        return field
    column = name.rpartition(".")[2]
    return next(one for one in field.columns if one.id == column)


def _rows(field: Field, given: Mapping[str, str]) -> list[Any]:
    """The rows that are used, those that somebody added too, and one that is free if there is."""
    numbers = [int(name.split(".")[1]) for name in given if name.startswith(f"{field.id}.")]
    last = max(numbers, default=0)
    return [
        [[f"{field.id}.{number}.{column.id}", column.type.value] for column in field.columns]
        for number in range(1, max(last, min(last + 1, field.row_count)) + 1)
    ]
