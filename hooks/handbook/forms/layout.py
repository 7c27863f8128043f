"""A form as it lies on A4: which questions share a line, and how wide a table's columns are.

PDF and Word both start here, so they ask the same things in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.forms.problem import FormNotLaidOut
from handbook.lettering import longest_word, missing_letters, width_mm
from handbook.model.field_names import FieldName, names_of
from handbook.model.form import Field, FieldType, Form, Section
from handbook.model.form_texts import choice_notes, condition

SHEET_WIDTH_MM = 170.0
SMALL_POINTS = 9.5
BODY_POINTS = 10.5
_CELL_PADDING_MM = 4.0
_SHORT_TEXT = 40
_LONGEST_WHOLE_TABLE = 5
_LONGEST_WHOLE_TEXT = 500
_WIDEST_ROW_LABEL_MM = 50.0

_SHORT = (FieldType.DATE, FieldType.NUMBER, FieldType.SIGNATURE)
_LEAST_MM = {
    FieldType.TEXT: 20.0,
    FieldType.LONG_TEXT: 20.0,
    FieldType.DATE: 22.0,
    FieldType.NUMBER: 16.0,
    FieldType.CHOICE: 18.0,
    FieldType.YES_NO: 14.0,
}
_GROWTH = {FieldType.TEXT: 4.0, FieldType.LONG_TEXT: 6.0, FieldType.CHOICE: 1.0}
"""How large a share of the room left over a kind of column takes."""


@dataclass(frozen=True)
class Question:
    """One question with the places for its answer."""

    field: Field
    names: tuple[FieldName, ...]
    condition: str
    """`Hvis svaret er …`; empty when always asked."""
    side_by_side: bool
    """Answers to choose stand on one line."""
    two_columns: bool
    """Answers to choose stand in two columns."""
    widths_mm: tuple[float, ...]
    """Of a table's columns, together the width of the sheet."""
    notes: tuple[str, ...]
    """Which answers a table's columns offer."""

    @property
    def kept_whole(self) -> bool:
        """A short table or a short piece of information does not break over pages."""
        if self.field.text is not None:
            return len(self.field.text.plain) <= _LONGEST_WHOLE_TEXT
        return self.field.row_count <= _LONGEST_WHOLE_TABLE

    @property
    def may_be_too_high(self) -> bool:
        """Worth measuring; most questions are far lower than a page."""
        return len(self.field.options) > 12 or self.field.lines > 20

    @property
    def rows(self) -> tuple[tuple[FieldName, ...], ...]:
        """A table's places row by row."""
        wide = len(self.field.asked_columns)
        return tuple(self.names[at : at + wide] for at in range(0, len(self.names), wide))


@dataclass(frozen=True)
class Part:
    """A section: its questions, line by line; a line holds one question or two short ones."""

    section: Section
    lines: tuple[tuple[Question, ...], ...]


def layout(form: Form) -> tuple[Part, ...]:
    """Place every question. Raises FormNotLaidOut on a missing letter or a table too wide."""
    _refuse_unknown_letters(form)
    return tuple(
        Part(section, tuple(_paired([_question(form, field) for field in section.fields])))
        for section in form.sections
    )


def _question(form: Form, field: Field) -> Question:
    names = names_of(form, field)
    _refuse_what_does_not_fit(field)
    labels = [option.label for option in field.options]
    return Question(
        field=field,
        names=names,
        condition=condition(form, field),
        side_by_side=_fit_side_by_side(labels),
        two_columns=len(labels) > 4 and _fit_half(labels),
        widths_mm=column_widths(field) if field.type is FieldType.TABLE else (),
        notes=tuple(choice_notes(field)),
    )


def _paired(questions: list[Question]) -> Iterator[tuple[Question, ...]]:
    at = 0
    while at < len(questions):
        pair = questions[at : at + 2]
        if len(pair) == 2 and all(map(_is_short, pair)) and _same_kind_of_height(*pair):
            yield tuple(pair)
            at += 2
        else:
            yield (questions[at],)
            at += 1


def _is_short(question: Question) -> bool:
    field = question.field
    if question.condition or field.help or field.example:
        return False
    short_text = field.type is FieldType.TEXT and (field.max_length or 999) <= _SHORT_TEXT
    label_mm = width_mm(field.label, size_points=BODY_POINTS, bold=True)
    room_mm = SHEET_WIDTH_MM / 2 - (30 if field.required else 8)
    return (field.type in _SHORT or short_text) and label_mm < room_mm


def _same_kind_of_height(one: Question, two: Question) -> bool:
    signatures = [question.field.type is FieldType.SIGNATURE for question in (one, two)]
    return signatures[0] == signatures[1]


