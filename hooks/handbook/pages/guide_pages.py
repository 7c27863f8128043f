"""The editors' guide that writes itself: a section per finding code, a table per kind of file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from handbook.model.form import Form
from handbook.model.handbook import Edition
from handbook.model.inclusion_model import MODEL_FILES
from handbook.model.noun import Labelled, Noun
from handbook.model.people import Role, Term, Theme
from handbook.model.search_words import SearchWords
from handbook.model.source import Source
from handbook.pages import addresses
from handbook.pages.page import Crumb, Page
from handbook.pages.writer import Desk

_GUIDE = (Crumb("Redaksjon", "redaksjon/index"),)


def crumbs_of(path: str) -> tuple[Crumb, ...]:
    """The way to a page that somebody wrote by hand; those of the guide stand under its front."""
    front = _GUIDE[0].path
    return _GUIDE if path.startswith("redaksjon/") and path != front else ()


@dataclass(frozen=True)
class GuideFile:
    """A kind of file as an editor meets it; `name` is that of its schema and its example."""

    name: str
    address: str
    title: str
    file: str
    noun: type[Noun]


FILES: tuple[GuideFile, ...] = (
    GuideFile("model", "modell", "Modell: oversikt", "model/<modell>/model.yml",
              MODEL_FILES["model.yml"]),
    GuideFile("process", "prosess", "Modell: faser og steg", "model/<modell>/process.yml",
              MODEL_FILES["process.yml"]),
    GuideFile("practice", "praksis", "Modell: praksis", "model/<modell>/practice.yml",
              MODEL_FILES["practice.yml"]),
    GuideFile("results", "resultater", "Modell: resultater", "model/<modell>/results.yml",
              MODEL_FILES["results.yml"]),
    GuideFile("form", "skjema", "Skjema", "forms/<skjema>.yml", Form),
    GuideFile("roles", "roller", "Roller", "model/roles.yml", Role),
    GuideFile("glossary", "ordliste", "Ordliste", "model/glossary.yml", Term),
    GuideFile("theme", "tema", "Tema", "model/themes/<tema>.yml", Theme),
    GuideFile("source", "kilde", "Kilde", "model/sources/<kilde>.yml", Source),
    GuideFile("search", "sokeord", "Søkeord", "model/search.yml", SearchWords),
    GuideFile("handbook", "handbok", "Håndbok og utgave", "model/handbook.yml", Edition),
)  # fmt: skip


@dataclass(frozen=True)
class FieldRow:
    """One field for the editor."""

    name: str
    title: str
    description: str
    needed: str
    values: tuple[tuple[str, str], ...]
    inner: tuple[tuple[str, str], ...]
    """(title, anchor) of the tables that tell what the field holds."""


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
        description="En side for hver slags fil, med alle felter.",
        crumbs=_GUIDE,
        files=FILES,
    )
    for file in FILES:
        yield _file_page(desk, file)


def _file_page(desk: Desk, file: GuideFile) -> Page:
    return desk.page(
        addresses.fields_of(file.address),
        "file_fields.md.j2",
        title=f"Felter: {file.title}",
        kind="guide",
        description=f"Alle felter i {file.file}, med et eksempel.",
        crumbs=(*_GUIDE, Crumb("Felter i filene", addresses.FIELDS)),
        file=file,
        tables=tuple(_tables(file.noun)),
    )


def _tables(kind: type[Noun]) -> Iterator[KindTable]:
    """The noun and all nouns inside it, each once, outermost first."""
    titles = _titles(kind)
    for noun, title in titles.items():
        yield KindTable(title, noun.__name__.lower(), tuple(_rows(noun, titles)))


def _titles(kind: type[Noun]) -> dict[type[Noun], str]:
    """Every noun → its title; one without is called what the first field that holds it is."""
    titles = {kind: kind.noun_title}
    waiting = [kind]
    while waiting:
        for name, info in waiting.pop(0).model_fields.items():
            for inner in _types_in(info.annotation, Noun):
                if inner not in titles:
                    titles[inner] = inner.noun_title or info.title or name
                    waiting.append(inner)
    return titles


def _rows(noun: type[Noun], titles: dict[type[Noun], str]) -> Iterator[FieldRow]:
    for name, info in noun.model_fields.items():
        extra = info.json_schema_extra
        published = isinstance(extra, dict) and "x-needed" in extra
        needed = "Alltid" if info.is_required() else "Når publisert" if published else "Valgfritt"
        values = tuple(
            (str(member.value), member.label)
            for kind in _types_in(info.annotation, Labelled)
            for member in kind
        )
        inner = tuple(
            (titles[kind], kind.__name__.lower()) for kind in _types_in(info.annotation, Noun)
        )
        yield FieldRow(name, info.title or name, info.description or "", needed, values, inner)


def _types_in(annotation: Any, base: type) -> Iterator[Any]:
    if isinstance(annotation, type) and issubclass(annotation, base):
        yield annotation
    for part in get_args(annotation):
        yield from _types_in(part, base)
