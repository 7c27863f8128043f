"""The map of places for pages that are not documents yet; each goes when its page is one."""

from __future__ import annotations

from handbook.document import places
from handbook.document.places import (
    CHOOSER,
    CODES,
    COMPARISON,
    DOWNLOADS,
    FIELDS,
    FORM_MATRIX,
    FORMS,
    FRONT,
    GLOSSARY,
    HANDOVER,
    MODELS,
    NEWS,
    PARTICIPANTS,
    QUALITY,
    ROLES,
    SOURCES,
    STATUS,
    THEMES,
    Place,
)

__all__ = [
    "CHOOSER", "CODES", "COMPARISON", "DOWNLOADS", "FIELDS", "FORMS", "FORM_MATRIX", "FRONT",
    "GLOSSARY", "HANDOVER", "MODELS", "NEWS", "PARTICIPANTS", "QUALITY", "ROLES", "SOURCES",
    "STATUS", "THEMES",
]  # fmt: skip


def fields_of(kind: str) -> str:
    return places.url(Place("fields", kind), "")


def model(model_id: str) -> str:
    return places.url(Place("model", model_id), "")


def step(model_id: str, step_id: str) -> str:
    return places.url(Place("step", f"{model_id}/{step_id}"), "")


def phase(model_id: str, phase_id: str) -> str:
    return places.url(Place("phase", f"{model_id}/{phase_id}"), "")


def part(model_id: str, name: str) -> str:
    return places.url(Place("part", f"{model_id}/{name}"), "")


def role(role_id: str) -> str:
    return places.url(Place("role", role_id), "")


def role_in_model(role_id: str, model_id: str) -> str:
    return places.url(Place("duties", f"{role_id}/{model_id}"), "")


def form(form_id: str) -> str:
    return places.url(Place("form", form_id), "")


def theme(theme_id: str) -> str:
    return places.url(Place("theme", theme_id), "")


def source(source_id: str) -> str:
    return places.url(Place("source", source_id), "")


def term(term_id: str) -> str:
    return places.url(Place("term", term_id), "")


def relative(target: str, base: str, ending: str = ".html") -> str:
    path, hash_sign, anchor = target.partition("#")
    return places.relative(path + ending + hash_sign + anchor, base)


def relative_file(target: str, base: str) -> str:
    return places.relative(target, base)
