"""JSON Schema for each kind of content file, read from the types and from the content's own ids.

What the editor's program needs to help: Norwegian titles and descriptions, allowed values with
their words, and the ids that exist. An unknown id is not an error here – the handbook's own check
says it better, and a schema one commit old must not cry wolf.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from handbook.checks.reference_fields import reference_kind
from handbook.editing.shapes import KINDS, FileKind, alternatives, enum_of, item_of
from handbook.model.answers import Answers
from handbook.model.handbook import Handbook
from handbook.model.ids import FIELD_PATTERN, FINDING_PATTERN, FORM_PATTERN, SLUG_PATTERN
from handbook.model.noun import Absence, Labelled, Noun
from handbook.model.prose import Prose

Schema = dict[str, Any]
IDS = "ids.json"
"""The schema with the ids of the content, which the others refer to."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MARKUP = (
    "\n\nTeksten kan ha avsnitt, lister, **fet skrift**, [lenker](https://…) og henvisninger som "
    "`[[SKJ-09]]` eller `[[fadder|fadderen]]`."
)
_QUOTED_EXAMPLE = re.compile(r"[Ff]or eksempel «([^»]+)»")
_PLAIN_EXAMPLE = re.compile(r"[Ff]or eksempel ([^«»]+?)\.?(?: eller .*)?$")
_LIMITS = {
    "ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum", "lt": "exclusiveMaximum",
}  # fmt: skip
"""A limit as the types say it → as a schema says it."""


def schemas(book: Handbook | None) -> dict[str, bytes]:
    """File name → schema for every kind of file, and `ids.json` with the ids of the content.

    Without a handbook the ids are left out: they cannot be known while the content is broken.
    """
    return {**of_types(), **(of_ids(book) if book else {})}


def of_types() -> dict[str, bytes]:
    """File name → schema for every kind of file; it follows from the programme alone."""
    return {f"{kind.name}.json": _bytes(_file_schema(kind)) for kind in KINDS}


def of_ids(book: Handbook) -> dict[str, bytes]:
    """`ids.json` with the ids of the content."""
    return {IDS: _bytes(_ids(book))}


def unknown_ids() -> bytes:
    """`ids.json` before any content could be read: nothing is offered, and nothing refused."""
    return _bytes(_told_ids({kind: {} for kind in _ID_KINDS}))


def _bytes(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _file_schema(kind: FileKind) -> Schema:
    return {
        "$schema": DIALECT,
        "title": kind.title,
        "$ref": f"#/$defs/{kind.noun.__name__}",
        "$defs": noun_schemas(kind.noun),
    }


def noun_schemas(*kinds: type[Noun]) -> dict[str, Schema]:
    """Name → schema of these nouns and of all nouns inside them."""
    found = dict.fromkeys(noun for kind in kinds for noun in _nouns(kind))
    return {noun.__name__: _noun_schema(noun) for noun in found}


def _nouns(kind: type[Noun]) -> Iterator[type[Noun]]:
    """The noun and all nouns inside it, outermost first."""
    waiting, seen = [kind], {kind}
    while waiting:
        noun = waiting.pop(0)
        yield noun
        for info in noun.model_fields.values():
            for inner in _nouns_in(info.annotation):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)


def _nouns_in(annotation: Any) -> Iterator[type[Noun]]:
    for one in alternatives(annotation):
        if isinstance(one, type) and issubclass(one, Noun):
            yield one
    item = item_of(annotation)
    if item is not None:
        yield from _nouns_in(item)


def _noun_schema(noun: type[Noun]) -> Schema:
    fields = noun.model_fields
    schema: Schema = {
        "title": noun.noun_title or "Gruppe",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _field_schema(noun, name, info) for name, info in fields.items()},
    }
    required = [name for name, info in fields.items() if info.is_required()]
    if required:
        schema["required"] = required
    if noun is Absence:
        schema["minProperties"] = 1
    return schema


def _field_schema(noun: type[Noun], name: str, info: Any) -> Schema:
    shape = _shape(noun, name, info.annotation, tuple(info.metadata))
    description = info.description or ""
    if any(one is Prose for one in alternatives(info.annotation)):
        description += _MARKUP
    told = {"title": info.title or name, "description": description}
    extra = info.json_schema_extra
    if isinstance(extra, dict) and "x-needed" in extra:
        told["description"] += "\n\nKreves når siden er publisert."
    examples = _examples(info)
    return {**told, **({"examples": examples} if examples else {}), **shape}


def _examples(info: Any) -> list[str]:
    """What the field's own description gives as an example."""
    if dt.date in alternatives(info.annotation):
        return ["2026-11-22"]
    quoted = _QUOTED_EXAMPLE.search(info.description or "")
    plain = _PLAIN_EXAMPLE.search(info.description or "")
    found = quoted or plain
    return [found[1]] if found else []


def _shape(noun: type[Noun], name: str, annotation: Any, metadata: tuple[Any, ...]) -> Schema:
    item = item_of(annotation)
    shapes: list[Schema] = []
    for one in alternatives(annotation):
        if isinstance(one, type) and issubclass(one, Noun):
            shapes.append({"$ref": f"#/$defs/{one.__name__}"})
        elif item is not None:
            shapes.append(_list(noun, name, item, metadata))
        else:
            shapes.append(_scalar(noun, name, one, annotation, metadata))
    return shapes[0] if len(shapes) == 1 else {"anyOf": shapes}


