"""Whether a slide has room for what it says, measured from the widths of letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from handbook.decks import shape
from handbook.decks.shape import Box
from handbook.decks.telling import letters, line, on_slide, shown
from handbook.document.deck import (
    Deck,
    Figures,
    Grid,
    Opening,
    Point,
    Points,
    Sides,
    Slide,
    Written,
    points_of,
)
from handbook.lettering import width_mm

_MM_PER_POINT = 25.4 / 72
Told = tuple[str, str]
"""What is set in bold, and what follows it on the same line."""


class TooLong(NamedTuple):
    """A slide without room for what it says, and the text an editor can shorten, if any."""

    slide: str
    written: Written | None
    reason: str


def title_points(slide: Slide) -> float:
    """The size of a title: the largest with which it has room, else the least."""
    box, sizes = (
        (shape.OPENING_TITLE, (shape.OPENING_POINTS, *shape.TITLE_POINTS))
        if isinstance(slide, Opening)
        else (shape.TITLE, shape.TITLE_POINTS)
    )
    fits = (
        size for size in sizes if _high([(letters(slide.title), "")], size, box.wide) <= box.high
    )
    return next(fits, sizes[-1])


def body_points(slide: Slide) -> float:
    """The size of what is told: the largest with which all of it has room, else the least."""
    sizes = shape.BODY_POINTS
    return next((size for size in sizes if _fits(slide, size)), sizes[-1])


def too_long(deck: Deck) -> Iterator[TooLong]:
    """Every slide without room, and how much of its longest text must go."""
    for slide in deck.slides:
        if not _title_fits(slide):
            yield TooLong(slide.title, None, "tittelen er lengre enn to linjer")
        elif not _fits(slide, shape.BODY_POINTS[-1]):
            yield _blamed(slide)


def _blamed(slide: Slide) -> TooLong:
    told = [point for point in points_of(slide) if point.written]
    if not told:
        return TooLong(slide.title, None, "det er for mye på lysarket")
    longest = max(told, key=lambda point: len(on_slide(point)))
    words = on_slide(longest).split()
    keeps = _most(len(words), lambda count: _fits_with(slide, longest, " ".join(words[:count])))
    much = f"ta bort minst {len(words) - keeps} av {len(words)} ord" if keeps else "kort den ned"
    which = "teksten" if longest.whole else "den første setningen"
    return TooLong(slide.title, longest.written, f"{which} her er den lengste; {much}")


def _most(count: int, fits: Callable[[int], bool]) -> int:
    """The largest number below `count` that fits, 0 when none does."""
    low, high = 0, count
    while high - low > 1:
        half = (low + high) // 2
        low, high = (half, high) if fits(half) else (low, half)
    return low


def _fits_with(slide: Slide, longest: Point, text: str) -> bool:
    """Whether there is room when one point says something shorter."""
    shorter = replace(longest, words=(text,), whole=True)

    def swapped(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(shorter if point is longest else point for point in points)

    if isinstance(slide, Points):
        slide = replace(slide, lead=swapped(slide.lead), points=swapped(slide.points))
    elif isinstance(slide, Sides):
        left, right = (
            replace(one, points=swapped(one.points)) for one in (slide.left, slide.right)
        )
        slide = replace(slide, left=left, right=right)
    elif isinstance(slide, Figures):
        slide = replace(slide, below=swapped(slide.below))
    return _fits(slide, shape.BODY_POINTS[-1])


def _title_fits(slide: Slide) -> bool:
    box = shape.OPENING_TITLE if isinstance(slide, Opening) else shape.TITLE
    return _high([(letters(slide.title), "")], title_points(slide), box.wide) <= box.high


def _fits(slide: Slide, size: float) -> bool:
    return all(
        _high(texts, size, box.wide, indent=indent) <= box.high
        for texts, indent, box in _filled(slide)
    ) and (not isinstance(slide, Figures) or _table_high(slide.grid, size) <= shape.TABLE.high)


def _filled(slide: Slide) -> Iterator[tuple[list[Told], float, Box]]:
    """Every box of a slide, what stands in it, and how far its lines stand in."""
    if isinstance(slide, Opening):
        yield [("", line(one)) for one in slide.lines], 0, shape.OPENING_LINES
    elif isinstance(slide, Points):
        yield list(map(shown, points_of(slide))), shape.INDENT, shape.BODY
    elif isinstance(slide, Sides):
        yield list(map(shown, slide.left.points)), shape.INDENT, shape.LEFT
        yield list(map(shown, slide.right.points)), shape.INDENT, shape.RIGHT
    else:
        yield list(map(shown, slide.below)), 0, shape.BELOW


def _table_high(grid: Grid, size: float) -> float:
    return sum(row_high(grid, row, size) for row in (grid.head, *grid.rows))


def row_high(grid: Grid, row: tuple[str, ...], size: float) -> float:
    """How high a row of a table is."""
    rooms = (shape.TABLE.wide * share / sum(grid.widths) - 2 * shape.PADDING
             for share in grid.widths)  # fmt: skip
    lines = max(
        _lines((letters(text), ""), size, room) for text, room in zip(row, rooms, strict=True)
    )
    return lines * size * shape.LINE * _MM_PER_POINT + shape.PADDING


def _high(texts: Iterable[Told], size: float, wide: float, *, indent: float = 0) -> float:
    """How much room paragraphs take from top to bottom."""
    lines = [_lines(told, size, wide - indent) for told in texts]
    between = shape.BETWEEN * max(0, len(lines) - 1)
    return (sum(lines) * shape.LINE + between) * size * _MM_PER_POINT


def _lines(told: Told, size: float, wide: float) -> int:
    """How many lines a text becomes when whole words are moved to the next.

    Only an address is longer than a line, and goes on where the line ends.
    """
    lines, used, room = 1, 0.0, wide / shape.WIDER
    for part, bold in zip(told, (True, False), strict=True):
        gap = width_mm(" ", size_points=size, bold=bold)
        for word in part.rstrip(" ").split(" ") if part else ():
            long = width_mm(word, size_points=size, bold=bold)
            if used and used + gap + long > room:
                lines, used = lines + 1, 0.0
            used += long + (gap if used else 0)
            lines, used = lines + int(used // room), used % room
    return lines
