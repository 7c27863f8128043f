"""Blocks → the tree that the Typst templates walk: data, never Typst code.

A block becomes objects with their kind in `t`; kinds here and functions in book/templates are the
same list. Words stand in runs: strings, and objects for bold, links and ways to other places. The
only place that knows the tree's keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.document.places import Place, url
from handbook.norwegian import size, upper_first
from handbook.render.renderer import Renderer
from handbook.render.search_text import plain, search_text
from handbook.render.typst_figures import figure_nodes
from handbook.render.typst_form import question_node

Node = dict[str, Any]
Piece = str | Node
Run = list[Piece]

_BOXES = {
    "choose-not": "donot",
    "choose-when": "good",
    "do-not": "donot",
    "pitfall": "pitfall",
    "privacy": "note",
    "say": "say",
}
_RUN_IN = frozenset({"chips", "form-links", "sources"})
"""Lists that nobody reads in order stand on few lines, where they answer a term."""
_STRIPS = frozenset({"", "card", "status", "step"})
_DENSE = frozenset({"criterion", "funding", "memo", "outcome"})
_PAGED = frozenset({"form", "model", "step", "theme"})
"""Kinds worth a page number; roles and words stand in the order of the alphabet."""
_QUIET = frozenset({"draft-note", "effort-note", "meta", "note", "print-note", "unused"})
_LEADS = frozenset({"lead", "promise"})
_LONG_NAME = 26
"""Letters in a name that would not fit the column for names."""
_DEEPEST = 4
"""The lowest heading; what is deeper answers a term."""


def label(place: Place) -> str:
    """What a place is called in the document: its address on the web, without ending."""
    return url(place, "")


def no_foot(_: Place) -> str:
    """A document that is known by the same words on every page."""
    return ""


class Typst(Renderer[list[Node], Piece]):
    """Prints blocks as data. `level` is that of the first heading, `small` a leaf's headings.

    `foot` tells what a loose page of a section is known by; empty where nothing new begins.
    What was printed is kept in `labels` (each place with its node), `ways` (nodes that lead to one)
    and `uses` (nodes that tell the pages of several labels).
    """

    def __init__(
        self, level: int = 1, *, small: bool = False, foot: Callable[[Place], str] = no_foot
    ) -> None:
        self._level = level
        self._small = small
        self._foot = foot
        self._paged = not small
        self._within: Place | None = None
        self._lists: dict[str, Callable[[b.ItemList], list[Node]]] = {
            "checks": self._checks,
            "chips": self._run_in,
            "findings": self._findings,
            "participant-steps": self._participant_steps,
            "sources": self._run_in,
            "statement": self._alone,
            "tasks": self._tasks,
            "uses": self._run_in,
        }
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
            elif self._small and _aside(node) and _aside(last):
                last["c"] += [" ", *node["c"]]
            else:
                if node["t"] in ("matrix", "table") and last.get("t") == "p":
                    last["keep"] = True
                found.append(node)
                node.setdefault("close", self._small)
        return found

    def text(self, text: str) -> Piece:
        return text

    def strong(self, piece: i.Strong) -> Piece:
        return {"t": "b", "c": self.words(piece.words)}

    def quiet(self, piece: i.Quiet) -> Piece:
        return _quiet(self.words(piece.words))

    def code(self, piece: i.Code) -> Piece:
        return piece.text

    def foreign(self, piece: i.Foreign) -> Piece:
        return {"t": "foreign", "lang": piece.language, "c": self.words(piece.words)}

    def link(self, piece: i.Link) -> Piece:
        return {"t": "url", "u": piece.url, "c": self.words(piece.words)}

    def ref(self, piece: i.Ref) -> Piece:
        words: Run = [piece.words]
        if piece.code:
            words = [{"t": "b", "c": [piece.code]}, f" {piece.words}"]
        paged = self._paged and piece.place.kind in _PAGED and not piece.place.anchor
        return self._way(piece.place, words, paged=paged)

    def _way(self, place: Place, words: Run, *, paged: bool) -> Node:
        kind = "file" if place.kind == "file" else "go"
        way: Node = {"t": kind, "to": label(place), "c": words, "p": paged}
        self.ways.append(way)
        return way

    def mark(self, piece: i.Mark) -> Piece:
        """A mark: beside its block, or after the words where it ends a part of a sentence."""
        numbers: Run = []
        for finding in piece.findings:
            numbers += [" "] if numbers else []
            numbers.append(self._way(finding.place, [finding.words], paged=False))
        return {"t": "mark", "b": piece.basis.value, "w": piece.basis.label, "n": numbers}

    def said(self, piece: i.Said) -> Piece:
        return {"t": "run", "c": self.words(piece.words)}

    def index(self, piece: i.Index) -> Piece:
        return {"t": "ix", "k": piece.term}

    def paragraph(self, block: b.Paragraph) -> list[Node]:
        words, mark = lifted(block.words)
        run = self.words(words)
        if block.kind in _QUIET:
            run = [_quiet(run)]
        opens = block.kind in _LEADS and self._level == 2 and not self._small
        style = {"style": "lead"} if opens else {}
        return [{"t": "p", "c": run, "m": self._mark(mark), **style}]

    def _mark(self, mark: i.Mark | None) -> Piece | None:
        return self.mark(mark) if mark else None

    def item_list(self, block: b.ItemList) -> list[Node]:
        special = self._lists.get(block.kind)
        if special:
            return special(block)
        items = [self._item(item) for item in block.items]
        if items and all("term" in item for item in items):
            if sum(len(text_of(item["term"])) > _LONG_NAME for item in items) * 2 > len(items):
                return _items([_run_into(item) for item in items], "bullet")
            return _items(items, "plain")
        return _items(items, "number" if block.ordered else "bullet")

    def _checks(self, block: b.ItemList) -> list[Node]:
        return _items([self._item(item) for item in block.items], "tick")

    def _participant_steps(self, block: b.ItemList) -> list[Node]:
        """What is told to the participant is not broken over two pages."""
        return _items([self._item(item) | {"together": True} for item in block.items], "number")

    def _tasks(self, block: b.ItemList) -> list[Node]:
        """Steps of a role: a line of a table each, or on a leaf a line of a narrow list."""
        if self._small:
            items = [self._narrow(item) for item in block.items]
            return _items(items, "plain", narrow=True)
        rows = tuple(b.row(str(item.number), (item.title,), _unlinked(_words_in(item.blocks)))
                     for item in block.items if item.title)  # fmt: skip
        return self.table(b.Table(b.columns("Nr.", "Steg", "Når, din del og skjema"), rows, "",
                                  "wide", (1.3, 9, 15)))  # fmt: skip

    def _narrow(self, item: b.Item) -> Node:
        title: i.Words = (i.Strong((item.title,)), ". ") if item.title else ()
        words = (*title, i.Quiet(_words_in(item.blocks)))
        return self._line(b.said(words), term=[str(item.number)])

    def _used(self, block: b.ItemList) -> list[Node]:
        """Where it is cited, as pages alone."""
        used: Node = {"t": "used", "to": [label(ref.place) for ref in _ways_in(block)]}
        self.uses.append(used)
        return [used]

    def _alone(self, block: b.ItemList) -> list[Node]:
        """One thing said, set as a paragraph and not as a list."""
        (item,) = block.items
        nodes = marked(self.nodes(item.blocks), self._mark(item.mark))
        return [_bold_line(item.before), *nodes] if item.before else nodes

    def _run_in(self, block: b.ItemList) -> list[Node]:
        """What nobody reads in order stands on few lines."""
        lines = [_words(item) for item in block.items]
        return self.paragraph(b.Paragraph((i.Quiet((*i.joined(lines, "; "), ".")),)))

    def _item(self, item: b.Item) -> Node:
        term: Run = [item.before.rstrip(":")] if item.before else []
        term = [self.ref(item.title)] if item.title else term
        named = {"term": term} if term else {}
        return self._line(item.blocks, item.mark, item.anchor, **named)

    def _line(
        self, blocks: b.Blocks, mark: i.Mark | None = None, anchor: str = "", **more: Any
    ) -> Node:
        """One line of a list; its mark may stand at the end of its words instead."""
        nodes = self.nodes(blocks)
        line = {"c": nodes, "m": self._mark(mark), **more}
        if mark is None and nodes and nodes[0]["t"] == "p":
            line["m"], nodes[0]["m"] = nodes[0]["m"], None
        return self._named(line, anchor) if anchor and self._within else line

    def _named(self, node: Node, anchor: str) -> Node:
        """A node that others may lead to."""
        node["id"] = label(self._at(anchor))
        self.labels.setdefault(node["id"], node)
        return node

    def _at(self, anchor: str) -> Place:
        assert self._within is not None
        return self._within.at(anchor) if anchor else self._within

    def facts(self, block: b.Facts) -> list[Node]:
        if block.kind in ("foot", "source"):
            return self._in_a_line(block)
        if block.kind == "glossary":
            return _items([self._word(fact) for fact in block.rows], "plain")
        if block.kind in _STRIPS and _short(block):
            return self._strip(block)
        rows = [self._line(f.blocks, f.mark, f.anchor, term=[f.term]) for f in block.rows]
        if self._within and self._within.kind == "form":
            return _items([_run_into(row) for row in rows], "plain", close=True)
        return _items(rows, "plain", dense=block.kind in _DENSE)

    def _in_a_line(self, block: b.Facts) -> list[Node]:
        told: i.Words = i.joined([(f"{fact.term}: ", *_words(fact)) for fact in block.rows], ". ")
        return [{"t": "p", "c": [_quiet(self.words((*told, ".")))], "m": None, "keep": True}]

    def _word(self, fact: b.Fact) -> Node:
        """A word with its meaning first, and all else that is told of it in the same lines."""
        means, *beside = [block.words for block in fact.blocks if isinstance(block, b.Paragraph)]
        words, mark = lifted(means)
        told = i.joined([words, *((i.Quiet(one),) for one in beside)], " ")
        return self._line((b.Paragraph(told),), mark, fact.anchor, term=[fact.term])

    def _findings(self, block: b.ItemList) -> list[Node]:
        """Numbered findings: what is said in one paragraph, the pages in another."""
        items = [self._finding(item) for item in block.items]
        return _items(items, "plain", narrow=True)

    def _finding(self, item: b.Item) -> Node:
        rest = tuple(block for block in item.blocks if not isinstance(block, b.Paragraph))
        blocks = (b.Paragraph(_words_in(item.blocks)), *rest)
        return self._line(blocks, item.mark, item.anchor, term=[item.before])

    def _strip(self, block: b.Facts) -> list[Node]:
        words = [(fact, *lifted(_words(fact))) for fact in block.rows]
        mark = next((m for fact, _, end in words if (m := fact.mark or end)), None)
        rows = [[fact.term, self.words(run)] for fact, run, _ in words]
        small = {"small": True} if block.kind == "step" else {}
        return [{"t": "facts", "m": self._mark(mark), "rows": rows, **small}]

    def checklist(self, block: b.Checklist) -> list[Node]:
        return _items([self._task(task) for task in block.tasks], "tick")

    def _task(self, task: b.Task) -> Node:
        level = {"level": task.level.label} if task.level else {}
        title = (b.Paragraph((i.Strong((task.title,)),)),) if task.title else ()
        return self._line((*title, *task.blocks), task.mark, **level)

    def duties(self, block: b.Duties) -> list[Node]:
        """On paper one row of names: most roles would leave a row of empty cells."""
        names = [[d.role.words for d in block.rows if d.parts[n]] for n in range(len(b.PARTS))]
        row = b.row(*(upper_first(", ".join(name)) or "–" for name in names))
        return self.table(b.Table(b.columns(*b.PARTS), (row,), "", widths=(1, 1, 1, 1)))

    def table(self, block: b.Table) -> list[Node]:
        if block.kind == "responsibility":
            return self._matrix(block)
        head = [self.words(column.words) for column in block.head]
        longest = _longest(block)
        style = "tasks" if len(head) > 4 or sum(most for most, _ in longest) > _FULL else "duty"
        rows = [self._row(row, len(head)) for row in block.rows]
        shares = list(block.widths or _shares(block, longest))
        return [{"t": "table", "head": head, "rows": rows, "shares": shares, "style": style}]

    def _matrix(self, block: b.Table) -> list[Node]:
        """Many narrow columns on one page: their heads stand upright."""
        rows = [row for row in block.rows if isinstance(row, b.Row)]
        self._paged = False
        lines = [{"c": self.words(_words(row.cells[0])),
                  "cells": [search_text(cell.blocks) for cell in row.cells[1:]]}
                 for row in rows]  # fmt: skip
        self._paged = not self._small
        roles = [plain(column.words) for column in block.head[1:]]
        head = self.words(block.head[0].words)
        return [{"t": "matrix", "head": head, "roles": roles, "rows": lines}]

    def _row(self, row: b.Row | b.RowGroup, across: int) -> list[Node]:
        if isinstance(row, b.RowGroup):
            words: Run = [{"t": "b", "c": self.words(row.title)}]
            return [{"c": [{"t": "p", "c": words, "m": None}], "span": across}]
        ways, cells = len(self.ways), []
        for cell in row.cells:
            cells.append(self._cell(cell, bold=row.kind == "sum"))
            self._paged = self._paged and len(self.ways) == ways  # the row's own page is enough
        self._paged = not self._small
        return cells

    def _cell(self, cell: b.Cell, *, bold: bool) -> Node:
        nodes = marked(self._few_lines(cell.blocks), self._mark(cell.mark))
        if bold and nodes and nodes[0]["t"] == "p":
            nodes[0]["c"] = [{"t": "b", "c": nodes[0]["c"]}]
        return {"c": nodes, "span": cell.span}

    def notice(self, block: b.Notice) -> list[Node]:
        if block.kind == "caveat":
            return [self.paragraph(b.Paragraph(block.words))[0] | {"keep": True}]
        first, *rest = block.words
        strong = isinstance(first, i.Strong)
        title = self.words(first.words) if isinstance(first, i.Strong) else []
        body = self.paragraph(b.Paragraph(tuple(rest) if strong else block.words))
        return [{"t": "box", "kind": "note", "title": title, "c": body}]

    def figure(self, block: b.Figure) -> list[Node]:
        nodes = figure_nodes(block, label)
        rows = [row for node in nodes for row in node.get("rows", ())]
        self.ways += [row for row in rows if "to" in row]
        return nodes

    def picture(self, block: b.Picture) -> list[Node]:
        return self.paragraph(b.Paragraph((block.text,)))

    def files(self, block: b.Files) -> list[Node]:
        lines = tuple(map(_file, block.items))
        return self.item_list(b.ItemList(lines))

    def fold(self, block: b.Fold) -> list[Node]:
        only = block.blocks[0] if len(block.blocks) == 1 else None
        if isinstance(only, b.ItemList) and only.kind == "uses":
            return self._used(only)
        return [_bold_line(block.summary), *self.nodes(block.blocks)]

    def sample(self, block: b.Sample) -> list[Node]:
        lines = [node for line in block.text.splitlines() for node in b.said(line)]
        body = self.nodes(tuple(lines))
        return [{"t": "box", "kind": "note", "title": [block.caption], "c": body}]

    def group(self, block: b.Group) -> list[Node]:
        if block.kind == "choose":
            return [{"t": "columns", "c": [[node] for node in self.nodes(block.blocks)]}]
        if block.kind == "pair":
            return self._questions(block.blocks)
        if block.kind == "form-intro":
            return [node | {"keep": True} for node in self.nodes(block.blocks)]
        return marked(self.nodes(block.blocks), self._mark(block.mark))

    def question(self, block: b.Question) -> list[Node]:
        return self._questions((block,))

    def _questions(self, line: b.Blocks) -> list[Node]:
        """One question, or short ones beside each other."""
        cells = [question_node(one, self.nodes(one.text)) for one in line
                 if isinstance(one, b.Question)]  # fmt: skip
        return [{"t": "question", "cells": cells}]

    def contents(self, block: b.Contents) -> list[Node]:
        return []

    def actions(self, block: b.Actions) -> list[Node]:
        return []

    def tool(self, block: b.Tool) -> list[Node]:
        return self.nodes(block.instead)

    def blank(self, block: b.Blank) -> list[Node]:
        return [{"t": "blank", "words": block.words, "count": block.lines}]

    def pager(self, block: b.Pager) -> list[Node]:
        return []

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
            return [{"t": "box", "kind": box, "title": title, "c": self.nodes(block.blocks)}]
        if block.kind == "related":
            return self._related(block)
        if level > _DEEPEST:
            return self._term(block)
        nodes = [self._heading(block, level), *self._entry(block, level)]
        if block.place and block.place.kind == "form":
            whole: Node = {"t": "wide", "c": self.nodes(block.blocks)}
            return self._chunk(block, [{"t": "newpage"}, *nodes, whole])
        nodes += self.nodes(block.blocks)
        beside_form = self._within and self._within.kind == "form" and block.kind != "questions"
        return self._chunk(block, [{"t": "fine", "c": nodes}] if beside_form else nodes)

    def _entry(self, block: b.Section, level: int) -> list[Node]:
        """What the pages that follow are known by."""
        new = block.place and (level == 1 or block.place.kind == "form")
        foot = self._foot(block.place) if block.place and new else ""
        return [{"t": "entry", "foot": foot}] if foot else []

    def _chunk(self, block: b.Section, nodes: list[Node]) -> list[Node]:
        """Named by its place, so that what cannot be set is found again."""
        if self._within is None or not (block.place or block.anchor):
            return nodes
        return [{"t": "chunk", "place": list(self._at("" if block.place else block.anchor)),
                 "c": nodes}]  # fmt: skip

    def _heading(self, block: b.Section, level: int) -> Node:
        known = bool(self._within and (block.place or block.anchor))
        small = block.kind == "letter" or bool(block.place and block.place.kind == "source")
        number = {} if block.number is None else {"number": block.number}
        heading: Node = {
            "t": "h", "l": level, "c": [block.title], "id": "", "over": block.over,
            "listed": known and not small, "small": self._small or small, **number,
        }  # fmt: skip
        return self._named(heading, "" if block.place else block.anchor) if known else heading

    def _term(self, block: b.Section) -> list[Node]:
        """A heading too deep for paper answers as a term, or stands bold above a list."""
        if all(isinstance(one, b.Paragraph) or _few(one) for one in block.blocks):
            item = {
                "c": self._few_lines(block.blocks),
                "m": None,
                "term": [block.short or block.title],
            }
            return _items([item], "plain", dense=True, joins=True)
        return [_bold_line(block.title), *self.nodes(block.blocks)]

    def _few_lines(self, blocks: b.Blocks) -> list[Node]:
        """Blocks where there is little room: a list is its lines in a row."""
        return self.nodes(tuple(map(_in_a_row, blocks)))

    def _related(self, block: b.Section) -> list[Node]:
        """Ways onward: on paper the page number says the rest."""
        lines = [_way_onward(item) for one in block.blocks if isinstance(one, b.ItemList)
                 for item in one.items]  # fmt: skip
        run = self.words(i.joined(lines, "; "))
        words: Run = [_quiet([f"{block.title}: ", *run, "."])]
        return [{"t": "p", "c": words, "m": None, "style": "after"}]


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
    if nodes and nodes[0]["t"] == "p":
        return [{**nodes[0], "m": mark}, *nodes[1:]]
    return [{"t": "p", "c": [""], "m": mark}, *nodes]


def _quiet(run: Run) -> Node:
    return {"t": "quiet", "c": run}


def _items(items: list[Node], kind: str, **more: Any) -> list[Node]:
    return [{"t": "items", "kind": kind, "items": items, **more}] if items else []


def _aside(node: Node) -> bool:
    """Whether a node is one quiet line, which on a leaf takes no line of its own."""
    run = node.get("c")
    return node.get("t") == "p" and isinstance(run, list) and all(_is_quiet(p) for p in run)


def _is_quiet(piece: Piece) -> bool:
    return piece == " " or (isinstance(piece, dict) and piece["t"] == "quiet")


def _unlinked(words: i.Words) -> i.Words:
    """Words that lead nowhere: thousands of ways that nobody follows would cost seconds."""
    return tuple(_unled(piece) for piece in words)


def _unled(piece: i.Inline) -> i.Inline:
    if isinstance(piece, i.Ref):
        return f"{piece.code} {piece.words}".strip()
    return i.Quiet(_unlinked(piece.words), piece.kind) if isinstance(piece, i.Quiet) else piece


def _run_into(item: Node) -> Node:
    """A line whose name is too long for a column of its own."""
    name: Run = [{"t": "b", "c": item.pop("term")}, ". "]
    first, *rest = item["c"] or [{"t": "p", "c": [], "m": None}]
    if first["t"] != "p":
        return item | {"c": [{"t": "p", "c": name, "m": None}, first, *rest]}
    return item | {"c": [first | {"c": [*name, *first["c"]]}, *rest]}


def text_of(run: Run) -> str:
    """The letters of a run."""
    return "".join(one if isinstance(one, str) else text_of(one.get("c", [])) for one in run)


def _bold_line(words: str) -> Node:
    return {"t": "p", "c": [{"t": "b", "c": [words]}], "m": None, "keep": True}


def _decision(block: b.Section) -> str:
    only = block.blocks[0] if len(block.blocks) == 1 else None
    return "decision" if isinstance(only, b.Group) and only.kind == "decision-box" else ""


def _words(holder: b.Item | b.Fact | b.Cell) -> i.Words:
    """The words of something that holds paragraphs alone."""
    words = _words_in(holder.blocks)
    if isinstance(holder, b.Item) and holder.title:
        return (holder.title, " ", *words) if words else (holder.title,)
    return words


def _words_in(blocks: b.Blocks) -> i.Words:
    return i.joined([block.words for block in blocks if isinstance(block, b.Paragraph)], " ")


def _short(block: b.Facts) -> bool:
    """Whether each answer is one paragraph, and one mark serves them all."""
    if not all(len(f.blocks) == 1 and isinstance(f.blocks[0], b.Paragraph) for f in block.rows):
        return False
    return sum(bool(f.mark or lifted(_words(f))[1]) for f in block.rows) <= 1


def _in_a_row(block: b.Block) -> b.Block:
    if isinstance(block, b.ItemList) and all(map(_is_words, block.items)):
        return b.Paragraph(i.joined([_words(item) for item in block.items], "; "))
    return block


def _is_words(item: b.Item) -> bool:
    return all(isinstance(block, b.Paragraph) for block in item.blocks) and not item.mark


def _few(block: b.Block) -> bool:
    return isinstance(block, b.ItemList) and block.kind in _RUN_IN


def _way_onward(item: b.Item) -> i.Words:
    words = (item.title,) if item.title else _words(item)
    at = next((n for n, piece in enumerate(words) if isinstance(piece, i.Ref)), len(words))
    return words[: at + 1]


def _ways_in(block: b.ItemList) -> Iterable[i.Ref]:
    for item in block.items:
        yield from (piece for piece in _words(item) if isinstance(piece, i.Ref))


def _file(file: b.File) -> b.Item:
    ref = i.Ref(file.place, file.title)
    return b.Item(b.said((ref, f" ({file.kind}, {size(file.size)})")))


_NARROWEST, _WIDEST, _FULL, _A_WORD, _A_PAGE, _A_MARK = 4, 60, 120, 14, 7, 24
"""Letters that a column has room for at least, beyond which it grows no more, beyond which a table
needs the margin too, in the longest word that is not broken, in a page number and in a mark."""


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
    if any(isinstance(p, i.Ref) and p.place.kind in _PAGED for p in _words(cell)):
        word += _A_PAGE
    return max(len(text), _A_MARK if cell.mark else 0), max(word, _A_WORD if cell.mark else 0)
