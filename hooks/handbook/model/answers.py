"""Answers to a form as an editor writes them: question → answer, a table as its rows.

Nothing is known here of the form: whether an answer fits its question is for a check to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from handbook.model.ids import FIELD_PATTERN, KeyPath

Cell = str | bool
"""What is written or chosen in one place; a box that is ticked is true."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: column → cell, for the cells that are filled in."""

    cells: tuple[tuple[str, Cell], ...]

    def get(self, column: str) -> Cell | None:
        """What stands in a column; None where it is open."""
        return dict(self.cells).get(column)


Answer = Cell | tuple[str | Row, ...]
"""A plain answer, the boxes that are ticked, or the rows of a table."""

MOST = 200
"""Answers in one form, and rows in one table."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one form, in the order they are written."""

    given: tuple[tuple[str, Answer], ...]

    def __iter__(self) -> Iterator[tuple[str, Answer]]:
        return iter(self.given)

    def get(self, field: str) -> Answer | None:
        """The answer to a question; None where it stands open."""
        return dict(self.given).get(field)

    @property
    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Every text among the answers, and the way to it."""
        for field, answer in self.given:
            if isinstance(answer, str):
                yield (field,), answer
            elif isinstance(answer, tuple):
                yield from _texts(field, answer)

    @property
    def plain(self) -> dict[str, Any]:
        """As the file has them."""
        return {field: _plain(answer) for field, answer in self.given}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _checked,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda a: a.plain),
        )


def _texts(field: str, answer: tuple[str | Row, ...]) -> Iterator[tuple[KeyPath, str]]:
    for at, one in enumerate(answer):
        if isinstance(one, str):
            yield (field, at), one
        else:
            cells = one.cells
            yield from (((field, at, name), cell) for name, cell in cells if isinstance(cell, str))


def _plain(answer: Answer) -> Any:
    if isinstance(answer, tuple):
        return [one if isinstance(one, str) else dict(one.cells) for one in answer]
    return answer


def _checked(value: Any) -> Answers:
    if isinstance(value, Answers):
        return value
    if not isinstance(value, Mapping) or not value or len(value) > MOST:
        raise _odd("skal være svar under hvert sitt felt; skriv «felt: svar», ett på hver linje")
    return Answers(tuple((_name(field), _answer(field, one)) for field, one in value.items()))


def _name(name: Any) -> str:
    if isinstance(name, str) and re.fullmatch(FIELD_PATTERN, name):
        return name
    raise _odd(f"har et felt ingen skjemaer kan ha: «{name}»; skriv id-en slik den står i skjemaet")


def _answer(field: str, value: Any) -> Answer:
    if isinstance(value, list) and value and len(value) <= MOST:
        if all(isinstance(one, Mapping) and one for one in value):
            return tuple(_row(field, one) for one in value)
        if all(isinstance(one, str) for one in value):
            return tuple(one.strip() for one in value)
    return _cell(field, value)


def _row(field: str, row: Mapping[Any, Any]) -> Row:
    return Row(tuple((_name(column), _cell(field, cell)) for column, cell in row.items()))


def _cell(field: str, value: Any) -> Cell:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip():
        return value.strip()
    if value is None or value == "":
        raise _odd(f"har et tomt svar på «{field}»; ta bort linja når det står åpent")
    raise _odd(f"har et svar på «{field}» som ingen felt tar; skriv tekst, true eller en liste")


def _odd(problem: str) -> PydanticCustomError:
    return PydanticCustomError("answers", "{problem}", {"problem": problem})
