"""The names that answers go by, the same in web form, PDF, Word and JSON.

A plain question answers to its id, a choice too. Each box of a multi_choice is `field.option`, each
cell of a table `field.row.column` with rows counted from 1. An info field asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.form import Column, Field, FieldType, Form, Option
from handbook.model.form_texts import condition, hint, unasked


@dataclass(frozen=True, slots=True)
class FieldName:
    """One place for one answer."""

    name: str
    type: FieldType
    """Never table, multi_choice or info: those are many places, or none."""
    label: str
    """What stands beside the place: the question, the option or the column's heading."""
    tooltip: str
    """What a screen reader says; makes sense without looking."""
    required: bool
    """True when this very place must be answered, whatever else is answered."""
    options: tuple[Option, ...]
    field: Field

    @property
    def path(self) -> tuple[str, ...]:
        """The name in its parts: `("goals", "1", "what")`."""
        return tuple(self.name.split("."))


def names(form: Form) -> tuple[FieldName, ...]:
    """Every place for an answer, in the order they are met."""
    return tuple(name for field in form.fields for name in names_of(form, field))


def names_of(form: Form, field: Field) -> tuple[FieldName, ...]:
    """The places that one question has."""
    if field.type is FieldType.INFO:
        return ()
    if field.type is FieldType.TABLE:
        return tuple(_cells(field))
    if field.type is FieldType.MULTI_CHOICE:
        return tuple(_box(field, option) for option in field.options)
    return (_plain(form, field),)


def option_name(name: FieldName, option: Option) -> str:
    """`direction/as_now`: one button of a choice, where a file needs to name it."""
    return f"{name.name}/{option.id}"


def _plain(form: Form, field: Field) -> FieldName:
    only_if = condition(form, field)
    said = (
        field.label,
        hint(field.type),
        f"Gjelder {only_if[:1].lower()}{only_if[1:]}" if only_if else "",
        field.help or "",
        "Må fylles ut" if field.required else "",
    )
    return FieldName(
        name=field.id,
        type=field.type,
        label=field.label,
        tooltip=_sentences(said),
        required=field.required and not only_if,
        options=field.options,
        field=field,
    )


def _box(field: Field, option: Option) -> FieldName:
    return FieldName(
        name=f"{field.id}.{option.id}",
        type=FieldType.YES_NO,
        label=option.label,
        tooltip=f"{unasked(field.label)}: {option.label}",
        required=False,
        options=(),
        field=field,
    )


def _cells(field: Field) -> Iterator[FieldName]:
    for row in range(1, field.row_count + 1):
        for column in field.asked_columns:
            yield _cell(field, row, column)


def _cell(field: Field, row: int, column: Column) -> FieldName:
    where = field.row_labels[row - 1] if field.row_labels else f"rad {row}"
    spoken = f"{unasked(field.label)}, {where}: {column.label}"
    return FieldName(
        name=f"{field.id}.{row}.{column.id}",
        type=column.type,
        label=column.label,
        tooltip=_sentences((spoken, hint(column.type))),
        required=False,
        options=column.options,
        field=field,
    )


def _sentences(parts: tuple[str, ...]) -> str:
    said = [part for part in parts if part]
    return " ".join(part if part[-1] in ".?!:" else f"{part}." for part in said).removesuffix(".")
