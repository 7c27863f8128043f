"""A tree with its frame → PDF; when the typesetter refuses, the guilty entry is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from handbook.book import tree
from handbook.book.assembly import ends, widen
from handbook.book.links import NumberTooWide
from handbook.book.refusals import EditionRefused
from handbook.book.tree import Blocks, Node
from handbook.book.typesetter import NotTypeset, packed, page_count, typeset
from handbook.model.handbook import Edition


@dataclass(frozen=True)
class Document:
    """Something to print: a template, the words around it and the blocks in it."""

    template: str
    edition: Edition
    title: str
    description: str
    foot: str
    blocks: Blocks
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def data(self) -> dict[str, Any]:
        """Everything the template reads."""
        nodes = list(tree.walk(self.blocks))
        headings = [n for n in nodes if n.get("t") == "h" and n["l"] == 1]
        runners = [h.get("short") or "".join(w for w in h["c"] if isinstance(w, str))
                   for h in headings]  # fmt: skip
        contents = ["Innhold"] if self.more.get("contents") else []
        return {
            "title": self.title,
            "author": list(self.edition.publishers),
            "description": self.description,
            "keywords": ["arbeidsinkludering", f"utgave {self.edition.edition}"],
            "foot": self.foot,
            "site": self.edition.site_url.partition("://")[2].rstrip("/"),
            "runners": contents + runners,
            "blocks": self.blocks,
            "ends": ends(nodes),
            "margin": True,
            **self.more,
        }


def printed(document: Document) -> bytes:
    """The PDF. Raises EditionRefused with the entry that cannot be set."""
    try:
        return packed(typeset(document.template, document.data, document.edition.date))
    except NotTypeset as problem:
        raise _blamed(document, str(problem)) from None
    except NumberTooWide as number:
        widen(document.blocks, number.figures)
        return printed(document)


def _blamed(document: Document, problem: str) -> EditionRefused:
    """Try every entry alone; the first that fails is named, else the book as a whole."""
    for one in _innermost(document.blocks):
        alone = {**document.data, "cover": None, "contents": False, "ends": []}
        alone["blocks"] = [tree.heading(1, "Prøve", over=""), *_without_ways(one["c"])]
        try:
            typeset("book", alone, document.edition.date, strict=False)
        except NotTypeset as own:
            kind, name, *path = one["at"]
            return EditionRefused(kind, name, tuple(path), _told(str(own)))
    return EditionRefused("edition", "", (), _told(problem))


def _told(problem: str) -> str:
    return f"trykkeriprogrammet (Typst) tar ikke imot teksten: {problem}"


def _innermost(blocks: Blocks) -> Iterator[Node]:
    """Chunks, a chunk inside another before it."""
    for block in blocks:
        if block["t"] == "chunk":
            yield from _innermost([b for b in block["c"] if b["t"] == "chunk"])
            yield block


def _without_ways(blocks: Any) -> Any:
    """A copy whose ways lead nowhere, since their ends are not in the piece."""
    if isinstance(blocks, list):
        return [_without_ways(one) for one in blocks]
    if not isinstance(blocks, dict):
        return blocks
    if blocks.get("t") == "go":
        return {"t": "b", "c": _without_ways(blocks["c"])}
    if blocks.get("t") in ("page", "ix"):
        return {"t": "b", "c": []}
    if blocks.get("t") in ("used", "index"):
        return {"t": "p", "c": [], "m": None}
    return {key: _without_ways(value) for key, value in blocks.items() if key != "to"}


def fitted(
    document: Document, owner: tuple[str, str], *, pages: int, sizes: tuple[float, ...]
) -> bytes:
    """The PDF in the largest size at which it keeps to so many pages.

    Raises EditionRefused naming the owner when it does not fit even at the smallest.
    """
    found = largest(document, pages=pages, sizes=sizes)
    if found is not None:
        return found
    limit = "én side" if pages == 1 else f"{pages} sider"
    raise EditionRefused(
        *owner, (), f"«{document.title}» får ikke plass på {limit}; kort ned teksten"
    )


def largest(document: Document, *, pages: int, sizes: tuple[float, ...]) -> bytes | None:
    """The PDF in the largest size at which it keeps to so many pages, or nothing."""
    for size in sizes:
        pdf = printed(replace(document, more=document.more | {"size": size}))
        if page_count(pdf) <= pages:
            return pdf
    return None
