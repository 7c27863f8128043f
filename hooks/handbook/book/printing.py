"""A tree with its frame → PDF; when the typesetter refuses, the guilty entry is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from handbook.book.blame import blamed
from handbook.book.links import NumberTooWide, pages_told, told_shortly
from handbook.book.refusals import EditionRefused
from handbook.book.typesetter import NotTypeset, packed, page_count, typeset
from handbook.document.places import Place
from handbook.model.handbook import Handbook
from handbook.render.typst_tree import Tree
from handbook.render.typst_words import Node


@dataclass(frozen=True)
class PrintJob:
    """Something to print: a template, the words around it and the tree in it.

    `foot` is what every page is known by, `runners` stand in the head, one for each chapter, and
    `more` is what the template reads beside.
    """

    template: str
    book: Handbook
    title: str
    description: str
    foot: str
    tree: Tree
    runners: tuple[str, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)
    tried: dict[float, tuple[bytes, int]] = field(default_factory=dict)
    """Size → a leaf set in it, and how many pages that takes."""

    @property
    def data(self) -> dict[str, Any]:
        """Everything the template reads."""
        edition = self.book.edition
        return {
            "title": self.title,
            "author": list(edition.publishers),
            "description": self.description,
            "keywords": ["arbeidsinkludering", f"utgave {edition.edition}"],
            "foot": self.foot,
            "site": edition.site_url.partition("://")[2].rstrip("/"),
            "runners": self.runners,
            "blocks": self.tree.nodes,
            "ends": told_shortly(self.tree.ends),
            **self.more,
        }


def printed(job: PrintJob) -> bytes:
    """The PDF. Raises EditionRefused with the entry that cannot be set."""
    try:
        return packed(_typeset(job))
    except NumberTooWide as number:
        job.tree.widen(number.figures)
        return printed(job)


def pages_in(job: PrintJob) -> dict[str, int]:
    """Label → page of what the tree keeps for others; nothing when it cannot be set.

    Who makes the document tells what is wrong with it.
    """
    data = job.data | {"ends": told_shortly(job.tree.kept)}
    try:
        return pages_told(typeset(job.template, data, job.book.edition.date, strict=False))
    except NotTypeset:
        return {}


def _typeset(job: PrintJob) -> bytes:
    try:
        return typeset(job.template, job.data, job.book.edition.date)
    except NotTypeset as problem:
        raise _blamed(job, str(problem)) from None


def _blamed(job: PrintJob, problem: str) -> EditionRefused:
    """Try every place alone; the first that fails is named, else the book as a whole."""
    for one in _innermost(job.tree.nodes):
        alone = {**job.data, "cover": None, "contents": False, "ends": []}
        heading = {"kind": "heading", "level": 1, "content": ["Prøve"], "label": "", "over": ""}
        alone["blocks"] = [heading, *_without_ways(one["content"])]
        try:
            typeset("book", alone, job.book.edition.date, strict=False)
        except NotTypeset as own:
            return EditionRefused(*blamed(job.book, Place(*one["place"])), _told(str(own)))
    return EditionRefused("edition", "", (), _told(problem))


def _told(problem: str) -> str:
    return f"trykkeriprogrammet (Typst) tar ikke imot teksten: {problem}"


def _innermost(nodes: list[Node]) -> Iterator[Node]:
    """Chunks, a chunk inside another before it."""
    for node in nodes:
        if node["kind"] in ("section", "flow"):
            yield from _innermost(node["content"])
        if node["kind"] == "section":
            yield node


def _without_ways(nodes: Any) -> Any:
    """A copy whose ways lead nowhere, since their ends are not in the piece."""
    if isinstance(nodes, list):
        return [_without_ways(one) for one in nodes]
    if not isinstance(nodes, dict):
        return nodes
    if nodes.get("kind") == "link":
        return {"kind": "strong", "content": _without_ways(nodes["content"])}
    if nodes.get("kind") == "mention":
        return {"kind": "strong", "content": []}
    if nodes.get("kind") in ("used", "index"):
        return {"kind": "paragraph", "content": [], "mark": None}
    return {key: _without_ways(value) for key, value in nodes.items() if key != "to"}


def fitted(job: PrintJob, owner: Place, *, pages: int, sizes: tuple[float, ...]) -> bytes:
    """The PDF in the largest size at which it keeps to so many pages.

    Raises EditionRefused naming the owner when it does not fit even at the smallest.
    """
    found = largest(job, pages=pages, sizes=sizes)
    if found is not None:
        return found
    limit = "én side" if pages == 1 else f"{pages} sider"
    reason = f"«{job.title}» får ikke plass på {limit}; kort ned teksten"
    raise EditionRefused(*blamed(job.book, owner), reason)


def largest(job: PrintJob, *, pages: int, sizes: tuple[float, ...]) -> bytes | None:
    """The PDF in the largest size at which it keeps to so many pages, or nothing.

    Sizes are told from the largest. What fits in one fits in all smaller, so few are tried.
    """
    fitting, too_large, fits = None, -1, len(sizes)
    at = 0
    while fits - too_large > 1:
        pdf, count = _set(job, sizes[at])
        if count <= pages:
            fitting, fits = pdf, at
            at = (too_large + fits) // 2
        else:
            too_large = at
            hopeless = pages / count < (sizes[-1] / sizes[at]) ** 2  # words fill an area
            at = len(sizes) - 1 if hopeless and fits == len(sizes) else (too_large + fits) // 2
    return None if fitting is None else packed(fitting)


def _set(job: PrintJob, size: float) -> tuple[bytes, int]:
    """The leaf in a size, and its pages; set once, however many limits it is tried against."""
    if size not in job.tried:
        pdf = _typeset(replace(job, more=job.more | {"size": size}))
        job.tried[size] = pdf, page_count(pdf)
    return job.tried[size]
