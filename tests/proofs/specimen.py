"""A handbook in which every field is filled in, made from the types of the nouns alone.

A text is a word that stands nowhere else. What cannot hold a word (a choice, a number, a day, an id
of another thing) is told when the output turns with it: such a spot can be given another value.
A spot is a way through the types, `model.phases.steps.pitfall.text`, so a field of a known type in
a new place is a spot of its own.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from handbook.checks.reference_fields import reference_kind
from handbook.model.answers import Answers
from handbook.model.decision import Decision
from handbook.model.example import Example
from handbook.model.form import Column, Field, FieldType, Form, PersonalData
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.instrument import Instrument
from handbook.model.noun import Absence, Noun
from handbook.model.people import Role, Term, Theme
from handbook.model.process import StepDocument
from handbook.model.prose import Prose
from handbook.model.routine import Routine
from handbook.model.rule import Rule
from handbook.model.search_words import SearchWords
from handbook.model.source import Source, SourceFinding
from handbook.model.wording import Wording

Spot = str
Swaps = Mapping[type[Noun], type[Noun]]

FORMS = ("SKJ-91", "SKJ-92", "SKJ-93")
TARGETS = dict.fromkeys(
    ("model", "role", "term", "theme", "source", "rule", "instrument", "routine", "step"),
    ("x", "y", "z"),
) | {"form": FORMS}
"""Kind → the ids of its three: the first is told whole, fields lead to the second or third."""

FITTED: dict[tuple[str, str], tuple[Any, Any]] = {
    ("Outcome", "denominator"): (7, 8),
    ("Comparison", "denominator"): (7, 8),
    ("Outcome", "historical"): (False, True),
    ("Outcome", "off_goal"): (False, True),
    ("Field", "personal_data"): (PersonalData.ORDINARY, PersonalData.SPECIAL),
    ("Field", "same_as"): ((f"{FORMS[1]}/text",), (f"{FORMS[2]}/text",)),
    ("Field", "not_before"): ("text", "number"),
    ("Condition", "field"): ("choice", "yes_no"),
    ("Edition", "language"): ("nb-NO", "nn-NO"),
}
"""Values of a shape that the types do not tell: the usual and the turned one."""

VARIANTS: dict[type[Noun], tuple[dict[str, Any], ...]] = {
    Field: (
        *({"type": kind, "id": str(kind)} for kind in FieldType),
        {"type": FieldType.TABLE, "id": "free_rows", "row_labels": ()},
    ),
    Column: ({"type": FieldType.CHOICE}, {"type": FieldType.TEXT, "id": "last"}),
    StepDocument: ({"artefact": None}, {"form": None}),
}
"""Nouns whose fields are never all filled in at once: one of each sort stands in every list."""

_PLAIN: dict[type, tuple[Any, Any]] = {
    bool: (True, False), int: (2, 3), float: (3.5, 41.5),
    dt.date: (dt.date(2026, 1, 5), dt.date(2031, 5, 17)),
}  # fmt: skip


class Specimen:
    """Makes one handbook; `words` has the words of every text, `turning` the other spots."""

    def __init__(self, turned: Spot = "", *, holes: str = "", swaps: Swaps | None = None) -> None:
        self.turned = turned
        self.holes = holes
        self.swaps = swaps or {}
        self.words: dict[Spot, str] = {}
        self.turning: dict[Spot, None] = {}
        self.fields: dict[Spot, str] = {}
        """Spot → the type and the field that it is one place of: `Statement.sources`."""
        self.numbers: dict[str, Spot] = {}
        """Number of each finding that is named → the spot that names it."""
        self.met: set[type[Noun]] = set()
        self._numbers: dict[Spot, int] = {}

    def handbook(self) -> Handbook:
        """All nouns, three of each kind that others lead to."""
        models = self._three(InclusionModel, "model", phases=self._phases())
        book = Handbook(
            edition=self._noun(Edition, "edition"),
            models=models,
            forms=_last_retired(self._three(Form, "form")),
            roles=self._three(Role, "role"),
            terms=self._three(Term, "term"),
            themes=self._three(Theme, "theme"),
            sources=(),
            search=self._noun(SearchWords, "search"),
            words=self._noun(Wording, "words"),
            rules=self._three(Rule, "rule"),
            instruments=self._three(Instrument, "instrument"),
            routines=self._three(Routine, "routine"),
            decision=self._noun(Decision, "decision"),
            examples=self._examples(),
        )
        object.__setattr__(book, "sources", self._sources())  # they tell what all others use
        return book

    def _three(self, kind: type[Noun], name: str, **given: Any) -> tuple[Any, ...]:
        first, *others = TARGETS[name]
        whole = self._noun(kind, name, id=first, **given)
        return (whole, *(_bare_copy(whole, other) for other in others))

    def _examples(self) -> tuple[Any, ...]:
        """One whole, told of the first model or another, and one that tells little of the last."""
        whole = self._noun(Example, "example", id="x")
        *_, last = TARGETS["model"]
        return (whole, whole.model_copy(update={"id": "z", "model": last, "filled": ()}))

    def _phases(self) -> tuple[Any, ...]:
        """One phase with three steps, so that a step can lead to another."""
        (phase,) = self._field(InclusionModel, "phases", "model")
        first, *others = TARGETS["step"]
        step = phase.steps[0].model_copy(update={"id": first})
        return (phase.model_copy(update={"steps": (step, *(_bare_copy(step, i) for i in others))}),)

    def _sources(self) -> tuple[Any, ...]:
        first, *others = TARGETS["source"]
        empty = {"findings": ()}
        whole = self._source(first)
        return (whole, *(_bare_copy(whole, name).model_copy(update=empty) for name in others))

    def _source(self, name: str) -> Any:
        source = self._noun(Source, "source", id=name)
        found = self.swaps.get(SourceFinding, SourceFinding)
        more = (self._noun(found, "source.findings", id=number) for number in self.numbers)
        return source.model_copy(update={"findings": (*source.findings, *more)})

    def _noun(self, kind: type[Noun], at: Spot, **given: Any) -> Any:
        kind = self.swaps.get(kind, kind)
        self.met.add(kind)
        named = (name for name in kind.model_fields if name not in given)
        return kind.model_construct(
            **{name: self._field(kind, name, at) for name in named}, **given
        )

    def _field(self, kind: type[Noun], name: str, at: Spot) -> Any:
        spot, annotation = f"{at}.{name}", kind.model_fields[name].annotation
        self.fields[spot] = _declared(kind, name)
        fitted = FITTED.get((kind.__name__, name))
        if fitted or reference_kind(kind, name) or name == "version":
            return self._turning(spot, fitted or self._fit(kind, name), annotation)
        if name == "sources":
            return (self._finding(spot),)
        return self._value(annotation, spot, name)

    def _fit(self, kind: type[Noun], name: str) -> tuple[Any, Any]:
        if name == "version":
            return "1.7", "1.8"
        _, *two = TARGETS[reference_kind(kind, name)]
        return two[0], two[1]

    def _turning(self, spot: Spot, values: tuple[Any, Any], annotation: Any) -> Any:
        self.turning[spot] = None
        value = values[spot == self.turned]
        many = get_origin(annotation) is tuple and not isinstance(value, tuple)
        return (value,) if many else value

    def _finding(self, spot: Spot) -> str:
        """A number of its own for each spot that names findings, and another when it is turned."""
        self.turning[spot] = None
        number = self._numbers.setdefault(spot, len(self._numbers) + 1)
        told = f"{'T' if spot == self.turned else 'S'}{number}"
        self.numbers[told] = spot
        return told

    def _value(self, kind: Any, spot: Spot, name: str) -> Any:
        origin, parts = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._value(parts[0], spot, name)
        if origin in (Union, types.UnionType):
            return self._value(self._chosen(parts), spot, name)
        if origin is tuple:
            return self._many(parts[0], spot, name)
        return self._leaf(kind, spot, name)

    def _chosen(self, parts: tuple[Any, ...]) -> Any:
        """The thing itself, or a stated hole where there may be one and holes are asked for."""
        absent = [part for part in parts if _bare(part) is Absence]
        return absent[0] if absent and self.holes else parts[0]

    def _many(self, kind: Any, spot: Spot, name: str) -> tuple[Any, ...]:
        variants = VARIANTS.get(_bare(kind))
        if variants is None:
            return (self._value(kind, spot, name),)
        return tuple(
            self._noun(_bare(kind), spot, **given) for given in self._turned(variants, spot)
        )

    def _turned(self, variants: tuple[dict[str, Any], ...], spot: Spot) -> Iterator[dict[str, Any]]:
        """One of each sort; when the sort itself is turned, two of the second."""
        first, second, *_ = variants
        if "type" in first:
            kind = self._turning(f"{spot}.type", (first["type"], second["type"]), FieldType)
            yield first | {"type": kind}
        else:
            yield first
        yield from variants[1:]

    def _leaf(  # noqa: PLR0911 – one answer for each sort of value
        self, kind: type, spot: Spot, name: str
    ) -> Any:
        if kind is Absence:
            left_out = "unknown" if self.holes == "not_applicable" else "not_applicable"
            return self._noun(Absence, spot, **{left_out: None})
        if issubclass(kind, Noun):
            return self._noun(kind, spot)
        if issubclass(kind, Enum):
            return self._turning(spot, (next(iter(kind)), list(kind)[-1]), kind)
        if kind in _PLAIN:
            return self._turning(spot, _PLAIN[kind], kind)
        word = self.words[spot] = _word(spot)
        if kind is Answers:
            return Answers(((str(FieldType.TEXT), word),))
        if name in ("url", "site_url"):
            return f"https://{word}.example/"
        return Prose(word) if issubclass(kind, Prose) else word


def _declared(kind: type[Noun], name: str) -> str:
    """A field by the type that it was first given to: a statement's sources are those of many."""
    (*_, first) = (one for one in kind.__mro__ if name in vars(one).get("__annotations__", ()))
    return f"{first.__name__}.{name}"


