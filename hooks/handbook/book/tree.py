"""The book as a tree of named blocks: data that the Typst templates walk, never Typst code.

A block is a JSON object with its kind in `t`. Kinds here and functions in templates/blocks.typ are
the same list. Words stand in runs: strings, and objects for bold, links and ways to other places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from handbook.book.refusals import Path

Node = dict[str, Any]
"""One block or one marked piece of a run."""
Run = list[Any]
"""Words in a row: `str` or `Node`."""
Blocks = list[Node]
Item = Node
"""One line of a list: `c` blocks, and perhaps `m` mark, `term` words before, `level`."""


def heading(level: int, words: Run | str, label: str = "", **more: Any) -> Node:
    """A heading, 1–4; with a label other places can lead to it."""
    return {"t": "h", "l": level, "c": run(words), "id": label, **more}


def paragraph(words: Run | str, mark: Node | None = None, **more: Any) -> Node:
    """One paragraph, with its provenance beside it."""
    return {"t": "p", "c": run(words), "m": mark, **more}


def item(blocks: Blocks | Run | str, mark: Node | None = None, **more: Any) -> Item:
    """One line of a list; plain words become a paragraph."""
    return {"c": as_blocks(blocks), "m": mark, **more}


def items(lines: Iterable[Item], kind: str = "bullet", **more: Any) -> Node:
    """A list: `bullet`, `number`, `tick` (boxes to tick on paper) or `plain`."""
    return {"t": "items", "kind": kind, "items": list(lines), **more}


def terms(rows: Iterable[tuple[str, Any]], **more: Any) -> Node:
    """Words with what is said about them, as a list with a narrow column before."""
    return items((item(value, term=[term]) for term, value in rows if value), "plain", **more)


def table(
    head: Sequence[str], rows: Iterable[Sequence[Any]], shares: Sequence[float], **more: Any
) -> Node:
    """A table whose head is repeated on each page; `shares` divide the width."""
    body = [[as_blocks(cell) for cell in row] for row in rows]
    assert all(len(row) == len(head) for row in body), "a row has another length than the head"
    return {"t": "table", "head": list(head), "rows": body, "shares": list(shares), **more}


def box(kind: str, title: Run | str, blocks: Blocks, **more: Any) -> Node:
    """Something set apart: `say`, `donot`, `pitfall`, `note`, `decision`."""
    return {"t": "box", "kind": kind, "title": run(title), "c": blocks, **more}


def chunk(owner: tuple[str, str], path: Path, blocks: Blocks) -> Node:
    """Blocks that come from one place in the files; it is named when they cannot be set."""
    return {"t": "chunk", "at": [*owner, *path], "c": blocks}


def together(blocks: Blocks, *, small: bool = False) -> Node:
    """Blocks that stay on one page."""
    return {"t": "together", "c": blocks, "small": small}


def go(label: str, words: str, *, page: bool = False) -> Node:
    """The way to another place in the book; with `page` its page number follows."""
    return {"t": "go", "to": label, "c": [words], "p": page}


def bold(words: Run | str) -> Node:
    """Words that carry the weight."""
    return {"t": "b", "c": run(words)}


def quiet(words: Run | str) -> Node:
    """Words that step back."""
    return {"t": "quiet", "c": run(words)}


def run(words: Run | str | Node) -> Run:
    """Words as a run, whatever they came as."""
    if isinstance(words, list):
        return words
    return [words]


def as_blocks(value: Any) -> Blocks:
    """Blocks, whatever they came as: blocks, a run, or a string."""
    if isinstance(value, dict):
        return [value] if value["t"] in BLOCKS else [paragraph([value])]
    if isinstance(value, str):
        return [paragraph(value)]
    if value and isinstance(value[0], dict) and value[0]["t"] in BLOCKS:
        return list(value)
    return [paragraph(list(value))] if value else []


BLOCKS = frozenset(
    "h p items table box chunk wide entry process interval forest head card facts columns "
    "question rule newpage index used matrix lines levels signatures contents together code".split()
)
"""Kinds that stand on lines of their own."""


def walk(value: Any) -> Iterator[Node]:
    """Every object in the tree, outermost first."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            yield found
            found = list(found.values())
        waiting += [inner for inner in reversed(found) if isinstance(inner, (dict, list))]


def labels_in(nodes: Iterable[Node]) -> set[str]:
    """Labels that stand somewhere in a tree, so that others can lead to them."""
    return {node["id"] for node in nodes if node.get("id")}
