"""What things were called before: ids that are no longer in use, and that still lead on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel

KINDS = ("model", "form", "role", "theme", "term", "source", "rule", "instrument", "routine")
"""Kinds with a file or a list of their own; phases and steps stand inside a model."""


class Named(NamedTuple):
    """Something with an id that stands in addresses, and with ids that did so before."""

    kind: str
    id: str
    former: tuple[str, ...]
    inside: str = ""
    """The model that a phase or a step stands in."""
    path: KeyPath = ()
    """Where in its entry it stands."""

    @property
    def name(self) -> str:
        """`fadder`, and for what stands in a model `ia-vikar/lag-plan`."""
        return f"{self.inside}/{self.id}" if self.inside else self.id

    @property
    def owner(self) -> tuple[str, str]:
        """Kind and id of the entry it stands in."""
        return ("model", self.inside) if self.inside else (self.kind, self.id)


def named_in(book: Handbook) -> Iterator[Named]:
    """Everything that can be asked for by an address of its own."""
    for kind in KINDS:
        for noun in getattr(book, f"{kind}s"):
            yield Named(kind, noun.id, noun.former_ids)
    for model in book.models:
        yield from _in_model(model)


def _in_model(model: InclusionModel) -> Iterator[Named]:
    for number, phase in enumerate(model.phases):
        path = ("phases", number)
        yield Named("phase", phase.id, phase.former_ids, model.id, path)
        for at, step in enumerate(phase.steps):
            yield Named("step", step.id, step.former_ids, model.id, (*path, "steps", at))


class Former:
    """The former ids of one handbook, by kind and name."""

    def __init__(self, book: Handbook) -> None:
        self._known = {(one.kind, one.name): one.former for one in named_in(book) if one.former}

    def of(self, kind: str, name: str) -> tuple[str, ...]:
        """What a thing was called before; a phase or a step is asked for as `model/step`."""
        return self._known.get((kind, name), ())
