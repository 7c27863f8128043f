"""The last pass over a tree: ways that lead nowhere in this document, and marks for the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from handbook.book.tree import Blocks, Node, labels_in, walk
from handbook.document.places import GLOSSARY
from handbook.model.people import Term
from handbook.render.margin import make_room
from handbook.render.typst_tree import Tree

_WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ]+(?:-[0-9A-Za-zÀ-ÖØ-öø-ÿ]+)*")
_ENDINGS = ("", "en", "et", "er", "ene", "a", "s", "ens", "ets", "n", "r", "ne", "t", "e")


def settle(blocks: Blocks, site: str, early: frozenset[str] = frozenset()) -> Blocks:
    """Lead every way to a label in this document; others to their address on the web.

    `early` are the models that should stand before page 100: their numbers have room for two
    figures, all others for three.
    """
    nodes = list(walk(blocks))
    known = labels_in(nodes)
    for block in blocks:
        _settle(block, known, site)
    prefixes = tuple(f"modeller/{model}/" for model in early)
    ends = sorted({node["to"] for node in _ways(nodes)})
    numbers = {label: number for number, label in enumerate(ends)}
    for node in _ways(nodes):
        near = node["to"].startswith(prefixes)
        node["n"], node["d"] = numbers[node["to"]], 2 if near else 3
    make_room(blocks)
    return blocks


def tree_of(blocks: Blocks) -> Tree:
    """A settled tree with the ways in it."""
    return Tree(blocks, list(_ways(walk(blocks))))


def runners_of(blocks: Blocks) -> tuple[str, ...]:
    """The title of each chapter, as it stands in the head of its pages."""
    headings = [node for node in walk(blocks) if node.get("t") == "h" and node["l"] == 1]
    return tuple(
        h.get("short") or "".join(word for word in h["c"] if isinstance(word, str))
        for h in headings
    )


def _ways(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.get("t") in ("go", "page"):
            yield node
        elif node.get("t") == "process":
            yield from (row for row in node["rows"] if row.get("to"))


def _settle(value: Any, known: set[str], site: str) -> None:
    if isinstance(value, list):
        for inner in value:
            if isinstance(inner, (dict, list)):
                _settle(inner, known, site)
        return
    kind = value.get("t")
    if kind == "go":
        _lead(value, known, site)
    elif kind == "file":
        value.update({"t": "url", "u": f"{site}/{value['u']}"})
    elif kind == "page" and value["to"] not in known:
        value.update({"t": "b", "c": []})
    elif kind == "used":
        value["to"] = [end for to in value["to"] if (end := _end(to, known))]
    elif kind == "process":
        for row in value["rows"]:
            if row.get("to") not in known:
                row.pop("to", None)
        return
    for inner in value.values():
        if isinstance(inner, (dict, list)):
            _settle(inner, known, site)


def _lead(way: Node, known: set[str], site: str) -> None:
    end = _end(way["to"], known)
    if end:
        way["to"] = end
        return
    path, hash_sign, spot = way.pop("to").partition("#")
    way.update({"t": "url", "u": f"{site}/{path}.html{hash_sign}{spot}"})


def _end(to: str, known: set[str]) -> str:
    """The spot itself, or what holds it; empty when neither is in the document."""
    whole = to.partition("#")[0]
    return to if to in known else whole if whole in known else ""


class Mentions:
    """Finds the words of the glossary in running text, inflected or not."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for term in terms:
            names = [term.term, *([term.abbreviation] if term.abbreviation else [])]
            for name in names:
                words = tuple(word.lower() for word in _WORD.findall(name))
                if words and len("".join(words)) > 2:
                    self._by_first.setdefault(words[0], []).append((words, term.id))
        for same in self._by_first.values():
            same.sort(reverse=True, key=lambda entry: len(entry[0]))

    def mark(self, blocks: Blocks) -> Blocks:
        """Put a mark after the first mention of each term in each stretch of the text.

        Roles, forms, glossary and sources are in the order of the alphabet or of numbers already.
        """
        self._seen: set[str] = set()
        for block in blocks:
            self._visit(block)
        return blocks

    def _visit(self, node: dict[str, Any]) -> None:
        kind = node.get("t")
        if kind == "h":
            if node["id"] and node["l"] <= 2:
                self._seen = set()
            return
        if kind in ("go", "url", "question", "facts", "index"):
            return
        if kind == "chunk" and node["place"][0] in ("role", "form", "source", "term"):
            return
        inner = node.get("c")
        if isinstance(inner, list):
            node["c"] = list(self._pieces(inner))
        for key in ("items", "rows"):
            for child in node.get(key, ()) if kind in ("items", "table") else ():
                self._child(child)

    def _child(self, child: Any) -> None:
        if isinstance(child, dict):
            self._visit(child)
        elif isinstance(child, list):
            for inner in child:
                self._child(inner)

    def _pieces(self, run: list[Any]) -> Iterable[Any]:
        for piece in run:
            if isinstance(piece, str):
                found = [term for term in self._terms_in(piece) if term not in self._seen]
                yield piece
                for term in dict.fromkeys(found):
                    self._seen.add(term)
                    yield {"t": "ix", "k": term}
                continue
            self._child(piece)
            yield piece
            if isinstance(piece, dict) and piece.get("t") == "go":
                page, _, name = piece["to"].partition("#")
                if page == GLOSSARY and name not in self._seen:
                    self._seen.add(name)
                    yield {"t": "ix", "k": name}

    def _terms_in(self, text: str) -> Iterable[str]:
        words = [word.lower() for word in _WORD.findall(text)]
        for at, word in enumerate(words):
            for first, ending in _stems(word):
                for wanted, term in self._by_first.get(first, ()):
                    rest = tuple(words[at + 1 : at + len(wanted)])
                    alone = len(wanted) == 1
                    if (alone or not ending) and _same(wanted[1:], rest):
                        yield term


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
