"""The way from a noun to its place in the files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from handbook.checks.walk import Lists, Owner, Value, entries_of, walked
from handbook.findings import Place
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Noun
from handbook.model.process import Phase, Step, Timing

At = tuple[str, str, *tuple[str | int, ...]]
"""The kind and id of an entry and the path in it: what `Where` finds the place of, when asked."""


class Placed(Protocol):
    """Something that knows where its values stand."""

    def place(self, path: KeyPath, *, key: bool = False) -> Place: ...

    def near(self, path: KeyPath, piece: str) -> Place: ...


class ByHand(Protocol):
    """A page written by hand."""

    @property
    def file(self) -> str: ...
    @property
    def lines(self) -> Sequence[str]: ...


class Where(Lists):
    """Knows the place of every value; holds the lists made by walking the handbook once.

    With `entries`, the lists have what stands in those alone.
    """

    def __init__(
        self,
        book: Handbook,
        places: Mapping[Owner, Placed],
        unread: Collection[str] = (),
        by_hand: Sequence[ByHand] = (),
        entries: Iterable[Noun] | None = None,
    ) -> None:
        super().__init__()
        self.book = book
        self.unread = unread
        """Kinds of which something could not be read, so that nothing can be said to be missing."""
        self.by_hand = by_hand
        """Pages that somebody writes in `docs/`."""
        self._places = places
        self._walks = [walked(one) for one in (entries_of(book) if entries is None else entries)]
        for walk in self._walks:
            self.texts += walk.texts
            self.mentions += walk.mentions
            self.references += walk.references
            self.citing += walk.citing
            self.addresses += walk.addresses
            self.absences += walk.absences
            self.cited |= walk.cited

    def __call__(self, kind: str, name: str, *path: str | int, key: bool = False) -> Place:
        """The place of a value (or of its key) in an entry; of the nearest thing when absent."""
        return self._places[kind, name].place(path, key=key)

    def of(self, value: Value) -> Place:
        """The place of a value in one of the lists."""
        return self._places[value.owner].place(value.path)

    def near(self, value: Value, piece: str) -> Place:
        """The place of a piece of a text; that of the text when it is not written so."""
        return self._places[value.owner].near(value.path, piece)

    def search(
        self, pattern: re.Pattern[str], kind: str = ""
    ) -> Iterator[tuple[Value, re.Match[str]]]:
        """Every place in any text where a pattern occurs, with the text it stands in.

        All texts of an entry are searched as one, which is many times faster than one by one.
        `BREAK` stands between them and at both ends; a pattern may begin with it or look ahead to
        it. With a `kind`, only entries of that kind are searched.
        """
        for walk in self._walks:
            if not kind or walk.kind == kind:
                yield from walk.search(pattern)

    def with_letters(self, letters: str) -> Iterator[Value]:
        """Every text that has some small letters, whatever case it has them in."""
        if all(piece in self._words for piece in letters.split()):
            for walk in self._walks:
                yield from walk.with_letters(letters)

    @cached_property
    def _words(self) -> str:
        """Every word once, in small letters: most of what is sought is in none of them."""
        return " ".join(set().union(*(walk.words for walk in self._walks)))

    def having(self, pattern: re.Pattern[str]) -> Iterator[Value]:
        """Every text where a pattern occurs, once."""
        before = None
        for text, _ in self.search(pattern):
            if text is not before:
                yield text
            before = text


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step, its phase and its path in the model."""

    model: InclusionModel
    phase: Phase
    step: Step
    path: KeyPath

    @property
    def name(self) -> str:
        """`steget «lag-plan» i modellen «mini»`."""
        return f"steget «{self.step.id}» i modellen «{self.model.id}»"

    @property
    def repeats(self) -> bool:
        """Whether it is done again and again."""
        timing = self.step.timing
        return isinstance(timing, Timing) and timing.repeats is not None


def steps_of(model: InclusionModel) -> Iterator[PlacedStep]:
    """The steps of a model in order."""
    for phase_number, phase in enumerate(model.phases):
        for number, step in enumerate(phase.steps):
            yield PlacedStep(model, phase, step, ("phases", phase_number, "steps", number))
