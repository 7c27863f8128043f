"""Where in the book each finding is cited, at the narrowest place that has a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.document.blocks import Blocks, Facts, Section
from handbook.document.inline import Ref
from handbook.document.places import Place
from handbook.document.walk import walk
from handbook.sections.reference import Uses

_Cited = tuple[str, Place, str]
"""The number of a finding, where it is cited, and what that place is called."""


def uses(chapters: Iterable[Section]) -> Uses:
    """Finding number → the ways to what cites it, in the order of the book, each once."""
    found: dict[str, dict[Place, Ref]] = {}
    for chapter in chapters:
        for number, place, title in _in_section(chapter, chapter.place):
            found.setdefault(number, {}).setdefault(place, Ref(place, title))
    return {number: tuple(refs.values()) for number, refs in found.items()}


def _in_section(told: Section, within: Place | None) -> Iterator[_Cited]:
    place = told.place or (within.at(told.anchor) if within and told.anchor else within)
    yield from _in_blocks(told.blocks, place, told.title)


def _in_blocks(blocks: Blocks, place: Place | None, title: str) -> Iterator[_Cited]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _in_section(block, place)
        elif isinstance(block, Facts) and block.kind == "glossary" and place:
            for fact in block.rows:
                yield from _in_blocks(fact.blocks, place.at(fact.anchor), fact.term)
        elif place:
            yield from ((number, place, title) for number in _numbers(block))


def _numbers(block: object) -> Iterator[str]:
    for piece in walk(block):
        if isinstance(piece, Ref) and piece.place.kind == "source" and piece.place.anchor:
            yield piece.place.anchor
