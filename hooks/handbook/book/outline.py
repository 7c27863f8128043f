"""A finished PDF's own contents: its chapters, and how many pages each has."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import NamedTuple

import pikepdf


class Chapter(NamedTuple):
    """A chapter by its heading: the page it begins on, from 1, and how many it has."""

    title: str
    first: int
    pages: int


def chapters(pdf: bytes) -> tuple[Chapter, ...]:
    """Every chapter in order; the last ends with the document."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        number = {page.obj.objgen: at for at, page in enumerate(document.pages, 1)}
        begun = [(mark.title, number[_page_of(mark).objgen]) for mark in outline.root]
        ends = (*begun, ("", len(document.pages) + 1))
        return tuple(Chapter(title, at, to - at) for (title, at), (_, to) in pairwise(ends))


def _page_of(mark: pikepdf.OutlineItem) -> pikepdf.Object:
    """Typst's bookmarks lead to a page and a height, never to a name."""
    end = mark.destination
    assert isinstance(end, pikepdf.Array)
    return end[0]
