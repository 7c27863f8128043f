"""What is drawn → data for the Typst templates, from the same layout as on the web.

The figure of a process doubles as the chapter's contents, with page numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from handbook.document.blocks import DrawnPhase, DrawnRow, Figure, Process, Scene
from handbook.document.places import Place
from handbook.pictograms import scene_on_paper
from handbook.render.process_layout import Drawing, wide
from handbook.render.shapes import DIAMONDS, SLANT, SQUARES, Mark, Shape, Text
from handbook.render.signs_layout import Picture, picture
from handbook.render.typst_words import para

Node = dict[str, Any]
Label = Callable[[Place], str]

_AIR, _ASIDE = 3.0, 46.0
"""Less room between rows than on a screen, and room beside titles for page numbers."""
_TALLEST = 1280.0
"""What has room on one page with the heading, when letters are as small as they may be."""


def figure_nodes(figure: Figure, label: Label) -> list[Node]:
    """The figure, on as many pages as it needs."""
    if isinstance(figure.data, Process):
        return _process(figure, figure.data, label)
    if isinstance(figure.data, Scene):
        return [_scene(scene_on_paper(figure.data.name), figure.text)]
    return [_numbers(picture(figure.data), figure.text)]


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
    if isinstance(shape, Text):
        return {"shape": "text", **vars(shape), "length": shape.length}
    kind = _outline(shape) if isinstance(shape, Mark) else type(shape).__name__.lower()
    return {"shape": kind, **vars(shape)}


def _outline(mark: Mark) -> str:
    return "diamond" if mark.look in DIAMONDS else "square" if mark.look in SQUARES else "round"


def _alt(text: str, made: Drawing, part: int, parts: int) -> str:
    whole = f" Del {part} av {parts}." if parts > 1 else ""
    return f"{text}{whole} Ovenfra og ned: " + " ".join(row.said for row in made.rows)


def _scene(drawn: str, text: str) -> Node:
    """A drawing, or what it would show where nobody has drawn it."""
    return {"kind": "scene", "svg": drawn, "alt": text} if drawn else para([text])


def _numbers(made: Picture, text: str) -> Node:
    return {
        "kind": "numbers", "width": made.width, "height": made.height, "alt": text,
        "shapes": list(map(_shape, made.shapes)),
    }  # fmt: skip
