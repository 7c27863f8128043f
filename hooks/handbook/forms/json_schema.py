"""What the saved answers of a form look like, as JSON Schema with Norwegian titles.

It accepts every file the page saves: also one that is half filled in, has an answer that means
nothing as a date, or carries answers from another version. What the form asks for is said by
`x-required`, `x-max-length`, `x-asked-if` and `x-not-before`, for which no file is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbook.document import places
from handbook.model.field_names import FieldName, names, names_of
from handbook.model.form import Field, FieldType, Form
from handbook.model.handbook import Edition

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def form_schema(form: Form, edition: Edition | None = None) -> dict[str, Any]:
    """Draft 2020-12; with an edition it carries its own address as `$id`."""
    where = {"$id": _own_address(form, edition)} if edition else {}
    return {
        "$schema": DIALECT,
        **where,
        "title": form.title,
        "description": form.purpose.plain,
        "type": "object",
        "properties": {
            "form": {"title": "Skjema", "const": form.id},
            "version": {"title": "Versjon", "const": form.version},
            "handbook": {"title": "Håndbok", "type": "string"},
            "edition": {"title": "Utgave av håndboka", "type": "string"},
            "saved": {"title": "Lagret", "type": "string", "format": "date"},
            "about": {"title": "Hvem eller hva det gjelder", "type": "string"},
            "answers": _answers(form),
            "left": {
                "title": "Svar uten plass i denne versjonen",
                "type": "object",
                "additionalProperties": {"type": ["string", "boolean"]},
            },
        },
        "required": ["form", "version", "answers"],
        "additionalProperties": False,
    }


def _own_address(form: Form, edition: Edition) -> str:
    return f"{edition.site_url.rstrip('/')}/{places.form_file(form, 'json').name}"


def _answers(form: Form) -> dict[str, Any]:
    more = {pattern: shape for field in form.fields for pattern, shape in _more_rows(form, field)}
    return {
        "title": "Svar",
        "type": "object",
        "properties": {name.name: _answer(name) for name in names(form)},
        **({"patternProperties": more} if more else {}),
        "additionalProperties": False,
    }


def _more_rows(form: Form, field: Field) -> Iterator[tuple[str, dict[str, Any]]]:
    """A table whose rows have no names can grow: its columns, for rows beyond the first ones."""
    if field.type is not FieldType.TABLE or field.row_labels:
        return
    first = [name for name in names_of(form, field) if name.path[1] == "1"]
    for name in first:
        shape = {"title": f"{field.label}: {name.label}", **_kept(name), **_shape(name)}
        yield f"^{field.id}\\.[1-9][0-9]?\\.{name.path[2]}$", shape


def _answer(name: FieldName) -> dict[str, Any]:
    about: dict[str, Any] = {"title": name.label}
    if len(name.path) > 1:
        about["title"] = name.tooltip
    if name.field.help and len(name.path) == 1:
        about["description"] = name.field.help
    return about | _kept(name) | _shape(name)


def _kept(name: FieldName) -> dict[str, Any]:
    """What is said of an answer beside its shape."""
    field = name.field
    about: dict[str, Any] = {"x-personal-data": field.personal_data.value}
    if field.required:
        about["x-required"] = True
    if field.max_length:
        about["x-max-length"] = field.max_length
    if field.not_before:
        about["x-not-before"] = field.not_before
    if field.shown_if:
        about["x-asked-if"] = {one.field: list(one.any_of) for one in field.shown_if}
    return about


def _shape(name: FieldName) -> dict[str, Any]:
    if name.type is FieldType.YES_NO:
        return {"const": True}
    if name.type is FieldType.NUMBER:
        return {"anyOf": [{"type": "number"}, _AS_TYPED]}
    if name.type is FieldType.CHOICE:
        return {"oneOf": [{"const": o.id, "title": o.label} for o in name.options]}
    if name.type is FieldType.DATE:
        return {"anyOf": [{"type": "string", "format": "date"}, _AS_TYPED]}
    return {"type": "string"}


_AS_TYPED = {"title": "Slik det ble skrevet", "type": "string"}
"""An answer that means nothing as a date or a number is kept as it is."""
