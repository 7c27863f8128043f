"""Every block and piece of a document, in reading order; its anchors, and where its links lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from handbook.document.blocks import Checklist, Contents, Fact, Figure, Item, Question, Row, Section
from handbook.document.inline import Mark
from handbook.document.places import Place
from handbook.model.noun import Basis


def walk(value: Any) -> Iterator[Any]:
    """The value itself and every node in it, outermost first."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        kind: Any = type(found)
        if kind is tuple:
            waiting += found[::-1]
        elif (shape := _SHAPES[kind]) is not _NOTHING:
            yield found
            waiting += shape.inner(found)[::-1] if shape.inner else ()


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
    """Both ends of links: the spots in a section they may lead to, and where its own lead.

    `bases` is what its marks say it rests on.
    """

    anchors: frozenset[str]
    targets: frozenset[Place]
    bases: frozenset[Basis]


def ends(section: Section) -> Ends:
    """The ends of links in a section and what it holds, found in one walk.

    Pages are many and their nodes hundreds of thousands, so `walk` is written out here.
    """
    spots: set[str] = set()
    targets: set[Place | None] = set()
    bases: set[Basis] = set()
    waiting: list[tuple[Any, ...]] = [(section,)]
    while waiting:
        for found in waiting.pop():
            kind: Any = type(found)
            if kind is str:
                continue
            if kind is tuple:
                waiting.append(found)
                continue
            shape = _SHAPES[kind]
            if shape.spots:
                spots.update(shape.spots(found))
            for lead in shape.leads:
                targets.add(lead(found))
            if shape.inner:
                waiting.append(shape.inner(found))
            if kind is Mark:
                bases.add(found.basis)
            if kind is Contents and section.place:
                targets.update(section.place.at(anchor) for _, anchor in found.items)
    leading = frozenset(target for target in targets if target)
    return Ends(frozenset(spots - {""}), leading, frozenset(bases))


class _Shape(NamedTuple):
    """What a kind of node has: spots that links lead to, fields that lead on, nodes inside."""

    spots: Callable[[Any], Iterable[str]] | None
    leads: tuple[Callable[[Any], Place | None], ...]
    inner: Callable[[Any], tuple[Any, ...]] | None


class _Shapes(dict[type, _Shape]):
    """Kind → shape, found out when it is first met; what is no node has nothing."""

    def __missing__(self, kind: type) -> _Shape:
        shape = self[kind] = _shape(kind) if is_dataclass(kind) else _NOTHING
        return shape


_NOTHING = _Shape(None, (), None)
"""The shape of a string, a number, a place: of all that is no node."""

_SHAPES = _Shapes()


def _shape(kind: type) -> _Shape:
    spots = _SPOTS.get(kind)
    leads = () if spots else tuple(map(attrgetter, _leading(kind)))
    return _Shape(spots, leads, _nodes_in(kind))


def _anchor(found: Any) -> tuple[str]:
    return (found.anchor,)


def _anchors(found: Any) -> tuple[str, ...]:
    return (found.anchor, *found.former)


_SPOTS: dict[type, Callable[[Any], Iterable[str]]] = {
    **dict.fromkeys((Item, Row, Figure), _anchor),
    **dict.fromkeys((Section, Fact), _anchors),
    Checklist: lambda found: (f"{found.anchor}-{task.id}" for task in found.tasks),
    Question: lambda found: (question_anchor(found.id),),
}
"""Kind → the spots of a node; the place of such a node is its own, not one it leads to."""


def _nodes_in(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the values that may hold nodes; None when there can be none."""
    types = get_type_hints(kind)
    names = [field.name for field in fields(kind) if _may_hold_nodes(types[field.name])]
    if not names:
        return None
    get = attrgetter(*names)
    run = len(names) == 1 and get_origin(types[names[0]]) is tuple
    return get if run or len(names) > 1 else lambda found: (get(found),)


def _leading(kind: type) -> tuple[str, ...]:
    """The fields of a node that lead somewhere."""
    types = get_type_hints(kind)
    return tuple(f.name for f in fields(kind) if Place in (types[f.name], *get_args(types[f.name])))


def _may_hold_nodes(annotation: Any) -> bool:
    return is_dataclass(annotation) or any(map(_may_hold_nodes, get_args(annotation)))
