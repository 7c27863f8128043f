"""The process of a model as a drawing: lanes by role, phases as bands, steps as boxes with links.

Lanes stand side by side and time runs downwards, so that the figure fits a page of paper and a
screen at its natural size, with letters of 14 px. The same steps stand as a list beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import remembered
from handbook.model.process import Phase, Step

LANE_WIDTH = 176
BOX_WIDTH = 152
LINE_HEIGHT = 18
BOX_PADDING = 12
ROW_GAP = 22
HEAD = 64
BAND_HEAD = 34
LEFT = 8
DIAMOND = 20
LETTERS_PER_LINE = 19
MAX_LANES = 6


@dataclass(frozen=True)
class Box:
    """A step, placed; all measures in px from the top left."""

    step: Step
    number: int
    x: int
    y: int
    height: int
    lines: tuple[str, ...]

    @property
    def middle(self) -> int:
        return self.x + BOX_WIDTH // 2


@dataclass(frozen=True)
class Band:
    """A phase: a strip across all lanes."""

    phase: Phase
    number: int
    y: int
    height: int


@dataclass(frozen=True)
class Diamond:
    """A decision at the end of a phase, with its question beside it."""

    question: tuple[str, ...]
    x: int
    y: int
    text_x: int
    anchor: str


@dataclass(frozen=True)
class Figure:
    """Everything placed; a template or the book draws it."""

    width: int
    height: int
    lanes: tuple[tuple[str, int], ...]
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    diamonds: tuple[Diamond, ...]
    edges: tuple[str, ...]

    @property
    def lane_width(self) -> int:
        return LANE_WIDTH


def lanes_of(model: InclusionModel) -> tuple[str, ...]:
    """Roles that answer for some step, in the order of the model; at most six, the rest share."""
    accountable = [step.responsibility.accountable for step in model.steps]
    order = [role.role for role in model.roles if role.role in accountable]
    order += [role for role in dict.fromkeys(accountable) if role not in order]
    if len(order) <= MAX_LANES:
        return tuple(order)
    busiest = sorted(order, key=lambda r: (-accountable.count(r), order.index(r)))[: MAX_LANES - 1]
    return (*[role for role in order if role in busiest], "andre")


@remembered
def draw(model: InclusionModel) -> Figure:
    """Place the whole process of a model."""
    lanes = lanes_of(model)
    y = HEAD
    boxes: list[Box] = []
    bands: list[Band] = []
    diamonds: list[Diamond] = []
    for band_number, phase in enumerate(model.phases, 1):
        top = y
        y += BAND_HEAD + 8
        for step in phase.steps:
            lane = _lane(step.responsibility.accountable, lanes)
            lines = wrap(step.title, LETTERS_PER_LINE)
            height = BOX_PADDING * 2 + LINE_HEIGHT * len(lines)
            x = LEFT + lane * LANE_WIDTH + (LANE_WIDTH - BOX_WIDTH) // 2
            boxes.append(Box(step, len(boxes) + 1, x, y, height, lines))
            y += height + ROW_GAP
        if phase.decision:
            lane = _lane(phase.decision.decided_by[0], lanes)
            diamonds.append(_diamond(phase.decision.question, lane, len(lanes), y))
            y += DIAMOND * 2 + ROW_GAP
        bands.append(Band(phase, band_number, top, y - top - 4))
    width = LEFT * 2 + LANE_WIDTH * len(lanes)
    named = tuple((role, LEFT + i * LANE_WIDTH) for i, role in enumerate(lanes))
    return Figure(width, y + 4, named, tuple(bands), tuple(boxes), tuple(diamonds),
                  tuple(_edges(boxes)))  # fmt: skip


def _lane(role: str, lanes: tuple[str, ...]) -> int:
    return lanes.index(role) if role in lanes else len(lanes) - 1


def _diamond(question: str, lane: int, lanes: int, y: int) -> Diamond:
    x = LEFT + lane * LANE_WIDTH + LANE_WIDTH // 2
    right = lane < lanes / 2
    room = (lanes - lane) * LANE_WIDTH - LANE_WIDTH // 2 if right else x
    letters = max(14, (room - DIAMOND - 24) // 8)
    text_x = x + DIAMOND + 10 if right else x - DIAMOND - 10
    return Diamond(wrap(question, letters)[:3], x, y + DIAMOND, text_x, "start" if right else "end")


def _edges(boxes: list[Box]) -> Iterator[str]:
    """Paths from each step to the next: down, across half way, down."""
    for one, two in pairwise(boxes):
        start, end = one.y + one.height, two.y - 3
        if one.middle == two.middle:
            yield f"M{one.middle} {start}V{end}"
        else:
            turn = end - ROW_GAP // 2
            yield f"M{one.middle} {start}V{turn}H{two.middle}V{end}"


def wrap(text: str, letters: int) -> tuple[str, ...]:
    """Break a title into lines of about so many letters; a longer word is broken with a hyphen."""
    lines: list[str] = []
    for whole in text.split():
        word = whole
        while len(word) > letters:
            head, word = word[: letters - 1] + "-", word[letters - 1 :]
            lines.append(head)
        if lines and len(lines[-1]) + 1 + len(word) <= letters and not lines[-1].endswith("-"):
            lines[-1] += " " + word
        else:
            lines.append(word)
    return tuple(lines)
