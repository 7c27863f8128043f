"""A noun's fields as the web editor's fields: the same titles, rules and values as everywhere else.

What may be left out is a list with room for one, so that «not there» and «there, but half filled
in» are told apart. What may be «ikke kjent» or «gjelder ikke» is a list whose items have a kind.
Ids are picked from lists by their titles.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from handbook.checks.reference_fields import reference_kind
from handbook.editing.schema import number_limits, text_rules
from handbook.editing.shapes import alternatives, enum_of, item_of
from handbook.model.answers import Answers
from handbook.model.ids import (
    FIELD_PATTERN,
    FINDING_PATTERN,
    FORM_PATTERN,
    SLUG_PATTERN,
    VERSION_PATTERN,
)
from handbook.model.noun import Absence, Labelled, NotApplicable, Noun, Unknown
from handbook.model.prose import Prose

Field = dict[str, Any]

KIND_KEY = "_kind"
"""Tells the editor what an item is; never written to a file."""

_NAMES = (
    "title", "term", "word", "page", "label", "name", "scheme", "question", "claim", "measure",
    "what", "text", "statement", "role", "model", "form", "artefact", "function", "score",
    "version",
)  # fmt: skip
"""What a folded item is called by: the first of these it has."""

_LAST = (
    "search_words", "aliases", "changes", "historical", "withdrawn", "replaced_by", "former_ids",
    "former_slugs", "id", "basis", "sources",
)  # fmt: skip
"""What is seldom changed stands last, in this order; what it rests on, at the very end."""

_WORDS = {
    SLUG_PATTERN: "små bokstaver a–z, tall og bindestrek, for eksempel «ia-vikar»",
    FIELD_PATTERN: "små bokstaver a–z, tall og understrek, for eksempel «start_date»",
    FORM_PATTERN: "SKJ, bindestrek og minst to sifre, for eksempel «SKJ-12»",
    FINDING_PATTERN: "en eller to store bokstaver og et tall, for eksempel «S60»",
    VERSION_PATTERN: "tall med punktum mellom, for eksempel «1.2»",
}
_ONE_LINE = r"^[^\r\n]+$"


def editor_fields(noun: type[Noun]) -> list[Field]:
    """The fields of a noun as an editor meets them: what matters first, what is rare last.

    `at` is the place in the file, which is the order of the type.
    """
    made = [
        {**_field(noun, name, info), "at": at}
        for at, (name, info) in enumerate(noun.model_fields.items())
    ]
    return sorted(made, key=lambda field: _LAST.index(field["name"]) + 1
                  if field["name"] in _LAST else 0)  # fmt: skip


def _field(noun: type[Noun], name: str, info: Any) -> Field:
    """One field; its widget follows from the type."""
    required = info.is_required()
    field: Field = {"name": name, "label": info.title or name, "required": required}
    item = item_of(info.annotation)
    inner = _noun_in(info.annotation) or _noun_in(item)
    if inner:
        field |= _nouns(inner, info, item is not None, required)
    elif item is not None:
        field |= _values(noun, name, info, item)
    else:
        field |= _value(noun, name, info.annotation, tuple(info.metadata))
        if field["widget"] == "boolean" and required:
            field["default"] = False
    hint = _hint(field, info)
    return {**field, "hint": hint} if hint else field


def _noun_in(annotation: Any) -> type[Noun] | None:
    found = (
        one for one in alternatives(annotation)
        if isinstance(one, type) and issubclass(one, Noun) and one is not Absence
    )  # fmt: skip
    return next(found, None)


def _nouns(inner: type[Noun], info: Any, many: bool, required: bool) -> Field:
    """An object that must be there is an object; all else is a list, if only with room for one."""
    holes = Absence in alternatives(info.annotation)
    if not (many or holes or not required):
        return {"widget": "object", "fields": editor_fields(inner)}
    title = inner.noun_title or info.title
    field: Field = {"widget": "list", "label_singular": title, "collapsed": True}
    if many:
        field |= _length(info.metadata)
    else:
        field |= {"one": True, "max": 1}
    if not holes:
        return {**field, "fields": editor_fields(inner), "summary": _summary(inner)}
    kinds: list[tuple[str, str, type[Noun]]] = [
        ("value", title, inner),
        ("unknown", "Ikke kjent", Unknown),
        ("not_applicable", "Gjelder ikke", NotApplicable),
    ]
    return {
        **field,
        "typeKey": KIND_KEY,
        "types": [
            {
                "name": name, "label": label, "widget": "object", "fields": editor_fields(kind),
                "summary": _summary(kind) if kind is inner else label,
            }
            for name, label, kind in kinds
        ],
    }  # fmt: skip


def _summary(noun: type[Noun]) -> str:
    """A document is called by its form or by its own name; most others by one field."""
    if {"form", "artefact"} <= noun.model_fields.keys():
        return "{{form}}{{artefact}}"
    name = next((n for n in _NAMES if n in noun.model_fields), next(iter(noun.model_fields)))
    return f"{{{{{name} | truncate(110, '…')}}}}"


def _values(noun: type[Noun], name: str, info: Any, item: Any) -> Field:
    """Several values: picked from a list where one exists, otherwise typed one by one."""
    one = _value(noun, name, item, ())
    length = _length(info.metadata)
    if one["widget"] in ("select", "pick"):
        return {**one, "multiple": True, **length}
    single = {"name": "value", "label": info.title, **one}
    called = {"label_singular": info.title, "summary": "{{value | truncate(110, '…')}}"}
    return {"widget": "list", **called, "field": single, **length}


def _length(metadata: Any) -> Field:
    found: Field = {}
    for rule in metadata:
        for bound, word in (("min_length", "min"), ("max_length", "max")):
            if getattr(rule, bound, None):
                found[word] = getattr(rule, bound)
    return found


def _value(  # noqa: PLR0911 – one answer for each sort of value
    noun: type[Noun], name: str, annotation: Any, metadata: tuple[Any, ...]
) -> Field:
    kinds = alternatives(annotation)
    enum = enum_of(annotation)
    if enum:
        return {"widget": "select", "options": _options(enum)}
    if bool in kinds:
        return {"widget": "boolean"}
    if int in kinds or float in kinds:
        return _number(kinds, metadata)
    if dt.date in kinds:
        return {
            "widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD",
            "time_format": False, "default": "",
        }  # fmt: skip
    if Prose in kinds:
        return {"widget": "prose"}
    if Answers in kinds:
        return {"widget": "answers"}
    rules = text_rules(annotation, metadata)
    wanted = "finding" if rules.get("pattern") == FINDING_PATTERN else reference_kind(noun, name)
    if wanted and name != "id":
        return {"widget": "pick", "of": wanted}
    return {"widget": "string", **_pattern(rules)}


def _options(enum: type[Labelled]) -> list[dict[str, str]]:
    return [{"value": str(member.value), "label": member.label} for member in enum]


def _number(kinds: tuple[Any, ...], metadata: tuple[Any, ...]) -> Field:
    whole = int in kinds
    limits = number_limits(metadata)
    field: Field = {"widget": "number", "value_type": "int" if whole else "float"}
    field |= {} if whole else {"step": 0.1}
    for schema_word, word in (("minimum", "min"), ("maximum", "max")):
        if schema_word in limits:
            field[word] = limits[schema_word]
    return field


def _pattern(rules: dict[str, Any]) -> Field:
    """A rule for one line, with the words that tell an editor what to write."""
    pattern, longest = rules.get("pattern"), rules.get("maxLength")
    if pattern in _WORDS:
        return {"pattern": [pattern, _WORDS[pattern]]}
    if longest and pattern in (None, _ONE_LINE):
        return {"pattern": [f"^.{{{rules.get('minLength', 0)},{longest}}}$",
                            f"høyst {longest} tegn"]}  # fmt: skip
    return {}


def _hint(field: Field, info: Any) -> str:
    """The field's description, without the words that only those who type YAML need."""
    told = info.description or ""
    if field["widget"] == "pick" or (
        field["widget"] == "select"
        and sum(option["value"] in told for option in field["options"]) > 1
    ):
        told = ""
    told = re.sub(r"(?:, )?ÅÅÅÅ-MM-DD(?=\.|$)", "", told).strip(" .")
    told = re.sub(r"^true når", "Slå på når", told)
    extra = info.json_schema_extra
    needed = isinstance(extra, dict) and "x-needed" in extra
    return ". ".join(filter(None, (told, "Kreves når siden er publisert" if needed else "")))
