"""Blocks → a chapter of an e-book, as XHTML: nothing to click on but links, everything told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from html import escape as escape_all
from itertools import groupby
from typing import Any, NamedTuple

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.document.places import Place, url
from handbook.pictograms import scene_on_paper
from handbook.render.blank_form import blank_question
from handbook.render.html import Html, escape
from handbook.render.search_text import plain
from handbook.render.svg import narrow_svg, scene_svg

_XMLNS = '<svg xmlns="http://www.w3.org/2000/svg" '
_MOST_COLUMNS = 6
"""A table with more has no room on any e-book; forms to fill in keep within it."""
_MOST_WIDE = 4
"""The same where cells hold whole sentences."""
_SPOTS = (b.Section, b.Item, b.Fact, b.Row, b.Figure, b.Checklist)


class Xhtml(Html):
    """Prints one chapter; `href` gives the way to a place, `pages` the paper page that begins.

    `pages` goes from a spot in the chapter to the number of the page that begins there.
    """

    def __init__(self, href: Callable[[Place], str], pages: Mapping[str, int]) -> None:
        super().__init__("")
        self._way = href
        self._pages = pages

    def href(self, place: Place) -> str:
        return escape(self._way(place))

    def ref(self, piece: i.Ref) -> str:
        words = escape(piece.words)
        if piece.kind == "rule":
            tip = escape_all(piece.tip)
            return f'<a class="rule-ref" href="{self.href(piece.place)}" title="{tip}">§</a>'
        if piece.code:
            number = f'<span class="form-id">{escape(piece.code)}</span>'
            words = f"{words} {number}" if piece.kind == "form" else f"{number} {words}"
        return f'<a href="{self.href(piece.place)}">{words}</a>'

    def mark(self, piece: i.Mark) -> str:
        """A chapter has no line that tells of all its marks, so each says what it is."""
        ways = "".join(
            f' <a href="{self.href(ref.place)}">{ref.words}</a>' for ref in piece.findings
        )
        kind = f"basis basis-{piece.basis.value}"
        return f'<span class="{kind}">{piece.basis.label}{ways}</span>'

    def spots(self, former: tuple[str, ...]) -> str:
        """A new e-book has no former links."""
        return ""

    def until(self, piece: i.Until) -> str:
        return piece.words

    def notice(self, block: b.Notice) -> str:
        return "" if block.first_day else super().notice(block)

    def table(self, block: b.Table) -> str:
        """Every table becomes cards where the screen is narrow, since nobody can turn an e-book.

        One too wide for any e-book is told row by row.
        """
        if len(block.head) > (_MOST_WIDE if block.kind == "wide" else _MOST_COLUMNS):
            return "\n".join(self.blocks(tuple(_by_row(block))))
        return self._grid(replace(block, kind=""))

    def question(self, block: b.Question) -> str:
        return f'<div class="question">{"".join(self.blocks(blank_question(block)))}</div>'

    def figure(self, block: b.Figure) -> str:
        told = super().figure(block)
        return told if " xmlns=" in told else told.replace("<svg ", _XMLNS)

    def drawn(self, block: b.Figure) -> tuple[str, str]:
        """Of a process the narrow drawing, which fits the screen of any e-reader."""
        if isinstance(block.data, b.Process):
            return "process-figure", narrow_svg(block.data, block.text, self.href)
        if isinstance(block.data, b.Scene):
            return "scene-figure", scene_svg(scene_on_paper(block.data.name), block.text)
        return super().drawn(block)

    def picture(self, block: b.Picture) -> str:
        return f"<p>{escape(block.text)}</p>"

    def files(self, block: b.Files) -> str:
        items = (f"<li>{self.ref(i.Ref(file.place, file.title))}</li>" for file in block.items)
        return f"<ul>{''.join(items)}</ul>"

    def fold(self, block: b.Fold) -> str:
        body = "".join(self.blocks(block.blocks))
        return f"<div><p><strong>{escape(block.summary)}</strong></p>{body}</div>"

    def contents(self, block: b.Contents) -> str:
        return ""

    def actions(self, block: b.Actions) -> str:
        return ""

    def tool(self, block: b.Tool) -> str:
        return "\n".join(self.blocks(block.instead))

    def pager(self, block: b.Pager) -> str:
        return ""

    def section(self, block: b.Section) -> str:
        """What is set apart is no landmark: a chapter has dozens, all called the same."""
        number = self._pages.get(block.anchor)
        page = _PAGE_BREAK.format(number) if number else ""
        over = f'<p class="over">{escape(block.over)}</p>\n' if block.over else ""
        title = f"{block.number}. {block.title}" if block.number else block.title
        told = super().section(replace(block, title=title, kind=""))
        return f'{page}<div class="{block.kind}">{told}</div>' if block.kind else page + over + told


def _by_row(block: b.Table) -> Iterator[b.Block]:
    """Each row as a line, with what stands in its cells under it."""
    for is_row, rows in groupby(block.rows, lambda row: isinstance(row, b.Row)):
        if is_row:
            yield b.ItemList(tuple(_item(row, block) for row in rows if isinstance(row, b.Row)))
        else:
            yield from (
                b.Paragraph((i.Strong(g.title),)) for g in rows if isinstance(g, b.RowGroup)
            )


def _item(row: b.Row, block: b.Table) -> b.Item:
    first, *_ = row.cells
    lines = b.ItemList(tuple(_lines(row, block)))
    return b.Item(
        (*first.blocks, *((lines,) if lines.items else ())), first.mark, anchor=row.anchor
    )


def _lines(row: b.Row, block: b.Table) -> Iterator[b.Item]:
    """`Fadder: ja` for each cell that has something in it, but the first."""
    at = row.cells[0].span
    for cell in row.cells[1:]:
        if cell.blocks or cell.mark:
            head = plain(block.head[at].words)
            yield b.Item(cell.blocks, cell.mark, head if head.endswith("?") else f"{head}:")
        at += cell.span


_PAGE_BREAK = (
    '<span id="side-{0}" epub:type="pagebreak" role="doc-pagebreak" aria-label="Side {0}"></span>\n'
)


def page_anchor(number: int) -> str:
    """The spot in the e-book where a page of the book on paper begins."""
    return f"side-{number}"


def spot_of(place: Place) -> str:
    """What a place is called in the file that tells of it: letters an id may have, seen once."""
    return url(place, "").replace("/", "-").replace("#", ".")


def with_spots(section: b.Section) -> b.Section:
    """The section with every spot named after the place it is in, so that no two are alike.

    What is anchored inside a place is called after both, as an address on the web is.
    """
    named = _named(section, None)
    assert isinstance(named, b.Section)
    return named


def _named(value: Any, within: Place | None) -> Any:
    if type(value) is tuple:
        return tuple([_named(one, within) for one in value])
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    if isinstance(value, _SPOTS):
        at = value.place if isinstance(value, b.Section) else None
        changed["anchor"] = _spot(at, within, value.anchor)
        within = at or within
    changed |= {name: _named(getattr(value, name), within) for name in _inner(type(value))}
    return replace(value, **changed) if changed else value


def _spot(at: Place | None, within: Place | None, anchor: str) -> str:
    if at:
        return spot_of(at)
    return spot_of(within.at(anchor)) if within and anchor else anchor


@lru_cache(maxsize=200)
def _inner(kind: type) -> tuple[str, ...]:
    """The fields that hold blocks."""
    names = {"blocks", "items", "rows", "tasks", "cells", "instead"}
    return tuple(field.name for field in fields(kind) if field.name in names)


class Spot(NamedTuple):
    """A place a link may lead to, and whether a heading stands there."""

    place: Place
    headed: bool


def spots(section: b.Section) -> Iterator[Spot]:
    """Every spot in a section, in order."""
    yield from _spots(section, None)


def _spots(value: Any, within: Place | None) -> Iterator[Spot]:
    if type(value) is tuple:
        for one in value:
            yield from _spots(one, within)
        return
    if not is_dataclass(value) or isinstance(value, type):
        return
    at = value.place if isinstance(value, b.Section) else None
    if isinstance(value, _SPOTS):
        here = at or (within.at(value.anchor) if within and value.anchor else None)
        if here:
            yield Spot(here, isinstance(value, b.Section))
    for name in _inner(type(value)):
        yield from _spots(getattr(value, name), at or within)
