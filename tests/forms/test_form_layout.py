from __future__ import annotations

import real_forms
import small_forms

from handbook.forms.layout import SHEET_WIDTH_MM, layout
from handbook.forms.naming import address, named, titles_of
from handbook.model.form_texts import condition
from handbook.model.prose import Reference
from handbook.reading.folder import read_handbook


def test_short_questions_share_a_line() -> None:
    fields = [
        {"id": "from", "label": "Fra", "type": "date"},
        {"id": "to", "label": "Til", "type": "date"},
        {"id": "where", "label": "Hvor", "type": "text"},
    ]
    lines = layout(small_forms.form(fields))[0].lines
    assert [[question.field.id for question in line] for line in lines] == [
        ["from", "to"],
        ["where"],
    ]


def test_questions_keep_their_order_in_every_form() -> None:
    for form in real_forms.forms():
        placed = [q.field.id for part in layout(form) for line in part.lines for q in line]
        assert placed == [field.id for field in form.fields], form.id


def test_columns_fill_the_sheet_in_every_form() -> None:
    for form in real_forms.forms():
        for part in layout(form):
            for line in part.lines:
                for question in line:
                    if question.widths_mm:
                        whole = sum(question.widths_mm)
                        assert abs(whole - SHEET_WIDTH_MM) < 0.1, (form.id, question.field.id)


def test_the_printed_address_is_the_address_of_the_page() -> None:
    form, edition = small_forms.form(), real_forms.edition()
    assert address(form, edition) == f"{edition.site_url}skjema/{form.id}.html"


def test_a_condition_on_a_tick_speaks_of_ticking() -> None:
    fields = [
        {"id": "ok", "label": "Avtalt", "type": "yes_no"},
        {
            "id": "a",
            "label": "A",
            "type": "text",
            "shown_if": [{"field": "ok", "any_of": ["true"]}],
        },
        {
            "id": "b",
            "label": "B",
            "type": "text",
            "shown_if": [{"field": "ok", "any_of": ["false"]}],
        },
    ]
    form = small_forms.form(fields)
    assert condition(form, form.fields[1]) == "Hvis du har krysset av for «Avtalt»"
    assert condition(form, form.fields[2]) == "Hvis du ikke har krysset av for «Avtalt»"


def test_a_reference_reads_as_words() -> None:
    titles = {"leder": "lederen"}
    assert named(Reference("leder", ""), titles) == "lederen"
    assert named(Reference("role:leder", "sjefen"), titles) == "sjefen"
    assert named(Reference("SKJ-09", ""), {"SKJ-09": "Referat"}) == "SKJ-09"


def test_titles_are_read_from_the_handbook() -> None:
    tiny = read_handbook(real_forms.ROOT / "tests" / "checks" / "tiny").handbook
    assert tiny is not None
    titles = titles_of(tiny)
    assert {role.id for role in tiny.roles} <= titles.keys()
    assert titles[tiny.forms[0].id] == tiny.forms[0].title
