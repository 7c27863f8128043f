"""Every block and piece of a document, in reading order; its anchors, and where its links lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, get_args, get_type_hints

from handbook.document.blocks import Checklist, Contents, Fact, Figure, Item, Question, Row, Section
from handbook.document.places import Place


def walk(value: Any) -> Iterator[Any]:
    """The value itself and every node in it, outermost first."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        kind: Any = type(found)
        if kind is tuple:
            waiting += found[::-1]
        elif kind is not str:
            inner = _inner(kind)
            if inner is not None:
                yield found
                waiting += inner(found)


@lru_cache(maxsize=200)
def _inner(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the values in a node that may hold nodes, last first; None for all but nodes."""
    if not is_dataclass(kind):
        return None
    types = get_type_hints(kind)
    names = [field.name for field in fields(kind) if _may_hold_nodes(types[field.name])][::-1]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda found: tuple(getattr(found, name) for name in names)


def _may_hold_nodes(annotation: Any) -> bool:
    return is_dataclass(annotation) or any(map(_may_hold_nodes, get_args(annotation)))


def sections(section: Section) -> Iterator[tuple[str, str]]:
    """Title and anchor of the parts right under a heading; those without anchor are left out."""
    for block in section.blocks:
        if isinstance(block, Section) and block.anchor:
            yield block.title, block.anchor


def question_anchor(question_id: str) -> str:
    """Where on its page a question stands: `felt-participant_name`."""
    return f"felt-{question_id}"


def anchors(section: Section) -> frozenset[str]:
    """Every spot a link may lead to, in a section and what it holds."""
    return ends(section).anchors


class Ends(NamedTuple):
    """Both ends of links: the spots in a section they may lead to, and where its own lead."""

    anchors: frozenset[str]
    targets: frozenset[Place]


_ANCHORED = frozenset({Section, Item, Fact, Row, Figure})


def ends(section: Section) -> Ends:
    """The ends of links in a section and what it holds, found in one walk: pages are many."""
    spots: set[str] = set()
    targets: set[Place] = set()
    for found in walk(section):
        kind: Any = type(found)
        if kind in _ANCHORED:
            spots.add(found.anchor)
        elif kind is Checklist:
            spots.update(f"{found.anchor}-{task.id}" for task in found.tasks)
        elif kind is Question:
            spots.add(question_anchor(found.id))
        elif kind is Contents and section.place:
            targets.update(section.place.at(anchor) for _, anchor in found.items)
        else:
            for name in _leading(kind):
                targets.add(getattr(found, name))
    return Ends(frozenset(spots - {""}), frozenset(targets - {None}))


@lru_cache(maxsize=200)
def _leading(kind: type) -> tuple[str, ...]:
    """The fields of a node that lead somewhere."""
    types = get_type_hints(kind)
    return tuple(f.name for f in fields(kind) if Place in (types[f.name], *get_args(types[f.name])))