def _list(noun: type[Noun], name: str, item: Any, metadata: tuple[Any, ...]) -> Schema:
    schema: Schema = {"type": "array", "items": _shape(noun, name, item, ())}
    for one in metadata:
        schema |= _length(one, "Items")
    return schema


def _length(rule: Any, of: str) -> Schema:
    low, high = getattr(rule, "min_length", None), getattr(rule, "max_length", None)
    return (
        {f"min{of}": low}
        if low and not high
        else ({f"min{of}": low or 0, f"max{of}": high} if high else {})
    )


def _scalar(  # noqa: PLR0911 – one answer for each sort of value
    noun: type[Noun], name: str, one: Any, annotation: Any, metadata: tuple[Any, ...]
) -> Schema:
    enum = enum_of(one)
    if enum:
        return _enum(enum)
    if one is bool:
        return {"type": "boolean", "enum": [True, False], "enumDescriptions": ["ja", "nei"]}
    if one in (int, float):
        return {"type": "integer" if one is int else "number", **number_limits(metadata)}
    if one is dt.date:
        return {"type": "string", "pattern": _DAY}
    if one is Prose:
        return {"type": ["string", "number"], "minLength": 1}
    if one is Answers:
        return {"type": "object", "minProperties": 1, "propertyNames": {"pattern": FIELD_PATTERN}}
    rules = text_rules(annotation, metadata)
    if rules.get("pattern") == FINDING_PATTERN:
        return _known("finding", FINDING_PATTERN)
    wanted = reference_kind(noun, name)
    if wanted:
        return _known(wanted, FORM_PATTERN if wanted == "form" else SLUG_PATTERN)
    kept = {k: v for k, v in rules.items() if k != "pattern" or v != r"^[^\r\n]+$"}
    return {"type": ["string", "number"], **kept}


def _enum(enum: type[Labelled]) -> Schema:
    labels: dict[Any, str] = {str(member.value): member.label for member in enum}
    labels |= {int(value): label for value, label in labels.items() if value.isdigit()}
    return {"enum": list(labels), "enumDescriptions": list(labels.values())}


def _known(kind: str, pattern: str) -> Schema:
    """An id: those that exist are offered, others of the right form are let through."""
    return {"anyOf": [{"$ref": f"ids.json#/$defs/{kind}"}, {"type": "string", "pattern": pattern}]}


def text_rules(annotation: Any, metadata: tuple[Any, ...]) -> Schema:
    """What a line of text must look like: `pattern`, `minLength`, `maxLength`."""
    schema: Schema = {}
    for one in (*_annotations(annotation), *metadata):
        pattern = getattr(one, "pattern", None)
        schema |= {"pattern": str(pattern)} if pattern else {}
        schema |= _length(one, "Length")
    return schema


def _annotations(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in getattr(annotation, "__args__", ()):
        yield from getattr(part, "__metadata__", ())


def number_limits(metadata: tuple[Any, ...]) -> Schema:
    """How small and how large a number may be."""
    return {
        word: getattr(one, attribute)
        for one in metadata
        for attribute, word in _LIMITS.items()
        if getattr(one, attribute, None) is not None
    }


_ID_KINDS = ("model", "form", "role", "term", "theme", "rule", "instrument", "routine",
             "source", "step", "finding")  # fmt: skip


def _ids(book: Handbook) -> Schema:
    titled: dict[str, dict[str, str]] = {
        "model": {m.id: m.title for m in book.models},
        "form": {f.id: f.title for f in book.forms},
        "role": {r.id: r.title for r in book.roles},
        "term": {t.id: t.term for t in book.terms},
        "theme": {t.id: t.title for t in book.themes},
        "rule": {r.id: r.title for r in book.rules},
        "instrument": {i.id: i.title for i in book.instruments},
        "routine": {r.id: r.title for r in book.routines},
        "source": {s.id: s.title for s in book.sources},
        "step": {},
        "finding": {
            number: f"{source.title}: {finding.statement.plain}"[:200]
            for number, (source, finding) in sorted(
                book.finding_by_id.items(),
                key=lambda kept: (
                    (kept[0][0], int(kept[0][1:])) if kept[0][1:].isdigit() else (kept[0], 0)
                ),
            )
        },
    }
    for at in book.steps:
        told = f"{at.model.short_title}: {at.step.title}"
        before = titled["step"].get(at.step.id)
        titled["step"][at.step.id] = f"{before} · {told}" if before else told
    return _told_ids(titled)


def _told_ids(titled: dict[str, dict[str, str]]) -> Schema:
    return {
        "$schema": DIALECT,
        "title": "Id-er som finnes i håndboka",
        "$defs": {
            kind: {"enum": list(ids), "enumDescriptions": list(ids.values())}
            if ids else {"type": "string"}
            for kind, ids in titled.items()
        },
    }  # fmt: skip