def _last_retired(forms: tuple[Any, ...]) -> tuple[Any, ...]:
    """A form that is retired is not told whole, so another than the first is."""
    first, *others, last = forms
    gone = last.model_copy(update={"withdrawn": first.withdrawn})
    return (first.model_copy(update={"withdrawn": None}), *others, gone)


def _bare_copy(noun: Any, name: str) -> Any:
    """Another of the same kind, with what every one has and one of the things it holds."""
    kind = type(noun)
    left_out = {n: f.get_default() for n, f in kind.model_fields.items() if not f.is_required()}
    title = "term" if issubclass(kind, Term) else "title"
    parts = {"phases": "steps", "sections": "fields"}
    held = {
        whole: (getattr(noun, whole)[0].model_copy(update={part: tuple(map(_asked, one[:1]))}),)
        for whole, part in parts.items()
        if (one := getattr(next(iter(getattr(noun, whole, ())), None), part, None))
    }
    named = dict.fromkeys({title, "short_title"} & type(noun).model_fields.keys(), f"Nr {name}")
    return noun.model_copy(update=left_out | held | {"id": name} | named)


def _asked(part: Any) -> Any:
    """A question that is always asked; a step is left as it is."""
    return part.model_copy(update={"shown_if": ()}) if isinstance(part, Field) else part


def _word(spot: Spot) -> str:
    """What stands in a spot and is no part of what stands in another: `zqmodelphasesidqz`."""
    return "zq" + spot.replace(".", "").replace("_", "").lower() + "qz"


def _bare(kind: Any) -> Any:
    return _bare(get_args(kind)[0]) if get_origin(kind) is Annotated else kind
