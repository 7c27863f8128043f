"""The way through the handbook: every text, reference and finding, with where it stands.

An entry is walked once; rules that concern all texts or all ids read the lists made here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, NamedTuple, get_args

from handbook.checks.called import DEFINITE, entry
from handbook.checks.reference_fields import reference_kind
from handbook.model.answers import Answers
from handbook.model.decision import Decision
from handbook.model.example import Example
from handbook.model.field_titles import called
from handbook.model.form import Form
from handbook.model.handbook import Edition, Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel
from handbook.model.instrument import Instrument
from handbook.model.noun import Absence, Noun, cached_on_noun
from handbook.model.people import Role, Term, Theme
from handbook.model.prose import Prose
from handbook.model.routine import Routine
from handbook.model.rule import Rule
from handbook.model.source import Source

Owner = tuple[str, str]
"""(`model` | `form` | `role` | `term` | `theme` | `source` | `rule` |
`edition`, id)."""

BREAK = "\x1f"
"""A sign that no text can hold; reading refuses control characters."""

OWN_NAMES = frozenset({"id", "former_ids", "version", "sources"})
"""Fields that name the noun itself or number its findings; neither text nor reference."""


class Value(NamedTuple):
    """One value of the handbook and where it stands."""

    owner: Owner
    path: KeyPath
    field: str
    value: Any
    holder: Any
    """The noun that has the field."""
    inner: Any
    """The nearest noun around it with an id and a name for editors, itself included."""
    cites: tuple[str, ...]
    """Findings named by the nearest statement around it."""
    source: str = ""
    """A text as the editor wrote it."""
    wanted: str = ""
    """What kind of thing an id names."""

    @property
    def called(self) -> str:
        """`Ansvarlig (`accountable`)`: the field as pages and files call it."""
        return called(type(self.holder), self.field)

    @property
    def kind(self) -> str:
        """`model`, `form` …: what sort of entry it stands in."""
        return self.owner[0]

    @property
    def name(self) -> str:
        """`steg «lag-plan» i modellen «mini»`."""
        whole = entry(*self.owner)
        inner = self.inner
        if inner is None or getattr(inner, "id", "") == self.owner[1]:
            return whole
        title = inner.noun_title.lower()
        return f"{DEFINITE.get(title, title)} «{inner.id}» i {whole}"


class Lists:
    """What is met on the way through nouns, in the order it stands."""

    def __init__(self) -> None:
        self.texts: list[Value] = []
        """Every text, one line or prose; ids and addresses are not texts."""
        self.mentions: list[tuple[Value, str]] = []
        """Every [[reference]] in prose: the text, and what it names."""
        self.references: list[Value] = []
        """Every id that names something else; what kind is in `REFERENCES`."""
        self.citing: list[Value] = []
        """Every noun with findings (`sources`) of its own."""
        self.addresses: list[Value] = []
        """Every address on the web outside prose."""
        self.absences: list[Value] = []
        """Every stated hole."""
        self.cited: set[str] = set()
        """Numbers of the findings that something rests on."""


class Walk(Lists):
    """The way through one entry, with what has been sought there."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        """`model`, `form` …: what sort of entry it is."""
        self._found: dict[re.Pattern[str], list[tuple[Value, re.Match[str]]]] = {}

    def search(self, pattern: re.Pattern[str]) -> list[tuple[Value, re.Match[str]]]:
        """As `Where.search`, for this entry."""
        if pattern not in self._found:
            self._found[pattern] = [
                (self.texts[bisect_right(self._starts, match.end() - 1) - 1], match)
                for match in pattern.finditer(self._whole)
            ]
        return self._found[pattern]

    def with_letters(self, letters: str) -> Iterator[Value]:
        """As `Where.with_letters`, for this entry."""
        at = self._letters.find(letters)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield self.texts[number]
            at = self._letters.find(letters, self._starts[number + 1])

    @cached_property
    def words(self) -> frozenset[str]:
        """What stands between spaces, in small letters."""
        return frozenset(self._letters.split())

    @cached_property
    def _letters(self) -> str:
        """Plain letters are sought fastest, and fastest in one text."""
        return self._whole.lower()

    @cached_property
    def _whole(self) -> str:
        return BREAK + "".join(text.source + BREAK for text in self.texts)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text.source) + 1 for text in self.texts), initial=1))

    def keep_text(self, seen: _Seen, _: str) -> None:
        """Note a text, and what it refers to."""
        value = seen[3]
        if type(value) is str:
            self.texts.append(Value(*seen, value))
            return
        text = Value(*seen, value.source)
        self.texts.append(text)
        if "[[" in text.source:
            self.mentions += ((text, target) for target in value.references)

    def keep_answers(self, seen: _Seen, _: str) -> None:
        """Note every text among the answers to a form."""
        owner, path, name, answers, holder, inner, cites = seen
        for inside, text in answers.texts:
            spot = (*path, *inside)
            self.texts.append(Value(owner, spot, name, text, holder, inner, cites, text))

    def keep_reference(self, seen: _Seen, wanted: str) -> None:
        """Note an id of the wanted kind."""
        self.references.append(Value(*seen, wanted=wanted))

    def keep_address(self, seen: _Seen, _: str) -> None:
        """Note an address on the web."""
        self.addresses.append(Value(*seen))

    def visit(
        self, owner: Owner, noun: Noun, path: KeyPath, inner: Any, cites: tuple[str, ...]
    ) -> None:
        """Go through a noun and all nouns in it; `path` leads to it from its owner."""
        kind = type(noun)
        plan = _plan(kind)
        held = noun.__dict__
        if plan.named and held["id"]:
            inner = noun
        if plan.citing:
            cites = held["sources"]
            self.cited.update(cites)
            self.citing.append(Value(owner, path, "sources", noun, noun, inner, cites))
        if kind is Absence:
            self.absences.append(Value(owner, path, "", noun, noun, inner, cites))
        for name, keep, wanted in plan.leaves:
            value = held[name]
            if not value:
                continue
            if type(value) is tuple:
                for at, item in enumerate(value):
                    spot = (*path, name, at)
                    keep(self, (owner, spot, name, item, noun, inner, cites), wanted)
            else:
                spot = (*path, name)
                keep(self, (owner, spot, name, value, noun, inner, cites), wanted)
        for name in plan.nouns:
            value = held[name]
            if type(value) is tuple:
                for at, item in enumerate(value):
                    self.visit(owner, item, (*path, name, at), inner, cites)
            elif value is not None:
                self.visit(owner, value, (*path, name), inner, cites)


@cached_on_noun
def walked(noun: Noun) -> Walk:
    """The way through one entry."""
    owner = owner_of(noun)
    walk = Walk(owner[0])
    walk.visit(owner, noun, (), None, ())
    return walk


_Seen = tuple[Owner, KeyPath, str, Any, Any, Any, tuple[str, ...]]
_Keep = Callable[[Walk, _Seen, str], None]


class _Plan(NamedTuple):
    """What to do with each field of one kind of noun."""

    named: bool
    citing: bool
    leaves: tuple[tuple[str, _Keep, str], ...]
    """Field, where its values are kept, and what its ids name."""
    nouns: tuple[str, ...]


@cache
def _plan(kind: type[Noun]) -> _Plan:
    leaves: list[tuple[str, _Keep, str]] = []
    nouns = []
    for name, info in kind.model_fields.items():
        types = set(_leaf_types(info.annotation))
        if any(issubclass(one, Noun) for one in types):
            nouns.append(name)
        elif name in OWN_NAMES:
            continue
        elif Answers in types:
            leaves.append((name, Walk.keep_answers, ""))
        elif wanted := reference_kind(kind, name):
            leaves.append((name, Walk.keep_reference, wanted))
        elif name in ("url", "site_url"):
            leaves.append((name, Walk.keep_address, ""))
        elif any(issubclass(one, (str, Prose)) and not issubclass(one, Enum) for one in types):
            leaves.append((name, Walk.keep_text, ""))
    fields = kind.model_fields
    return _Plan(
        "id" in fields and bool(kind.noun_title), "sources" in fields, tuple(leaves), tuple(nouns)
    )


def _leaf_types(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from _leaf_types(part)


_KINDS: dict[type[Noun], str] = {
    Edition: "edition",
    Decision: "decision",
    InclusionModel: "model",
    Form: "form",
    Role: "role",
    Term: "term",
    Theme: "theme",
    Source: "source",
    Rule: "rule",
    Instrument: "instrument",
    Routine: "routine",
    Example: "example",
}


def owner_of(noun: Noun) -> Owner:
    """What an entry is called where its values are listed."""
    return _KINDS[type(noun)], getattr(noun, "id", "")


def entries_of(book: Handbook) -> Iterator[Noun]:
    """Everything that has a place of its own in the files, in the order of the book."""
    yield book.edition
    for nouns in (
        book.models, book.forms, book.roles, book.terms, book.themes, book.sources, book.rules,
        book.instruments, book.routines, book.examples,
    ):  # fmt: skip
        yield from nouns
    if book.decision:
        yield book.decision
