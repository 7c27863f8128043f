"""What is drawn → data for the Typst templates. Measures that need widths of words are made here.

Unlike the drawing on the web a step's title stands on its line beside the lanes, so the figure of a
process is legible on paper and doubles as the chapter's contents, with page numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from handbook.document.blocks import Bar, DrawnPhase, Figure, Process, Share
from handbook.document.places import Place
from handbook.lettering import width_mm
from handbook.norwegian import upper_first

Node = dict[str, Any]
Label = Callable[[Place], str]

ROW_MM, BAND_MM = 6.6, 9.0
PAGE_MM = 228.0
_SLANT = 0.79
"""How much of a slanted name's length is height."""


def figure_nodes(figure: Figure, label: Label) -> list[Node]:
    """The figure, on as many pages as it needs."""
    if isinstance(figure.data, Process):
        return _process(figure, figure.data, label)
    if isinstance(figure.data, Share):
        return [_share(figure.data, figure.text)]
    return _forest(figure.data.lines, figure.text)


def _process(figure: Figure, process: Process, label: Label) -> list[Node]:
    """Parts of the drawing, broken between phases."""
    lanes = [upper_first(lane.title) for lane in process.lanes]
    head = 5 + _SLANT * max(width_mm(title, size_points=8.6, bold=True) for title in lanes)
    rows = [list(_rows(phase, lanes, label)) for phase in process.phases]
    parts = list(_pages(rows, PAGE_MM - head))
    return [{
        "kind": "process", "lanes": lanes, "rows": part, "row": ROW_MM, "band": BAND_MM,
        "head": head, "alt": _alt(figure.text, part, n, len(parts)), "legend": n == len(parts),
    } for n, part in enumerate(parts, 1)]  # fmt: skip


def _rows(phase: DrawnPhase, lanes: list[str], label: Label) -> Iterator[Node]:
    title = f"Fase {phase.number}: {phase.title}"
    yield {"kind": "band", "text": title, "height": BAND_MM, "said": f"{title}."}
    for step in phase.steps:
        who = f"{lanes[step.lane][:1].lower()}{lanes[step.lane][1:]}"
        yield {
            "kind": "step", "number": step.number, "text": step.ref.words, "lane": step.lane,
            "also": list(step.also), "to": label(step.ref.place), "height": ROW_MM,
            "said": f"Steg {step.number}, {step.ref.words}, ansvarlig {who}.",
        }  # fmt: skip
    if phase.decision:
        question = phase.decision.question
        yield {"kind": "decision", "text": question, "lane": phase.decision.lane, "height": ROW_MM,
               "said": f"Beslutning: {question}"}  # fmt: skip


def _pages(phases: list[list[Node]], room_mm: float) -> Iterator[list[Node]]:
    """Rows in groups that each fit a page; a new group begins at a phase."""
    page: list[Node] = []
    for phase in phases:
        if page and sum(row["height"] for row in [*page, *phase]) > room_mm:
            yield page
            page = []
        page = [*page, *phase]
    yield page


def _alt(text: str, rows: list[Node], part: int, parts: int) -> str:
    whole = f" Del {part} av {parts}." if parts > 1 else ""
    return f"{text}{whole} Ovenfra og ned: " + " ".join(row.pop("said") for row in rows)


def _share(one: Share, text: str) -> Node:
    return {"kind": "interval", **_drawn(one), "alt": text}


def _drawn(one: Share) -> Node:
    """Filled up to the share, or from end to end of its range."""
    low = 0.0 if one.low is None else one.low
    return {"share": one.share, "low": low, "high": one.share if one.high is None else one.high}


def _forest(bars: tuple[Bar, ...], text: str) -> list[Node]:
    """Shares under each other on one scale."""
    return [{"kind": "forest", "lines": [_bar(bar) for bar in bars], "alt": text}]


def _bar(bar: Bar) -> Node:
    return {
        "name": bar.name, "counts": bar.counts, **_drawn(bar.share), "old": bar.old,
        "text": bar.share.words,
    }  # fmt: skip
