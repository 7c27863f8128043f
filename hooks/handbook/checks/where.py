"""The way from a noun to its place in the files, and every text and reference with its address.

The handbook is walked once; rules that concern all texts or all ids read the lists made here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, NamedTuple, Protocol, get_args

from handbook.findings import Place
from handbook.model.form import Change, Form
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel, ModelRole, Overview, Related, Withdrawal
from handbook.model.noun import Absence, Noun, remembered
from handbook.model.people import Confidentiality, Role, Term, Theme
from handbook.model.practice import Criterion, ExceptionPath, FirstAction, Response
from handbook.model.process import (
    Decision,
    Document,
    Effort,
    Logic,
    MeetingKit,
    Phase,
    Responsibility,
    Step,
)
from handbook.model.prose import Prose
from handbook.model.results import Capacity
from handbook.model.source import Source

Path = tuple[str | int, ...]
Owner = tuple[str, str]
"""(`model` | `form` | `role` | `term` | `theme` | `source` | `edition`, id)."""

REFERENCES: dict[tuple[type[Noun], str], str] = {
    (Responsibility, "performed_by"): "role",
    (Responsibility, "accountable"): "role",
    (Responsibility, "consulted"): "role",
    (Responsibility, "informed"): "role",
    (Effort, "role"): "role",
    (MeetingKit, "led_by"): "role",
    (Decision, "decided_by"): "role",
    (ModelRole, "role"): "role",
    (Response, "role"): "role",
    (FirstAction, "role"): "role",
    (Criterion, "asked_of"): "role",
    (Capacity, "role"): "role",
    (Form, "filled_in_by"): "role",
    (Form, "signed_by"): "role",
    (Change, "affects"): "role",
    (Role, "can_combine_with"): "role",
    (Related, "model"): "model",
    (Withdrawal, "replaced_by"): "model",
    (Term, "replaced_by"): "term",
    (Term, "see_also"): "term",
    (Overview, "themes"): "theme",
    (Step, "themes"): "theme",
    (Confidentiality, "form"): "form",
    (Document, "form"): "form",
    (Decision, "based_on"): "form",
    (ExceptionPath, "forms"): "form",
    (FirstAction, "form"): "form",
    (Theme, "forms"): "form",
    (Logic, "after"): "step",
    (Logic, "together_with"): "step",
    (Logic, "either_or"): "step",
    (Criterion, "applies_to"): "step",
}
"""Which kind of thing the ids in a field name. Steps are sought in the same model."""

BREAK = "\x1f"
"""A sign that no text can hold; reading refuses control characters."""

OWN_NAMES = frozenset({"id", "former_slugs", "version", "sources"})
"""Fields that name the noun itself or number its findings; neither text nor reference."""

KIND_WORDS = {
    "model": "modellen",
    "form": "skjemaet",
    "role": "rollen",
    "term": "ordet",
    "theme": "temaet",
    "source": "kilden",
    "step": "steget",
}


DEFINITE = {
    "steg": "steget",
    "fase": "fasen",
    "gjøremål": "gjøremålet",
    "kjennetegn": "kjennetegnet",
    "resultat": "resultatet",
    "felt": "feltet",
    "del av skjema": "delen",
    "funn": "funnet",
}
"""What an editor calls a thing → how a sentence points at it."""


class Value(NamedTuple):
    """One value of the handbook and where it stands."""

    owner: Owner
    path: Path
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


def entry(kind: str, name: str) -> str:
    """`modellen «mini»`; the edition is simply the handbook."""
    return f"{KIND_WORDS[kind]} «{name}»" if kind in KIND_WORDS else "håndboka"


class Placed(Protocol):
    """Something that knows where its values stand."""

    def place(self, path: Path, *, key: bool = False) -> Place: ...


class _Lists:
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


class Where(_Lists):
    """Knows the place of every value; holds the lists made by walking the handbook once."""

    def __init__(self, book: Handbook, places: Mapping[Owner, Placed]) -> None:
        super().__init__()
        self._places = places
        self._walks = [_walked(noun) for noun in _entries(book)]
        for walk in self._walks:
            self.texts += walk.texts
            self.mentions += walk.mentions
            self.references += walk.references
            self.citing += walk.citing
            self.addresses += walk.addresses
            self.absences += walk.absences
            self.cited |= walk.cited

    def __call__(self, kind: str, name: str, *path: str | int, key: bool = False) -> Place:
        """The place of a value (or of its key) in an entry; of the nearest thing when absent."""
        return self._places[kind, name].place(path, key=key)

    def of(self, value: Value) -> Place:
        """The place of a value in one of the lists."""
        return self._places[value.owner].place(value.path)

    def search(self, pattern: re.Pattern[str]) -> Iterator[tuple[Value, re.Match[str]]]:
        """Every place in any text where a pattern occurs, with the text it stands in.

        All texts of an entry are searched as one, which is many times faster than one by one.
        `BREAK` stands between them and at both ends; a pattern may begin with it or look ahead to
        it.
        """
        for walk in self._walks:
            yield from walk.search(pattern)

    def having(self, pattern: re.Pattern[str]) -> Iterator[Value]:
        """Every text where a pattern occurs, once."""
        before = None
        for text, _ in self.search(pattern):
            if text is not before:
                yield text
            before = text


class _Walk(_Lists):
    """The way through one entry, with what has been sought there."""

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[re.Pattern[str], list[tuple[Value, re.Match[str]]]] = {}

    def search(self, pattern: re.Pattern[str]) -> list[tuple[Value, re.Match[str]]]:
        """As `Where.search`, for this entry."""
        if pattern not in self._found:
            self._found[pattern] = [
                (self.texts[bisect_right(self._starts, match.end() - 1) - 1], match)
                for match in pattern.finditer(self._whole)
            ]
        return self._found[pattern]

    @cached_property
    def _whole(self) -> str:
        return BREAK + "".join(text.source + BREAK for text in self.texts)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text.source) + 1 for text in self.texts), initial=1))

    def keep_text(self, seen: _Seen, _: str) -> None:
        value = seen[3]
        if type(value) is str:
            self.texts.append(Value(*seen, value))
            return
        text = Value(*seen, value.source)
        self.texts.append(text)
        if "[[" in text.source:
            self.mentions += ((text, target) for target in value.references)

    def keep_reference(self, seen: _Seen, wanted: str) -> None:
        self.references.append(Value(*seen, wanted=wanted))

    def keep_address(self, seen: _Seen, _: str) -> None:
        self.addresses.append(Value(*seen))

    def visit(
        self, owner: Owner, noun: Noun, path: Path, inner: Any, cites: tuple[str, ...]
    ) -> None:
        kind = type(noun)
        plan = _plan(kind)
        held = noun.__dict__
        if plan.named:
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


@remembered
def _walked(noun: Noun) -> _Walk:
    walk = _Walk()
    kind = _KINDS[type(noun)]
    walk.visit((kind, getattr(noun, "id", "")), noun, (), None, ())
    return walk


_Seen = tuple[Owner, Path, str, Any, Any, Any, tuple[str, ...]]
_Keep = Callable[[_Walk, _Seen, str], None]


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
        elif wanted := reference_kind(kind, name):
            leaves.append((name, _Walk.keep_reference, wanted))
        elif name in ("url", "site_url"):
            leaves.append((name, _Walk.keep_address, ""))
        elif any(issubclass(one, (str, Prose)) and not issubclass(one, Enum) for one in types):
            leaves.append((name, _Walk.keep_text, ""))
    fields = kind.model_fields
    return _Plan(
        "id" in fields and bool(kind.noun_title), "sources" in fields, tuple(leaves), tuple(nouns)
    )


def reference_kind(kind: type[Noun], name: str) -> str:
    """What the ids in a field name, or nothing when the field holds no ids."""
    for ancestor in kind.__mro__:
        found = REFERENCES.get((ancestor, name))
        if found:
            return found
    return ""


def _leaf_types(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from _leaf_types(part)


_KINDS: dict[type[Noun], str] = {
    Edition: "edition",
    InclusionModel: "model",
    Form: "form",
    Role: "role",
    Term: "term",
    Theme: "theme",
    Source: "source",
}


def _entries(book: Handbook) -> Iterator[Noun]:
    yield book.edition
    for nouns in (book.models, book.forms, book.roles, book.terms, book.themes, book.sources):
        yield from nouns


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step, its phase and its path in the model."""

    model: InclusionModel
    phase: Phase
    step: Step
    path: Path

    @property
    def name(self) -> str:
        """`steget «lag-plan» i modellen «mini»`."""
        return f"steget «{self.step.id}» i modellen «{self.model.id}»"


def steps_of(model: InclusionModel) -> Iterator[PlacedStep]:
    """The steps of a model in order."""
    for phase_number, phase in enumerate(model.phases):
        for number, step in enumerate(phase.steps):
            yield PlacedStep(model, phase, step, ("phases", phase_number, "steps", number))
