"""A process → boxes, lines, marks and words, each in its place, for screens and paper alike.

Rows are phases, steps and decisions, and time runs downwards along a rail with the steps' numbers.
In the wide drawing each actor has a column; in the narrow one actors stand in words under the step.
Lines run along the rail, between marks and between rows only, so none can cross a word.

Measures are in px from the top left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import cos, radians, sin

from handbook.document.blocks import (
    Actor,
    DrawnDecision,
    DrawnPhase,
    DrawnRow,
    DrawnStep,
    Process,
)
from handbook.document.inline import Ref
from handbook.norwegian import listed, lower_first, upper_first
from handbook.render.shapes import (
    LEADING,
    SLANT,
    Box,
    Line,
    Mark,
    Shape,
    Text,
    lines_of,
    width,
    wrap,
)

WIDE, NARROW = 828.0, 328.0
SMALL, TITLE = 14.0, 15.0
_SMALL_PHONE, _TITLE_PHONE = 16.5, 17.0
"""At 320 px the narrow drawing is shown at 88 per cent: nothing may be seen under 14 px."""

_RAIL, _LEFT, _GAP = 19.0, 46.0, 10.0
_WORDS = 330
"""How wide titles should be, before columns are as wide as they like."""
_COLUMNS = tuple(width / 2 for width in range(100, 63, -1))
_NODE, _NODE_PHONE, _MARK = 28.0, 30.0, 8.5
_BAND, _ABOVE_BAND = 30.0, 8.0


@dataclass(frozen=True)
class Row:
    """What is drawn of a row. A step leads to its page: by its title, and all over its ground."""

    ground: Box
    title: tuple[Text, ...]
    shapes: tuple[Shape, ...]
    said: str
    """The row in sentences, for those who hear it."""
    ref: Ref | None = None


@dataclass(frozen=True)
class Drawing:
    """The key and the names of columns, and below them the rows, which begin at 0 anew."""

    width: float
    head_height: float
    head: tuple[Shape, ...]
    height: float
    beneath: tuple[Shape, ...]
    """What rows stand on: the rail, columns, rules."""
    rows: tuple[Row, ...]


def wide(process: Process, *, air: float = 9.0, aside: float = 0.0) -> Drawing:
    """The drawing with a column for each actor.

    `air` is the room above and below a row's words, `aside` what is free beside a step's title.
    """
    grid = _grid(process.actors)
    told = [_told(row, grid.room, aside) for row in process.rows]
    heights = [_height(one, air) for one in told]
    tops = list(accumulate(heights, initial=0.0))
    rows = [_wide_row(process.actors, one, grid, top, height)
            for one, top, height in zip(told, tops, heights, strict=False)]  # fmt: skip
    nodes = _nodes(told, tops, heights)
    rules = (Line("rule", _LEFT, y, WIDE, y) for y in tops[1:])
    total = tops[-1] + 4
    beneath = (*_columns(process.actors, grid, total), *rules, *_rail(nodes, _RAIL, _NODE / 2))
    return Drawing(WIDE, grid.head, _names(process.actors, grid), total, beneath, tuple(rows))


@dataclass(frozen=True)
class _Grid:
    """Where words and columns have their room."""

    room: float
    column: float
    first: float
    head: float

    def at(self, actor: int) -> float:
        """The middle of an actor's column."""
        return self.first + actor * self.column


def _grid(actors: tuple[Actor, ...]) -> _Grid:
    lengths = [width(upper_first(one.name), SMALL) for one in actors]
    slant, longest = radians(SLANT), max(lengths, default=0)

    def room(column: float) -> float:
        beyond = (length * cos(slant) + 12 - (at + 0.5) * column
                  for at, length in enumerate(reversed(lengths)))  # fmt: skip
        return WIDE - _LEFT - len(actors) * column - max((0, *beyond)) - _GAP

    column = next((c for c in _COLUMNS if room(c) >= _WORDS), _COLUMNS[-1])
    first = _LEFT + room(column) + _GAP + column / 2
    return _Grid(room(column), column, first, max(longest * sin(slant) + 22, 80))


@dataclass(frozen=True)
class _Told:
    """A row with its words in lines."""

    row: DrawnRow
    title: tuple[str, ...]
    rest: tuple[str, ...]


def _told(row: DrawnRow, room: float, aside: float) -> _Told:
    beside = aside if isinstance(row, DrawnStep) else 0
    title = wrap(_title(row), room - beside, TITLE, bold=True)
    return _Told(row, title, wrap(_beneath(row), room, SMALL))


def _title(row: DrawnRow) -> str:
    if isinstance(row, DrawnStep):
        return row.ref.words
    return row.title if isinstance(row, DrawnPhase) else row.question


def _beneath(row: DrawnRow) -> str:
    if isinstance(row, DrawnStep):
        return " ".join(filter(None, (row.when and f"{row.when}.", row.notes)))
    return " / ".join(row.outcomes) if isinstance(row, DrawnDecision) else ""


