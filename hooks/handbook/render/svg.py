"""What is drawn → SVG for a screen. The web sets colours and letters by class.

In the drawing of a process lanes stand side by side and time runs downwards, so that it fits a page
of paper and a screen at its natural size, with letters of 14 px. All measures are in px.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape as escape_all
from itertools import pairwise

from handbook.document.blocks import (
    Bars,
    DrawnDecision,
    DrawnPhase,
    DrawnStep,
    Figure,
    Process,
    Share,
)
from handbook.document.inline import Ref
from handbook.document.places import Place
from handbook.norwegian import upper_first

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

Href = Callable[[Place], str]
"""A place → the way to it from the page being printed."""


def drawn(figure: Figure, href: Href) -> tuple[str, str]:
    """The class of the figure and its drawing."""
    data = figure.data
    if isinstance(data, Process):
        return "process-figure", process_svg(data, figure.text, href)
    if isinstance(data, Share):
        return "outcome", share_svg(data, figure.text)
    return "outcome", bars_svg(data)


def bars_svg(bars: Bars) -> str:
    """One share under the other, each with its name."""
    return "\n".join(
        f"<p>{_text(bar.name)}: {_text(bar.counts)}</p>{share_svg(bar.share, bar.counts)}"
        for bar in bars.lines
    )


def share_svg(one: Share, text: str) -> str:
    """A track from 0 to 100 per cent, filled up to the share, or with its range on it."""
    low = 0 if one.low is None else one.low
    wide = f"{(one.share if one.high is None else one.high) - low:.1f}"
    share = f"{one.share:.1f}"
    return (
        f'<svg class="interval" height="56" role="img" aria-label="{escape_all(text)}">'
        '<rect class="interval-track" x="0" y="14" width="100%" height="16" rx="4"></rect>'
        f'<rect class="interval-range" x="{low:.1f}%" y="14" width="{wide}%" height="16"></rect>'
        f'<rect class="interval-point" x="{share}%" y="8" width="4" height="28" '
        'transform="translate(-2 0)"></rect>'
        '<text class="interval-tick" x="0" y="52">0 %</text>'
        '<text class="interval-tick interval-middle" x="50%" y="52">50 %</text>'
        '<text class="interval-tick interval-end" x="100%" y="52">100 %</text></svg>'
    )


@dataclass(frozen=True)
class Box:
    """A step, placed from the top left."""

    ref: Ref
    number: int
    x: int
    y: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """Room for its lines."""
        return BOX_PADDING * 2 + LINE_HEIGHT * len(self.lines)

    @property
    def middle(self) -> int:
        """Where the way to it and from it goes."""
        return self.x + BOX_WIDTH // 2


@dataclass(frozen=True)
class Band:
    """A phase: a strip across all lanes."""

    title: str
    y: int


@dataclass(frozen=True)
class Diamond:
    """A decision at the end of a phase, with its question beside it."""

    question: tuple[str, ...]
    x: int
    y: int
    text_x: int
    anchor: str


@dataclass(frozen=True)
class Drawing:
    """Everything placed."""

    width: int
    height: int
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    diamonds: tuple[Diamond, ...]

    @property
    def edges(self) -> Iterator[str]:
        """Paths from each step to the next: down, across half way, down."""
        for one, two in pairwise(self.boxes):
            start, end = one.y + one.height, two.y - 3
            if one.middle == two.middle:
                yield f"M{one.middle} {start}V{end}"
            else:
                turn = end - ROW_GAP // 2
                yield f"M{one.middle} {start}V{turn}H{two.middle}V{end}"


class _Placing:
    """Places phase under phase; `y` is how far down the drawing has come."""

    def __init__(self, process: Process) -> None:
        self.lanes = len(process.lanes)
        self.y = HEAD
        self.boxes: list[Box] = []
        self.bands: list[Band] = []
        self.diamonds: list[Diamond] = []
        for phase in process.phases:
            self.phase(phase)

    def phase(self, phase: DrawnPhase) -> None:
        self.bands.append(Band(f"Fase {phase.number}: {phase.title}", self.y))
        self.y += BAND_HEAD + 8
        for step in phase.steps:
            self.step(step)
        if phase.decision:
            self.diamonds.append(self.diamond(phase.decision))
            self.y += DIAMOND * 2 + ROW_GAP

    def step(self, step: DrawnStep) -> None:
        x = LEFT + step.lane * LANE_WIDTH + (LANE_WIDTH - BOX_WIDTH) // 2
        box = Box(step.ref, step.number, x, self.y, wrap(step.ref.words, LETTERS_PER_LINE))
        self.boxes.append(box)
        self.y += box.height + ROW_GAP

    def diamond(self, decision: DrawnDecision) -> Diamond:
        """The question stands on the side with more room."""
        lane = decision.lane
        x = LEFT + lane * LANE_WIDTH + LANE_WIDTH // 2
        right = lane < self.lanes / 2
        room = (self.lanes - lane) * LANE_WIDTH - LANE_WIDTH // 2 if right else x
        lines = wrap(decision.question, max(14, (room - DIAMOND - 24) // 8))[:3]
        text_x = x + DIAMOND + 10 if right else x - DIAMOND - 10
        return Diamond(lines, x, self.y + DIAMOND, text_x, "start" if right else "end")


def draw(process: Process) -> Drawing:
    """Place a whole process."""
    made = _Placing(process)
    width = LEFT * 2 + LANE_WIDTH * made.lanes
    return Drawing(width, made.y + 4, tuple(made.bands), tuple(made.boxes), tuple(made.diamonds))


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


def process_svg(process: Process, text: str, href: Href) -> str:
    """The drawing of a process; each step leads to its page."""
    made = draw(process)
    size = f'viewBox="0 0 {made.width} {made.height}" width="{made.width}" height="{made.height}"'
    parts = [
        *(_lane(lane.title, n, made.height) for n, lane in enumerate(process.lanes)),
        *(f'<path class="edge" d="{path}"></path>' for path in made.edges),
        *(_band(band, made.width) for band in made.bands),
        *map(_diamond, made.diamonds),
        *(_box(box, href(box.ref.place)) for box in made.boxes),
    ]
    inside = "\n".join(parts)
    return f'<svg {size} role="group" aria-label="{escape_all(text)}">\n{inside}\n</svg>'


def _lane(title: str, at: int, height: int) -> str:
    x = LEFT + at * LANE_WIDTH
    middle = x + LANE_WIDTH // 2
    words = _lines(wrap(upper_first(title), 20)[:2], middle)
    return (
        f'<rect class="lane lane-{at % 2}" x="{x}" y="4" width="{LANE_WIDTH}" '
        f'height="{height - 8}"></rect>\n'
        f'<text class="lane-title" x="{middle}" y="26">{words}</text>'
    )


def _band(band: Band, width: int) -> str:
    return (
        f'<rect class="band" x="8" y="{band.y}" width="{width - 16}" height="28" rx="4"></rect>\n'
        f'<text class="band-title" x="20" y="{band.y + 19}">{_text(band.title)}</text>'
    )


def _diamond(d: Diamond) -> str:
    y = d.y + 5 - 9 * (len(d.question) - 1)
    return (
        f'<path class="decision" d="M{d.x} {d.y - 20}l20 20l-20 20l-20 -20z"></path>\n'
        f'<text class="decision-text decision-{d.anchor}" x="{d.text_x}" y="{y}">'
        f"{_lines(d.question, d.text_x)}</text>"
    )


def _box(box: Box, href: str) -> str:
    middle, title = box.middle, _text(f"Steg {box.number}: {box.ref.words}")
    return (
        f'<a class="node" href="{href}"><title>{title}</title>'
        f'<rect x="{box.x}" y="{box.y}" width="{BOX_WIDTH}" height="{box.height}" rx="10"></rect>'
        f'<circle class="node-number" cx="{box.x + 2}" cy="{box.y + 4}" r="13"></circle>'
        f'<text class="node-number-text" x="{box.x + 2}" y="{box.y + 9}">{box.number}</text>'
        f'<text class="node-title" x="{middle}" y="{box.y + 26}">{_lines(box.lines, middle)}</text>'
        "</a>"
    )


def _lines(lines: tuple[str, ...], x: int) -> str:
    return "".join(
        f'<tspan x="{x}" dy="{LINE_HEIGHT if at else 0}">{_text(line)}</tspan>'
        for at, line in enumerate(lines)
    )


def _text(text: str) -> str:
    return escape_all(text, quote=False)
