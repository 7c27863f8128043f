"""Every block and piece of a document, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

from handbook.document.blocks import Checklist, Fact, Figure, Item, Row, Section


def walk(value: Any) -> Iterator[Any]:
    """The value itself and every node in it, outermost first."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if type(found) is tuple:
            waiting += reversed(found)
        elif is_dataclass(found):
            yield found
            kind: Any = type(found)
            waiting += reversed([get(found) for get in _inner(kind)])


@lru_cache(maxsize=200)
def _inner(kind: Any) -> tuple[Callable[[Any], Any], ...]:
    return tuple(attrgetter(field.name) for field in fields(kind))


def sections(section: Section) -> Iterator[tuple[str, str]]:
    """Title and anchor of the parts right under a heading; those without anchor are left out."""
    for block in section.blocks:
        if isinstance(block, Section) and block.anchor:
            yield block.title, block.anchor


def anchors(section: Section) -> Iterator[str]:
    """Every spot a link may lead to, in a section and what it holds."""
    for found in walk(section):
        if isinstance(found, Checklist):
            yield from (f"{found.anchor}-{task.id}" for task in found.tasks)
        elif isinstance(found, Section | Item | Fact | Row | Figure) and found.anchor:
            yield found.anchor
