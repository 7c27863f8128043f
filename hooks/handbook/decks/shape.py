"""Where things stand on a slide, in millimetres, and which sizes their letters may have."""

from __future__ import annotations

from typing import NamedTuple

WIDE, HIGH = 338.67, 190.5
"""16:9, as PowerPoint has it."""

TITLE_POINTS = (32.0, 28.0, 26.0)
BODY_POINTS = (26.0, 24.0, 22.0, 20.0, 18.0)
"""Sizes are tried, the largest first; nothing that is read on a wall is smaller than the last."""
OPENING_POINTS, OPENING_LINE, HEADING, FOOT = 40.0, 20.0, 22.0, 12.0

LINE = 1.37
"""A line is so many times as high as its letters, also where taller ones stand in for Arial."""
WIDER = 1.05
"""So much wider than Arial may the letters be that stand in for it."""
BETWEEN = 0.35
"""What stands between two paragraphs, as a part of the size of the letters."""
INDENT = 8.0
"""How far a line of a list stands in."""
PADDING = 2.0
"""Inside a cell of a table, to each side; over and under it is half."""


class Box(NamedTuple):
    """Left, top, width and height."""

    x: float
    y: float
    wide: float
    high: float


TITLE = Box(16, 10, 306, 28)
BODY = Box(16, 44, 306, 124)
LEFT_HEADING, RIGHT_HEADING = Box(16, 44, 148, 11), Box(174, 44, 148, 11)
LEFT, RIGHT = Box(16, 57, 148, 111), Box(174, 57, 148, 111)
TABLE = Box(16, 40, 306, 97)
BELOW = Box(16, 139, 306, 33)
FOOTER, NUMBER = Box(16, 174, 250, 9), Box(282, 174, 40, 9)
OPENING_TITLE, OPENING_LINES = Box(24, 36, 290, 62), Box(24, 108, 290, 60)
BAND, BAR = Box(0, 0, 5, HIGH), Box(25, 102, 40, 1.6)
