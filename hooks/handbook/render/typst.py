"""Blocks → the tree that the Typst templates walk: data, never Typst code."""

from __future__ import annotations

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.norwegian import size
from handbook.pictograms import inked
from handbook.render.typst_figures import figure_nodes
from handbook.render.typst_form import question_node
from handbook.render.typst_lists import TypstLists, items_of, run_into
from handbook.render.typst_words import (
    Node,
    Run,
    bold_line,
    label,
    marked,
    para,
    quiet,
    words_of,
)

_BOXES = {
    "choose-not": "donot",
    "choose-when": "good",
    "do-not": "donot",
    "pitfall": "pitfall",
    "say": "say",
}
_RUN_IN = frozenset({"chips", "form-links", "sources"})
"""Lists that nobody reads in order stand on few lines, where they answer a term."""
_LOOSE = frozenset({"duties", "form", "role", "rule", "source", "theme"})
"""Kinds of place that a page is known by also where they begin in the middle of a chapter."""
_DEEPEST = 4
"""The lowest heading; what is deeper answers a term."""


class Typst(TypstLists):
    """Prints sections and all that stands in them; the first heading has the level it is told."""

    def section(self, block: b.Section) -> list[Node]:
        outer, level = self._within, self._level
        if block.place:
            self._within = block.place
        self._level = level + 1
        nodes = self._headed(block, level)
        self._within, self._level = outer, level
        return nodes

    def _headed(self, block: b.Section, level: int) -> list[Node]:
        box = _BOXES.get(block.kind) or _decision(block)
        if box:
            title: Run = [block.title]
            return [
                {"kind": "box", "look": box, "title": title, "content": self.nodes(block.blocks)}
            ]
        if block.kind == "related" and all(isinstance(one, b.ItemList) for one in block.blocks):
            return self._related(block)
        if self._flowing and _is_duties(block):
            return []
        if level > _DEEPEST:
            return self._term(block)
        nodes = [self._heading(block, level), *self._entry(block, level)]
        if block.place and block.place.kind == "form":
            return self._chunk(block, [{"kind": "newpage"}, *nodes, *self.nodes(block.blocks)])
        nodes += self.nodes(block.blocks)
        beside_form = self._within and self._within.kind == "form" and block.kind != "questions"
        return self._chunk(block, [{"kind": "fine", "content": nodes}] if beside_form else nodes)

    def _entry(self, block: b.Section, level: int) -> list[Node]:
        """What the pages that follow are known by; nothing is what the whole file is known by."""
        new = block.place and (level == 1 or block.place.kind in _LOOSE)
        foot = self._foot(block.place) if block.place and new else ""
        begins = level == 1 and not self._small
        return [{"kind": "entry", "foot": foot}] if foot or begins else []

    def _chunk(self, block: b.Section, nodes: list[Node]) -> list[Node]:
        """Named by its place, so that what cannot be set is found again."""
        if self._within is None or not (block.place or block.anchor):
            return nodes
        return [{"kind": "section", "place": list(self.at("" if block.place else block.anchor)),
                 "content": nodes}]  # fmt: skip

    def _heading(self, block: b.Section, level: int) -> Node:
        known = bool(self._within and (block.place or block.anchor))
        small = block.kind == "letter" or bool(block.place and block.place.kind == "source")
        number = {} if block.number is None else {"number": block.number}
        heading: Node = {
            "kind": "heading", "level": level, "content": [block.title], "label": "",
            "over": block.over, "listed": known and not small,
            "small": self._small or small, "tight": self._flowing, **number,
            **inked(block.pictogram),
        }  # fmt: skip
        return self.named(heading, "" if block.place else block.anchor) if known else heading

    def _term(self, block: b.Section) -> list[Node]:
        """A heading too deep for paper answers as a term, or stands bold above a list."""
        if all(isinstance(one, b.Paragraph) or _few(one) for one in block.blocks):
            term: Run = [block.short or block.title]
            item = {"content": self.few_lines(block.blocks), "mark": None, "term": term}
            told = run_into(item) if self._flowing else item
            return items_of([told], "plain", dense=True, joins=True)
        return [bold_line(block.title), *self.nodes(block.blocks)]

    def _related(self, block: b.Section) -> list[Node]:
        """Ways onward: on paper the page number says the rest."""
        lines = [_way_onward(item) for one in block.blocks if isinstance(one, b.ItemList)
                 for item in one.items]  # fmt: skip
        run = self.words(i.joined(lines, "; "))
        words: Run = [quiet([f"{block.title}: ", *run, "."])]
        return [para(words, style="after")]

    def notice(self, block: b.Notice) -> list[Node]:
        if block.first_day:
            return []
        if block.kind == "caveat":
            return [self.paragraph(b.Paragraph(block.words))[0] | {"keep": True}]
        first, *rest = block.words
        strong = isinstance(first, i.Strong)
        title = self.words(first.words) if isinstance(first, i.Strong) else []
        body = self.paragraph(b.Paragraph(tuple(rest) if strong else block.words))
        return [{"kind": "box", "look": "note", "title": title, "content": body}]

    def figure(self, block: b.Figure) -> list[Node]:
        nodes = figure_nodes(block, label)
        rows = [row for node in nodes for row in node.get("rows", ())]
        self.ways += [row for row in rows if "to" in row]
        caption = self.paragraph(b.Paragraph(block.caption, "note")) if block.caption else []
        return [*nodes, *caption]

    def picture(self, block: b.Picture) -> list[Node]:
        return self.paragraph(b.Paragraph((block.text,)))

    def files(self, block: b.Files) -> list[Node]:
        lines = tuple(map(_file, block.items))
        return self.item_list(b.ItemList(lines))

    def fold(self, block: b.Fold) -> list[Node]:
        only = block.blocks[0] if len(block.blocks) == 1 else None
        if isinstance(only, b.ItemList) and only.kind == "uses":
            return self.used(only)
        return [bold_line(block.summary), *self.nodes(block.blocks)]

    def sample(self, block: b.Sample) -> list[Node]:
        lines = [node for line in block.text.splitlines() for node in b.said(line)]
        body = self.nodes(tuple(lines))
        return [{"kind": "box", "look": "note", "title": [block.caption], "content": body}]

    def group(self, block: b.Group) -> list[Node]:
        if block.kind in ("beside", "choose") and not self._flowing:
            return [{"kind": "columns", "content": [[node] for node in self.nodes(block.blocks)]}]
        if block.kind == "flow":
            return self._flow(block)
        if block.kind == "pair":
            return self._questions(block.blocks)
        if block.kind == "form-intro":
            return [node | {"keep": True} for node in self.nodes(block.blocks)]
        return marked(self.nodes(block.blocks), self.beside(block.mark))

    def _flow(self, block: b.Group) -> list[Node]:
        """Two columns from page to page, where names stand on the line of what they name."""
        self._flowing = True
        nodes = self.nodes(block.blocks)
        self._flowing = False
        return [{"kind": "flow", "content": nodes}]

    def question(self, block: b.Question) -> list[Node]:
        return self._questions((block,))

    def _questions(self, line: b.Blocks) -> list[Node]:
        """One question, or short ones beside each other."""
        cells = [question_node(one, self.nodes(one.text)) for one in line
                 if isinstance(one, b.Question)]  # fmt: skip
        return [{"kind": "question", "cells": cells}]

    def contents(self, block: b.Contents) -> list[Node]:
        return []

    def actions(self, block: b.Actions) -> list[Node]:
        return []

    def tool(self, block: b.Tool) -> list[Node]:
        return self.nodes(block.instead)

    def blank(self, block: b.Blank) -> list[Node]:
        return [{"kind": "blank", "words": block.words, "count": block.lines}]

    def pager(self, block: b.Pager) -> list[Node]:
        return []


def _is_duties(block: b.Block) -> bool:
    """Whether nothing but who does what is told, which the model's own table says."""
    return isinstance(block, b.Section) and all(isinstance(one, b.Duties) for one in block.blocks)


def _decision(block: b.Section) -> str:
    only = block.blocks[0] if len(block.blocks) == 1 else None
    return "decision" if isinstance(only, b.Group) and only.kind == "decision-box" else ""


def _few(block: b.Block) -> bool:
    return isinstance(block, b.ItemList) and block.kind in _RUN_IN


def _way_onward(item: b.Item) -> i.Words:
    words = (item.title,) if item.title else words_of(item)
    at = next((n for n, piece in enumerate(words) if isinstance(piece, i.Ref)), len(words))
    return words[: at + 1]


def _file(file: b.File) -> b.Item:
    ref = i.Ref(file.place, file.title)
    return b.Item(b.said((ref, f" ({file.kind}, {size(file.size)})")))
