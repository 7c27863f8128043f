"""Words → the runs of the tree: strings, and objects that mean more than their letters.

A node says what it is in `kind`; kinds and functions in book/templates are the same list. What
was printed is cached_on_noun, so that a document is led to its ends without a walk through it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.document.places import Place, url
from handbook.lettering import width_mm
from handbook.render.renderer import Renderer

Node = dict[str, Any]
Piece = str | Node
Run = list[Piece]

PAGED = frozenset({"form", "model", "step", "theme"})
"""Kinds worth a page number; roles and words stand in the order of the alphabet."""
_QUIET = frozenset({"draft-note", "effort-note", "meta", "note", "print-note", "unused"})
_TERM_MM = 34.5
"""How wide a name may be in the column for names; a longer one has a line of its own."""
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""The space inside a number, which does not end a line."""
_LEADS = frozenset({"lead", "promise"})


def label(place: Place) -> str:
    """What a place is called in the document: its address on the web, without ending."""
    return url(place, "")


def _numbered(words: str, code: str, *, behind: bool) -> Run:
    """Words with a number; a form named in a sentence keeps its number in the background."""
    return [f"{words} ", quiet([code])] if behind else [bold([code]), f" {words}"]


def no_foot(_: Place) -> str:
    """A document that is known by the same words on every page."""
    return ""


class TypstWords(Renderer[list[Node], Piece]):
    """Prints words, and what all blocks are made of.

    `level` is that of the first heading, `small` a leaf's headings. `foot` tells what a loose page
    of a section is known by; empty where nothing new begins. What was printed is kept in `labels`
    (each place with its node), `ways` (nodes that lead to one) and `uses` (nodes that tell the
    pages of several labels).
    """

    def __init__(
        self, level: int = 1, *, small: bool = False, foot: Callable[[Place], str] = no_foot
    ) -> None:
        self._level = level
        self._small = small
        self._foot = foot
        self._paged = not small
        self._flowing = False
        self._within: Place | None = None
        self.labels: dict[str, Node] = {}
        self.ways: list[Node] = []
        self.uses: list[Node] = []

    def nodes(self, blocks: b.Blocks) -> list[Node]:
        """Blocks one after the other; terms that follow each other are one list."""
        found: list[Node] = []
        for node in (node for made in self.blocks(blocks) for node in made):
            last = found[-1] if found else {}
            if node.get("joins") and last.get("joins"):
                last["items"] += node["items"]
            elif self._small and aside(node) and aside(last):
                last["content"] += [" ", *node["content"]]
            else:
                if node["kind"] in ("matrix", "table") and last.get("kind") == "paragraph":
                    last["keep"] = True
                found.append(node)
                node.setdefault("close", self._small)
        return found

    def text(self, text: str) -> Piece:
        return _THOUSANDS.sub("\u00a0", text)

    def strong(self, piece: i.Strong) -> Piece:
        return bold(self.words(piece.words))

    def quiet(self, piece: i.Quiet) -> Piece:
        return quiet(self.words(piece.words))

    def code(self, piece: i.Code) -> Piece:
        return piece.text

    def foreign(self, piece: i.Foreign) -> Piece:
        return {"kind": "foreign", "language": piece.language, "content": self.words(piece.words)}

    def link(self, piece: i.Link) -> Piece:
        return {"kind": "url", "url": piece.url, "content": self.words(piece.words)}

    def ref(self, piece: i.Ref) -> Piece:
        words: Run = ["§" if piece.kind == "rule" else piece.words]
        if piece.kind == "rule":
            return {"kind": "run", "content": [" ", self._way(piece.place, words, paged=False)]}
        code = piece.place.name if piece.kind == "form-link" else piece.code
        if code:
            words = _numbered(piece.words, code, behind=piece.kind == "form")
        worth = piece.place.kind in PAGED and not piece.place.anchor
        paged = self._paged and (worth or piece.kind == "paged")
        return self._way(piece.place, words, paged=paged)

    def _way(self, place: Place, words: Run, *, paged: bool) -> Node:
        kind = "file" if place.kind == "file" else "link"
        way: Node = {"kind": kind, "to": label(place), "content": words, "paged": paged}
        self.ways.append(way)
        return way

    def mark(self, piece: i.Mark) -> Piece:
        """A mark after its words: the sign of its kind, and its findings by number."""
        numbers: Run = []
        for finding in piece.findings:
            numbers += [" "] if numbers else []
            numbers.append(self._way(finding.place, [finding.words], paged=False))
        return {
            "kind": "mark",
            "basis": piece.basis.value,
            "findings": numbers,
        }

    def said(self, piece: i.Said) -> Piece:
        return {"kind": "run", "content": self.words(piece.words)}

    def until(self, piece: i.Until) -> Piece:
        return piece.words

    def index(self, piece: i.Index) -> Piece:
        return {"kind": "mention", "term": piece.term}

    def paragraph(self, block: b.Paragraph) -> list[Node]:
        words, mark = lifted(block.words)
        run = self.words(words)
        if block.kind in _QUIET:
            run = [quiet(run)]
        opens = block.kind in _LEADS and self._level == 2 and not self._small
        style = {"style": "lead"} if opens else {}
        if block.kind == "moment-when" and not self._small:
            style = {"style": "when"}
        return [para(run, self.beside(mark), **style)]

    def beside(self, mark: i.Mark | None) -> Piece | None:
        """The mark that stands beside a block."""
        return self.mark(mark) if mark else None

    def few_lines(self, blocks: b.Blocks) -> list[Node]:
        """Blocks where there is little room: a list is its lines in a row."""
        return self.nodes(tuple(map(in_a_row, blocks)))

    def line(
        self, blocks: b.Blocks, mark: i.Mark | None = None, anchor: str = "", **more: Any
    ) -> Node:
        """One line of a list; its mark may stand at the end of its words instead."""
        nodes = self.nodes(blocks)
        line = {"content": nodes, "mark": self.beside(mark), **more}
        if "term" in more:
            line["long"] = width_mm(letters_of(more["term"]), size_points=10, bold=True) > _TERM_MM
        if mark is None and nodes and nodes[0]["kind"] == "paragraph":
            line["mark"], nodes[0]["mark"] = nodes[0]["mark"], None
        return self.named(line, anchor) if anchor and self._within else line

    def named(self, node: Node, anchor: str) -> Node:
        """A node that others may lead to."""
        node["label"] = label(self.at(anchor))
        self.labels.setdefault(node["label"], node)
        return node

    def at(self, anchor: str) -> Place:
        assert self._within is not None
        return self._within.at(anchor) if anchor else self._within


