"""A register as an Excel workbook: lists to choose from, dates that are dates, and an overview.

Everything from YAML is written as strings; no text can become a formula.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import xlsxwriter

from handbook.forms import naming
from handbook.forms.excel_cells import YES_NO, look_of_answer, looks_of, rule
from handbook.forms.excel_counts import DEADLINES, TableSheet, counts, overdue_rule
from handbook.model import form_texts
from handbook.model.field_names import FieldName, names_of
from handbook.model.form import Column, Field, FieldType, Form
from handbook.model.handbook import Edition
from handbook.model.noun import Day

_OVERVIEW, _ANSWERS, _LISTS = "Oversikt", "Skjema", "Lister"
_ROWS = 50
_LAST_ROW = 999
_BOLD = 1.2
"""How much wider a heading is than a plain word, the arrow of its filter included."""
_HEADER_ROW = 3
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")

_WIDTHS = {
    FieldType.TEXT: 24, FieldType.LONG_TEXT: 40, FieldType.DATE: 14, FieldType.NUMBER: 12,
    FieldType.CHOICE: 22, FieldType.YES_NO: 12,
}  # fmt: skip


def form_excel(form: Form, edition: Edition, titles: Mapping[str, str] | None = None) -> bytes:
    """The register as XLSX. The same nouns give the same bytes."""
    file = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(file, options) as workbook:
        _Writer(workbook, form, edition, titles or {}).write()
    return file.getvalue()


class _Writer:
    """Writes one workbook."""

    def __init__(
        self, workbook: Any, form: Form, edition: Edition, titles: Mapping[str, str]
    ) -> None:
        self.workbook = workbook
        self.form = form
        self.edition = edition
        self.titles = titles
        self.looks = looks_of(workbook)
        self.tables = tuple(_table_sheets(form))
        self.lists: dict[str, str] = {}
        self.ranges: dict[tuple[str, ...], str] = {}

    def write(self) -> None:
        self.about()
        overview = self.workbook.add_worksheet(_OVERVIEW)
        answers = self.workbook.add_worksheet(_ANSWERS)
        sheets = [self.workbook.add_worksheet(table.sheet) for table in self.tables]
        self.write_lists(self.workbook.add_worksheet(_LISTS))
        self.write_overview(overview)
        self.write_answers(answers)
        for sheet, table in zip(sheets, self.tables, strict=True):
            self.write_table(sheet, table)

    def about(self) -> None:
        self.workbook.set_size(2000, 1400)
        self.workbook.set_properties({
            "title": self.form.title,
            "subject": naming.identity(self.form, self.edition),
            "author": " og ".join(self.edition.publishers),
            "created": _midnight(self.edition.date),
            "comments": naming.address(self.form, self.edition),
        })  # fmt: skip

    def write_lists(self, sheet: Any) -> None:
        """One column for each set of answers; hidden, since it is only looked up."""
        for at, answers in enumerate(_answer_sets(self.form)):
            letter = _letter(at)
            for row, words in enumerate(answers):
                sheet.write_string(row, at, words)
                self.lists.setdefault(words, f"{_LISTS}!${letter}${row + 1}")
            self.ranges[answers] = f"={_LISTS}!${letter}$1:${letter}${len(answers)}"
        sheet.hide()

    def write_overview(self, sheet: Any) -> None:
        self.page(sheet, landscape=False, widths=(46, 16))
        sheet.write_string(0, 0, self.form.title, self.looks["title"])
        sheet.merge_range(1, 0, 1, 1, "", self.looks["text"])
        sheet.write_string(1, 0, self.form.purpose.plain, self.looks["text"])
        sheet.set_row(1, _height(self.form.purpose.plain, 66))
        sheet.merge_range(2, 0, 2, 1, "", self.looks["text"])
        sheet.write_string(2, 0, form_texts.WORKBOOK_OR_FORM, self.looks["text"])
        sheet.set_row(2, _height(form_texts.WORKBOOK_OR_FORM, 62))
        row = self.write_shares(sheet, 4)
        lines = counts(self.tables, self.lists)
        for heading, group in groupby(lines, key=lambda line: line[0]):
            sheet.write_string(row, 0, heading, self.looks["heading"])
            sheet.write_blank(row, 1, None, self.looks["heading"])
            for row, (_, line) in enumerate(group, row + 1):  # noqa: B020 - goes on below
                sheet.write_string(row, 0, line.words, self.looks["line"])
                sheet.write_formula(row, 1, line.formula, self.looks["count"], 0)
                if line.overdue:
                    self.mark(sheet, f"A{row + 1}:B{row + 1}", f"=$B{row + 1}>0")
            row += 2
        for term, text in form_texts.privacy_rows(self.form):
            sheet.merge_range(row, 0, row, 1, "", self.looks["text"])
            sheet.write_string(row, 0, f"{term}: {_plain(text)}", self.looks["text"])
            sheet.set_row(row, _height(f"{term}: {_plain(text)}", 62))
            row += 1

    def write_shares(self, sheet: Any, row: int) -> int:
        """Numerator of denominator, never a percentage of fewer than five."""
        ids = {field.id for field in self.form.fields}
        if not {"numerator", "denominator"} <= ids:
            return row
        part, whole = _defined("numerator"), _defined("denominator")
        sheet.write_string(row, 0, "Resultat", self.looks["heading"])
        sheet.write_blank(row, 1, None, self.looks["heading"])
        sheet.write_string(row + 1, 0, "I jobb, av alle i nevneren", self.looks["line"])
        sheet.write_formula(
            row + 1, 1, f'=IF(N({whole})=0,"",{part}&" av "&{whole})', self.looks["count"], ""
        )
        sheet.write_string(row + 2, 0, "Andel (vises fra fem i nevneren)", self.looks["line"])
        sheet.write_formula(
            row + 2, 1, f'=IF(N({whole})<5,"",{part}/{whole})', self.looks["percent"], ""
        )
        return row + 4

    def write_answers(self, sheet: Any) -> None:
        self.page(sheet, landscape=False, widths=(36, 34, 30))
        sheet.write_string(0, 0, self.form.title, self.looks["title"])
        if self.tables:
            sheet.write_string(1, 0, "Tabellene står på egne ark.", self.looks["note"])
        row = _HEADER_ROW
        for section in self.form.sections:
            sheet.write_string(row, 0, section.title, self.looks["heading"])
            for column in (1, 2):
                sheet.write_blank(row, column, None, self.looks["heading"])
            row += 1
            for field in section.fields:
                row = self.write_question(sheet, row, field)
            row += 1

    def write_question(self, sheet: Any, row: int, field: Field) -> int:
        if field.type is FieldType.INFO:
            words = f"{field.label}: {_plain(field.text or '')}"
            sheet.merge_range(row, 0, row, 2, "", self.looks["text"])
            sheet.write_string(row, 0, words, self.looks["text"])
            sheet.set_row(row, _height(words, 104))
            return row + 1
        if field.type is FieldType.TABLE:
            sheet.write_string(row, 0, field.label, self.looks["label"])
            place = next(t.sheet for t in self.tables if t.field.id == field.id)
            sheet.write_string(row, 1, f"Se arket «{place}»", self.looks["muted"])
            return row + 1
        for name in names_of(self.form, field):
            self.write_answer(sheet, row, name)
            row += 1
        return row

    def write_answer(self, sheet: Any, row: int, name: FieldName) -> None:
        many = len(name.path) > 1
        mark = f" ({form_texts.REQUIRED})" if name.field.required and not many else ""
        label = f"{name.field.label}: {name.label}" if many else name.label + mark
        sheet.write_string(row, 0, label, self.looks["label"])
        sheet.write_blank(row, 1, None, self.looks[look_of_answer(name.type)])
        sheet.write_string(row, 2, name.field.help or "", self.looks["muted"])
        sheet.set_row(row, max(22, _height(label, 36), _height(name.field.help or "", 34)))
        answers = tuple(option.label for option in name.options)
        self.validate(sheet, f"B{row + 1}", name.type, answers, name.label)
        self.workbook.define_name(_defined(name.name), f"={_ANSWERS}!$B${row + 1}")

    def write_table(self, sheet: Any, table: TableSheet) -> None:
        field = table.field
        columns = field.columns
        self.page(sheet, landscape=True, widths=tuple(_width(c, field) for c in columns))
        sheet.write_string(0, 0, field.label, self.looks["title"])
        notes = " ".join([field.help or "", *form_texts.choice_notes(field)]).strip()
        sheet.write_string(1, 0, notes, self.looks["note"])
        rows = len(field.row_labels) or max(field.row_count, _ROWS)
        sheet.add_table(_HEADER_ROW, 0, _HEADER_ROW + rows, len(columns) - 1, {
            "name": f"tabell.{field.id}",
            "style": None,
            "autofilter": not field.row_labels,
            "columns": [
                {"header": _unique(columns, at), "header_format": self.looks["header"],
                 "format": self.looks[look_of_answer(column.type)]}
                for at, column in enumerate(columns)
            ],
        })  # fmt: skip
        highest = max(_height(c.label, int(_width(c, field) / _BOLD)) for c in columns)
        sheet.set_row(_HEADER_ROW, max(20, highest))
        self.outline(sheet, columns, rows)
        for at, label in enumerate(field.row_labels):
            sheet.write_string(table.first_row - 1 + at, 0, label, self.looks["label"])
        for column in field.asked_columns:
            self.write_rules(sheet, table, column)
        sheet.freeze_panes(_HEADER_ROW + 1, 1)
        sheet.repeat_rows(_HEADER_ROW)

    def outline(self, sheet: Any, columns: tuple[Column, ...], rows: int) -> None:
        for row in range(_HEADER_ROW + 1, _HEADER_ROW + 1 + rows):
            for at, column in enumerate(columns):
                sheet.write_blank(row, at, None, self.looks[look_of_answer(column.type)])

    def write_rules(self, sheet: Any, table: TableSheet, column: Column) -> None:
        letter = table.letter(column.id)
        cells = f"{letter}{table.first_row}:{letter}{_LAST_ROW + 1}"
        answers = tuple(option.label for option in column.options)
        self.validate(sheet, cells, column.type, answers, column.label)
        if column.type is FieldType.DATE and column.id in DEADLINES:
            self.mark(sheet, cells, overdue_rule(table, column, self.tables))

    def validate(
        self, sheet: Any, cells: str, kind: FieldType, answers: tuple[str, ...], title: str
    ) -> None:
        allowed = rule(kind, answers, self.ranges)
        if allowed:
            prompt = {"input_title": title[:32], "error_title": "Dette kan ikke stå her"}
            sheet.data_validation(cells, prompt | allowed)

    def mark(self, sheet: Any, cells: str, condition: str) -> None:
        late = {"type": "formula", "criteria": condition, "format": self.looks["late"]}
        sheet.conditional_format(cells, late)

    def page(self, sheet: Any, *, landscape: bool, widths: tuple[float, ...]) -> None:
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        sheet.set_default_row(20)
        sheet.set_row(0, 30)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.8)
        sheet.fit_to_pages(1, 0)
        if landscape:
            sheet.set_landscape()
        known = f"{naming.identity(self.form, self.edition)} · side &P av &N"
        sheet.set_footer(f"&L&8{known}&R&8{naming.short_address(self.form, self.edition)}")


def _table_sheets(form: Form) -> Iterator[TableSheet]:
    taken = {_OVERVIEW.lower(), _ANSWERS.lower(), _LISTS.lower(), "history"}
    for field in form.fields:
        if field.type is not FieldType.TABLE:
            continue
        words = _whole_words(_FORBIDDEN.sub("", field.label).strip(), 28) or field.id[:28]
        name, number = words, 2
        while name.lower() in taken:
            name, number = f"{words} {number}", number + 1
        taken.add(name.lower())
        yield TableSheet(field, name, _HEADER_ROW + 2)


def _whole_words(text: str, most: int) -> str:
    """As many words as there is room for; a word longer than that is cut."""
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(" ")[0].strip() or text[:most]


def _answer_sets(form: Form) -> list[tuple[str, ...]]:
    """Every set of answers once, in the order met."""
    asked: list[Field | Column] = []
    for field in form.fields:
        asked += [field, *field.columns]
    sets = [tuple(o.label for o in one.options) for one in asked if one.options]
    return list(dict.fromkeys([YES_NO, *sets]))


def _width(column: Column, field: Field) -> float:
    if field.row_labels and column is field.columns[0]:
        return min(44.0, max(len(label) for label in field.row_labels) + 4.0)
    return max(_WIDTHS.get(column.type, 20), len(column.label) * 0.7 + 4)


def _unique(columns: tuple[Column, ...], at: int) -> str:
    """Excel wants every heading of a table to differ."""
    label = columns[at].label
    earlier = sum(column.label.lower() == label.lower() for column in columns[:at])
    return f"{label} {earlier + 1}" if earlier else label


def _defined(name: str) -> str:
    """`svar.cohort`: the prefix keeps a name from looking like a cell."""
    return f"svar.{name}"


def _letter(at: int) -> str:
    first, last = divmod(at, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


def _plain(text: Any) -> str:
    return str(text.plain) if hasattr(text, "plain") else str(text)


def _height(words: str, wide: int) -> float:
    """Points that a wrapped text needs in a column of so many characters."""
    lines = sum(-(-max(len(line), 1) // wide) for line in words.split("\n"))
    return 6 + 15.5 * lines


def _midnight(day: Day) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())
