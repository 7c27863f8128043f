"""What is drawn → SVG for a screen. The web sets colours by class."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape as escape_all
from math import ceil

from handbook.document.blocks import Figure, Process, Scene
from handbook.document.places import Place
from handbook.pictograms import scene_on_page
from handbook.render.process_layout import Drawing, Row, narrow, wide
from handbook.render.shapes import DIAMONDS, SLANT, SQUARES, Box, Line, Mark, Shape, Text
from handbook.render.signs_layout import Picture, picture

FULL = frozenset({"lead", "filled"})
"""Round marks without a rim, which is drawn half outside."""

PAPER_MM = (178.0, 226.0)
"""What a drawing on a sheet of its own may measure, beside the title."""

Href = Callable[[Place], str]
"""A place → the way to it from the page being printed."""


def drawn(figure: Figure, href: Href) -> tuple[str, str]:
    """The class of the figure and its drawing."""
    if isinstance(figure.data, Scene):
        return "scene-figure", scene_svg(scene_on_page(figure.data.name), figure.text)
    if isinstance(figure.data, Process):
        return "process-figure", process_svg(figure.data, figure.text, href)
    return "numbers-figure", numbers_svg(picture(figure.data), figure.text)


def scene_svg(made: str, text: str) -> str:
    """A drawing that is heard as what it shows, which is read where nobody has drawn it."""
    if not made:
        return f"<p>{_text(text)}</p>"
    return made.replace("<svg ", f'<svg role="img" aria-label="{escape_all(text)}" ', 1)


def numbers_svg(made: Picture, text: str) -> str:
    """What was counted, as one picture with all its numbers in words."""
    about = f'role="img" aria-label="{escape_all(text)}"'
    size = (made.width, made.height)
    return _framed("numbers", f"{made.width:.0f}", size, _drawn(made.shapes), about)


def process_svg(process: Process, text: str, href: Href) -> str:
    """The wide drawing and the narrow one, of which one is shown; each step leads to its page."""
    return wide_svg(wide(process), text, href) + narrow_svg(process, text, href)


def wide_svg(made: Drawing, text: str, href: Href) -> str:
    """The names of columns are a drawing of their own, so that they can stay in sight.

    A screen sets its own width: the attribute is that of paper, where it all stands on one sheet.
    """
    scale = min(PAPER_MM[0] / made.width, PAPER_MM[1] / (made.head_height + made.height))
    wide = f"{made.width * scale:.1f}mm"
    size = (made.width, made.head_height)
    names = _framed("wide head", wide, size, _drawn(made.head), 'aria-hidden="true"')
    return names + _rows("wide", wide, made, text, href)


def narrow_svg(process: Process, text: str, href: Href) -> str:
    """The drawing that is as wide as a phone."""
    return _rows("narrow", "328", narrow(process), text, href)


def _rows(name: str, wide: str, made: Drawing, text: str, href: Href) -> str:
    about = f'role="group" aria-label="{escape_all(text)}"'
    grounds = (row.ground for row in made.rows if not row.ref)
    rows = "\n".join(_row(row, href) for row in made.rows)
    inside = f"{_drawn(grounds)}{_drawn(made.beneath)}\n{rows}"
    return _framed(name, wide, (made.width, made.height), inside, about)


def _framed(name: str, wide: str, size: tuple[float, float], inside: str, about: str) -> str:
    box = f'viewBox="0 0 {ceil(size[0])} {ceil(size[1])}"'  # parts of px would be scaled away
    return f'<svg class="{name}" {box} width="{wide}" {about}>\n{inside}\n</svg>\n'


def _row(row: Row, href: Href) -> str:
    """Each row is heard as one sentence or two, and a step leads to its page by them."""
    said = escape_all(row.said)
    if not row.ref:
        return f'<g role="img" aria-label="{said}">{_read(row.title)}{_drawn(row.shapes)}</g>'
    return (
        f'<a class="step" href="{href(row.ref.place)}" aria-label="{said}">'
        f"{_shape(row.ground)}{_read(row.title)}</a>"
        f'<g class="beside" aria-hidden="true">{_drawn(row.shapes)}</g>'
    )


def _drawn(shapes: Iterable[Shape]) -> str:
    return "".join(map(_shape, shapes))


def _read(lines: Iterable[Text]) -> str:
    """Lines of one text, with the space between them that a break took; none inside a word."""
    return "".join(_shape(one) + ("" if one.words.endswith("-") else " ") for one in lines).strip()


def _shape(shape: Shape) -> str:
    look = f'class="drawn-{shape.look}"'
    if isinstance(shape, Text):
        return _text_svg(shape, look)
    x, y = _n(shape.x), _n(shape.y)
    if isinstance(shape, Line):
        return f'<path {look} d="M{x} {y}L{_n(shape.to_x)} {_n(shape.to_y)}"></path>'
    if isinstance(shape, Box):
        size = f'width="{_n(shape.width)}" height="{_n(shape.height)}" rx="{_n(shape.radius)}"'
        return f'<rect {look} x="{x}" y="{y}" {size}></rect>'
    return _mark(shape, look)


def _mark(mark: Mark, look: str) -> str:
    r = mark.radius
    if mark.look in DIAMONDS:
        turns = f"l{_n(r)} {_n(r)}l{_n(-r)} {_n(r)}l{_n(-r)} {_n(-r)}z"
        return f'<path {look} d="M{_n(mark.x)} {_n(mark.y - r)}{turns}"></path>'
    if mark.look in SQUARES:
        corner = f'x="{_n(mark.x - r)}" y="{_n(mark.y - r)}"'
        return f'<rect {look} {corner} width="{_n(2 * r)}" height="{_n(2 * r)}"></rect>'
    inner = r if mark.look in FULL else r - 1.25
    return f'<circle {look} cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(inner)}"></circle>'


def _text_svg(text: Text, look: str) -> str:
    x, y = _n(text.x), _n(text.y)
    turn = f"translate({x} {y}) rotate(-{SLANT})"
    at = f'transform="{turn}"' if text.turned else f'x="{x}" y="{y}"'
    letters = f'font-size="{_n(text.size)}"'
    letters += ' font-weight="700"' if text.bold else ""
    letters += ' text-anchor="middle"' if text.centred else ""
    return f"<text {look} {at} {letters}>{_text(text.words)}</text>"


def _n(value: float) -> str:
    """A measure with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    return escape_all(text, quote=False)
