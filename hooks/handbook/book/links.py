"""Where ways lead, written into the PDF after it is set.

Typst lays a paragraph out once more when it learns where something in it leads, and in this book
nearly every paragraph leads somewhere. So Typst is not asked: a link goes to `way:` and a label, a
page number stands as a row of digits in a colour of its own, and the document's keywords tell where
each label came to stand. What is written here takes the room that was kept for it; nothing moves.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf

SCHEME = "way:"
NUMBER_PAINT = "#4d5f62"
"""The colour of a page number: one step from the quiet words beside it, and no others have it."""
DIGIT_EM = 0.618
"""How wide a figure is when all are equally wide."""

_LITERAL = rb"\((?:[^\\()]|\\[\s\S])*\)"
_PAINTED = b" ".join(
    rb"0\.%d\d*" % (int(NUMBER_PAINT[at : at + 2], 16) * 10_000 // 255) for at in (1, 3, 5)
)
_NUMBER = re.compile(
    rb"(%b scn\nBT [^\[(]*Tm)(\[(?:%b|[-\d.]+)*\]TJ|%b Tj)" % (_PAINTED, _LITERAL, _LITERAL)
)


class NumberTooWide(Exception):  # noqa: N818 - says what happened
    """A page number has no room; `figures` is how many the last page's number has."""

    def __init__(self, figures: int) -> None:
        super().__init__(figures)
        self.figures = figures


class End(NamedTuple):
    """Where a label stands: the page from 1, and points from its upper left corner."""

    label: str
    page: int
    x: float
    y: float


def told_shortly(labels: Sequence[str]) -> list[tuple[str, str]]:
    """Each label with how it is told after the one before: how much they share, then the rest.

    A PDF holds 32 767 signs of keywords, and a book has a thousand ends.
    """
    pairs = pairwise(("", *labels))
    shared = (_shared(before, label) for before, label in pairs)
    return [(label, f"{same}/{label[same:]}") for same, label in zip(shared, labels, strict=True)]


def _shared(before: str, label: str) -> int:
    """How many signs two labels begin alike with."""
    pairs = enumerate(zip(before, label, strict=False))
    unlike = (at for at, (one, other) in pairs if one != other)
    return next(unlike, min(len(before), len(label)))


def resolve_links(document: pikepdf.Pdf) -> None:
    """Give every way its end and every page number its figures. Raises NumberTooWide."""
    ends = _take_ends(document)
    if not ends:
        return
    _name(document, ends)
    links = {SCHEME + end.label: _Link.to(end) for end in ends}
    for page in document.pages:
        for note in page.obj.get("/Annots", ()):
            _lead_link(note, links)
        _set_numbers(page.obj.Contents, ends, len(str(len(document.pages))))


def pages_of(pdf: bytes) -> dict[str, int]:
    """Label → page, from 1, of every end that a finished PDF names."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        number = {page.obj.objgen: at for at, page in enumerate(document.pages, 1)}
        names = document.Root.get("/Names", pikepdf.Dictionary())
        ends = pikepdf.NameTree(names.Dests).items() if "/Dests" in names else ()
        return {str(label): number[end[0].objgen] for label, end in ends}


def pages_told(pdf: bytes) -> dict[str, int]:
    """Label → page, from 1, of every end that a PDF fresh from the typesetter tells."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {end.label: end.page for end in _take_ends(document)}


def _take_ends(document: pikepdf.Pdf) -> list[End]:
    """Read what Typst told in the keywords, and leave them as a reader should find them."""
    told = str(document.docinfo.get("/Keywords", ""))
    words = told.split(", ")
    kept = ", ".join(word for word in words if not word.startswith(SCHEME))
    if kept == told:
        return []
    document.docinfo["/Keywords"] = kept
    about = document.Root.Metadata
    about.write(about.read_bytes().replace(told.encode(), kept.encode()))
    return list(_ends(word.removeprefix(SCHEME) for word in words if word.startswith(SCHEME)))


def _ends(words: Iterable[str]) -> Iterator[End]:
    """The ends with whole labels; each was told after the one before it."""
    label = ""
    for word in words:
        told, page, x, y = word.split(" ")
        same, _, rest = told.partition("/")
        label = label[: int(same)] + rest
        yield End(label, int(page), float(x), float(y))


def _name(document: pikepdf.Pdf, ends: list[End]) -> None:
    """Name every end, so that an address can lead to it too."""
    names = document.Root.get("/Names", pikepdf.Dictionary())
    known = dict(pikepdf.NameTree(names.Dests).items()) if "/Dests" in names else {}
    for end in ends:
        known.setdefault(end.label, _place(document, end))
    listed = [part for name in sorted(known) for part in (name, known[name])]
    names["/Dests"] = pikepdf.Dictionary(Names=pikepdf.Array(listed))
    document.Root["/Names"] = names


def _place(document: pikepdf.Pdf, end: End) -> pikepdf.Array:
    """A little above the place itself, as Typst leads."""
    page = document.pages[end.page - 1]
    top = float(page.mediabox[3]) - max(end.y - 10, 0)
    return pikepdf.Array([page.obj, pikepdf.Name.XYZ, end.x, round(top, 2), 0])


class _Link(NamedTuple):
    """What all links to one end say, made once."""

    end: pikepdf.String
    words: pikepdf.String

    @classmethod
    def to(cls, end: End) -> _Link:
        return cls(pikepdf.String(end.label), pikepdf.String(f"Gå til side {end.page}"))


def _lead_link(note: Any, links: dict[str, _Link]) -> None:
    action = note.get("/A")
    if action is None:
        return
    link = links.get(str(action.get("/URI", "")))
    if link:
        del note["/A"]
        note["/Dest"], note["/Contents"] = link


def _set_numbers(content: Any, ends: list[End], most: int) -> None:
    drawn = content.read_bytes()
    filled = _NUMBER.sub(lambda found: found[1] + _figures(found[2], ends, most), drawn)
    if filled != drawn:
        content.write(filled)


def _figures(row: bytes, ends: list[End], most: int) -> bytes:
    """Set `(s. 7)` to the right in its room, so that what is left over stands before it.

    The row is the ten figures, `(s. )`, how many figures there is room for, and the number of the
    end: so it tells itself which glyph each sign is.
    """
    glyphs = list(_glyphs(row))
    figure = {glyph: str(n) for n, glyph in enumerate(glyphs[:10])}
    *before, after = glyphs[10:15]
    room, *number = [figure[glyph] for glyph in glyphs[15:]]
    page = str(ends[int("".join(number))].page)
    if len(page) > int(room):
        raise NumberTooWide(most)
    shift = round((int(room) - len(page)) * DIGIT_EM * 1000)
    told = (*before, *(glyphs[int(n)] for n in page), after)
    return b"[%d<%b>]TJ" % (-shift, b"".join(glyph.hex().encode() for glyph in told))


def _glyphs(row: bytes) -> Iterator[bytes]:
    for literal in re.findall(_LITERAL, row):
        codes = bytes(pikepdf.Object.parse(literal))
        yield from (codes[at : at + 2] for at in range(0, len(codes), 2))
