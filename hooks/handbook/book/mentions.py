"""Marks for the index of the book, put after the words of the glossary where they are used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from handbook.document.blocks import (
    Block,
    Blocks,
    Checklist,
    Facts,
    Fold,
    Group,
    ItemList,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Table,
)
from handbook.document.inline import Index, Inline, Quiet, Ref, Said, Strong, Words
from handbook.model.people import Term

_WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ]+(?:-[0-9A-Za-zÀ-ÖØ-öø-ÿ]+)*")
_ENDINGS = ("", "en", "et", "er", "ene", "a", "s", "ens", "ets", "n", "r", "ne", "t", "e")
_STRETCHES = frozenset({"model", "part", "phase", "theme"})
"""Kinds of place that begin a new stretch of text, where each word is marked once."""


class Mentions:
    """Finds the words of the glossary in running text, inflected or not."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._seen: set[str] = set()
        self._found: dict[str, tuple[str, ...]] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for term in terms:
            names = [term.term, *([term.abbreviation] if term.abbreviation else [])]
            for name in names:
                words = tuple(word.lower() for word in _WORD.findall(name))
                if words and len("".join(words)) > 2:
                    self._by_first.setdefault(words[0], []).append((words, term.id))
        for same in self._by_first.values():
            same.sort(reverse=True, key=lambda entry: len(entry[0]))

    def marked(self, told: Section) -> Section:
        """The section with a mark after the first mention of each term in each stretch of it."""
        if told.place and told.place.kind in _STRETCHES:
            self._seen = set()
        marked: Section = self._inside(told)
        return marked

    def _blocks(self, blocks: Blocks) -> Blocks:
        return tuple([self._block(block) for block in blocks])

    def _block(self, block: Block) -> Block:
        mark = _MARKERS.get(type(block))
        return mark(self, block) if mark else block

    def paragraph(self, block: Paragraph) -> Paragraph:
        words = self._words(block.words)
        return block if words is block.words else replace(block, words=words)

    def _inside(self, holder: Any) -> Any:
        """A holder of blocks, the same one when nothing in it was marked."""
        blocks = self._blocks(holder.blocks)
        same = all(one is two for one, two in zip(blocks, holder.blocks, strict=True))
        return holder if same else replace(holder, blocks=blocks)

    def item_list(self, block: ItemList) -> ItemList:
        return replace(block, items=tuple([self._inside(item) for item in block.items]))

    def facts(self, block: Facts) -> Facts:
        return replace(block, rows=tuple([self._inside(fact) for fact in block.rows]))

    def checklist(self, block: Checklist) -> Checklist:
        return replace(block, tasks=tuple([self._inside(task) for task in block.tasks]))

    def table(self, block: Table) -> Table:
        return replace(block, rows=tuple([self._row(row) for row in block.rows]))

    def _row(self, row: Row | RowGroup) -> Row | RowGroup:
        if isinstance(row, RowGroup):
            return row
        return replace(row, cells=tuple([self._inside(cell) for cell in row.cells]))

    def _words(self, words: Words) -> Words:
        found: list[Inline] = []
        for piece in words:
            found += self._piece(piece)
        return words if len(found) == len(words) and found == list(words) else tuple(found)

    def _piece(self, piece: Inline) -> Iterator[Inline]:
        if isinstance(piece, str):
            yield piece
            yield from self._new(self._terms_in(piece))
        elif isinstance(piece, Strong | Quiet | Said):
            yield replace(piece, words=self._words(piece.words))
        else:
            yield piece
            if isinstance(piece, Ref) and piece.place.kind == "term":
                yield from self._new((piece.place.name,))

    def _new(self, terms: Iterable[str]) -> Iterator[Index]:
        for term in terms:
            if term not in self._seen:
                self._seen.add(term)
                yield Index(term)

    def _terms_in(self, text: str) -> tuple[str, ...]:
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = tuple(dict.fromkeys(self._looked_up(text)))
        return found

    def _looked_up(self, text: str) -> Iterator[str]:
        words = [word.lower() for word in _WORD.findall(text)]
        for at, word in enumerate(words):
            for first, ending in _stems(word):
                for wanted, term in self._by_first.get(first, ()):
                    rest = tuple(words[at + 1 : at + len(wanted)])
                    alone = len(wanted) == 1
                    if (alone or not ending) and _same(wanted[1:], rest):
                        yield term


_MARKERS: dict[type, Callable[[Mentions, Any], Block]] = {
    Paragraph: Mentions.paragraph,
    ItemList: Mentions.item_list,
    Facts: Mentions.facts,
    Checklist: Mentions.checklist,
    Table: Mentions.table,
    Group: Mentions._inside,
    Fold: Mentions._inside,
    Section: Mentions.marked,
}
"""Kinds of block with running text in them; the rest hold names and numbers."""


def _same(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    if len(wanted) != len(found):
        return False
    return all(
        f.startswith(w) and f[len(w) :] in _ENDINGS for w, f in zip(wanted, found, strict=True)
    )


@lru_cache(maxsize=50_000)
def _stems(word: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (word.removesuffix(ending) if ending else word, ending)
        for ending in _ENDINGS
        if not ending or (word.endswith(ending) and len(word) - len(ending) > 2)
    )
