"""What is drawn → data for the Typst templates, from the same layout as on the web.

The figure of a process doubles as the chapter's contents, with page numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from handbook.document.blocks import Bar, DrawnPhase, DrawnRow, Figure, Process, Share
from handbook.document.places import Place
from handbook.render.process_layout import SLANT, Drawing, Shape, Text, wide

Node = dict[str, Any]
Label = Callable[[Place], str]

_AIR, _ASIDE = 3.0, 46.0
"""Less room between rows than on a screen, and room beside titles for page numbers."""
_TALLEST = 1250.0
"""What has room on one page with the heading, when letters are as small as they may be."""


def figure_nodes(figure: Figure, label: Label) -> list[Node]:
    """The figure, on as many pages as it needs."""
    if isinstance(figure.data, Process):
        return _process(figure, figure.data, label)
    if isinstance(figure.data, Share):
        return [_share(figure.data, figure.text)]
    return _forest(figure.data.lines, figure.text)


def _process(figure: Figure, process: Process, label: Label) -> list[Node]:
    """The drawing, on as many pages as it needs."""
    parts = list(_pages(process))
    return [_part(part, _alt(figure.text, part, n, len(parts)), label)
            for n, part in enumerate(parts, 1)]  # fmt: skip


def _pages(process: Process) -> Iterator[Drawing]:
    """Drawings that each fit a page; a new one begins with a phase."""
    page: tuple[DrawnRow, ...] = ()
    for phase in _phases(process.rows):
        if page and _height(_placed(process, (*page, *phase))) > _TALLEST:
            yield _placed(process, page)
            page = ()
        page = (*page, *phase)
    yield _placed(process, page)


def _phases(rows: tuple[DrawnRow, ...]) -> list[list[DrawnRow]]:
    phases: list[list[DrawnRow]] = []
    for row in rows:
        if isinstance(row, DrawnPhase) or not phases:
            phases.append([])
        phases[-1].append(row)
    return phases


def _placed(process: Process, rows: tuple[DrawnRow, ...]) -> Drawing:
    return wide(Process(process.actors, rows), air=_AIR, aside=_ASIDE)


def _height(made: Drawing) -> float:
    return made.head_height + made.height


def _part(made: Drawing, alt: str, label: Label) -> Node:
    """All that is drawn, from back to front; titles of steps lead to them."""
    grounds = [row.ground for row in made.rows if not row.ref]
    rows = [shape for row in made.rows for shape in (*row.shapes, *(() if row.ref else row.title))]
    ways = [{"to": label(row.ref.place), "lines": list(map(_shape, row.title))}
            for row in made.rows if row.ref]  # fmt: skip
    return {
        "kind": "process", "alt": alt, "width": made.width, "height": _height(made),
        "head-height": made.head_height, "head": list(map(_shape, made.head)), "slant": SLANT,
        "shapes": list(map(_shape, (*grounds, *made.beneath, *rows))), "rows": ways,
    }  # fmt: skip


def _shape(shape: Shape) -> Node:
    length = {"length": shape.length} if isinstance(shape, Text) else {}
    return {"shape": type(shape).__name__.lower(), **vars(shape), **length}


def _alt(text: str, made: Drawing, part: int, parts: int) -> str:
    whole = f" Del {part} av {parts}." if parts > 1 else ""
    return f"{text}{whole} Ovenfra og ned: " + " ".join(row.said for row in made.rows)


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
