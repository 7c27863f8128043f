"""How a workbook looks, and what may be typed in a cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from handbook.model.form import FieldType

YES_NO = ("Ja", "Nei")

_INK, _MUTED, _FJORD, _SKY, _EDGE = "#1C2B2D", "#4D5F61", "#0E4F56", "#E8F2F3", "#7D8A88"
_LATE = "#F7DCE3"
_FONT = "Calibri"
"""Workbooks cannot carry a typeface of their own; this one is where Excel is."""
_DATE_FORMAT = "dd.mm.yyyy"
_EARLIEST = dt.date(1990, 1, 1)


def looks_of(workbook: Any) -> dict[str, Any]:
    """Cell formats by what they are for."""
    base = {"font_name": _FONT, "font_size": 11, "font_color": _INK, "valign": "vcenter"}
    box = base | {"border": 1, "border_color": _EDGE, "text_wrap": True}
    kinds: dict[str, dict[str, Any]] = {
        "title": {"font_size": 17, "bold": True, "font_color": _FJORD},
        "heading": {"bold": True, "font_color": _FJORD, "bg_color": _SKY},
        "text": {"text_wrap": True, "valign": "top"},
        "muted": {"font_color": _MUTED, "text_wrap": True, "font_size": 10, "indent": 1},
        "note": {"font_color": _MUTED, "font_size": 10},
        "label": {"bold": True, "text_wrap": True},
        "line": {"text_wrap": True},
        "count": {"bold": True, "align": "right", "num_format": "0"},
        "percent": {"bold": True, "align": "right", "num_format": "0 %"},
        "header": box | {"bold": True, "font_color": _FJORD, "bg_color": _SKY, "align": "left"},
        "cell": box,
        "date": box | {"num_format": _DATE_FORMAT, "align": "left"},
        "number": box | {"num_format": "General", "align": "right"},
    }
    looks = {name: workbook.add_format(base | look) for name, look in kinds.items()}
    return looks | {"late": workbook.add_format({"bg_color": _LATE, "bold": True})}


def look_of_answer(kind: FieldType) -> str:
    """Which format a cell of this kind wears."""
    return {FieldType.DATE: "date", FieldType.NUMBER: "number"}.get(kind, "cell")


def rule(
    kind: FieldType, answers: tuple[str, ...], ranges: Mapping[tuple[str, ...], str]
) -> dict[str, Any]:
    """What may be typed, and the help that is shown; empty when anything may.

    `ranges` says where on the sheet of lists a set of answers stands.
    """
    if kind is FieldType.DATE:
        return {
            "validate": "date", "criteria": ">=", "value": _EARLIEST,
            "input_message": "Skriv datoen som dd.mm.åååå.",
            "error_message": "Skriv en dato, for eksempel 22.11.2026.",
        }  # fmt: skip
    if kind is FieldType.NUMBER:
        return {
            "validate": "decimal", "criteria": ">=", "value": 0,
            "input_message": "Skriv et tall.", "error_message": "Skriv et tall, null eller mer.",
        }  # fmt: skip
    wanted = YES_NO if kind is FieldType.YES_NO else answers
    if not wanted:
        return {}
    return {
        "validate": "list", "source": ranges[wanted],
        "input_message": "Velg fra lista.", "error_message": "Velg et svar fra lista.",
    }  # fmt: skip
