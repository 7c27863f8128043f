"""What stands on a slide and what stands in its notes: the first sentence there, the rest here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.document.deck import Point, Slide, points_of
from handbook.document.inline import Words
from handbook.norwegian import upper_first
from handbook.render.search_text import plain

_GAPS = re.compile(r"[ \n\t]+")
"""Everything that parts words, but for gaps where no line may end."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«])")


def line(words: Words) -> str:
    """Words as one line of letters."""
    return letters(_GAPS.sub(" ", plain(words)).strip())


def letters(text: str) -> str:
    """A text without signs that are not to be seen; PowerPoint shows them as boxes."""
    return text.replace("\u2060", "")


def on_slide(point: Point) -> str:
    """The words after the head, as they stand on the slide."""
    text = line(point.words)
    return text if point.whole else _SENTENCE.split(text, maxsplit=1)[0]


def shown(point: Point) -> tuple[str, str]:
    """The head in bold and the words after it, as they stand on the slide."""
    if not point.head:
        return "", upper_first(on_slide(point))
    return f"{upper_first(point.head)} ", on_slide(point)


def notes_of(slide: Slide) -> Iterator[str]:
    """What the one who speaks reads: how to tell it, then what there was no room for."""
    yield from map(line, slide.notes)
    for point in points_of(slide):
        if on_slide(point) != line(point.words):
            yield upper_first(f"{point.head or point.before} {line(point.words)}".strip())
