"""What a deck of slides is made of: what each tells. How it looks is for whoever draws it."""

from __future__ import annotations

from typing import NamedTuple

from handbook.document.inline import Words, node
from handbook.model.ids import KeyPath


class Written(NamedTuple):
    """Where an editor wrote something: kind and name of the entry, and the way to the field."""

    kind: str
    name: str
    path: KeyPath


@node
class Point:
    """One thing said. A slide has its first sentence, and the notes have the rest.

    `head` stands before it in bold; `whole` puts every sentence on the slide. `written` is where an
    editor can shorten it, if that is one place. `before` is what the heading over it begins with,
    told again in the notes, where there is none.
    """

    words: Words
    head: str = ""
    before: str = ""
    whole: bool = False
    written: Written | None = None
    address: str = ""
    """Where the words lead out of the deck."""


@node
class Side:
    """One of two columns, with its own heading."""

    title: str
    points: tuple[Point, ...]


@node
class Grid:
    """A table; the last `sums` rows are sums. `told` says in words what it shows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    told: str
    sums: int = 0


@node
class Opening:
    """The first slide: what the deck is about, and for whom."""

    title: str
    lines: tuple[Words, ...]
    notes: tuple[Words, ...]


@node
class Points:
    """A slide with one list; `lead` stands before it as running text."""

    title: str
    points: tuple[Point, ...]
    notes: tuple[Words, ...]
    lead: tuple[Point, ...] = ()


@node
class Sides:
    """A slide with two lists beside each other."""

    title: str
    left: Side
    right: Side
    notes: tuple[Words, ...]


@node
class Figures:
    """A slide with a table, and what must be known of its figures below it."""

    title: str
    grid: Grid
    below: tuple[Point, ...]
    notes: tuple[Words, ...]


Slide = Opening | Points | Sides | Figures


@node
class Deck:
    """Slides in order, and what stands at the foot of each."""

    title: str
    slides: tuple[Slide, ...]
    foot: str


def points_of(slide: Slide) -> tuple[Point, ...]:
    """Everything said on a slide, in reading order."""
    if isinstance(slide, Points):
        return (*slide.lead, *slide.points)
    if isinstance(slide, Sides):
        return (*slide.left.points, *slide.right.points)
    return slide.below if isinstance(slide, Figures) else ()
