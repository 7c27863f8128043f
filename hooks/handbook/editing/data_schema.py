"""What lies in `data/`, described: the whole handbook, the list of addresses and the manifest.

Every published schema says where it lies, so that a reference from one to another leads there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from handbook.editing.schema import DIALECT, Schema, noun_schemas, schemas
from handbook.model.case import SCHEMA as CASE
from handbook.model.case import case_schema
from handbook.model.example import Example
from handbook.model.form import Form
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.instrument import Instrument
from handbook.model.noun import Noun
from handbook.model.people import Role, Term, Theme
from handbook.model.routine import Routine
from handbook.model.rule import Rule
from handbook.model.source import Source

FOLDER = "data/schemas"
_LISTS: Mapping[str, type[Noun]] = {
    "models": InclusionModel, "forms": Form, "roles": Role, "terms": Term, "themes": Theme,
    "sources": Source, "rules": Rule, "instruments": Instrument, "routines": Routine,
    "examples": Example,
}  # fmt: skip
_LINE: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "format": "date"}


def published_schemas(book: Handbook) -> dict[str, bytes]:
    """Site path → schema: one for each kind of content file, and one for each file in `data/`."""
    made = {name: json.loads(content) for name, content in schemas(book).items()}
    made |= {
        CASE.rpartition("/")[2]: json.loads(case_schema()),
        "data-handbook.json": _handbook(),
        "data-addresses.json": _addresses(),
        "data-manifest.json": _manifest(),
        "data-quality.json": _quality(),
    }
    return {
        f"{FOLDER}/{name}": _bytes(_placed(schema, name, book.edition))
        for name, schema in made.items()
    }


def _placed(schema: Schema, name: str, edition: Edition) -> Schema:
    where = f"{edition.site_url.rstrip('/')}/{FOLDER}/{name}"
    return {"$schema": DIALECT, "$id": where, **schema}


def _bytes(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _handbook() -> Schema:
    """`data/handbook.json`: the same nouns as in the files, all of them."""
    whole = {
        "edition": {"$ref": f"#/$defs/{Edition.__name__}"},
        **{
            name: {"type": "array", "items": {"$ref": f"#/$defs/{noun.__name__}"}}
            for name, noun in _LISTS.items()
        },
    }
    nouns = noun_schemas(Edition, *_LISTS.values())
    return {"title": "Hele håndboka som data", **_object(whole), "$defs": nouns}


def _addresses() -> Schema:
    page = _object({"address": _LINE, "title": _LINE, "kind": _LINE}, source=_LINE, markdown=_LINE)
    told = _object({
        "edition": _LINE, "date": _DAY, "site": {"type": "string", "format": "uri"},
        "pages": {"type": "array", "items": page},
        "moved": {"type": "object", "additionalProperties": _LINE},
        "files": {"type": "array", "items": _LINE},
    })  # fmt: skip
    return {"title": "Alle adresser i utgaven", **told}


def _manifest() -> Schema:
    sum_ = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    files = {"type": "object", "additionalProperties": sum_}
    told = _object({"edition": _LINE, "date": _DAY, "files": files})
    return {"title": "Alle filer, med sjekksum", **told}


def _quality() -> Schema:
    """`data/kvalitet.json`: counts, and the sum of the content they are of."""
    count: Schema = {"type": "integer", "minimum": 0}
    counts: Schema = {"type": "object", "additionalProperties": count}
    day: Schema = {"anyOf": [_DAY, {"type": "null"}]}
    version = _object({"version": _LINE, "date": _DAY, "what": _LINE})
    model = _object({
        "id": _LINE, "owner": _LINE, "status": _LINE, "version": _LINE, "last_verified": day,
        "review_by": day, "versions": {"type": "array", "items": version}, "fields": counts,
        "claims": counts, "open_questions": counts,
    })  # fmt: skip
    told = _object({
        "edition": _LINE, "date": _DAY,
        "content_sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "claims": counts, "findings": counts, "models": {"type": "array", "items": model},
    })  # fmt: skip
    return {"title": "Tallene om kvaliteten", **told}


def _object(needed: Schema, **more: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {"$schema": _LINE, **needed, **more},
        "required": list(needed),
        "additionalProperties": False,
    }