def _tall(told: _Told) -> float:
    return (len(told.title) * TITLE + len(told.rest) * SMALL) * LEADING


def _height(told: _Told, air: float) -> float:
    if isinstance(told.row, DrawnPhase):
        return _ABOVE_BAND + _BAND + (len(told.title) - 1) * TITLE * LEADING
    return max(_tall(told) + 2 * air, _NODE + 10)


def _wide_row(
    actors: tuple[Actor, ...], told: _Told, grid: _Grid, top: float, height: float
) -> Row:
    row, mid = told.row, top + height / 2
    if isinstance(row, DrawnPhase):
        return _band(told.title, WIDE, TITLE, top, height)
    first = mid - _tall(told) / 2 + 14.5
    title = lines_of("title", _LEFT, first, told.title, TITLE, bold=True)
    below = first + len(title) * TITLE * LEADING - 0.5
    words = lines_of("when", _LEFT, below, told.rest, SMALL)
    if isinstance(row, DrawnDecision):
        ground = Box("choose", 0, top + 2, WIDE, height - 4, 4)
        marks = _tied(dict.fromkeys(row.by, "choice"), grid, mid)
        shapes = (Mark("choice", _RAIL, mid, 11), *words, *marks)
        return Row(ground, title, shapes, asked(row, actors))
    marks = _tied({**dict.fromkeys(row.also, "with"), row.lead: "lead"}, grid, mid)
    node = _node(row, _RAIL, mid, _NODE, TITLE)
    ground = Box("hit", 1.5, top + 1.5, WIDE - 3, height - 3, 5)
    return Row(ground, title, (*node, *words, *marks), said(row, actors), row.ref)


def _band(title: tuple[str, ...], across: float, size: float, top: float, height: float) -> Row:
    ground = Box("band", 0, top + _ABOVE_BAND, across, height - _ABOVE_BAND, 4)
    words = lines_of("phase", _LEFT, top + _ABOVE_BAND + 20.5, title, size, bold=True)
    return Row(ground, words, (), f"{' '.join(title)}.")


def _tied(marks: dict[int, str], grid: _Grid, mid: float) -> tuple[Shape, ...]:
    """Marks of those who have a part, and a thin tie between them."""
    held = sorted(marks)
    tie = (Line("tie", grid.at(held[0]), mid, grid.at(held[-1]), mid),) if len(held) > 1 else ()
    return (*tie, *(Mark(marks[one], grid.at(one), mid, _MARK) for one in held))


def _node(row: DrawnStep, x: float, mid: float, side: float, size: float) -> Iterator[Shape]:
    """The numbered square; a sheet behind it when the step comes again."""
    corner = (x - side / 2, mid - side / 2)
    if row.repeated:
        yield Box("again", corner[0] + 4.5, corner[1] + 4.5, side, side, 6)
    yield Box("sometimes" if row.sometimes else "node", *corner, side, side, 6)
    yield Text("number", x, mid + 5.5, size, str(row.number), bold=True, centred=True)


def said(row: DrawnStep, actors: tuple[Actor, ...]) -> str:
    """The step, when it is, who answers for it and who takes part."""
    names = [actors[at].name for at in row.also]
    told = (
        f"{row.ref.words}.",
        f"Steg {row.number}" + (f", {lower_first(row.when)}." if row.when else "."),
        row.notes,
        f"Ansvar: {actors[row.lead].name}.",
        f"Med: {listed(names)}." if names else "",
    )
    return " ".join(filter(None, told))


def asked(row: DrawnDecision, actors: tuple[Actor, ...]) -> str:
    """The question, who answers it, and the answers."""
    by, answers = listed([actors[at].name for at in row.by]), " / ".join(row.outcomes)
    return f"{row.question} Velger: {by}." + (f" Svar: {answers}." if answers else "")


_Node = tuple[DrawnStep | DrawnDecision, float]
"""A row with a sign on the rail, and the middle of it."""


def _nodes(told: list[_Told], tops: list[float], heights: list[float]) -> list[_Node]:
    placed = zip(told, tops, heights, strict=False)
    return [(one.row, top + height / 2) for one, top, height in placed
            if not isinstance(one.row, DrawnPhase)]  # fmt: skip


def _rail(nodes: list[_Node], x: float, half: float) -> Iterator[Line]:
    """From node to node; thick and pale where two steps go on at the same time."""
    for (before, above), (row, mid) in pairwise(nodes):
        twin = isinstance(before, DrawnStep) and isinstance(row, DrawnStep) and row.together
        yield Line("twin" if twin else "rail", x, above + half, x, mid - half)


def _columns(actors: tuple[Actor, ...], grid: _Grid, height: float) -> Iterator[Shape]:
    """A line for each actor, and a ground for the participant."""
    for at, actor in enumerate(actors):
        x = grid.at(at)
        if actor.participant:
            yield Box("you", x - grid.column / 2 + 1, 0, grid.column - 2, height - 4, 4)
        yield Line("column", x, 0, x, height - 6)


