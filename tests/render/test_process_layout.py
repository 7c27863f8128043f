"""The figure of any process: nothing overlaps, nothing is cut, no line goes through a word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import cos, radians, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.document import blocks as b
from handbook.document.inline import Ref
from handbook.document.places import Place
from handbook.render.process_layout import NARROW, Drawing, narrow, wide
from handbook.render.shapes import SLANT, Box, Line, Mark, Shape, Text, width, wrap
from handbook.render.typst_figures import figure_nodes

patiently = settings(deadline=None, max_examples=20)

Corners = tuple[tuple[float, float], ...]

SCREEN_OF_A_PHONE = 284
"""How wide the figure is where the window is 320 px."""

A_PAGE = 1280
"""How tall a drawing of full width may be on A4 with its heading."""

_LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyzæøåMWÅ-")
_WORD = st.text(_LETTERS, min_size=1, max_size=20)


def _words(most: int) -> st.SearchStrategy[str]:
    told = st.lists(_WORD, min_size=1, max_size=12).map(lambda words: " ".join(words)[:most])
    return told.map(str.strip).filter(bool)


@st.composite
def processes(draw: st.DrawFn) -> b.Process:
    """3–20 steps, 1–12 actors, choices between them, some at the same time as the one before."""
    actors = draw(st.lists(_words(18).map(b.Actor), min_size=1, max_size=12))
    some = st.lists(st.integers(0, len(actors) - 1), min_size=1, max_size=5, unique=True).map(tuple)
    rows: list[b.DrawnRow] = []
    for number in range(1, draw(st.integers(3, 20)) + 1):
        if number == 1 or draw(st.integers(0, 3)) == 0:
            rows.append(b.DrawnPhase(draw(_words(40))))
        lead, *also = draw(some)
        flags = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
        ref = Ref(Place("step", f"m/s{number}"), draw(_words(60)))
        rows.append(b.DrawnStep(ref, number, lead, tuple(also), draw(st.just("") | _words(90)),
                                draw(st.just("") | _words(60)), *flags))  # fmt: skip
        if draw(st.integers(0, 3)) == 0:
            answers = tuple(draw(st.lists(_words(40), max_size=4)))
            rows.append(b.DrawnDecision(draw(_words(100)), draw(some), answers))
    return b.Process((b.Actor(actors[0].name, participant=True), *actors[1:]), tuple(rows))


def _drawings(process: b.Process) -> dict[str, Drawing]:
    """As on a screen, on paper and on a phone."""
    paper = wide(process, air=3, aside=46)
    return {"wide": wide(process), "paper": paper, "narrow": narrow(process)}


def _rows(made: Drawing) -> list[Shape]:
    """All below the head, on one sheet."""
    rows = (shape for row in made.rows for shape in (row.ground, *row.title, *row.shapes))
    return [*made.beneath, *rows]


def _corners(shape: Shape) -> Corners:
    if isinstance(shape, Mark):
        r = shape.radius
        return _rectangle(shape.x - r, shape.y - r, shape.x + r, shape.y + r)
    if isinstance(shape, Box):
        return _rectangle(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    if isinstance(shape, Line):
        return _rectangle(shape.x, shape.y, shape.to_x, shape.to_y)
    left = -shape.length / 2 if shape.centred else 0.0
    flat = _rectangle(left, -0.78 * shape.size, left + shape.length, 0.22 * shape.size)
    turn = radians(SLANT if shape.turned else 0)
    return tuple((shape.x + x * cos(turn) + y * sin(turn), shape.y - x * sin(turn) + y * cos(turn))
                 for x, y in flat)  # fmt: skip


def _rectangle(left: float, top: float, right: float, bottom: float) -> Corners:
    return (left, top), (right, top), (right, bottom), (left, bottom)


def _touch(one: Corners, two: Corners) -> bool:
    """Whether two convex figures have a place in common: no axis parts them."""
    return not any(_parted(one, two, axis) for axis in (*_SHEET, *_axes(one), *_axes(two)))


def _parted(one: Corners, two: Corners, axis: tuple[float, float]) -> bool:
    first = [x * axis[0] + y * axis[1] for x, y in one]
    second = [x * axis[0] + y * axis[1] for x, y in two]
    return max(first) <= min(second) + 1e-6 or max(second) <= min(first) + 1e-6


_SHEET = ((0.0, 1.0), (1.0, 0.0))
"""The axes of the sheet, which part most things."""


def _axes(figure: Corners) -> Iterator[tuple[float, float]]:
    """Across each side of a figure that is turned."""
    (ax, ay), (bx, by) = figure[:2]
    if ay != by:
        yield from ((ay - by, bx - ax), (bx - ax, by - ay))


def _faults(shapes: list[Shape]) -> Iterator[tuple[Shape, Shape]]:
    """Words that meet other words, a line, a mark, or the edge of a box."""
    told = [(one, _corners(one)) for one in shapes]
    words = [pair for pair in told if isinstance(pair[0], Text)]
    for (one, at), (two, there) in combinations(words, 2):
        if _touch(at, there):
            yield one, two
    for one, at in words:
        for two, there in told:
            if isinstance(two, Text) or not _touch(at, there):
                continue
            if not isinstance(two, Box) or not _holds(two, at):
                yield one, two


def _holds(box: Box, figure: Corners) -> bool:
    """Whether it is ground for all of it; a sheet behind a node holds part of the number."""
    inside = all(box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height
                 for x, y in figure)  # fmt: skip
    return inside or box.look == "again"


@pytest.mark.slow
@given(processes())
@patiently
def test_words_meet_nothing(process: b.Process) -> None:
    for name, made in _drawings(process).items():
        assert list(_faults(_rows(made))) == [], name
        assert list(_faults(list(made.head))) == [], name


@pytest.mark.slow
@given(processes())
@patiently
def test_nothing_is_cut(process: b.Process) -> None:
    for name, made in _drawings(process).items():
        for shapes, tall in ((_rows(made), made.height), (made.head, made.head_height)):
            for shape in shapes:
                for x, y in _corners(shape):
                    assert 0 <= x <= made.width, (name, shape)
                    assert 0 <= y <= tall, (name, shape)


@pytest.mark.slow
@given(processes())
@patiently
def test_letters_can_be_read(process: b.Process) -> None:
    shown = {"wide": 1.0, "paper": 1.0, "narrow": SCREEN_OF_A_PHONE / NARROW}
    for name, made in _drawings(process).items():
        sizes = {one.size for one in (*made.head, *_rows(made)) if isinstance(one, Text)}
        assert min(sizes) * shown[name] >= 14, name


@pytest.mark.slow
@given(processes())
@patiently
def test_the_order_is_kept(process: b.Process) -> None:
    for name, made in _drawings(process).items():
        assert len(made.rows) == len(process.rows)
        assert all(
            one.ground.y + one.ground.height <= two.ground.y for one, two in pairwise(made.rows)
        )
        steps = [row for row in process.rows if isinstance(row, b.DrawnStep)]
        assert [row.ref for row in made.rows if row.ref] == [step.ref for step in steps], name
        numbers = [
            one.words for one in _rows(made) if isinstance(one, Text) and one.look == "number"
        ]
        assert numbers == [str(step.number) for step in steps], name


@pytest.mark.slow
@given(processes())
@patiently
def test_every_part_in_a_step_has_its_mark(process: b.Process) -> None:
    made = wide(process)
    columns = [one.x for one in made.beneath if isinstance(one, Line) and one.look == "column"]
    for row, drawn in zip(process.rows, made.rows, strict=True):
        marks = {(columns.index(one.x), one.look) for one in drawn.shapes
                 if isinstance(one, Mark) and one.x in columns}  # fmt: skip
        if isinstance(row, b.DrawnStep):
            assert marks == {(row.lead, "lead"), *((at, "with") for at in row.also)}
        if isinstance(row, b.DrawnDecision):
            assert marks == {(at, "choice") for at in row.by}


@pytest.mark.slow
@given(processes())
@patiently
def test_on_paper_each_page_has_whole_phases_and_all_steps_are_there(process: b.Process) -> None:
    nodes = figure_nodes(b.Figure(process, "Prosessen"), lambda place: place.name)
    steps = [row.ref.place.name for row in process.rows if isinstance(row, b.DrawnStep)]
    assert [row["to"] for node in nodes for row in node["rows"]] == steps
    for node in nodes:
        bands = [one for one in node["shapes"] if one["look"] == "band"]
        assert node["height"] <= A_PAGE or len(bands) == 1


@given(_words(80), st.integers(60, 400), st.booleans())
def test_lines_have_room_and_no_letter_is_lost(words: str, room: int, bold: bool) -> None:
    lines = wrap(words, room, 15, bold=bold)
    assert all(width(line, 15, bold=bold) <= room for line in lines)
    assert _letters(" ".join(lines)) == _letters(words)


def _letters(text: str) -> str:
    return text.replace(" ", "").replace("-", "")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("kort", ("kort",)),
        ("to ord som brytes her", ("to ord som", "brytes her")),
        ("arbeidsmiljøutvalgsleder", ("arbeidsmil-", "jøutvalgsle-", "der")),
    ],
)
def test_only_words_without_room_are_broken_inside(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 80, 15) == lines
