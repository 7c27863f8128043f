"""A place that cannot be set → the entry and the field where an editor mends it."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.places import Place
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel
from handbook.model.practice import ExceptionPath
from handbook.sections.practice import exception_anchor

Entry = tuple[str, str, KeyPath]
"""Kind and name as the checks call them, and the way to the field."""

_WHOLE: Entry = ("edition", "", ())
_FIELDS = {
    titles.GETTING_STARTED.address: "getting_started",
    titles.STEPS.address: "phases",
    titles.PLAN.address: "phases",
    titles.PRACTICE.address: "success_factors",
    titles.EXCEPTIONS.address: "exceptions",
    titles.RESULTS.address: "outcomes",
    titles.CRITERIA.address: "criteria",
    titles.EFFORT.address: "phases",
    titles.MEMO.address: "purpose",
    titles.MODEL_FORMS.address: "phases",
    titles.PARTICIPANT.address: "for_participant",
}
"""Part of a model → the field that most of it tells of."""

SPOTS = {
    "bakgrunn": "problem",
    "endringer": "changes",
    "formal": "purpose",
    "forutsetninger": "prerequisites",
    "historien": "background",
    "hull": "known_gaps",
    "kjernen": "core",
    "kostnad": "funding",
    "malgruppe": "target_group",
    "okonomi": "funding",
    "passer": "choose_when",
    "prinsipper": "principles",
    "problemet": "problem",
    "regler": "legal",
    "resultater": "outcomes",
    "roller": "roles",
    "skjemaer": "phases",
    "slektninger": "related",
    "status": "participant_status",
    "temaer": "themes",
    "tilpasning": "adaptation",
    "varighet": "duration",
}
"""Spot on a model's first page → its field."""


_ENTRIES = ("form", "role", "instrument", "routine", "rule", "source", "term", "theme")
"""Kinds whose entry is the place itself."""


def blamed(book: Handbook, place: Place) -> Entry:
    """Where the words at a place come from, as exactly as the place tells."""
    kind, name, anchor = place
    if kind == "duties":
        return "role", name.partition("/")[0], ()
    if kind == "filled" and name in book.filled_by_form:
        example, filled = book.filled_by_form[name]
        return "example", example.id, ("filled", example.filled.index(filled), "answers")
    if kind == "part" and name.endswith(f"/{titles.EXAMPLE.address}"):
        return "example", book.example_by_model[name.partition("/")[0]].id, ("story",)
    if kind in ("model", "part", "phase", "step"):
        return _in_model(book, kind, name, anchor)
    return (kind, name, ()) if kind in _ENTRIES else _WHOLE


def _in_model(book: Handbook, kind: str, name: str, anchor: str) -> Entry:
    model_id, _, inner = name.partition("/")
    model = book.model_by_id[model_id]
    return "model", model_id, _path(model, kind, inner, anchor)


def _path(model: InclusionModel, kind: str, inner: str, anchor: str) -> KeyPath:
    if kind == "part":
        return _in_part(model, _FIELDS.get(inner, ""), anchor)
    if kind == "model":
        return (SPOTS[anchor],) if anchor in SPOTS else ()
    for number, phase in enumerate(model.phases):
        if phase.id == inner and kind == "phase":
            return "phases", number
        ids = [step.id for step in phase.steps]
        if inner in ids and kind == "step":
            return "phases", number, "steps", ids.index(inner)
    return ()


def _in_part(model: InclusionModel, field: str, anchor: str) -> KeyPath:
    """The field, and which of its entries when the spot is that entry's own."""
    entries = getattr(model, field, ()) if field else ()
    for at, entry in enumerate(entries if isinstance(entries, tuple) else ()):
        if anchor and _spot(entry, at + 1) == anchor:
            return field, at
    return (field,) if field else ()


def _spot(entry: object, number: int) -> str:
    """What an entry's own spot is called."""
    if isinstance(entry, ExceptionPath):
        return exception_anchor(entry, number)
    return str(getattr(entry, "id", None) or "")
