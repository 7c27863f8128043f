"""Lists and facts → lines with their marks, terms in a column of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.pictograms import inked
from handbook.render.search_text import plain
from handbook.render.typst_tables import TypstTables
from handbook.render.typst_words import (
    Node,
    Run,
    bold,
    bold_line,
    is_words,
    label,
    letters_of,
    lifted,
    marked,
    para,
    quiet,
    words_in,
    words_of,
)

_STRIPS = frozenset({"", "card", "status", "step"})
_DENSE = frozenset({"criterion", "funding", "memo", "outcome"})
_WORDY = 150
"""Letters in an answer, on average, from which its name stands before it on the same line."""
_LONG_NAME = 26
"""Letters in a name that would not fit the column for names."""


class TypstLists(TypstTables):
    """Prints what stands line by line."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._lists: dict[str, Callable[[b.ItemList], list[Node]]] = {
            "checks": self._checks,
            "choices": self._checks,
            "chips": self._run_in,
            "findings": self._findings,
            "form-links": self._in_a_row,
            "participant-steps": self._participant_steps,
            "sources": self._run_in,
            "statement": self._alone,
            "tasks": self._tasks,
            "uses": self._run_in,
        }

    def item_list(self, block: b.ItemList) -> list[Node]:
        special = self._lists.get(block.kind)
        if special == self._run_in and not all(map(is_words, block.items)):
            special = None
        if special:
            return special(block)
        items = [self._item(item) for item in block.items]
        if items and all("term" in item for item in items):
            if self._flowing:
                return items_of([run_into(item) for item in items], "plain")
            if sum(len(letters_of(item["term"])) > _LONG_NAME for item in items) * 2 > len(items):
                return items_of([run_into(item) for item in items], "bullet")
            return items_of(items, "plain")
        return items_of(items, "number" if block.ordered else "bullet")

    def _checks(self, block: b.ItemList) -> list[Node]:
        return items_of([self._item(item) for item in block.items], "tick")

    def _participant_steps(self, block: b.ItemList) -> list[Node]:
        """What is told to the participant is not broken over two pages."""
        items = [
            self._item(item) | {"together": True} | inked(item.pictogram) for item in block.items
        ]
        return items_of(items, "number")

    def _tasks(self, block: b.ItemList) -> list[Node]:
        """Steps of a role: a line of a table each, or on a leaf a line of a narrow list."""
        if self._small:
            items = [self._narrow(item) for item in block.items]
            return items_of(items, "plain", narrow=True)
        rows = tuple(b.row(str(item.number), (item.title,), _unlinked(words_in(item.blocks)))
                     for item in block.items if item.title)  # fmt: skip
        return self.table(b.Table(b.columns("Nr.", "Steg", "Når, din del og skjema"), rows, "",
                                  "wide", (1.3, 9, 15)))  # fmt: skip

    def _narrow(self, item: b.Item) -> Node:
        title: i.Words = (i.Strong((item.title,)), ". ") if item.title else ()
        words = (*title, i.Quiet(words_in(item.blocks)))
        return self.line(b.said(words), term=[str(item.number)])

    def used(self, block: b.ItemList) -> list[Node]:
        """Where it is cited: pages in this file, and names of what stands in another."""
        ways = {label(ref.place): ref.words for ref in _ways_in(block)}
        used: Node = {"kind": "used", "to": list(ways), "names": ways}
        self.uses.append(used)
        return [used]

    def _alone(self, block: b.ItemList) -> list[Node]:
        """One thing said, set as a paragraph and not as a list."""
        (item,) = block.items
        nodes = marked(self.nodes(item.blocks), self.beside(item.mark))
        return [bold_line(item.before), *nodes] if item.before else nodes

    def _run_in(self, block: b.ItemList) -> list[Node]:
        """What nobody reads in order stands on few lines."""
        lines = [words_of(item) for item in block.items]
        return self.paragraph(b.Paragraph((i.Quiet((*i.joined(lines, "; "), ".")),)))

    def _in_a_row(self, block: b.ItemList) -> list[Node]:
        """Names one looks for by their numbers, after each other."""
        if not all(map(is_words, block.items)):
            return items_of([self._item(item) for item in block.items], "bullet")
        words = i.joined([words_of(item) for item in block.items], "; ")
        return self.paragraph(b.Paragraph(words))

    def _item(self, item: b.Item) -> Node:
        term: Run = [item.before.rstrip(":.")] if item.before else []
        term = [self.ref(item.title)] if item.title else term
        named = {"term": term} if term else {}
        return self.line(item.blocks, item.mark, item.anchor, **named)

    def _findings(self, block: b.ItemList) -> list[Node]:
        """Numbered findings: what is said in one paragraph, the pages in another."""
        items = [self._finding(item) for item in block.items]
        return items_of(items, "plain", narrow=True)

    def _finding(self, item: b.Item) -> Node:
        rest = tuple(block for block in item.blocks if not isinstance(block, b.Paragraph))
        blocks = (b.Paragraph(words_in(item.blocks)), *rest)
        return self.line(blocks, item.mark, item.anchor, term=[item.before])

    def facts(self, block: b.Facts) -> list[Node]:
        if block.kind in ("foot", "source"):
            return self._in_a_line(block)
        if block.kind == "glossary":
            return items_of([self._word(fact) for fact in block.rows], "plain")
        if block.kind in _STRIPS and _short(block) and not self._flowing:
            return self._strip(block)
        rows = [self.line(f.blocks, f.mark, f.anchor, term=[f.term]) for f in block.rows]
        if not self._small and _wordy(block):
            return items_of([run_into(row) for row in rows], "plain")
        if self._flowing or (self._within and self._within.kind == "form"):
            stays = {"keep": True} if block.kind == "step" else {}
            return items_of([run_into(row) for row in rows], "plain", close=True, **stays)
        return items_of(rows, "plain", dense=block.kind in _DENSE)

    def _in_a_line(self, block: b.Facts) -> list[Node]:
        told: i.Words = i.joined([(f"{fact.term}: ", *words_of(fact)) for fact in block.rows], ". ")
        return [para([quiet(self.words((*told, ".")))], keep=True)]

    def _word(self, fact: b.Fact) -> Node:
        """A word with its meaning first, and all else that is told of it in the same lines."""
        means, *beside = [block.words for block in fact.blocks if isinstance(block, b.Paragraph)]
        words, mark = lifted(means)
        told = i.joined([words, *((i.Quiet(one),) for one in beside)], " ")
        return self.line((b.Paragraph(told),), mark, fact.anchor, term=[fact.term])

    def _strip(self, block: b.Facts) -> list[Node]:
        words = [(fact, *lifted(words_of(fact))) for fact in block.rows]
        mark = next((m for fact, _, end in words if (m := fact.mark or end)), None)
        rows = [[fact.term, self.words(run)] for fact, run, _ in words]
        small = {"small": True} if block.kind == "step" else {}
        return [{"kind": "facts", "mark": self.beside(mark), "rows": rows, **small}]

    def checklist(self, block: b.Checklist) -> list[Node]:
        return items_of([self._task(task) for task in block.tasks], "tick")

    def _task(self, task: b.Task) -> Node:
        level = {"binding": task.level.label} if task.level else {}
        title = (b.Paragraph((i.Strong((task.title,)),)),) if task.title else ()
        return self.line((*title, *task.blocks), task.mark, **level)


