"""A whole document for Typst: sections printed, links led to their ends, room made for marks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from handbook.document.blocks import Section
from handbook.document.places import Place
from handbook.render.typst import Typst
from handbook.render.typst_words import Node, label, no_foot

_NEAR, _FAR = 2, 3
"""Figures that a page number has room for: before page 100, and behind it."""


@dataclass
class Tree:
    """What the templates walk. `ways` are the nodes in it that lead to a label in it.

    `kept` are the labels in it that something outside leads to.
    """

    nodes: list[Node]
    ways: list[Node] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    @property
    def ends(self) -> list[str]:
        """Labels that something leads to; a page number knows its end by its place here."""
        return sorted({way["to"] for way in self.ways})

    def widen(self, figures: int) -> None:
        """Give every page number room for at least so many figures."""
        for way in self.ways:
            way["figures"] = max(way["figures"], figures)


def typst_tree(
    told: Iterable[Section],
    site: str,
    *,
    early: Collection[Place] = (),
    keep: Collection[str] = (),
    small: bool = False,
    level: int = 1,
    foot: Callable[[Place], str] = no_foot,
) -> Tree:
    """The tree of some sections. What they lead to elsewhere is led to the web, at `site`.

    What lies in the folders of the `early` places should stand before page 100, so that numbers of
    its pages have room for two figures, all others for three. Labels that something outside these
    sections leads to are told in `keep`.
    """
    printer = Typst(level, small=small, foot=foot)
    nodes = printer.nodes(tuple(told))
    folders = tuple(label(place).rpartition("/")[0] + "/" for place in early)
    ways = [way for way in printer.ways if _led(way, printer.labels, site)]
    ends = {to: number for number, to in enumerate(sorted({way["to"] for way in ways}))}
    for way in ways:
        near = way["to"].startswith(folders)
        way["end"], way["figures"] = ends[way["to"]], _NEAR if near else _FAR
    for used in printer.uses:
        here = {to: _end(to, printer.labels) for to in used["to"]}
        used["to"] = [end for end in here.values() if end]
        used["names"] = [used["names"][to] for to, end in here.items() if not end]
    _forget(printer.labels, {*ends, *keep, *(to for used in printer.uses for to in used["to"])})
    return Tree(nodes, ways, sorted(printer.labels.keys() & set(keep)))


def _forget(labels: dict[str, Node], wanted: Collection[str]) -> None:
    """Take away labels that nothing leads to; the typesetter looks through all there are."""
    for name, node in labels.items():
        if name not in wanted:
            node["label"] = ""


def _led(way: Node, labels: Collection[str], site: str) -> bool:
    """Whether a way has its end in the document; if not, it leads to the web from now on."""
    end = _end(way["to"], labels)
    if end:
        way["to"] = end
        return True
    to, kind = way.pop("to"), way.get("kind")
    if kind:
        url = f"{site}/{to}" if kind == "file" else web_address(site, to)
        way.update({"kind": "url", "url": url})
    return False


def web_address(site: str, to: str) -> str:
    """The address on the web of what a label names."""
    path, hash_sign, spot = to.partition("#")
    return f"{site}/{path}.html{hash_sign}{spot}"


def _end(to: str, labels: Collection[str]) -> str:
    """The spot itself, or the page that holds it; empty when neither is in the document."""
    whole = to.partition("#")[0]
    return to if to in labels else whole if whole in labels else ""
