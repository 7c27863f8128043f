"""A form with the answers of an example: what is asked then, and the place each answer has.

The places and what stands in them are those of the web form, of the Word file and of JSON.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from handbook.model.answers import Answer, Answers, Cell, Row
from handbook.model.form import Column, Condition, Field, FieldType, Form

Places = dict[str, str | bool]
"""Place → what is written or chosen there; a ticked box is true."""


def is_asked(form: Form, field: Field, answers: Answers) -> bool:
    """Whether a question is asked, as the answers stand; what is not asked decides nothing."""
    return all(_holds(form, one, answers) for one in field.shown_if)


def _holds(form: Form, condition: Condition, answers: Answers) -> bool:
    earlier = next((one for one in form.fields if one.id == condition.field), None)
    if earlier is None or not is_asked(form, earlier, answers):
        return False
    answer = answers.get(earlier.id)
    if earlier.type is FieldType.YES_NO:
        return ("true" if answer is True else "false") in condition.any_of
    given = answer if isinstance(answer, tuple) else (answer,)
    return any(wanted in given for wanted in condition.any_of)


def row_number(field: Field, row: Row, at: int) -> int | None:
    """The number of a row from 1: that of its name, else its place; None for a strange name."""
    if not field.row_labels:
        return at + 1
    name = row.get(field.columns[0].id)
    return field.row_labels.index(str(name)) + 1 if name in field.row_labels else None


def placed(form: Form, answers: Answers) -> Places:
    """Every answer in its place, in the order of the form; what has no place is left out."""
    found: Places = {}
    for field in form.fields:
        answer = answers.get(field.id)
        if answer is not None:
            found |= _of_field(field, answer)
    return found


def _of_field(field: Field, answer: Answer) -> Places:
    if field.type is FieldType.MULTI_CHOICE and isinstance(answer, tuple):
        return {f"{field.id}.{one}": True for one in answer if isinstance(one, str)}
    if field.type is FieldType.TABLE and isinstance(answer, tuple):
        return _of_table(field, answer)
    if isinstance(answer, tuple) or answer is False:
        return {}
    return {field.id: as_typed(field.type, answer)}


def _of_table(field: Field, rows: tuple[str | Row, ...]) -> Places:
    found: Places = {}
    columns = {column.id: column for column in field.asked_columns}
    for at, row in enumerate(rows):
        number = None if isinstance(row, str) else row_number(field, row, at)
        if number is None or isinstance(row, str):
            continue
        for name, cell in row.cells:
            if name in columns and cell is not False:
                place = f"{field.id}.{number}.{name}"
                found[place] = as_typed(columns[name].type, cell)
    return found


def as_typed(kind: FieldType, cell: Cell) -> Cell:
    """A cell as a person types it: `12.04.2027` for a day."""
    if kind is FieldType.DATE and isinstance(cell, str) and day_of(cell):
        year, month, day = cell.split("-")
        return f"{day}.{month}.{year}"
    return cell


def day_of(text: str) -> dt.date | None:
    """The day that ÅÅÅÅ-MM-DD names, or None."""
    try:
        return dt.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def is_number(text: str) -> bool:
    """Whether a text is a number as Norwegians write them: `1200`, `1 200`, `37,5`."""
    return re.fullmatch(r"-?(0|[1-9]\d{0,2}( \d{3})+|[1-9]\d*)(,\d{1,2})?", text) is not None


def words_of(place: Field | Column, cell: Cell) -> str:
    """What a reader sees of an answer: the words of an option, `Ja` for a tick."""
    if cell is True:
        return "Ja"
    label = next((option.label for option in place.options if option.id == cell), None)
    return label or str(as_typed(place.type, cell))


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its answer, as a paper shows it; nothing answered is `open`."""

    label: str
    value: str = ""
    ticks: tuple[tuple[str, bool], ...] = ()
    """The words of each box, and whether it is ticked."""
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    signed: bool = False
    """Whether it is a place to sign, which an example leaves open."""


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A part of a paper: its heading and its lines."""

    title: str
    lines: tuple[Line, ...]


def paper(form: Form, answers: Answers) -> tuple[PaperPart, ...]:
    """The form as it was filled in: what is not asked is left out, and so is information.

    The same as form-paper.js makes of the answers in their places; a test holds the two together.
    """
    places = placed(form, answers)
    asked = (
        (
            part.title,
            tuple(
                _line(field, places)
                for field in part.fields
                if field.type is not FieldType.INFO and is_asked(form, field, answers)
            ),
        )
        for part in form.sections
    )
    return tuple(PaperPart(title, lines) for title, lines in asked if lines)


def _line(field: Field, places: Places) -> Line:
    if field.type is FieldType.SIGNATURE:
        return Line(field.label, signed=True)
    if field.type is FieldType.TABLE:
        return _table(field, places)
    if field.type is FieldType.YES_NO:
        return Line(field.label, ticks=(("Ja", field.id in places),))
    if field.type is FieldType.MULTI_CHOICE:
        boxes = ((one.label, f"{field.id}.{one.id}" in places) for one in field.options)
        return Line(field.label, ticks=tuple(boxes))
    given = places.get(field.id)
    return Line(field.label, "" if given is None else words_of(field, given))


def _table(field: Field, places: Places) -> Line:
    """Rows with something in them; rows with names are all there as soon as one is answered."""
    columns = field.asked_columns
    rows = []
    for number in range(1, field.most_rows + 1):
        spots = [(column, places.get(f"{field.id}.{number}.{column.id}")) for column in columns]
        cells = tuple("" if cell is None else words_of(column, cell) for column, cell in spots)
        if field.row_labels:
            rows.append((field.row_labels[number - 1], *cells))
        elif any(cells):
            rows.append(cells)
    heads = (*(field.columns[:1] if field.row_labels else ()), *columns)
    used = any(any(row[bool(field.row_labels) :]) for row in rows)
    return Line(
        field.label, heads=tuple(one.label for one in heads), rows=tuple(rows) if used else ()
    )


_ONE_OF_A_LIST = r"^[A-ZÆØÅ]\.?$|\b[A-ZÆØÅ]\.(?: ?[A-ZÆØÅ]\.)+|\b[A-ZÆØÅ]-\d+\b|\b\d{4}-\d{2}\b"
"""Initials, and numbers that stand for somebody in a register: `K-03`, `2027-06`."""


def starting_point(form: Form, answers: Answers, names: Iterable[str]) -> Places:
    """The answers that somebody else can begin from: nothing that names anyone, and no days.

    `names` are those of the example: whoever and wherever it is about stays there.
    """
    said = "|".join(map(re.escape, names))
    of_somebody = re.compile(rf"(?<!\w)(?:{said})s?(?!\w)|{_ONE_OF_A_LIST}")
    kinds = {field.id: field.type for field in form.fields} | {
        f"{field.id}.{column.id}": column.type for field in form.fields for column in field.columns
    }
    return {
        place: given
        for place, given in placed(form, answers).items()
        if given is True
        or (kinds.get(_kind_of(place)) is not FieldType.DATE and not of_somebody.search(str(given)))
    }


def _kind_of(place: str) -> str:
    field, _, rest = place.partition(".")
    column = rest.rpartition(".")[2]
    return f"{field}.{column}" if column else field
