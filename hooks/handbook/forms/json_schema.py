"""What the exported answers of a form look like, as JSON Schema with Norwegian titles.

The export of the web form is an object with the form's id, its version and the answers by name.
"""

from __future__ import annotations

from typing import Any

from handbook.forms import naming
from handbook.model.field_names import FieldName, names, names_of
from handbook.model.form import Field, FieldType, Form
from handbook.model.handbook import Edition

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def form_schema(form: Form, edition: Edition | None = None) -> dict[str, Any]:
    """Draft 2020-12; with an edition it carries the address of the form's page as `$id`."""
    where = {"$id": naming.address(form, edition, "schema")} if edition else {}
    return {
        "$schema": DIALECT,
        **where,
        "title": form.title,
        "description": form.purpose.plain,
        "type": "object",
        "properties": {
            "form": {"title": "Skjema", "const": form.id},
            "version": {"title": "Versjon", "const": form.version},
            "edition": {"title": "Utgave av håndboka", "type": "string"},
            "answers": _answers(form),
        },
        "required": ["form", "version", "answers"],
        "additionalProperties": False,
    }


def _answers(form: Form) -> dict[str, Any]:
    asked = names(form)
    schema: dict[str, Any] = {
        "title": "Svar",
        "type": "object",
        "properties": {name.name: _answer(form, name) for name in asked},
        "required": [name.name for name in asked if name.required],
        "additionalProperties": False,
    }
    rules = [rule for field in form.fields for rule in _rules(form, field)]
    return schema | ({"allOf": rules} if rules else {})


def _answer(form: Form, name: FieldName) -> dict[str, Any]:
    about: dict[str, Any] = {"title": name.label}
    if len(name.path) > 1:
        about["title"] = name.tooltip
    if name.field.help and len(name.path) == 1:
        about["description"] = name.field.help
    about["x-personal-data"] = name.field.personal_data.value
    return about | _shape(name)


def _shape(name: FieldName) -> dict[str, Any]:
    if name.type is FieldType.YES_NO:
        return {"const": True} if name.required else {"type": "boolean"}
    if name.type is FieldType.NUMBER:
        return {"type": "number"}
    if name.type is FieldType.CHOICE:
        return {"oneOf": [{"const": o.id, "title": o.label} for o in name.options]}
    if name.type is FieldType.DATE:
        return {"type": "string", "format": "date"}
    least = {"minLength": 1} if name.required else {}
    most = {"maxLength": name.max_length} if name.max_length else {}
    return {"type": "string"} | least | most


def _rules(form: Form, field: Field) -> list[dict[str, Any]]:
    """What must be answered only together with something else."""
    if not field.required or field.type is FieldType.INFO:
        return []
    own = names_of(form, field)
    if field.type is FieldType.MULTI_CHOICE:
        need: dict[str, Any] = {"anyOf": [_ticked(name) for name in own]}
    elif field.type is FieldType.TABLE:
        need = {"anyOf": [{"required": [name.name]} for name in own]}
    elif field.shown_if:
        need = {"required": [field.id]}
    else:
        return []
    return [_when(form, field, need)]


def _ticked(name: FieldName) -> dict[str, Any]:
    return {"properties": {name.name: {"const": True}}, "required": [name.name]}


def _when(form: Form, field: Field, need: dict[str, Any]) -> dict[str, Any]:
    if field.shown_if is None:
        return need
    asked = next((f for f in form.fields if f.id == field.shown_if.field), None)
    wanted: Any = field.shown_if.equals
    if asked is not None and asked.type is FieldType.YES_NO:
        wanted = wanted == "true"
    answered = {"properties": {field.shown_if.field: {"const": wanted}}}
    return {"if": answered | {"required": [field.shown_if.field]}, "then": need}
