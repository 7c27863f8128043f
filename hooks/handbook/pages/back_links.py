"""Where every finding is used: the way back from a source to the claims that rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document.linker import role_place
from handbook.document.places import path
from handbook.model.coverage import cited
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel, Overview
from handbook.model.noun import Noun, remembered
from handbook.pages import addresses


def back_links(book: Handbook) -> dict[str, tuple[tuple[str, str], ...]]:
    """Finding number → (page, title) of every place that cites it, in the order of the book."""
    found: dict[str, dict[str, str]] = {}
    for numbers, at, title in _citing(book):
        for number in numbers:
            found.setdefault(number, {}).setdefault(at, title)
    return {number: tuple(places.items()) for number, places in found.items()}


_Citing = tuple[tuple[str, ...], str, str]
"""Numbers of findings, and the page that cites them with its title."""


def _citing(book: Handbook) -> Iterator[_Citing]:
    for model in book.models:
        yield from _in_model(model)
    for role in book.roles:
        yield _cited(role), path(role_place(book, role.id)), f"Rolle: {role.title}"
    for form in book.forms:
        yield _cited(form), addresses.form(form.id), f"{form.id} {form.title}"
    for theme in book.themes:
        yield _cited(theme), addresses.theme(theme.id), f"Tema: {theme.title}"
    for term in book.terms:
        yield _cited(term), addresses.term(term.id), f"Ord: {term.term}"


@remembered
def _cited(noun: Noun) -> tuple[str, ...]:
    return tuple(cited(noun))


@remembered
def _in_model(model: InclusionModel) -> tuple[_Citing, ...]:
    return tuple(_of_model(model))


def _of_model(model: InclusionModel) -> Iterator[_Citing]:
    name = model.short_title
    for step in model.steps:
        yield _cited(step), addresses.step(model.id, step.id), f"{name}: {step.title}"
    for phase in model.phases:
        if phase.decision:
            path = addresses.phase(model.id, phase.id)
            yield _cited(phase.decision), path, f"{name}: {phase.title}"
    for fields, part, title in _MODEL_PARTS:
        numbers = tuple(cited(tuple(getattr(model, field) for field in fields)))
        yield numbers, addresses.part(model.id, part), f"{name}: {title}"
    yield tuple(cited(_overview(model))), addresses.model(model.id), name


_MODEL_PARTS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("getting_started",), "kom-i-gang", "Kom i gang"),
    (("success_factors", "pitfalls", "objections"), "praksis", "Slik lykkes dere"),
    (("exceptions",), "nar-det-ikke-gar", "Når det ikke går som planlagt"),
    (("outcomes", "benefits", "experiences"), "resultater", "Resultater"),
    (("criteria",), "egenvurdering", "Egenvurdering"),
)


def _overview(model: InclusionModel) -> tuple[object, ...]:
    return tuple(getattr(model, name) for name in Overview.model_fields)
