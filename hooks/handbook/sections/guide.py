"""The part of the editors' guide that writes itself: every message, every file, every field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol, get_args

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Group,
    Paragraph,
    Row,
    Sample,
    Section,
    Table,
    columns,
    row,
)
from handbook.document.inline import Code, Quiet, Ref, Strong, Words, joined
from handbook.document.places import CODES, FIELDS, Place, file, page
from handbook.model.decision import Decision
from handbook.model.example import Example
from handbook.model.form import Form
from handbook.model.handbook import Edition
from handbook.model.inclusion_model import MODEL_FILES
from handbook.model.instrument import Instrument
from handbook.model.noun import Labelled, Noun
from handbook.model.people import Role, Term, Theme
from handbook.model.routine import Routine
from handbook.model.rule import Rule
from handbook.model.search_words import SearchWords
from handbook.model.source import Source
from handbook.model.wording import Wording

_EXAMPLES = Path(__file__).parent / "examples"


class Message(Protocol):
    """A rule of the check, with the words an editor meets."""

    @property
    def code(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def wrong(self) -> str: ...
    @property
    def right(self) -> str: ...


def codes_section(codes: Sequence[Message]) -> Section:
    """Every message with its rule, the reason for it, and how to mend what is wrong."""
    words = ("Hver melding har et sted, en kode, hva som er galt, og hvordan du retter det. "
             "Her står en forklaring til hver kode.")  # fmt: skip
    told = tuple(Section(f"{one.code} {one.title}", (Group(tuple(_code(one)), "code-entry"),),
                    one.code.lower()) for one in codes)  # fmt: skip
    return Section(titles.PAGES[CODES], (Paragraph((words,), "lead"), *told), place=page(CODES))


def _code(one: Message) -> Iterator[Block]:
    yield Paragraph((one.rule,))
    if one.why:
        yield Paragraph((Strong(("Hvorfor:",)), f" {one.why}"))
    if one.wrong:
        yield Sample(one.wrong, "Slik ble det galt:", "wrong")
    if one.right:
        yield Sample(one.right, "Slik blir det rett:", "right")


@dataclass(frozen=True)
class GuideFile:
    """A kind of file as an editor meets it; `name` is that of its schema and its example."""

    name: str
    address: str
    title: str
    file: str
    noun: type[Noun]

    @property
    def place(self) -> Place:
        """Where its fields are told of."""
        return Place("fields", self.address)

    @property
    def example(self) -> str:
        """A whole, valid file."""
        return _example(self.name)


@lru_cache(maxsize=32)
def _example(name: str) -> str:
    return (_EXAMPLES / f"{name}.yml").read_text(encoding="utf-8")


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
    GuideFile("rule", "regel", "Regel", "model/rules/<regel>.yml", Rule),
    GuideFile("instrument", "virkemiddel", "Virkemiddel", "model/instruments/<virkemiddel>.yml",
              Instrument),
    GuideFile("routine", "rutine", "Rutine", "model/routines/<rutine>.yml", Routine),
    GuideFile("example", "eksempel", "Eksempel", "model/examples/<eksempel>.yml", Example),
    GuideFile("decision", "velger", "Velger og kontakter", "model/decision.yml", Decision),
    GuideFile("search", "sokeord", "Søkeord", "model/search.yml", SearchWords),
    GuideFile("words", "ordvalg", "Ordvalg", "model/words.yml", Wording),
    GuideFile("handbook", "handbok", "Håndbok og utgave", "model/handbook.yml", Edition),
)  # fmt: skip


def files_section() -> Section:
    """Every kind of file, and the way to its fields."""
    words = ("Alt i håndboka står i filer. Velg fila du skriver i, så ser du et eksempel og alle "
             "feltene den kan ha.")  # fmt: skip
    rows = tuple(row((Ref(one.place, one.title),), (Code(one.file),)) for one in FILES)
    table = Table(columns("Innhold", "Fil"), rows, "Typer filer")
    return Section(titles.PAGES[FIELDS], (Paragraph((words,), "lead"), table), place=page(FIELDS))


@cache
def fields_section(one: GuideFile) -> Section:
    """One kind of file: what it is called, an example, and every field it may have."""
    lead: Words = (
        "Fila heter ", Code(one.file), ". Felter merket «Alltid» må være med. «Når publisert» "
        "betyr at de kan vente til statusen er ", Code("published"), ".",
    )  # fmt: skip
    blocks: Blocks = (Paragraph(lead, "lead"), _example_section(one), *_tables(one), _schema(one))
    return Section(f"Felter: {one.title}", blocks, place=one.place)


def _example_section(one: GuideFile) -> Section:
    words = ("Dette er en hel, gyldig fil. Den er kort, så du ser oppbyggingen. Den første linja "
             "hjelper redigeringsprogrammet.")  # fmt: skip
    entry = Group((Paragraph((words,)), Sample(one.example)), "code-entry")
    return Section("Et eksempel", (entry,), "eksempel")


def _schema(one: GuideFile) -> Section:
    schema = Ref(file(f"data/schemas/{one.name}.json"), "JSON Schema")
    words = ("De samme reglene finnes som ", schema,
             ". Første linje i fila viser programmet vei til dem.")  # fmt: skip
    return Section("For redigeringsprogrammer", (Paragraph(words),), "skjema")


def _tables(one: GuideFile) -> Iterator[Section]:
    """The noun and all nouns inside it, each once, outermost first."""
    named = _titles(one.noun)
    for noun, title in named.items():
        rows = tuple(_rows(one.place, noun, named))
        table = Table(columns("Felt", "Hva", "Når"), rows, f"Felter i {title}", "fields")
        yield Section(title, (table,), _anchor(noun))


def _titles(kind: type[Noun]) -> dict[type[Noun], str]:
    """Every noun → its title; one without is called what the first field that holds it is."""
    found = {kind: kind.noun_title}
    waiting = [kind]
    while waiting:
        for name, info in waiting.pop(0).model_fields.items():
            for inner in _types_in(info.annotation, Noun):
                if inner not in found:
                    found[inner] = inner.noun_title or info.title or name
                    waiting.append(inner)
    return found


def _rows(place: Place, noun: type[Noun], named: dict[type[Noun], str]) -> Iterator[Row]:
    for name, info in noun.model_fields.items():
        what: Words = (Strong((f"{info.title or name}.",)), f" {info.description or ''}")
        if values := tuple(_values(info.annotation)):
            what += (" ", Quiet(joined(values), "values"))
        for inner in _types_in(info.annotation, Noun):
            what += (" Se ", Ref(place.at(_anchor(inner)), named[inner].lower()), ".")
        yield row((Code(name),), what, _needed(info))


def _values(annotation: Any) -> Iterator[Words]:
    """Each value a field may have, with what readers see for it."""
    for kind in _types_in(annotation, Labelled):
        yield from ((Code(str(one.value)), f" ({one.label})") for one in kind)


def _needed(info: Any) -> str:
    extra = info.json_schema_extra
    published = isinstance(extra, dict) and "x-needed" in extra
    return "Alltid" if info.is_required() else "Når publisert" if published else "Valgfritt"


def _anchor(noun: type[Noun]) -> str:
    return noun.__name__.lower()


def _types_in(annotation: Any, base: type) -> Iterator[Any]:
    if isinstance(annotation, type) and issubclass(annotation, base):
        yield annotation
    for part in get_args(annotation):
        yield from _types_in(part, base)
