"""Words in a row: plain strings, and the few pieces that mean more than their letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar, dataclass_transform

from handbook.document.places import Place
from handbook.model.noun import Basis
from handbook.norwegian import unbroken_date, upper_first

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def node(kind: type[_T]) -> type[_T]:
    """A frozen value; two are equal when they are of one kind and say the same."""
    return dataclass(frozen=True, slots=True)(kind)


@node
class Strong:
    """Words that carry the weight of the sentence."""

    words: Words


QuietKind = Literal[
    "affects",
    "caution",
    "dates",
    "deadline",
    "form-id",
    "local-name",
    "needed",
    "note",
    "place",
    "range",
    "status",
    "unknown",
    "use",
    "values",
    "when",
    "who",
    "who-pays",
]
"""Why some words step back; a kind may be laid out in its own way."""


@node
class Quiet:
    """Words that step back: when, how much, what for."""

    words: Words
    kind: QuietKind = "note"


@node
class Code:
    """Letters that are typed exactly so: a field, a file, a value."""

    text: str


@node
class Foreign:
    """Words in another language than the text around them; `language` as in BCP 47."""

    words: Words
    language: str


@node
class Link:
    """A way out of the handbook."""

    url: str
    words: Words


RefKind = Literal[
    "",
    "button",
    "button-secondary",
    "chip",
    "download",
    "form",
    "form-link",
    "paged",
    "rule",
    "term",
]


@node
class Ref:
    """The way to another thing in the handbook, and what it is called here.

    `code` is a number that stands before the words, `SKJ-09`; in the kind `form`, which is a form
    named in a sentence, it stands after them, and on paper only. `tip` is told of a word of the
    glossary, and of a number that stands for a longer name. The kind `rule` follows a rule in its
    own words and is shown as a small sign. `paged` has the page of its end on paper, whatever it
    leads to.
    """

    place: Place
    words: str
    kind: RefKind = ""
    tip: str = ""
    code: str = ""

    @property
    def numbered(self) -> str:
        """The words with their number."""
        parts = (self.words, self.code) if self.kind == "form" else (self.code, self.words)
        return " ".join(filter(None, parts))


@node
class Mark:
    """Where a statement comes from: its basis, the findings that carry it, and of which year."""

    basis: Basis
    findings: tuple[Ref, ...] = ()
    year: str = ""

    @property
    def proposed(self) -> bool:
        """Whether it is our own advice; findings are then only what it was made from."""
        return self.basis is Basis.PROPOSAL


@node
class Said:
    """A part of a sentence with a basis of its own."""

    words: Words
    basis: Basis


@node
class Until:
    """The last day of a rule; `passed` on the day of building. A reader's clock may know more."""

    day: dt.date
    passed: bool = False
    whole: bool = False
    """Whether it is a sentence of its own, as after a rule that is told in whole sentences."""

    @property
    def words(self) -> str:
        """`(gjelder til 31. desember 2026)`, and `(gjaldt til …)` afterwards."""
        return self.gone if self.passed else self._said("gjelder")

    @property
    def gone(self) -> str:
        """What is said when the day has passed."""
        return self._said("gjaldt")

    def _said(self, verb: str) -> str:
        words = f"{verb} til {unbroken_date(self.day)}"
        return f"{upper_first(words)}." if self.whole else f"({words})"


@node
class Index:
    """A spot that the index of the book leads to. Only the book puts them in."""

    term: str


Inline = str | Strong | Quiet | Code | Foreign | Link | Ref | Mark | Said | Until | Index
Words = tuple[Inline, ...]


def joined(pieces: Iterable[Words], between: str = ", ") -> Words:
    """Several runs as one, with something between."""
    found: list[Inline] = []
    for number, piece in enumerate(pieces):
        found += (between, *piece) if number else piece
    return tuple(found)


def spread(pieces: Iterable[Inline], between: str = ", ") -> Words:
    """Pieces with something between them."""
    return joined(((piece,) for piece in pieces), between)
