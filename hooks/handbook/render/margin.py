"""Room in the margin: how much taller each mark is than the text beside it.

A pass over the tree of `typst.py`. Typst could measure this, but would lay every page out again.
"""

from __future__ import annotations

from math import ceil
from typing import Any

from handbook.lettering import width_mm

_TEXT_MM, _TERM_MM, _LEVEL_MM = 125.0, 36.0, 11.0
_INDENTS_MM = {"bullet": 4.0, "number": 6.0, "tick": 6.0, "plain": 0.0, "box": 7.0}
_NOTE_MM, _RIM_MM = 37.5, 2.2
_NOTE_LINE, _TEXT_LINE, _SPACE = 11.4, 13.5, 4.0
"""Points from line to line in the margin and in the text, and between two list lines."""


def make_room(value: Any, room_mm: float = _TEXT_MM) -> None:
    """Tell how much taller each mark is than the text beside it, and which terms need a line."""
    if isinstance(value, list):
        for inner in value:
            if isinstance(inner, (dict, list)):
                make_room(inner, room_mm)
        return
    room_mm -= _INDENTS_MM.get(
        value.get("marker" if value.get("kind") == "list" else "kind", ""), 0.0
    )
    if "term" in value:
        name = width_mm(_plain(value["term"]), size_points=10, bold=True)
        value["long"] = name > _TERM_MM - 1.5
        room_mm -= _TERM_MM
    if "binding" in value:
        room_mm -= _LEVEL_MM
    mark = value.get("mark")
    if mark:
        text = _lines(_plain(value.get("content", [])), room_mm, 10) + bool(value.get("long"))
        tall = _lines_of_note(mark) * _NOTE_LINE - text * _TEXT_LINE - _SPACE
        mark["room"] = 0 if value.get("kind") == "facts" else round(max(0.0, tall), 1)
    for inner in value.values():
        if isinstance(inner, (dict, list)):
            make_room(inner, room_mm)


def _lines_of_note(mark: dict[str, Any]) -> int:
    """The words of the mark stand in one piece; its numbers follow, and break between them."""
    lines, used = 1, width_mm(mark["words"], size_points=7.6) + _RIM_MM
    for number in _plain(mark["findings"]).split():
        more = width_mm(f" {number}", size_points=7.6)
        lines, used = (lines, used + more) if used + more <= _NOTE_MM else (lines + 1, more)
    return lines


def _lines(text: str, room_mm: float, points: float) -> int:
    return max(1, ceil(width_mm(text, size_points=points) / room_mm))


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(map(_plain, value))
    return _plain(value.get("content", value.get("items", [])))
