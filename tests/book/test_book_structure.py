"""The book as a screen reader, an archive and bookmarks meet it; on the tiny handbook."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pdf_reading import Tagged, letters_of, pages_of, text_of
from tiny_book import tiny

from handbook.book.volumes import Volume
from handbook.book.whole import book_pdf, model_pdf


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return book_pdf(tiny())


@pytest.fixture(scope="module")
def tagged(pdf: bytes) -> Iterator[Tagged]:
    opened = Tagged(pdf)
    yield opened
    opened.pdf.close()


def test_headings_of_all_four_levels_are_tagged(tagged: Tagged) -> None:
    assert all(tagged.kinds[f"H{level}"] for level in (1, 2, 3, 4)), tagged.kinds
    steps = sum(len(model.steps) for model in tiny().models)
    assert tagged.kinds["H3"] >= steps


def test_lists_have_items_with_bodies(tagged: Tagged) -> None:
    assert tagged.kinds["L"] > 20
    assert tagged.kinds["LI"] == tagged.kinds["LBody"]


def test_every_table_has_header_cells(tagged: Tagged) -> None:
    tables = tagged.of("Table")
    assert len(tables) > 3
    assert all({"THead", "TH", "TD"} <= tagged.inside(table) for table in tables)


def test_every_figure_says_what_it_shows(tagged: Tagged) -> None:
    figures = tagged.of("Figure")
    models = [model for model in tiny().models if model.steps]
    said = [str(figure.get("/Alt", "")) for figure in figures]
    for model in models:
        whole = next(alt for alt in said if alt.startswith(f"Prosessen i {model.short_title}"))
        assert all(step.title in whole for step in model.steps)
    assert all(len(alt) > 20 for alt in said)


def test_the_only_language_is_norwegian(tagged: Tagged) -> None:
    assert tagged.languages() == {"nb-NO"}


def test_the_window_shows_the_books_title(tagged: Tagged) -> None:
    root = tagged.pdf.Root
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.MarkInfo.Marked
    assert str(tagged.pdf.docinfo["/Title"]) == tiny().edition.title


def test_every_way_has_an_end(tagged: Tagged) -> None:
    assert tagged.ways() > 50
    assert tagged.lost_ways() == []


def test_bookmarks_name_models_and_steps(tagged: Tagged) -> None:
    marks = " | ".join(tagged.bookmarks())
    book = tiny()
    wanted = [model.title for model in book.models]
    wanted += [step.title for model in book.models for step in model.steps]
    assert not [title for title in wanted if title not in marks]


def test_bookmarks_of_the_forms_name_each_of_them() -> None:
    opened = Tagged(book_pdf(tiny(), Volume.FORMS))
    marks = " | ".join(opened.bookmarks())
    opened.pdf.close()
    assert not [form.title for form in tiny().forms if form.title not in marks]


def test_everything_an_editor_wrote_stands_in_the_book(pdf: bytes) -> None:
    beside = (book_pdf(tiny(), volume) for volume in Volume if volume)
    text = letters_of("".join(map(text_of, (pdf, *beside))))
    book = tiny()
    wanted = [f"{s.title}" for m in book.models for s in m.steps]
    wanted += [i.text.plain for m in book.models for s in m.steps for i in s.do]
    wanted += [form.id for form in book.forms]
    wanted += [field.label for form in book.forms for field in form.fields]
    wanted += [finding.id for source in book.sources for finding in source.findings]
    wanted += [term.term for term in book.terms]
    assert not [words for words in wanted if letters_of(words) not in text]


def test_pages_say_what_they_belong_to(pdf: bytes) -> None:
    text = text_of(pdf) + text_of(book_pdf(tiny(), Volume.FORMS))
    book = tiny()
    form, model = book.forms[0], book.models[0]
    edition = book.edition.edition
    assert f"{form.id} · versjon {form.version} · utgave {edition}" in text
    assert f"{model.id} · versjon {model.version} · utgave {edition}" in text


def test_a_share_never_stands_without_its_counts(pdf: bytes) -> None:
    text = text_of(pdf)
    for model in tiny().models:
        for outcome in getattr(model, "outcomes", ()) or ():
            share = getattr(outcome, "share", None)
            if share is not None:
                assert f"{outcome.numerator} av {outcome.denominator}" in text


def test_a_models_own_file_says_on_its_first_page_where_each_part_stands() -> None:
    pages = pages_of(model_pdf(tiny(), tiny().models[0]))
    _, _, told = pages[0].partition("Innhold")
    lines = re.findall(r"^(\D+?)\s+(\d+)\s*$", told, re.MULTILINE)
    assert len(lines) > 5
    assert [name for name, at in lines if name.strip() not in pages[int(at) - 1]] == []
