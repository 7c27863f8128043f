"""Take any required field away from the real files, and just that gap is reported, at its place."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

import pytest

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
from handbook.model.form import Field, Form, PersonalData
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Noun, Sourced
from handbook.model.people import Role, Term, Theme
from handbook.model.practice import ExceptionKind
from handbook.model.process import Step
from handbook.model.source import Source
from handbook.reading.folder import Places, Reading
from handbook.reading.typed import typed

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
    told = [(f.code, f"«{name}»" in f.problem) for f in findings]
    assert (noun, told) == (None, [("N01", True)]), (held.path, name, findings)
    line = reading.files[findings[0].place.file].splitlines()[findings[0].place.line - 1]
    assert any(key.encode() in line for key in held.plain), (held.path, name, line)


def test_a_field_needed_when_published_is_the_only_finding(book: Handbook, where: Where) -> None:
    """Every such field of every model and every step, one at a time."""
    tried = 0
    for model in book.models:
        for path, noun in _models_and_steps(model):
            for name in needed_when_published(type(noun)):
                broken = without(model, (*path, name))
                told = [
                    (f.code, f.place, f"«{name}»" in f.problem)
                    for f in every_published_model_has_what_readers_need(
                        dataclasses.replace(book, models=(broken,)), where
                    )
                ]
                place = where("model", model.id, *path, name)
                assert told == [("N20", place, True)], (model.id, path, name)
                tried += 1
    assert tried == 7 * 18 + 77 * 3


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
    for form in book.forms:
        broken = dataclasses.replace(book, forms=(without(form, ("privacy",)),))
        told = [
            (f.code, f.place)
            for f in every_form_about_people_says_what_happens_to_the_answers(broken, where)
        ]
        about_people = any(f.personal_data is not PersonalData.NONE for f in form.fields)
        assert told == [("N20", where("form", form.id, "privacy"))] * about_people, form.id


def test_every_question_about_a_person_that_loses_its_reason_is_reported(
    book: Handbook, where: Where
) -> None:
    asked = {
        where("form", form.id, *held.path)
        for form in book.forms
        for held in nouns_in(form, _Any())
        if isinstance(held.noun, Field) and held.noun.personal_data is not PersonalData.NONE
    }
    broken = dataclasses.replace(
        book, forms=tuple(_everywhere(f, Field, needed_because=None) for f in book.forms)
    )
    told = list(every_question_about_a_person_says_why(broken, where))
    assert len(told) == len(asked) > 38


def test_every_step_that_loses_its_forms_or_its_words_is_reported(
    book: Handbook, where: Where
) -> None:
    steps = [step for model in book.models for phase in model.phases for step in phase.steps]
    bare = {"inputs": (), "outputs": (), "no_form": None, "to_participant": None}
    broken = dataclasses.replace(
        book, models=tuple(_everywhere(m, Step, **bare) for m in book.models)
    )
    assert len(list(every_step_has_a_form_or_says_why_not(broken, where))) == len(steps)
    met = [step for step in steps if step.participant_involved]
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
            assert [f.found for f in told] == [f"mangler: {kind} ({kind.label})"]


def test_every_documented_statement_that_loses_its_sources_is_reported(
    book: Handbook, reading: Reading
) -> None:
    """All at once: as many findings as statements that say a source, a report or a rule."""
    whole = {
        kind: tuple(_everywhere(entry, Sourced, sources=()) for entry in getattr(book, kind))
        for kind in ("models", "forms", "roles", "terms", "themes", "sources")
    }
    broken = dataclasses.replace(book, **whole)
    documented = sum(
        isinstance(held.noun, Sourced) and held.noun.basis.documented
        for kind in whole
        for entry in getattr(book, kind)
        for held in nouns_in(entry, _Any())
    )
    rule = every_documented_statement_names_its_source
    told = list(rule(broken, Where(broken, reading.places)))
    assert len(told) == documented > 500
    assert not list(rule(book, Where(book, reading.places)))


def _everywhere(noun: _N, kind: type[Noun], **changed: Any) -> _N:
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
