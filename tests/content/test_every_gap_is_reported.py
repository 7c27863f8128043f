"""Take any required field away from the real files, and just that gap is reported, at its place."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

import pytest

from content.raw_yaml import MODELS, may_have_gaps, raw, walk, whole
from handbook.checks.completeness import (
    every_form_about_people_says_what_happens_to_the_answers,
    every_model_answers_the_six_situations,
    every_published_model_has_what_readers_need,
    every_step_has_a_form_or_says_why_not,
    every_step_with_the_participant_speaks_to_them,
    needed_when_published,
)
from handbook.checks.forms import every_question_about_a_person_says_why
from handbook.checks.where import Where
from handbook.checks.wording import every_documented_statement_names_its_source
from handbook.findings import Finding
from handbook.model.form import Field, Form, PersonalData
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Basis, Noun, Sourced
from handbook.model.people import Role, Term, Theme
from handbook.model.practice import ExceptionKind
from handbook.model.process import Step
from handbook.model.source import Source
from handbook.reading.folder import Places, Reading
from handbook.reading.typed import typed
from project import ROOT

pytestmark = pytest.mark.slow

_N = TypeVar("_N", bound=Noun)
Path = tuple[str | int, ...]

KINDS: dict[str, type[Noun]] = {
    "edition": Edition,
    "model": InclusionModel,
    "form": Form,
    "role": Role,
    "term": Term,
    "theme": Theme,
    "source": Source,
}
"""Every kind of entry in `model/` and `forms/`."""
READ = {folder.name for folder in MODELS if not may_have_gaps(folder)}
"""The models whose gaps are told of."""
_CITING = (Sourced, Term)
"""Nouns that say what they rest on."""
_NEEDED_OF_A_MODEL, _NEEDED_OF_A_STEP = 18, 3
"""How many fields the types ask for when a model is published; no count of the content."""


class Held(NamedTuple):
    """A noun inside an entry: where it is, itself, and the plain values it was read from."""

    path: Path
    noun: Noun
    plain: dict[str, Any]


def nouns_in(noun: Noun, plain: Any, path: Path = ()) -> Iterator[Held]:
    """A noun and every noun inside it, outermost first."""
    yield Held(path, noun, plain)
    for name, value in noun:
        several = value if isinstance(value, tuple) else (value,)
        for at, one in enumerate(several):
            if isinstance(one, Noun):
                inside: Path = (name, at) if isinstance(value, tuple) else (name,)
                there = plain[name][at] if isinstance(value, tuple) else plain[name]
                yield from nouns_in(one, there, (*path, *inside))


def plain_value(places: Places) -> Any:
    value = {k: v for document in places.documents for k, v in document.value.items()}
    for part in places.prefix:
        value = value[part]
    return value


@pytest.mark.parametrize("kind", KINDS)
def test_a_required_field_that_is_gone_is_the_only_finding(kind: str, reading: Reading) -> None:
    """Every required field of every noun, at any depth of every entry, one at a time."""
    tried = 0
    for (word, _), places in reading.places.items():
        if word != kind or (kind != "edition" and not _is_entry(places, kind)):
            continue
        plain = plain_value(places)
        entry, faults = typed(KINDS[kind], plain, places)
        assert entry is not None, faults
        for held in nouns_in(entry, plain):
            for name in _required(type(held.noun)) & held.plain.keys():
                _expect_one_gap(held, name, places, reading)
                tried += 1
    assert tried >= 4 * sum(word == kind for word, _ in reading.places)


def _is_entry(places: Places, kind: str) -> bool:
    """Lists in one file are places too; their entries have a path of their own."""
    return bool(places.prefix) == (kind in ("role", "term"))


def _required(kind: type[Noun]) -> set[str]:
    return {name for name, info in kind.model_fields.items() if info.is_required()}


def _expect_one_gap(held: Held, name: str, places: Places, reading: Reading) -> None:
    rest = {key: value for key, value in held.plain.items() if key != name}
    here = Places(places.documents, (*places.prefix, *held.path))
    noun, findings = typed(type(held.noun), rest, here)
    told = [(f.code, _names(f, name)) for f in findings]
    assert (noun, told) == (None, [("N01", True)]), (held.path, name, findings)
    line = reading.files[findings[0].place.file].splitlines()[findings[0].place.line - 1]
    assert any(key.encode() in line for key in held.plain), (held.path, name, line)


def _names(finding: Finding, field: str) -> bool:
    """Whether the editor is told which key to write."""
    return re.search(rf"\b{field}\b", f"{finding.problem} {finding.fix}") is not None


def test_a_field_needed_when_published_is_the_only_finding(book: Handbook, where: Where) -> None:
    """Every such field of every model and every step that is no draft, one at a time."""
    tried = 0
    for model in book.models:
        there = set(_needed(book, model, where))
        for path, noun in _models_and_steps(model):
            for name in needed_when_published(type(noun)):
                told = _needed(book, without(model, (*path, name)), where)
                place = where("model", model.id, *path, name)
                gaps = {f for f in told if f.place == place and _names(f, name)}
                if model.id not in READ:
                    assert told == set()
                    continue
                assert [f.code for f in gaps] == ["N20"], (model.id, path, name)
                assert told - gaps == there - gaps, (model.id, path, name)
                tried += 1
    models = raw_models()
    steps = sum(len(phase["steps"]) for model in models for phase in model["phases"])
    assert tried == len(models) * _NEEDED_OF_A_MODEL + steps * _NEEDED_OF_A_STEP


def _needed(book: Handbook, model: InclusionModel, where: Where) -> set[Finding]:
    alone = dataclasses.replace(book, models=(model,))
    return set(every_published_model_has_what_readers_need(alone, where))


def raw_models() -> list[dict[str, Any]]:
    """The models whose gaps are told of, as any YAML reader sees them."""
    return [whole(folder) for folder in MODELS if folder.name in READ]


def _models_and_steps(model: InclusionModel) -> Iterator[tuple[Path, Noun]]:
    yield (), model
    for number, phase in enumerate(model.phases):
        for at, step in enumerate(phase.steps):
            yield ("phases", number, "steps", at), step


def without(noun: _N, path: Path) -> _N:
    """The same noun with one field, however deep, as if it had never been written."""
    name, *rest = path
    assert isinstance(name, str)
    if not rest:
        return noun.model_copy(update={name: type(noun).model_fields[name].get_default()})
    held = getattr(noun, name)
    if isinstance(rest[0], int):
        at = rest[0]
        held = (*held[:at], without(held[at], tuple(rest[1:])), *held[at + 1 :])
    else:
        held = without(held, tuple(rest))
    return noun.model_copy(update={name: held})


def test_only_models_steps_and_forms_have_fields_that_may_wait(book: Handbook) -> None:
    """So the tests here leave none of them out."""
    kinds = {
        type(held.noun)
        for entries in (book.models, book.forms, book.roles, book.terms, book.themes, book.sources)
        for entry in entries
        for held in nouns_in(entry, _Any())
        if needed_when_published(type(held.noun))
    }
    assert kinds == {InclusionModel, Step, Form}


class _Any:
    """Stands for plain values nobody looks at."""

    def __getitem__(self, _: object) -> _Any:
        return self


def test_a_form_about_people_without_privacy_is_reported(book: Handbook, where: Where) -> None:
    used = set().union(*(_forms_of(m) for m in raw_models()))
    for form in book.forms:
        broken = dataclasses.replace(book, forms=(without(form, ("privacy",)),))
        told = [
            (f.code, f.place)
            for f in every_form_about_people_says_what_happens_to_the_answers(broken, where)
        ]
        about_people = any(f.personal_data is not PersonalData.NONE for f in form.fields)
        gap = ("N20", where("form", form.id, "privacy"))
        assert told == [gap] * (about_people and form.id in used), form.id


def _forms_of(model: dict[str, Any]) -> set[str]:
    """The forms that the steps of a model use."""
    steps = (step for phase in model["phases"] for step in phase["steps"])
    documents = (d for s in steps for d in [*s.get("inputs", []), *s.get("outputs", [])])
    return {document["form"] for document in documents if "form" in document}


def test_every_question_about_a_person_that_loses_its_reason_is_reported(
    book: Handbook, where: Where
) -> None:
    asked = {
        where("form", form.id, *held.path)
        for form in book.forms
        for held in nouns_in(form, _Any())
        if isinstance(held.noun, Field) and held.noun.personal_data is not PersonalData.NONE
    }
    forms = [raw(file) for file in (ROOT / "forms").glob("*.yml")]
    in_the_files = [f for f in walk(forms) if f.get("personal_data", "none") != "none"]
    broken = dataclasses.replace(
        book, forms=tuple(_everywhere(f, Field, needed_because=None) for f in book.forms)
    )
    told = list(every_question_about_a_person_says_why(broken, where))
    assert len(told) == len(asked) == len(in_the_files)


def test_every_step_that_loses_its_forms_or_its_words_is_reported(
    book: Handbook, where: Where
) -> None:
    steps = [step for model in raw_models() for phase in model["phases"] for step in phase["steps"]]
    bare = {"inputs": (), "outputs": (), "no_form": None, "to_participant": None}
    broken = dataclasses.replace(
        book, models=tuple(_everywhere(m, Step, **bare) for m in book.models)
    )
    assert len(list(every_step_has_a_form_or_says_why_not(broken, where))) == len(steps)
    met = [step for step in steps if step["participant_involved"] == "true"]
    assert len(list(every_step_with_the_participant_speaks_to_them(broken, where))) == len(met)


def test_every_situation_that_is_gone_is_named(book: Handbook, where: Where) -> None:
    for model in book.models:
        for kind in ExceptionKind:
            if kind is ExceptionKind.OTHER:
                continue
            rest = tuple(path for path in model.exceptions if path.kind is not kind)
            broken = model.model_copy(update={"exceptions": rest})
            told = list(
                every_model_answers_the_six_situations(
                    dataclasses.replace(book, models=(broken,)), where
                )
            )
            gone = [k for k in ExceptionKind if k is not ExceptionKind.OTHER
                    and k not in {path.kind for path in rest}]  # fmt: skip
            said = "mangler: " + ", ".join(f"{k} ({k.label})" for k in gone)
            answers = bool(rest) and model.id in READ
            assert [f.found for f in told] == [said] * answers, (model.id, kind)


def test_every_documented_statement_that_loses_its_sources_is_reported(
    book: Handbook, reading: Reading
) -> None:
    """All at once: as many findings as statements that say a source, a report or a rule."""
    whole = {
        kind: tuple(_everywhere(entry, _CITING, sources=()) for entry in getattr(book, kind))
        for kind in (
            "models",
            "instruments",
            "routines",
            "forms",
            "roles",
            "terms",
            "themes",
            "sources",
        )
    }
    assert book.decision is not None
    whole["decision"] = _everywhere(book.decision, _CITING, sources=())
    broken = dataclasses.replace(book, **whole)
    entries = [entry for kind in whole if kind != "decision" for entry in getattr(book, kind)]
    documented = sum(
        isinstance(held.noun, _CITING) and held.noun.basis.documented
        for entry in (*entries, book.decision)
        for held in nouns_in(entry, _Any())
    )
    files = [*(ROOT / "model").rglob("*.yml"), *(ROOT / "forms").glob("*.yml")]
    # A rule cannot be read without its sources: its own type asks for them.
    files = [file for file in files if file.parent.name != "rules"]
    documented_kinds = [str(basis) for basis in Basis if basis.documented]
    in_the_files = [
        held for file in files for held in walk(raw(file))
        if held.get("basis") in documented_kinds
    ]  # fmt: skip
    rule = every_documented_statement_names_its_source
    told = list(rule(broken, Where(broken, reading.places)))
    assert len(told) == documented == len(in_the_files)
    assert not list(rule(book, Where(book, reading.places)))


def _everywhere(noun: _N, kind: type[Noun] | tuple[type[Noun], ...], **changed: Any) -> _N:
    """A noun where every noun of a kind inside it has other values."""
    update: dict[str, Any] = {}
    for name, value in noun:
        if isinstance(value, Noun):
            update[name] = _everywhere(value, kind, **changed)
        elif isinstance(value, tuple):
            update[name] = tuple(
                _everywhere(one, kind, **changed) if isinstance(one, Noun) else one for one in value
            )
    if isinstance(noun, kind):
        update |= {
            name: value for name, value in changed.items() if name in type(noun).model_fields
        }
    return noun.model_copy(update=update)
