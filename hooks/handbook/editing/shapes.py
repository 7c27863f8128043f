"""Which noun a file holds, and which type stands at a place inside it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

from handbook.model.decision import Decision
from handbook.model.example import Example
from handbook.model.form import Form
from handbook.model.handbook import Edition
from handbook.model.inclusion_model import MODEL_FILES
from handbook.model.instrument import Instrument
from handbook.model.noun import Absence, Labelled, Noun
from handbook.model.people import Theme
from handbook.model.routine import Routine
from handbook.model.rule import Rule
from handbook.model.search_words import SearchWords
from handbook.model.source import Source
from handbook.model.wording import Wording
from handbook.reading.folder import RoleList, TermList

SCHEMA_FOLDER = "model/schemas"


@dataclass(frozen=True)
class FileKind:
    """One sort of content file."""

    name: str
    """What its schema is called."""
    title: str
    noun: type[Noun]


KINDS: tuple[FileKind, ...] = (
    FileKind("handbook", "Håndbok og utgave", Edition),
    FileKind("model", "Modell: oversikt", MODEL_FILES["model.yml"]),
    FileKind("process", "Modell: faser og steg", MODEL_FILES["process.yml"]),
    FileKind("practice", "Modell: praksis", MODEL_FILES["practice.yml"]),
    FileKind("results", "Modell: resultater", MODEL_FILES["results.yml"]),
    FileKind("form", "Skjema", Form),
    FileKind("roles", "Roller", RoleList),
    FileKind("glossary", "Ordliste", TermList),
    FileKind("search", "Søkeord", SearchWords),
    FileKind("words", "Ordvalg", Wording),
    FileKind("decision", "Velger og kontakter", Decision),
    FileKind("theme", "Tema", Theme),
    FileKind("source", "Kilde", Source),
    FileKind("rule", "Regel", Rule),
    FileKind("instrument", "Virkemiddel", Instrument),
    FileKind("routine", "Rutine", Routine),
    FileKind("example", "Eksempel", Example),
)
_BY_NAME = {kind.name: kind for kind in KINDS}
_WHOLE_BOOK = ("handbook", "roles", "glossary", "search", "words", "decision")
"""What there is one file of, in `model/` itself."""


def kind_of(file: str) -> FileKind | None:
    """The sort of a file by its path from the project's root; None for files nothing reads."""
    folder, _, name = file.rpartition("/")
    if "\\" in file or ":" in file:  # ways to other folders on Windows
        return None
    if not name.endswith(".yml"):
        return None
    stem = name.removesuffix(".yml")
    if folder == "model" and stem in _WHOLE_BOOK:
        return _BY_NAME[stem]
    single = {
        "forms": "form", "model/themes": "theme", "model/sources": "source", "model/rules": "rule",
        "model/instruments": "instrument", "model/routines": "routine",
        "model/examples": "example",
    }.get(folder)  # fmt: skip
    if single:
        return _BY_NAME[single]
    if folder.count("/") == 1 and folder.startswith("model/") and name in MODEL_FILES:
        return _BY_NAME[stem]
    return None


def content_files(root: Path) -> Iterator[str]:
    """Every content file under a project's root, sorted, as POSIX paths from the root."""
    for folder in ("forms", "model"):
        for file in sorted((root / folder).rglob("*.yml")):
            name = file.relative_to(root).as_posix()
            if kind_of(name):
                yield name


def schema_line(file: str) -> str:
    """The first line of a content file: tells the editor's program where its schema is."""
    kind = kind_of(file)
    assert kind is not None
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{kind.name}.json"


def alternatives(annotation: Any) -> tuple[Any, ...]:
    """The types a field may hold, without None and without wrappers; a list stays a list."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return alternatives(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return tuple(one for part in get_args(annotation) for one in alternatives(part))
    return () if annotation is type(None) else (annotation,)


def noun_for(annotation: Any, value: Any) -> type[Noun] | None:
    """The noun that a mapping of these values is, where several are allowed."""
    nouns = [
        one for one in alternatives(annotation) if isinstance(one, type) and issubclass(one, Noun)
    ]
    if (
        isinstance(value, dict)
        and value.keys() & {"unknown", "not_applicable"}
        and Absence in nouns
    ):
        return Absence
    return next((one for one in nouns if one is not Absence), nouns[0] if nouns else None)


def item_of(annotation: Any) -> Any:
    """What a list holds; None when the field is no list."""
    for one in alternatives(annotation):
        if get_origin(one) is tuple:
            return get_args(one)[0]
    return None


def enum_of(annotation: Any) -> type[Labelled] | None:
    """The allowed values of a field."""
    for one in alternatives(annotation):
        if isinstance(one, type) and issubclass(one, Labelled):
            return one
    return None