def lifted(words: i.Words) -> tuple[i.Words, i.Mark | None]:
    """Words without the mark that ends them, and that mark; it stands beside the block."""
    if not words or not isinstance(words[-1], i.Mark):
        return words, None
    rest = words[:-1]
    return (rest[:-1] if rest and rest[-1] == " " else rest), words[-1]


def marked(nodes: list[Node], mark: Piece | None) -> list[Node]:
    """Nodes with a mark beside the first of them."""
    if mark is None:
        return nodes
    if nodes and nodes[0]["kind"] == "paragraph":
        return [{**nodes[0], "mark": mark}, *nodes[1:]]
    return [para([""], mark), *nodes]


def para(run: Run, mark: Piece | None = None, **more: Any) -> Node:
    """One paragraph of the tree, with the mark beside it."""
    return {"kind": "paragraph", "content": run, "mark": mark, **more}


def bold(run: Run) -> Node:
    """Words that carry the weight."""
    return {"kind": "strong", "content": run}


def quiet(run: Run) -> Node:
    """Words that step back."""
    return {"kind": "quiet", "content": run}


def aside(node: Node) -> bool:
    """Whether a node is one quiet line, which on a leaf takes no line of its own."""
    run = node.get("content")
    return (
        node.get("kind") == "paragraph" and isinstance(run, list) and all(_is_quiet(p) for p in run)
    )


def _is_quiet(piece: Piece) -> bool:
    return piece == " " or (isinstance(piece, dict) and piece["kind"] == "quiet")


def letters_of(run: Run) -> str:
    """The letters of a run."""
    return "".join(
        one if isinstance(one, str) else letters_of(one.get("content", [])) for one in run
    )


def bold_line(words: str) -> Node:
    """A line that stays with what follows."""
    return para([bold([words])], keep=True)


def words_of(holder: b.Item | b.Fact | b.Cell) -> i.Words:
    """The words of something that holds paragraphs alone."""
    words = words_in(holder.blocks)
    if isinstance(holder, b.Item) and holder.title:
        return (holder.title, " ", *words) if words else (holder.title,)
    return words


def words_in(blocks: b.Blocks) -> i.Words:
    return i.joined([block.words for block in blocks if isinstance(block, b.Paragraph)], " ")


def in_a_row(block: b.Block) -> b.Block:
    if isinstance(block, b.ItemList) and all(map(is_words, block.items)):
        return b.Paragraph(i.joined([words_of(item) for item in block.items], "; "))
    return block


def is_words(item: b.Item) -> bool:
    return all(isinstance(block, b.Paragraph) for block in item.blocks) and not item.mark