def items_of(items: list[Node], marker: str, **more: Any) -> list[Node]:
    return [{"kind": "list", "marker": marker, "items": items, **more}] if items else []


def run_into(item: Node) -> Node:
    """A line whose name is too long for a column of its own."""
    name: Run = [bold(item.pop("term")), ". "]
    first, *rest = item["content"] or [para([])]
    if first["kind"] != "paragraph":
        return item | {"content": [para(name), first, *rest]}
    return item | {"content": [first | {"content": [*name, *first["content"]]}, *rest]}


def _wordy(block: b.Facts) -> bool:
    """Whether the answers are so long that a column for names would be mostly empty."""
    return sum(len(plain(words_of(fact))) for fact in block.rows) > _WORDY * len(block.rows)


def _unlinked(words: i.Words) -> i.Words:
    """Words that lead nowhere: thousands of ways that nobody follows would cost seconds."""
    return tuple(_unled(piece) for piece in words)


def _unled(piece: i.Inline) -> i.Inline:
    if isinstance(piece, i.Ref):
        return piece.numbered
    return i.Quiet(_unlinked(piece.words), piece.kind) if isinstance(piece, i.Quiet) else piece


def _short(block: b.Facts) -> bool:
    """Whether each answer is one paragraph, and one mark serves them all."""
    if not all(len(f.blocks) == 1 and isinstance(f.blocks[0], b.Paragraph) for f in block.rows):
        return False
    return sum(bool(f.mark or lifted(words_of(f))[1]) for f in block.rows) <= 1


def _ways_in(block: b.ItemList) -> Iterable[i.Ref]:
    for item in block.items:
        yield from (piece for piece in words_of(item) if isinstance(piece, i.Ref))
