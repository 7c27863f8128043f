"""What can be read and seen on the pages of a PDF, by programs that had no part in making it."""

from __future__ import annotations

import collections
import html
import math
import re
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

_SCALE = 2
_PALE = 190
"""Of 255: what is lighter is no ink."""
_MARGIN = 20
_FOOT = 66
"""Points from the lower edge to the top of the running foot."""


class Word(NamedTuple):
    """A word as poppler finds it: page, box and letters."""

    page: int
    left: float
    top: float
    right: float
    low: float
    text: str


def plain(text: str) -> str:
    """Letters as written, whatever form the page drew; no soft breaks or marks of direction."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufe0f\u00ad]+", "", text)


def page_text(pdf: Path) -> str:
    """All letters of a file: as the file says them, and as they lie on the page."""
    return "|".join(plain(_run("pdftotext", *way, pdf, "-")) for way in (("-raw",), ()))


def _run(*command: object) -> str:
    return subprocess.run(list(map(str, command)), capture_output=True).stdout.decode()


def is_whole(text: str, place: Mapping[str, Any]) -> bool:
    """Whether the last word of an answer stands there, after its own marker when it has one."""
    word = plain(place["last"])
    if not place.get("script"):
        return word in text
    return any(_near(word, text[max(0, at - 60) : at + 80]) for at in _places(place["mark"], text))


def _places(mark: str, text: str) -> Iterator[int]:
    return (found.start() for found in re.finditer(re.escape(mark), text))


def _near(word: str, text: str) -> bool:
    """A letter from another font may lie a hair off the line: then all are there, not in a row."""
    letters = collections.Counter(word) - collections.Counter(text)
    return word in text or word[::-1] in text or not letters


def words(pdf: Path) -> Iterator[Word]:
    page = -1
    for line in _run("pdftotext", "-bbox", pdf, "-").split("\n"):
        page += "<page " in line
        found = re.search(
            r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>', line
        )
        if found:
            box = [float(found[at]) for at in range(1, 5)]
            yield Word(page, *box, html.unescape(found[5]))


def letter_size(pdf: pypdfium2.PdfDocument, *, rare: float = 0.02) -> float:
    """The smallest letters in points, but for rare ones (marks, addresses) and the running foot."""
    sizes = collections.Counter(size for page in pdf for size in _sizes(page.get_textpage()))
    return min(size for size, count in sizes.items() if count > rare * sizes.total())


def _sizes(text: pypdfium2.PdfTextPage) -> Iterator[float]:
    for at in range(text.count_chars()):
        if text.get_charbox(at)[1] > _FOOT and text.get_text_range(at, 1).strip():
            turned = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(text, at, turned)
            yield round(raw.FPDFText_GetFontSize(text, at) * math.hypot(turned.c, turned.d), 1)


def faults_of_ink(pdf: Path) -> list[str]:
    """Words without ink, on top of another or outside the margins, as PDFium draws the page."""
    document, found = pypdfium2.PdfDocument(pdf), list(words(pdf))
    pages = [document[at].render(scale=_SCALE).to_pil().convert("L") for at in range(len(document))]
    wide = [document[at].get_width() for at in range(len(document))]
    bare = [f"no ink: {word.text}" for word in found if not _inked(pages[word.page], word)]
    out = [
        f"outside: {word.text}"
        for word in found
        if word.left < _MARGIN or word.right > wide[word.page] - _MARGIN
    ]
    return bare + out + [f"on top: {one.text} {two.text}" for one, two in _overprinted(found)]


def _inked(page: Any, word: Word) -> bool:
    box = page.crop((
        int(word.left * _SCALE), int(word.top * _SCALE),
        int(word.right * _SCALE) + 1, int(word.low * _SCALE) + 1,
    ))  # fmt: skip
    return not all(box.size) or box.getextrema()[0] <= _PALE


def _overprinted(found: list[Word]) -> Iterator[tuple[Word, Word]]:
    """Words that share more than a third of the smaller one's box."""
    rows = sorted(found, key=lambda word: (word.page, word.top))
    for at, one in enumerate(rows):
        for two in rows[at + 1 :]:
            if two.page != one.page or two.top > one.low:
                break
            across = min(one.right, two.right) - max(one.left, two.left)
            down = min(one.low, two.low) - max(one.top, two.top)
            if across > 0 and down > 0 and across * down > 0.35 * min(_area(one), _area(two)):
                yield one, two


def _area(word: Word) -> float:
    return (word.right - word.left) * (word.low - word.top) or 1.0
