"""What drawings are made of, each in its place, for screens and paper alike.

Measures are in px from the top left. A text begins where its baseline begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook import lettering

SLANT = 52
"""Degrees that a turned text goes up."""

LEADING = 1.32
_SPARE = 1.02
"""Browsers round the widths of letters each in their way."""

DIAMONDS, SQUARES = frozenset({"choice", "aim"}), frozenset({"place", "free"})
"""Marks that are not round."""


@dataclass(frozen=True)
class Text:
    """A line of words."""

    look: str
    x: float
    y: float
    size: float
    words: str
    bold: bool = False
    centred: bool = False
    turned: bool = False

    @property
    def length(self) -> float:
        """How long it is set."""
        return width(self.words, self.size, bold=self.bold)


@dataclass(frozen=True)
class Box:
    """A ground behind words, or a node on the rail."""

    look: str
    x: float
    y: float
    width: float
    height: float
    radius: float


@dataclass(frozen=True)
class Line:
    """From one place to another, straight down or straight across."""

    look: str
    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True)
class Mark:
    """A dot, a ring, a diamond or a square, by its look."""

    look: str
    x: float
    y: float
    radius: float


Shape = Text | Box | Line | Mark


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How long a line of text is at most."""
    return lettering.length(text, bold=bold) * size * _SPARE


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines that each have room; only a word without room is broken inside."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):
        for piece in _pieces(word, room, size, bold=bold):
            longer = f"{lines[-1]} {piece}" if lines else piece
            if lines and width(longer, size, bold=bold) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    return tuple(lines)


def _pieces(word: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    rest = word
    while width(rest, size, bold=bold) > room:
        fits = (n for n in range(len(rest) - 1, 1, -1)
                if width(f"{rest[:n]}-", size, bold=bold) <= room)  # fmt: skip
        cut = next(fits, 1)
        yield f"{rest[:cut]}-"
        rest = rest[cut:]
    yield rest


def lines_of(
    look: str, x: float, y: float, lines: tuple[str, ...], size: float, *, bold: bool = False
) -> tuple[Text, ...]:
    """Words under each other, the first with its baseline at `y`."""
    return tuple(Text(look, x, y + at * size * LEADING, size, line, bold=bold)
                 for at, line in enumerate(lines))  # fmt: skip
