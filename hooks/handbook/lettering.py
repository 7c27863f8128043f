"""The letters of the project's own typeface: which there are, and how wide they set."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from fontTools import subset
from fontTools.ttLib import TTFont

from handbook.fonts import BOLD, REGULAR

_MM_PER_POINT = 25.4 / 72
_BREAKS = re.compile(r"[\s/\-–]+")
"""Where a line may end inside a text."""

_EXTRA_CODES = {
    0x7F: "č", 0x81: "Č", 0x8D: "đ", 0x8F: "Đ", 0x90: "ŋ", 0x9D: "Ŋ", 0xA0: "ŧ", 0xAD: "Ŧ"
}  # fmt: skip
"""Northern Sámi letters on codes that Windows Latin 1 leaves free or wastes on a blank."""

_GLYPH_NAMES = {
    "č": "ccaron", "Č": "Ccaron", "đ": "dcroat", "Đ": "Dcroat",
    "ŋ": "eng", "Ŋ": "Eng", "ŧ": "tbar", "Ŧ": "Tbar",
}  # fmt: skip


@dataclass(frozen=True)
class TypingFont:
    """The part of the regular font that answers are typed with in a PDF."""

    file: bytes
    widths: tuple[int, ...]
    """Thousandths of the size, for codes 32–255."""
    differences: tuple[tuple[int, str], ...]
    """Code and glyph name where it departs from Windows Latin 1."""
    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


@lru_cache(maxsize=1)
def typing_font() -> TypingFont:
    """Letters of all Latin 1 languages and Northern Sámi, the same bytes each time."""
    letters = [_letter(code) for code in range(32, 256)]
    options = subset.Options(
        name_IDs=["*"], hinting=False, notdef_outline=True, layout_features=[], legacy_cmap=True
    )
    font = TTFont(REGULAR, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[ord(letter) for letter in letters])
    subsetter.subset(font)
    file = io.BytesIO()
    font.save(file, reorderTables=True)
    return _described(font, file.getvalue(), letters)


def missing_letters(text: str) -> str:
    """Letters that the typeface lacks, each once, in order; empty when all can be set."""
    return "".join(sorted(set(text) - _known(), key=text.index))


def width_mm(text: str, *, size_points: float, bold: bool = False) -> float:
    """How long a line of text is, without kerning."""
    return length(text, bold=bold) * size_points * _MM_PER_POINT


def length(text: str, *, bold: bool = False) -> float:
    """How long a line of text is as a part of the size of its letters, without kerning."""
    widths = _widths(bold=bold)
    return sum([widths.get(letter, 0.6) for letter in text])


def longest_word(texts: Iterable[str]) -> str:
    """The part of the texts that needs most room on one line."""
    words = (word for text in texts for word in _BREAKS.split(text))
    return max(words, key=lambda word: width_mm(word, size_points=10), default="")


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Letters of both weights, and the blanks that are never drawn."""
    return frozenset(_widths(bold=False).keys() & _widths(bold=True).keys()) | {*" \n\t"}


@lru_cache(maxsize=2)
def _widths(*, bold: bool) -> dict[str, float]:
    """Letter → width as a part of the size."""
    with TTFont(BOLD if bold else REGULAR, lazy=True) as font:
        metrics, per_em = font["hmtx"], font["head"].unitsPerEm
        return {chr(code): metrics[glyph][0] / per_em for code, glyph in font.getBestCmap().items()}


def _letter(code: int) -> str:
    return _EXTRA_CODES.get(code) or bytes([code]).decode("cp1252", "ignore") or " "


def _described(font: TTFont, file: bytes, letters: list[str]) -> TypingFont:
    scale = 1000 / font["head"].unitsPerEm
    glyphs, metrics, head = font.getBestCmap(), font["hmtx"], font["head"]
    return TypingFont(
        file=file,
        widths=tuple(
            round(metrics[glyphs.get(ord(letter), ".notdef")][0] * scale) for letter in letters
        ),
        differences=tuple(
            (code, _GLYPH_NAMES[letter]) for code, letter in sorted(_EXTRA_CODES.items())
        ),
        ascent=round(font["hhea"].ascent * scale),
        descent=round(font["hhea"].descent * scale),
        cap_height=round(font["OS/2"].sCapHeight * scale),
        box=tuple(round(v * scale) for v in (head.xMin, head.yMin, head.xMax, head.yMax)),
    )
