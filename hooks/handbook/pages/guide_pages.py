"""The editors' guide that writes itself: a section per finding code, a table per kind of file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from handbook.model.form import Form
from handbook.model.handbook import Edition
from handbook.model.ids import slug_of
from handbook.model.inclusion_model import MODEL_FILES
from handbook.model.noun import Labelled, Noun
from handbook.model.people import Role, Term, Theme
from handbook.model.search_words import SearchWords
from handbook.model.source import Source
from handbook.pages import addresses
from handbook.pages.page import Crumb, Page
from handbook.pages.writer import Desk

_GUIDE = (Crumb("Redaksjon", "redaksjon/index"),)

FILES: tuple[tuple[str, type[Noun]], ...] = (
    *((f"model/<modell>/{name}", kind) for name, kind in MODEL_FILES.items()),
    ("forms/<skjema>.yml", Form),
    ("model/roles.yml", Role),
    ("model/glossary.yml", Term),
    ("model/search.yml", SearchWords),
    ("model/themes/<tema>.yml", Theme),
    ("model/sources/<kilde>.yml", Source),
    ("model/handbook.yml", Edition),
)
"""File, as an editor names it → the noun it holds."""


@dataclass(frozen=True)
class FieldRow:
    """One field for the editor."""

    name: str
    title: str
    description: str
    needed: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KindTable:
    """One noun for the editor."""

    title: str
    anchor: str
    fields: tuple[FieldRow, ...]


def guide_pages(desk: Desk, codes: tuple[Any, ...]) -> Iterator[Page]:
    """The finding codes and the fields."""
    yield desk.page(
        addresses.CODES,
        "codes.md.j2",
        title="Meldinger fra kontrollen",
        kind="guide",
        description="En forklaring til hver melding, og hvordan du retter det.",
        crumbs=_GUIDE,
        codes=codes,
    )
    yield desk.page(
        addresses.FIELDS,
        "fields.md.j2",
        title="Felter i filene",
        kind="guide",
        description="Alle felter, fil for fil.",
        crumbs=_GUIDE,
        files=tuple((file, tuple(_tables(kind))) for file, kind in FILES),
        slug_of=slug_of,
    )


def _tables(kind: type[Noun]) -> Iterator[KindTable]:
    """The noun and all nouns inside it, each once, outermost first."""
    waiting, seen = [kind], {kind}
    while waiting:
        noun = waiting.pop(0)
        yield KindTable(noun.noun_title or noun.__name__, noun.__name__.lower(), tuple(_rows(noun)))
        for info in noun.model_fields.values():
            for inner in _types_in(info.annotation, Noun):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)


def _rows(noun: type[Noun]) -> Iterator[FieldRow]:
    for name, info in noun.model_fields.items():
        extra = info.json_schema_extra
        published = isinstance(extra, dict) and "x-needed" in extra
        needed = "Alltid" if info.is_required() else "Når publisert" if published else "Valgfritt"
        values = tuple(
            (str(member.value), member.label)
            for kind in _types_in(info.annotation, Labelled)
            for member in kind
        )
        yield FieldRow(name, info.title or name, info.description or "", needed, values)


def _types_in(annotation: Any, base: type) -> Iterator[Any]:
    if isinstance(annotation, type) and issubclass(annotation, base):
        yield annotation
    for part in get_args(annotation):
        yield from _types_in(part, base)
