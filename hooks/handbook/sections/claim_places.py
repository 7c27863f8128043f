"""A claim → the spot where it is told: the page and the nearest heading or line with an anchor.

The anchors are those that the sections write; a test reads every claim at its spot on the site.
"""

from __future__ import annotations

from handbook.document import places
from handbook.document.linker import role_place
from handbook.document.places import Place, page
from handbook.document.titles import (
    CRITERIA,
    EFFORT,
    EXCEPTIONS,
    GETTING_STARTED,
    PRACTICE,
    RESULTS,
    STEPS,
    Part,
)
from handbook.model.claims import Claim
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import ModelRole
from handbook.model.noun import Statement
from handbook.sections.model import is_told_at_once
from handbook.sections.people import TRAINING
from handbook.sections.practice import exception_anchor

_SPOTS: dict[str, dict[str, str]] = {
    "form": {"basis": "bakgrunn", "privacy": "om-svarene"},
    "role": {
        "always": "alltid", "limits": "grenser", "must_not": "du-skal-ikke",
        "confidentiality": "taushetsplikt", "training": TRAINING,
    },
    "instrument": {
        "asks_of_you": "krever", "begin": "begynn", "duration": "varighet", "few": "fa",
        "for_whom": "for-hvem", "papers": "papirer", "payment": "penger",
    },
    "routine": {"do": "gjor", "control": "kontroll"},
    "theme": {"sections": "{}"},
    "decision": {"answers": "svar-{}", "contacts": "kontakt-{}", "rules": "resultat"},
}  # fmt: skip
"""Kind of entry → its field → the spot on its page; `{}` is the id of what stands in the field."""

_IN_MODEL: dict[str, tuple[Part | None, str]] = {
    "adaptation.can_change": (None, "kan-endres"),
    "adaptation.must_keep": (None, "ma-beholdes"),
    "adaptation.should_keep": (None, "bor-beholdes"),
    "background": (None, "historien"),
    "choose_not_when": (None, "passer"),
    "choose_when": (None, "passer"),
    "core": (None, "kjernen"),
    "duration": (None, "varighet"),
    "legal": (None, "regler"),
    "naming_note": (None, "heller-ikke"),
    "principles": (None, "prinsipper"),
    "problem": (None, "problemet"),
    "purpose": (None, "formal"),
    "suits": (None, ""),
    "target_group.criteria": (None, "malgruppe"),
    "target_group.description": (None, "malgruppe"),
    "target_group.not_for": (None, "ikke-for"),
    "benefits": (RESULTS, "gevinster"),
    "experiences": (RESULTS, "erfaringer"),
    "outcomes": (RESULTS, "{}"),
    "capacity": (EFFORT, "plasser"),
    "funding": (EFFORT, "penger"),
    "not_counted": (EFFORT, "kostnad"),
    "criteria": (CRITERIA, "{}"),
    "getting_started": (GETTING_STARTED, "punkt-{}"),
    "prerequisites": (GETTING_STARTED, "forutsetninger"),
    "objections": (PRACTICE, "innvendinger"),
    "pitfalls": (PRACTICE, "feil"),
    "success_factors": (PRACTICE, "suksess"),
    "phases.decision": (STEPS, "beslutning-{}"),
}
"""Fields of a model → the page beside its steps, or its front page, and the spot there."""

_IN_STEP = {
    "do": "punkt-{}", "check": "sjekk", "do_not": "ikke-gjor", "limits": "grenser",
    "messages": "tekst-{}", "pitfall": "fallgruve", "examples": "eksempler", "effort": "ansvar",
}  # fmt: skip

_FURTHER_DOWN = {"choose_when": "ogsa", "choose_not_when": "heller-ikke"}
"""Reasons for and against a model that are not told, or not whole, at the top of its page."""


def told_at(book: Handbook, claim: Claim) -> Place:
    """The page a claim is told on, with the spot; without one where it stands at the top."""
    kind, name = claim.owner
    if kind == "model":
        return _in_model(book, name, claim)
    at = page(places.CHOOSER) if kind == "decision" else Place(kind, name)
    at = role_place(book, name) if kind == "role" else at
    spot = _SPOTS.get(kind, {}).get(claim.fields[0], "") if claim.fields else ""
    return at.at(spot.format(claim.ids[0])) if spot else at


def _in_model(book: Handbook, model: str, claim: Claim) -> Place:
    if claim.fields[:2] == ("phases", "steps"):
        return _in_step(model, claim)
    if claim.fields[0] == "exceptions":
        return _when_it_goes_wrong(book, model, claim)
    if claim.fields[0] == "participant_status":
        return page(places.STATUS, model)
    if isinstance(claim.noun, ModelRole):
        return Place("duties", f"{claim.noun.role}/{model}", model)
    return _beside_the_steps(model, claim)


def _in_step(model: str, claim: Claim) -> Place:
    field = claim.fields[2] if len(claim.fields) > 2 else ""
    spot = _IN_STEP.get(field, "")
    return Place("step", f"{model}/{claim.ids[1]}", spot.format(claim.ids[-1]))


def _beside_the_steps(model: str, claim: Claim) -> Place:
    fields, first = ".".join(claim.fields), claim.ids[0]
    part, spot = _IN_MODEL.get(fields) or _IN_MODEL[claim.fields[0]]
    if isinstance(claim.noun, Statement) and fields in _FURTHER_DOWN:
        spot = spot if is_told_at_once(int(first), claim.noun) else _FURTHER_DOWN[fields]
    at = Place("part", f"{model}/{part.address}") if part else Place("model", model)
    return at.at(spot.format(first))


def _when_it_goes_wrong(book: Handbook, model: str, claim: Claim) -> Place:
    at = int(claim.ids[0])
    spot = exception_anchor(book.model_by_id[model].exceptions[at], at + 1)
    return Place("part", f"{model}/{EXCEPTIONS.address}", spot)
