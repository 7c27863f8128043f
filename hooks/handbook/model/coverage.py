"""How much of a model is filled in, section by section; four states that are never mixed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import PUBLISHED, Absence, Basis, Noun, Sourced, cached_on_noun


class State(str, Enum):
    """What a field that a published model needs is."""

    FILLED = "filled"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "na"
    MISSING = "missing"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return {
            "filled": "Fylt ut",
            "unknown": "Ikke kjent",
            "na": "Gjelder ikke",
            "missing": "Mangler",
        }[self.value]


@dataclass(frozen=True)
class Cell:
    """One field (or the same field over all steps) counted."""

    filled: int = 0
    unknown: int = 0
    na: int = 0
    missing: int = 0

    def __add__(self, other: Cell) -> Cell:
        return Cell(
            self.filled + other.filled,
            self.unknown + other.unknown,
            self.na + other.na,
            self.missing + other.missing,
        )

    @property
    def state(self) -> State:
        """The state that says most about the whole: a hole anywhere is a hole."""
        if self.missing:
            return State.MISSING
        if self.filled:
            return State.FILLED
        return State.UNKNOWN if self.unknown else State.NOT_APPLICABLE


_STATE_CELL = {
    State.FILLED: Cell(filled=1),
    State.UNKNOWN: Cell(unknown=1),
    State.NOT_APPLICABLE: Cell(na=1),
    State.MISSING: Cell(missing=1),
}


def needed_fields(kind: type[Noun]) -> tuple[str, ...]:
    """Names of the fields that a published entry needs, in the order of the type."""
    return tuple(
        name
        for name, info in kind.model_fields.items()
        if info.is_required()
        or (isinstance(info.json_schema_extra, dict)
            and info.json_schema_extra.get("x-needed") == PUBLISHED)
    )  # fmt: skip


def state_of(value: Any) -> State:
    """The state of one field's value."""
    if isinstance(value, Absence):
        return State.NOT_APPLICABLE if value.not_applicable else State.UNKNOWN
    if value is None or value in ((), ""):
        return State.MISSING
    return State.FILLED


SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Hva og for hvem", ("purpose", "core", "target_group", "suits")),
    ("Når passer den", ("choose_when", "choose_not_when")),
    ("Rammer", ("participant_status", "duration", "funding", "legal")),
    ("Roller", ("roles",)),
    ("Til deg som deltar", ("for_participant",)),
    ("Resultater", ("outcomes",)),
    ("Slik lykkes dere", ("success_factors", "pitfalls", "objections")),
    ("Når det ikke går", ("exceptions",)),
    ("Kom i gang", ("getting_started",)),
    ("Kjennetegn", ("criteria",)),
    ("Forvaltning", ("version", "valid_from", "review_by")),
)
"""Heading on the quality page → the fields of a model that it counts."""


def step_cell(model: InclusionModel, name: str) -> Cell:
    """One field counted over all steps of a model."""
    return _sum(_STATE_CELL[state_of(getattr(step, name))] for step in model.steps)


@cached_on_noun
def coverage(model: InclusionModel) -> tuple[tuple[str, Cell], ...]:
    """Heading → count, for one model; the steps come last, one count for all their fields."""
    rows = [
        (heading, _sum(_STATE_CELL[state_of(getattr(model, name))] for name in names))
        for heading, names in SECTIONS
    ]
    names = ("why", "do", "timing")
    rows.append(("Steg", _sum(step_cell(model, name) for name in names)))
    rows.append(("Steg: skjema eller grunn", _sum(
        _STATE_CELL[State.FILLED if step.forms or step.no_form else State.MISSING]
        for step in model.steps
    )))  # fmt: skip
    rows.append(("Steg: ord til deltakeren", _sum(
        _STATE_CELL[State.FILLED if step.to_participant else State.MISSING]
        if step.participant_involved else _STATE_CELL[State.NOT_APPLICABLE]
        for step in model.steps
    )))  # fmt: skip
    return tuple(rows)


@cached_on_noun
def total(model: InclusionModel) -> Cell:
    """All counts of a model together."""
    return _sum(cell for _, cell in coverage(model))


def _sum(cells: Iterable[Cell]) -> Cell:
    whole = Cell()
    for cell in cells:
        whole += cell
    return whole


def statements_of(noun: Any) -> Iterator[Sourced]:
    """Every sourced statement inside a noun, itself included, in the order of the types."""
    if isinstance(noun, Sourced):
        yield noun
    if isinstance(noun, Noun):
        for name in type(noun).model_fields:
            yield from statements_of(getattr(noun, name))
    elif isinstance(noun, tuple):
        for item in noun:
            yield from statements_of(item)


@cached_on_noun
def basis_counts(noun: Noun) -> dict[Basis, int]:
    """How many statements rest on what."""
    counts = dict.fromkeys(Basis, 0)
    for statement in statements_of(noun):
        counts[statement.basis] += 1
    return counts


def left_out(noun: Any) -> Iterator[str]:
    """Why limiting words were left out on purpose, for every statement or finding inside a noun."""
    if isinstance(noun, Noun):
        for name in type(noun).model_fields:
            value = getattr(noun, name)
            if name == "why_ok":
                yield from () if value is None else (value,)
            else:
                yield from left_out(value)
    elif isinstance(noun, tuple):
        for item in noun:
            yield from left_out(item)


def cited(noun: Any) -> Iterator[str]:
    """Every finding number cited anywhere inside a noun, as often as written."""
    if isinstance(noun, Noun):
        for name in type(noun).model_fields:
            value = getattr(noun, name)
            if name == "sources":
                yield from value
            else:
                yield from cited(value)
    elif isinstance(noun, tuple):
        for item in noun:
            yield from cited(item)
