"""What a register can tell about itself: formulas over its tables, by the ids of their columns.

Anything in a table is counted: rows in use, answers chosen, ticks set, numbers summed. Some column
ids carry meaning: `start` and `actual_end` say who is in, the ids in DEADLINES what is overdue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.form import Column, Field, FieldType
from handbook.model.form_texts import unasked

DEADLINES = ("planned_end", "next_meeting", "delete_by", "deadline")
"""Date columns that should not lie in the past while the row is in use."""

PERSON = "number"
"""The column that ties the rows of one person together."""

_DONE = {"delete_by": "deleted"}
"""Deadline → the tick that says it is met."""

_LAST_ROW = 1000


@dataclass(frozen=True)
class TableSheet:
    """A table question on a sheet of its own."""

    field: Field
    sheet: str
    first_row: int
    """The first row with answers, counted from 1 as in Excel."""

    def letter(self, column_id: str) -> str:
        """`C`: where a column stands."""
        ids = [column.id for column in self.field.columns]
        return chr(ord("A") + ids.index(column_id))

    def cells(self, column_id: str) -> str:
        """All places for answers in a column, rows added later included."""
        letter = self.letter(column_id)
        sheet = self.sheet.replace("'", "''")
        return f"'{sheet}'!${letter}${self.first_row}:${letter}${_LAST_ROW}"

    def has(self, column_id: str) -> bool:
        """True when the table has a column with this id."""
        return any(column.id == column_id for column in self.field.columns)


@dataclass(frozen=True)
class Counted:
    """One line of the overview."""

    words: str
    formula: str
    overdue: bool = False
    """Worth marking when it is not zero."""


def counts(tables: tuple[TableSheet, ...], lists: dict[str, str]) -> Iterator[tuple[str, Counted]]:
    """Heading and line, in order. `lists` gives the cell that holds an answer's words."""
    for table in tables:
        for line in _counts_of(table, tables, lists):
            yield table.field.label, line


def overdue_rule(table: TableSheet, column: Column, tables: tuple[TableSheet, ...]) -> str:
    """True in a row whose deadline has passed and whose person has not ended."""
    cell = f"${table.letter(column.id)}{table.first_row}"
    rules = [f'{cell}<>""', f"{cell}<TODAY()"]
    if column.id in _DONE and table.has(_DONE[column.id]):
        rules.append(f'${table.letter(_DONE[column.id])}{table.first_row}<>"Ja"')
    ended = _ended(tables)
    if ended and ended is not table and table.has(PERSON):
        person = f"${table.letter(PERSON)}{table.first_row}"
        rules.append(f"COUNTIF({ended.cells(PERSON)},{person})=0")
    return f"=AND({','.join(rules)})"


def _counts_of(
    table: TableSheet, tables: tuple[TableSheet, ...], lists: dict[str, str]
) -> Iterator[Counted]:
    yield from _rows_in_use(table)
    if table.has("start"):
        yield Counted("Inne nå", _inside(table, tables))
    for column in table.field.asked_columns:
        cells = table.cells(column.id)
        if column.id in DEADLINES:
            words = f"{column.label}: fristen er ute"
            yield Counted(words, _overdue(table, column, tables), overdue=True)
        elif column.type is FieldType.YES_NO:
            yield Counted(f"{column.label}: ja", f'=COUNTIF({cells},"Ja")')
        elif column.type is FieldType.NUMBER:
            yield Counted(f"{column.label}: sum", f"=SUM({cells})")
        elif column.type is FieldType.CHOICE:
            for option in column.options:
                same = f"SUMPRODUCT(--({cells}={lists[option.label]}))"
                yield Counted(f"{unasked(column.label)}: {option.label}", f"={same}")


def _rows_in_use(table: TableSheet) -> Iterator[Counted]:
    if not table.field.row_labels:
        first = table.cells(table.field.columns[0].id)
        yield Counted("Rader i bruk", f'=SUMPRODUCT(--({first}<>""))')


def _inside(table: TableSheet, tables: tuple[TableSheet, ...]) -> str:
    """Started on or before today, and not written down as ended."""
    start = table.cells("start")
    started = f'({start}<>"")*({start}<=TODAY())'
    return f"=SUMPRODUCT({started}{_not_ended(table, tables)})"


def _overdue(table: TableSheet, column: Column, tables: tuple[TableSheet, ...]) -> str:
    cells = table.cells(column.id)
    late = f'({cells}<>"")*({cells}<TODAY())'
    if column.id in _DONE and table.has(_DONE[column.id]):
        late += f'*({table.cells(_DONE[column.id])}<>"Ja")'
    return f"=SUMPRODUCT({late}{_not_ended(table, tables)})"


def _not_ended(table: TableSheet, tables: tuple[TableSheet, ...]) -> str:
    ended = _ended(tables)
    if ended is None or ended is table or not table.has(PERSON):
        return ""
    people, ends = ended.cells(PERSON), ended.cells("actual_end")
    return f'*(COUNTIFS({people},{table.cells(PERSON)},{ends},"<="&TODAY())=0)'


def _ended(tables: tuple[TableSheet, ...]) -> TableSheet | None:
    """The table where periods end."""
    return next((t for t in tables if t.has("actual_end") and t.has(PERSON)), None)
