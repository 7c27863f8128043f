"""Numbers → signs in rows, or a share with its range, each with its words. Measures are in px."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbook.document.blocks import Share, SignGroup, Signs
from handbook.norwegian import percent
from handbook.render.shapes import LEADING, Box, Mark, Shape, Text, lines_of, wrap

WIDTH = 328.0
SIZE = 16.5
"""Letters; at 320 px the picture is shown at 86 per cent."""

_LARGE, _SMALL, _FEW = 20.0, 14.0, 80
"""From sign to sign, where there are few and many."""
_INDENT, _ROOM_ABOVE_KEY = 24.0, 10.0


@dataclass(frozen=True)
class Picture:
    """All that is drawn, on a sheet of its own."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def picture(data: Signs | Share) -> Picture:
    """What was counted, sign by sign; of a sample a line with the range."""
    return _sample(data) if isinstance(data, Share) else _signs(data)


def _signs(data: Signs) -> Picture:
    looks = [group.look for group in data.groups for _ in range(group.signs)]
    step = _LARGE if len(looks) <= _FEW else _SMALL
    step = min(step, WIDTH / data.across) if data.across else step
    across = data.across or int(WIDTH // step)
    marks = [Mark(look, (at % across + 0.5) * step, (at // across + 0.5) * step, 0.36 * step)
             for at, look in enumerate(looks)]  # fmt: skip
    bottom = -(-len(looks) // across) * step + _ROOM_ABOVE_KEY
    key = tuple(_key(data.groups, bottom))
    height = max((one.y for one in key), default=bottom) + 8
    return Picture(WIDTH, height, (*marks, *key))


def _key(groups: tuple[SignGroup, ...], y: float) -> Iterator[Mark | Text]:
    """What each kind of sign says, under each other."""
    for group in groups:
        lines = wrap(group.name, WIDTH - _INDENT, SIZE)
        yield Mark(group.look, 9, y + 12, 7.2)
        yield from lines_of("key", _INDENT, y + 18, lines, SIZE)
        y += len(lines) * SIZE * LEADING + 4


def _sample(data: Share) -> Picture:
    """A line from 0 to 100 per cent, the range on it, and the share in the middle of the range."""
    one = WIDTH / 100
    low, wide = data.low * one, (data.high - data.low) * one
    point = min(max(data.share * one - 2, 0), WIDTH - 4)
    start, end = (Text("key", 0, 48, SIZE, percent(part)) for part in (0, 100))
    ends = (start, replace(end, x=WIDTH - end.length))
    return Picture(WIDTH, 56, (
        Box("track", 1, 10, WIDTH - 2, 14, 4), Box("range", low, 10, wide, 14, 0),
        Box("point", point, 4, 4, 26, 0), *ends,
    ))  # fmt: skip
