"""One of every kind of block and piece, in each of its looks, made from the types alone."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.document import tools as t
from handbook.document.places import Place

_WORD = "ord"
_PLAIN: dict[Any, Any] = {
    str: _WORD, int: 2, float: 2.5, bool: True, Place: Place("page", _WORD),
    dt.date: dt.date(2026, 12, 31),
}  # fmt: skip
_STOPS = {b.Paragraph: b.Paragraph((_WORD,)), str: _WORD}
"""What stands for any block and any piece, so that they do not hold each other for ever."""

_FITTED: dict[Any, dict[str, Any]] = {
    b.Question: {"columns": (_WORD, _WORD)},
    b.Notice: {"first_day": None},
    b.DrawnStep: {"lead": 0, "also": (0,)},
    b.DrawnDecision: {"by": (0,)},
}
"""Fields that must agree with others: rows are named in the first column, actors are counted, and a
notice for a day to come is shown by a script alone."""
_NEVER = (
    (b.Question, "answers", ()), (b.Row, "cells", ()), (b.Notice, "words", ()),
    (b.Process, "actors", ()), (b.DrawnDecision, "by", ()),
)  # fmt: skip
"""What makes no sense when it is empty: nobody asks, tells, warns of or draws nothing."""


def every_block() -> Iterator[b.Block]:
    """Blocks, and pieces inside paragraphs: whole, in every look, and with each field left out."""
    for kind in get_args(b.Block):
        yield from _looks(kind)
    for kind in get_args(i.Inline):
        if kind is not str:
            yield from (b.Paragraph((one,)) for one in _looks(kind))
    for kind in _parts_of(t.ToolData):
        yield from (b.Tool(one, (b.Paragraph((_WORD,)),)) for one in _looks(kind))


def _looks(kind: type) -> Iterator[Any]:
    """A node with everything in it; then with each other choice, and without what may be absent."""
    whole = _node(kind)
    yield whole
    for name, hint in get_type_hints(kind).items():
        for other in _others(hint):
            if (kind, name, other) not in _NEVER:
                yield replace(whole, **{name: other})


def _others(hint: Any) -> Iterator[Any]:
    """Values of a field beside the usual one, those of the nodes it holds among them."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        yield from parts
    elif hint is bool:
        yield False
    elif hint is str:
        yield ""
    elif isinstance(hint, type) and issubclass(hint, Enum):
        yield from hint
    elif origin is tuple and parts[-1] is Ellipsis:
        yield ()
        for part in _parts_of(parts[0]):
            yield from ((one,) for one in _inner(part))
    elif types.NoneType in parts:
        yield None
        yield from _others(next(part for part in parts if part is not types.NoneType))
    elif is_dataclass(hint) or origin in (Union, types.UnionType):
        for part in _parts_of(hint):
            yield from _inner(part)


def _inner(kind: Any) -> Iterator[Any]:
    """The looks of a node inside another; blocks and pieces are told of on their own."""
    if is_dataclass(kind) and kind not in (*get_args(b.Block), *get_args(i.Inline)):
        yield from _looks(kind)  # type: ignore[arg-type]


def _parts_of(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


def _node(kind: Any) -> Any:
    hints = get_type_hints(kind)
    values = {field.name: _value(hints[field.name]) for field in fields(kind)}
    return kind(**values | _FITTED.get(kind, {}))


def _value(hint: Any) -> Any:  # noqa: PLR0911 - one for each sort of hint
    origin, parts = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if origin is Literal:
        return parts[0]
    if origin is tuple:
        many = parts[:-1] if parts[-1] is Ellipsis else parts
        return tuple(map(_value, many))
    if origin is dict:
        return {_value(parts[0]): _value(parts[1])}
    if origin in (Union, types.UnionType):
        return next((_STOPS[part] for part in parts if part in _STOPS), None) or _value(parts[0])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    return _node(hint)