def _fit_side_by_side(labels: list[str]) -> bool:
    return sum(_option_mm(label) for label in labels) <= SHEET_WIDTH_MM - 8


def _fit_half(labels: list[str]) -> bool:
    return all(_option_mm(label) <= SHEET_WIDTH_MM / 2 - 4 for label in labels)


def _option_mm(label: str) -> float:
    return width_mm(label, size_points=BODY_POINTS) + 13


def column_widths(field: Field) -> tuple[float, ...]:
    """Widths of a table's columns in millimetres, the fixed row names' column included."""
    least = [_least_mm(field, at) for at in range(len(field.columns))]
    if sum(least) > SHEET_WIDTH_MM:
        raise FormNotLaidOut(
            field.id,
            f"tabellen trenger {sum(least):.0f} mm, og arket har {SHEET_WIDTH_MM:.0f}; "
            "bruk færre kolonner eller kortere ord i overskriftene",
        )
    wanted = [max(mm, _wanted_mm(field, at)) for at, mm in enumerate(least)]
    if sum(wanted) > SHEET_WIDTH_MM:
        return _filled(least, [want - mm for want, mm in zip(wanted, least, strict=True)])
    return _filled(wanted, [_growth(field, at) for at in range(len(wanted))])


def _filled(widths: list[float], shares: list[float]) -> tuple[float, ...]:
    """Deal out the room that is left on the sheet."""
    spare = SHEET_WIDTH_MM - sum(widths)
    whole = sum(shares)
    return tuple(
        round(mm + spare * share / whole, 2) for mm, share in zip(widths, shares, strict=True)
    )


def _least_mm(field: Field, at: int) -> float:
    """Room for the longest word, and for a hand to write."""
    column = field.columns[at]
    heading = _word_mm([column.label], bold=True)
    if _holds_row_labels(field, at):
        return max(heading, _word_mm(field.row_labels, bold=False))
    return max(heading, _LEAST_MM.get(column.type, 20.0))


def _wanted_mm(field: Field, at: int) -> float:
    """Room for row names on two lines, and for answers on one."""
    if _holds_row_labels(field, at):
        longest = max(width_mm(label, size_points=SMALL_POINTS) for label in field.row_labels)
        return min(longest + _CELL_PADDING_MM + 2, _WIDEST_ROW_LABEL_MM)
    answers = [width_mm(option.label, size_points=9) for option in field.columns[at].options]
    return max(answers, default=0) + 9


def _word_mm(texts: Iterable[str], *, bold: bool) -> float:
    word = longest_word(texts)
    return width_mm(word, size_points=SMALL_POINTS, bold=bold) + _CELL_PADDING_MM


def _growth(field: Field, at: int) -> float:
    return 1.5 if _holds_row_labels(field, at) else _GROWTH.get(field.columns[at].type, 0.25)


def _holds_row_labels(field: Field, at: int) -> bool:
    return at == 0 and bool(field.row_labels)


def _refuse_what_does_not_fit(field: Field) -> None:
    word = longest_word([field.label, *(option.label for option in field.options)])
    if width_mm(word, size_points=BODY_POINTS, bold=True) > SHEET_WIDTH_MM - 12:
        raise FormNotLaidOut(field.id, f"ordet «{word[:40]}…» er bredere enn arket; del det opp")


def _refuse_unknown_letters(form: Form) -> None:
    for field_id, text in _texts(form):
        missing = missing_letters(text)
        if missing:
            shown = " ".join(f"«{letter}» (U+{ord(letter):04X})" for letter in missing[:5])
            raise FormNotLaidOut(field_id, f"skriften har ikke tegnet {shown}; skriv det med ord")


def _texts(form: Form) -> Iterator[tuple[str, str]]:
    """Every text that is set, with the field it belongs to; empty when it is the form's own."""
    yield from (("", text) for text in _own_texts(form))
    for section in form.sections:
        first = section.fields[0].id
        yield first, section.title + (section.intro.plain if section.intro else "")
        for field in section.fields:
            yield from ((field.id, text) for text in _field_texts(field))


def _own_texts(form: Form) -> Iterator[str]:
    yield from (form.title, form.purpose.plain, form.when)
    if form.official_form:
        yield from (form.official_form.title, form.official_form.text.plain)
    if form.privacy:
        yield from form.privacy.recipients
        yield form.privacy.controller
        yield form.privacy.purpose.plain
        yield form.privacy.deletion.text.plain


def _field_texts(field: Field) -> Iterator[str]:
    yield field.label
    yield from (text for text in (field.help, field.example) if text)
    if field.text:
        yield field.text.plain
    yield from (option.label for option in field.options)
    yield from field.row_labels
    for column in field.columns:
        yield column.label
        yield from (option.label for option in column.options)
