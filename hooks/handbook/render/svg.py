"""What is drawn → SVG for a screen. The web sets colours by class."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape as escape_all

from handbook.document.blocks import Bars, Figure, Process, Share
from handbook.document.places import Place
from handbook.render.process_layout import (
    SLANT,
    Box,
    Drawing,
    Line,
    Mark,
    Row,
    Shape,
    Text,
    narrow,
    wide,
)

PAPER_MM = (178.0, 226.0)
"""What a drawing on a sheet of its own may measure, beside the title."""

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
    box = f'viewBox="0 0 {_n(size[0])} {_n(size[1])}"'
    return f'<svg class="{name}" {box} width="{wide}" {about}>\n{inside}\n</svg>\n'


def _row(row: Row, href: Href) -> str:
    """Each row is heard as one sentence or two, and a step leads to its page by them."""
    said = escape_all(row.said)
    if not row.ref:
        return f'<g role="img" aria-label="{said}">{_drawn(row.title)}{_drawn(row.shapes)}</g>'
    return (
        f'<a class="step" href="{href(row.ref.place)}" aria-label="{said}">'
        f"{_shape(row.ground)}{_drawn(row.title)}</a>"
        f'<g class="beside" aria-hidden="true">{_drawn(row.shapes)}</g>'
    )


def _drawn(shapes: Iterable[Shape]) -> str:
    return "".join(map(_shape, shapes))


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
    if mark.look == "choice":
        corner = f"M{_n(mark.x)} {_n(mark.y - r)}"
        return (
            f'<path {look} d="{corner}l{_n(r)} {_n(r)}l{_n(-r)} {_n(r)}l{_n(-r)} {_n(-r)}z"></path>'
        )
    inner = r if mark.look == "lead" else r - 1.25
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
