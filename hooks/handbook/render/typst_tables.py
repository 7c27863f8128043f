"""Tables → rows and cells, with room for each column by what it holds."""

from __future__ import annotations

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.norwegian import upper_first
from handbook.render.search_text import plain, search_text
from handbook.render.typst_words import PAGED, Node, TypstWords, bold, marked, para, words_of

_NARROWEST, _WIDEST, _FULL, _A_WORD, _A_PAGE, _A_MARK = 4, 60, 120, 14, 7, 24
"""Letters that a column has room for at least, beyond which it grows no more, beyond which a table
needs the margin too, in the longest word that is not broken, in a page number and in a mark."""


class TypstTables(TypstWords):
    """Prints what stands in rows and columns."""

    def duties(self, block: b.Duties) -> list[Node]:
        """On paper one row of names: most roles would leave a row of empty cells.

        In a column there is no room, and the model's own table of who does what says the same.
        """
        if self._flowing:
            return []
        names = [[d.role.words for d in block.rows if d.parts[n]] for n in range(len(b.PARTS))]
        row = b.row(*(upper_first(", ".join(name)) or "–" for name in names))
        return self.table(b.Table(b.columns(*b.PARTS), (row,), "", widths=(1, 1, 1, 1)))

    def table(self, block: b.Table) -> list[Node]:
        if block.kind == "responsibility":
            return self._matrix(block)
        head = [self.words(column.words) for column in block.head]
        longest = _longest(block)
        style = "tasks" if len(head) > 4 or sum(most for most, _ in longest) > _FULL else "duty"
        if block.kind == "costs":
            style = "costs"
        rows = [self._row(row, len(head)) for row in block.rows]
        shares = list(block.widths or _shares(block, longest))
        return [{"kind": "table", "head": head, "rows": rows, "shares": shares, "style": style}]

    def _matrix(self, block: b.Table) -> list[Node]:
        """Many narrow columns on one page: their heads stand upright."""
        rows = [row for row in block.rows if isinstance(row, b.Row)]
        self._paged = False
        lines = [{"content": self.words(words_of(row.cells[0])),
                  "cells": [search_text(cell.blocks) for cell in row.cells[1:]]}
                 for row in rows]  # fmt: skip
        self._paged = not self._small
        roles = [plain(column.words) for column in block.head[1:]]
        head = self.words(block.head[0].words)
        return [{"kind": "matrix", "head": head, "roles": roles, "rows": lines}]

    def _row(self, row: b.Row | b.RowGroup, across: int) -> list[Node]:
        if isinstance(row, b.RowGroup):
            return [{"content": [para([bold(self.words(row.title))])], "span": across}]
        ways, cells = len(self.ways), []
        for cell in row.cells:
            cells.append(self._cell(cell, summed=row.kind == "sum"))
            self._paged = self._paged and len(self.ways) == ways  # the row's own page is enough
        self._paged = not self._small
        return cells

    def _cell(self, cell: b.Cell, *, summed: bool) -> Node:
        nodes = marked(self.few_lines(cell.blocks), self.beside(cell.mark))
        if summed and nodes and nodes[0]["kind"] == "paragraph":
            nodes[0]["content"] = [bold(nodes[0]["content"])]
        return {"content": nodes, "span": cell.span}


def _shares(block: b.Table, columns: list[tuple[int, int]]) -> list[float]:
    """Room for each column by the longest cell and the longest word in it."""
    words = (plain(column.words).split() for column in block.head)
    heads = (max(map(len, line), default=0) for line in words)
    return [max(_NARROWEST, head, word, min(most, _WIDEST) ** 0.75)
            for head, (most, word) in zip(heads, columns, strict=True)]  # fmt: skip


def _longest(block: b.Table) -> list[tuple[int, int]]:
    """Letters in the longest cell of each column, and in its longest word."""
    found = [(0, 0)] * len(block.head)
    for row in block.rows:
        for at, cell in enumerate(row.cells if isinstance(row, b.Row) else ()):
            if cell.span == 1:
                whole, word = _letters(cell)
                found[at] = (max(found[at][0], whole), max(found[at][1], word))
    return found


def _letters(cell: b.Cell) -> tuple[int, int]:
    """Letters in a cell and in its longest word; a page number hangs on the word before it."""
    text = search_text(cell.blocks)
    word = min(max(map(len, text.split()), default=0), _A_WORD)
    if any(isinstance(p, i.Ref) and p.place.kind in PAGED for p in words_of(cell)):
        word += _A_PAGE
    return max(len(text), _A_MARK if cell.mark else 0), max(word, _A_WORD if cell.mark else 0)
