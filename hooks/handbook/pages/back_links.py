"""Where every finding is used: the way back from a source to the claims that rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.coverage import cited
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel, Overview
from handbook.pages import addresses


def back_links(book: Handbook) -> dict[str, tuple[tuple[str, str], ...]]:
    """Finding number → (page, title) of every place that cites it, in the order of the book."""
    found: dict[str, dict[str, str]] = {}

    def note(numbers: Iterator[str], path: str, title: str) -> None:
        for number in numbers:
            found.setdefault(number, {}).setdefault(path, title)

    for model in book.models:
        name = model.short_title
        for step in model.steps:
            note(cited(step), addresses.step(model.id, step.id), f"{name}: {step.title}")
        for phase in model.phases:
            if phase.decision:
                path = addresses.phase(model.id, phase.id)
                note(cited(phase.decision), path, f"{name}: {phase.title}")
        for fields, part, title in _MODEL_PARTS:
            path = addresses.part(model.id, part)
            for field in fields:
                note(cited(getattr(model, field)), path, f"{name}: {title}")
        note(cited(_overview(model)), addresses.model(model.id), name)
    for role in book.roles:
        note(cited(role), addresses.role(role.id), f"Rolle: {role.title}")
    for form in book.forms:
        note(cited(form), addresses.form(form.id), f"{form.id} {form.title}")
    for theme in book.themes:
        note(cited(theme), addresses.theme(theme.id), f"Tema: {theme.title}")
    for term in book.terms:
        note(cited(term), addresses.term(term.id), f"Ord: {term.term}")
    return {number: tuple(places.items()) for number, places in found.items()}


_MODEL_PARTS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("getting_started",), "kom-i-gang", "Kom i gang"),
    (("success_factors", "pitfalls", "objections"), "praksis", "Slik lykkes dere"),
    (("exceptions",), "nar-det-ikke-gar", "Når det ikke går som planlagt"),
    (("outcomes", "benefits", "experiences"), "resultater", "Resultater"),
    (("criteria",), "egenvurdering", "Egenvurdering"),
)


def _overview(model: InclusionModel) -> tuple[object, ...]:
    return tuple(getattr(model, name) for name in Overview.model_fields)
