"""Every claim of the handbook with what it rests on, one by one, for whoever goes through it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from handbook.model.field_titles import called
from handbook.model.handbook import Handbook
from handbook.model.noun import Basis, Labelled, Noun, cached_on_noun
from handbook.model.prose import Prose
from handbook.model.source import Source, SourceFinding


class Claim(NamedTuple):
    """Something said about the world: in which entry, what sort of thing, and the findings."""

    owner: tuple[str, str]
    """(`model` | `form` | …, id)."""
    way: tuple[tuple[str, str], ...]
    """The way down in the entry: each field, with the id or the number of what stands in it."""
    noun: Noun
    said: str
    basis: Basis | None
    """None where a thing has no mark of its own, as a result: its sources are its mark."""
    sources: tuple[str, ...]

    @property
    def where(self) -> str:
        """The way as one word: `phases.avslutning.steps.avslutt.do.takk`."""
        return ".".join(part for step in self.way for part in step if part)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields on the way: `phases`, `steps`, `do`."""
        return tuple(field for field, _ in self.way)

    @property
    def ids(self) -> tuple[str, ...]:
        """What stands in each of them, by id or number; empty where it is one thing."""
        return tuple(name for _, name in self.way)

    @property
    def sort(self) -> str:
        """`Utsagn`, `Regel`, `Steg`: what the editors call it."""
        return self.noun.noun_title


class Carried(NamedTuple):
    """A claim and one finding that carries it; no finding where it rests on none."""

    claim: Claim
    found: tuple[Source, SourceFinding] | None


def carried(book: Handbook) -> Iterator[Carried]:
    """Every claim once for each finding it rests on, in the order of the files."""
    for claim in claims(book):
        known = [book.finding_by_id[n] for n in claim.sources if n in book.finding_by_id]
        yield from (Carried(claim, found) for found in known)
        if not known:
            yield Carried(claim, None)


def claims(book: Handbook) -> Iterator[Claim]:
    """Every claim of the handbook, entry by entry."""
    entries: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("model", book.models), ("form", book.forms), ("role", book.roles), ("term", book.terms),
        ("theme", book.themes), ("rule", book.rules), ("instrument", book.instruments),
        ("routine", book.routines),
    )  # fmt: skip
    for kind, nouns in entries:
        for noun in nouns:
            yield from (claim._replace(owner=(kind, noun.id)) for claim in _claimed(noun))
    if book.decision:
        owner = ("decision", "")
        yield from (claim._replace(owner=owner) for claim in _claimed(book.decision))


@cached_on_noun
def _claimed(noun: Noun) -> tuple[Claim, ...]:
    """The claims of an entry, which are asked for often; whose they are is told by who asks."""
    return tuple(_in(noun, ()))


def _in(value: Any, way: tuple[tuple[str, str], ...]) -> Iterator[Claim]:
    if isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _in(item, (*way[:-1], (way[-1][0], str(getattr(item, "id", None) or at))))
    if not isinstance(value, Noun):
        return
    if "sources" in type(value).model_fields:
        basis, sources = getattr(value, "basis", None), getattr(value, "sources", ())
        yield Claim(("", ""), way, value, said_by(value), basis, sources)
    for name in type(value).model_fields:
        yield from _in(getattr(value, name), (*way, (name, "")))


_SAYS = (
    "text", "statement", "wording", "definition", "what", "sentence", "words", "label",
    "responsibility", "question", "why",
)  # fmt: skip
"""Where a thing says what it claims; the first of them that it has."""


def said_by(noun: Noun) -> str:
    """What a thing claims, in plain words; all it holds where it has no text of its own."""
    for name in _SAYS:
        if told := _plain(getattr(noun, name, None)):
            return told
    fields = (name for name in type(noun).model_fields if name not in _NOT_SAID)
    held = {name: _plain(getattr(noun, name)) for name in fields}
    return "; ".join(f"{called(type(noun), name)}: {told}" for name, told in held.items() if told)


_NOT_SAID = frozenset({"basis", "sources", "why_ok"})
"""What a claim rests on, which is told beside it."""


def _plain(value: Any) -> str:
    if isinstance(value, Prose):
        return " ".join(value.plain.split())
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(_plain, value)))
    if isinstance(value, Labelled):
        return value.label
    if value is False:
        return ""
    return str(value) if isinstance(value, (str, int, float)) else ""
