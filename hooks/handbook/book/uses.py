"""Where in the book each finding and each rule is cited, at the narrowest place that has a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from handbook.document.blocks import Blocks, Facts, Group, Section
from handbook.document.inline import Ref
from handbook.document.linker import Linker
from handbook.document.places import GLOSSARY, Place, page
from handbook.document.walk import walk
from handbook.sections.reference import Uses, cited_at, known_as

_PART = " – "
"""Between a whole and a part of it, in the words of a way."""
_INSIDE = {"step": "model", "part": "model", "phase": "model", "duties": "role"}
"""Kinds of place that lie inside a noun of another kind."""


class _Spot(NamedTuple):
    """A place in the book, what the thing it tells of is called, and what stands right here."""

    place: Place
    whole: str
    title: str = ""

    @property
    def ref(self) -> Ref:
        """The way here, by a name that says where it is: `IA-vikar: Lær sammen – Gjør dette`."""
        return Ref(self.place, f"{self.whole}{_PART}{self.title}" if self.title else self.whole)


_Cited = tuple[str, _Spot]
"""What `cited_at` gives, and where it is cited."""


def uses(linker: Linker, chapters: Iterable[Section]) -> Uses:
    """Finding or rule → the ways to what cites it, in the order of the book, each once."""
    found: dict[str, dict[Place, Ref]] = {}
    for chapter in chapters:
        for number, spot in _in_section(linker, chapter, None):
            found.setdefault(number, {}).setdefault(spot.place, spot.ref)
    return {number: tuple(refs.values()) for number, refs in found.items()}


def at_nouns(linker: Linker, used: Uses) -> Uses:
    """The same by the nouns alone, each once: what one looks up in another volume."""
    return {number: tuple({ref.place: ref for one in refs for ref in (_at_noun(linker, one),)}
                          .values()) for number, refs in used.items()}  # fmt: skip


def _at_noun(linker: Linker, ref: Ref) -> Ref:
    kind, (first, _, _) = ref.place.kind, ref.place.name.partition("/")
    if kind in _INSIDE:
        noun = linker.heading(_INSIDE[kind], first)
        return replace(noun, words=known_as(linker, noun.place, noun.words))
    return Ref(ref.place._replace(anchor=""), ref.words.partition(_PART)[0])


def together(one: Uses, other: Uses) -> Uses:
    """Both, what stands in the one first."""
    return {key: (*one.get(key, ()), *other.get(key, ())) for key in {**one, **other}}


def _in_section(linker: Linker, told: Section, within: _Spot | None) -> Iterator[_Cited]:
    yield from _in_blocks(linker, told.blocks, _spot(linker, told, within))


def _spot(linker: Linker, told: Section, within: _Spot | None) -> _Spot | None:
    if told.place:
        return _Spot(told.place, _whole(linker, told.place, told.title))
    if within and told.anchor:
        return _Spot(within.place.at(told.anchor), within.whole, told.title)
    return within


def _whole(linker: Linker, place: Place, title: str) -> str:
    """A chapter on a model is known by the few words that name the model everywhere."""
    if place.kind == "model":
        return linker.title("model", place.name)
    return known_as(linker, place, title)


def _in_blocks(linker: Linker, blocks: Blocks, spot: _Spot | None) -> Iterator[_Cited]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _in_section(linker, block, spot)
        elif isinstance(block, Group):
            yield from _in_blocks(linker, block.blocks, spot)
            yield from ((number, spot) for number in _numbers(block.mark) if spot)
        elif isinstance(block, Facts) and block.kind == "glossary":
            for fact in block.rows:
                place = page(GLOSSARY, fact.anchor)
                word = known_as(linker, Place("term", fact.anchor), fact.term)
                yield from _in_blocks(linker, fact.blocks, _Spot(place, word))
        elif spot:
            yield from ((number, spot) for number in _numbers(block))


def _numbers(block: object) -> Iterator[str]:
    for piece in walk(block):
        if isinstance(piece, Ref) and (key := cited_at(piece.place)):
            yield key