def _names(actors: tuple[Actor, ...], grid: _Grid) -> tuple[Shape, ...]:
    names = (Text("who", grid.at(at) + 2, grid.head - 5, SMALL, upper_first(one.name), turned=True)
             for at, one in enumerate(actors))  # fmt: skip
    return (*_key(), *names)


def _key() -> tuple[Shape, ...]:
    """What the signs mean."""
    left = (("lead", "har ansvaret"), ("with", "er med"), ("choice", "er med på å velge"))
    marks = (Mark(look, 12, 14 + 24 * at, 8) for at, (look, _) in enumerate(left))
    words = (Text("key", 28, 19 + 24 * at, SMALL, told) for at, (_, told) in enumerate(left))
    return (
        *marks, *words,
        Box("again", 165.5, 9.5, 14, 14, 3.5), Box("node", 162, 6, 14, 14, 3.5),
        Text("key", 188, 19, SMALL, "gjentas"),
        Box("sometimes", 162, 31, 14, 14, 3.5),
        Text("key", 188, 43, SMALL, "bare noen ganger"),
    )  # fmt: skip


def narrow(process: Process) -> Drawing:
    """The drawing of a phone: actors in words under each step."""
    rows: list[Row] = []
    nodes: list[_Node] = []
    y = 34.0
    for row in process.rows:
        one, height = _narrow_row(process.actors, row, y)
        rows.append(one)
        if not isinstance(row, DrawnPhase):
            nodes.append((row, y + 18.5))
        y += height
    rail = tuple(_rail(nodes, _RAIL, _NODE_PHONE / 2))
    return Drawing(NARROW, 0, (), y + 4, (*_narrow_key(), *rail), tuple(rows))


def _narrow_key() -> tuple[Shape, ...]:
    told = (("lead", 9, "har ansvaret"), ("with", 136, "er med"), ("choice", 222, "velger"))
    marks = (Mark(look, x, 14, 7.5) for look, x, _ in told)
    words = (Text("key", x + 13, 19.5, _SMALL_PHONE, words) for _, x, words in told)
    return (*marks, *words)


def _narrow_row(actors: tuple[Actor, ...], row: DrawnRow, top: float) -> tuple[Row, float]:
    """The row, and how far below it the next begins."""
    room = NARROW - _LEFT - 4
    lines = wrap(_title(row), room, _TITLE_PHONE, bold=True)
    if isinstance(row, DrawnPhase):
        height = _ABOVE_BAND + _BAND + 6 + (len(lines) - 1) * _TITLE_PHONE * LEADING
        return _band(lines, NARROW, _TITLE_PHONE, top, height - 4), height
    title = lines_of("title", _LEFT, top + 24, lines, _TITLE_PHONE, bold=True)
    below = top + 24 + len(lines) * _TITLE_PHONE * LEADING
    told = _listed_below(_narrow_lines(actors, row, room), below)
    height = max(one.y for one in told if isinstance(one, Text)) + 16 - top
    if isinstance(row, DrawnDecision):
        ground = Box("choose", 0, top, NARROW, height - 2, 5)
        shapes = (Mark("choice", _RAIL, top + 18.5, 12), *told)
        return Row(ground, title, shapes, asked(row, actors)), height
    ground = Box("hit", 1.5, top + 1, NARROW - 3, height - 4, 6)
    node = _node(row, _RAIL, top + 18.5, _NODE_PHONE, _TITLE_PHONE)
    return Row(ground, title, (*node, *told), said(row, actors), row.ref), height


_Line = tuple[str, str, tuple[str, ...]]
"""The sign before the words, their look, and their lines."""


def _narrow_lines(
    actors: tuple[Actor, ...], row: DrawnStep | DrawnDecision, room: float
) -> Iterator[_Line]:
    def line(sign: str, look: str, words: str, *, bold: bool = False) -> _Line:
        indent = _INDENT if sign else 0
        return sign, look, wrap(words, room - indent, _SMALL_PHONE, bold=bold)

    if isinstance(row, DrawnDecision):
        yield line("", "when", f"Velger: {listed([actors[at].name for at in row.by])}")
        yield from (line("–", "outcome", one) for one in row.outcomes)
        return
    yield line("", "when", _beneath(row))
    yield line("lead", "leader", upper_first(actors[row.lead].name), bold=True)
    if row.also:
        others = listed([actors[at].name for at in row.also])
        yield line("with", "actor", upper_first(others))


_INDENT = 24.0


def _listed_below(told: Iterator[_Line], y: float) -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for sign, look, lines in told:
        x = _LEFT + (_INDENT if sign else 0)
        if sign in ("lead", "with"):
            shapes.append(Mark(sign, _LEFT + 8.5, y - 5.5, 7.5))
        elif sign:
            shapes.append(Text("outcome", _LEFT + 4, y, _SMALL_PHONE, sign))
        shapes += lines_of(look, x, y, lines, _SMALL_PHONE, bold=look == "leader")
        y += len(lines) * _SMALL_PHONE * LEADING + (2 if lines else 0)
    return tuple(shapes)
