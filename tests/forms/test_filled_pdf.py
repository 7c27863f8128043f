"""A form as an example filled it in: the PDF says what the page says, and that it is made up."""

from __future__ import annotations

import io
import re
from functools import cache

import pikepdf
import pytest
import real_forms
import small_forms

from book.pdf_reading import pages_of
from content.raw_yaml import raw
from handbook.forms.filled_pdf import filled_pdf
from handbook.model.answers import Answers, Row
from handbook.model.example import FICTION, FICTION_WHOLE
from handbook.model.filled import Line, paper, placed, starting_point
from handbook.model.handbook import Handbook
from project import ROOT, real_reading


@cache
def book() -> Handbook:
    made = real_reading().handbook
    assert made is not None
    return made


FILLED = sorted(
    paper["form"] for file in (ROOT / "model/examples").glob("*.yml")
    for paper in raw(file).get("filled", [])
)  # fmt: skip
"""Forms that an example filled in; the handbook is not read before a test asks for it."""


@pytest.mark.content
def test_every_form_that_is_filled_in_is_tried() -> None:
    assert sorted(book().filled_by_form) == FILLED


def _words(line: Line) -> set[str]:
    """Every word a reader of the page meets, but the words of boxes, which stand on any sheet.

    A box that is ticked in a table says «Ja» on the page and is a box on the sheet.
    """
    cells = (cell for row in line.rows for cell in row if cell != "Ja")
    said = (line.label, line.value, *line.heads, *cells)
    return {word for text in said for word in re.findall(r"\w+", text)}


@pytest.mark.content
@pytest.mark.parametrize("form_id", FILLED)
def test_the_pdf_has_every_word_of_the_page_and_says_on_each_sheet_that_it_is_made_up(
    form_id: str,
) -> None:
    form, (_, filled) = book().form_by_id[form_id], book().filled_by_form[form_id]
    made = filled_pdf(form, book().edition, filled.answers)
    told = pages_of(made)
    assert all(FICTION_WHOLE in page for page in told)
    words = set(re.findall(r"\w+", " ".join(told)))
    wanted = set().union(*(_words(line) for part in paper(form, filled.answers)
                           for line in part.lines))  # fmt: skip
    assert {word for word in wanted - words if not _broken(word, told)} == set()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert FICTION.lower() in str(pdf.open_metadata().get("dc:title")).lower()


def _broken(word: str, told: list[str]) -> bool:
    """Whether a long word stands there, parted where a line of a narrow cell ended."""
    inside = ".*?".join(map(re.escape, word))
    return len(word) > 8 and re.search(inside, " ".join(told), re.DOTALL) is not None


def test_rows_that_were_added_are_there_and_what_was_not_asked_stands_open() -> None:
    form = small_forms.form()
    table = next(field for field in form.fields if field.type.value == "table"
                 and not field.row_labels)  # fmt: skip
    column = table.columns[0].id
    rows = tuple(Row(((column, f"Rad nummer {n}"),)) for n in range(1, table.row_count + 4))
    told = " ".join(pages_of(filled_pdf(form, real_forms.edition(), Answers(((table.id, rows),)))))
    assert all(f"Rad nummer {n}" in " ".join(told.split()) for n in range(1, len(rows) + 1))
    hidden = [field for field in form.fields if field.shown_if]
    assert hidden and all(field.label.split()[0] in told for field in hidden)


def test_the_same_answers_give_the_same_bytes() -> None:
    form, (_, filled) = book().form_by_id["SKJ-33"], book().filled_by_form["SKJ-33"]
    once = filled_pdf(form, book().edition, filled.answers)
    assert once == filled_pdf(form, book().edition, filled.answers)


@pytest.mark.content
@pytest.mark.parametrize("form_id", FILLED)
def test_a_starting_point_names_nobody_and_no_day(form_id: str) -> None:
    form, (example, filled) = book().form_by_id[form_id], book().filled_by_form[form_id]
    begin = starting_point(form, filled.answers, example.made_up_names)
    said = "\n".join(text for text in begin.values() if isinstance(text, str))
    names = "|".join(re.escape(name) for name in example.made_up_names)
    assert not re.search(rf"(?<!\w)(?:{names})", said)
    assert not re.search(
        r"(?m)^[A-ZÆØÅ]\.?$|\b[A-ZÆØÅ]\. ?[A-ZÆØÅ]\.|\d\d\.\d\d\.\d{4}|\b[A-Z]-\d", said
    )
    assert begin.items() <= placed(form, filled.answers).items()
