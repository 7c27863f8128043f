"""A question of a blank form as the templates lay it out, with room to write by hand."""

from __future__ import annotations

from typing import Any

from handbook.document.blocks import Question
from handbook.model.form import FieldType
from handbook.pictograms import face_on_paper

SHEET_WIDTH_MM = 170.0
MAX_ROWS = 4
"""Blank rows of a table; the loose form has them all."""
_MAX_LINES = 4


def question_node(question: Question, info: list[Any]) -> dict[str, Any]:
    """One question; `info` is what a piece of information tells."""
    return {
        "label": question.label,
        "type": question.kind.value,
        "required": question.required,
        "if": question.condition,
        "help": [text for text in (question.help, *question.offered) if text],
        "options": _options(question),
        "faces": _faces(question),
        "wide": question.spread == "list",
        "halves": question.spread == "halves",
        "lines": min(question.lines, _MAX_LINES),
        "info": info,
        "table": _table(question) if question.kind is FieldType.TABLE else None,
    }


def _options(question: Question) -> list[str]:
    if question.kind is FieldType.MULTI_CHOICE:
        return [answer.label for answer in question.answers]
    if question.kind is FieldType.CHOICE:
        return [choice.label for choice in question.answers[0].choices]
    return []


def _faces(question: Question) -> list[str]:
    """A drawing for each answer of a scale; empty where there is none."""
    if question.kind is not FieldType.CHOICE:
        return []
    faces = [face_on_paper(choice.face) for choice in question.answers[0].choices]
    return faces if any(faces) else []


def _table(question: Question) -> dict[str, Any]:
    """Fixed row names all stand; empty rows are fewer than on the loose form."""
    count = len(question.rows)
    names = list(question.row_names) or [""] * min(count, MAX_ROWS)
    even = (SHEET_WIDTH_MM / len(question.columns),) * len(question.columns)
    ticks = [answer.kind is FieldType.YES_NO for answer in question.rows[0]]
    return {
        "head": list(question.columns),
        "widths": list(question.widths_mm or even),
        "names": names,
        "named": bool(question.row_names),
        "ticks": [*([False] if question.row_names else []), *ticks],
        "more": f"Det løse skjemaet har {count} rader." if count > len(names) else "",
    }
