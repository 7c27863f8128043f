"""Every model has its slides, as a person will find them when the file is opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from handbook.decks import shape
from handbook.decks.fitting import too_long
from handbook.decks.telling import letters
from handbook.document.linker import Linker
from handbook.model.handbook import Handbook
from handbook.publishing.deck_files import DeckFile, deck_bytes, deck_files
from handbook.sections.cost_figures import between, usual
from handbook.sections.training_deck import trained_role
from project import real_reading

Read = list[tuple[DeckFile, bytes, Any]]
"""What was to be told, the file, and the file as it is read back."""


@pytest.fixture(scope="module")
def book() -> Handbook:
    made = real_reading().handbook
    assert made
    return made


@pytest.fixture(scope="module")
def read(book: Handbook) -> Read:
    made = [
        (one, deck_bytes(one, book.edition)) for m in book.models for one in deck_files(book, m)
    ]
    return [(one, content, Presentation(io.BytesIO(content))) for one, content in made]


def paragraphs(page: Any) -> Iterator[Any]:
    for one in page.shapes:
        if one.has_text_frame:
            yield from one.text_frame.paragraphs


@pytest.mark.content
def test_every_model_has_a_deck_for_its_leaders_and_one_for_training(book: Handbook) -> None:
    for model in book.models:
        paths = [one.path for one in deck_files(book, model)]
        folder = f"last-ned/presentasjoner/{model.id}"
        assert paths[0] == f"{folder}-presentasjon-til-ledergruppa.pptx"
        assert (len(paths) == 2) == (trained_role(book, model) is not None), model.id
        assert all(path.startswith(f"{folder}-") and path.isascii() for path in paths)


@pytest.mark.content
def test_nothing_is_too_long_for_its_slide(read: Read) -> None:
    assert [(one.path, found) for one, _, _ in read for found in too_long(one.deck)] == []


@pytest.mark.content
def test_no_deck_has_more_than_eight_slides(read: Read) -> None:
    assert {one.path: len(made.slides) for one, _, made in read if len(made.slides) > 8} == {}


@pytest.mark.content
def test_a_deck_for_leaders_has_six_to_eight_slides_and_the_figures_of_the_memo(
    book: Handbook, read: Read
) -> None:
    decks = {one.path: made for one, _, made in read}
    for model in book.models:
        made = decks[deck_files(book, model)[0].path]
        assert 6 <= len(made.slides) <= 8
        (table,) = (s.table for page in made.slides for s in page.shapes if s.has_table)
        _, told = usual(Linker(book), model)
        cells = [cell.text for row in table.rows for cell in row.cells]
        assert letters(between(told.hours)) in cells
        assert len(table.rows) <= 9


def test_every_slide_has_its_own_title_and_is_written_in_placeholders(read: Read) -> None:
    for one, _, made in read:
        titles = [page.shapes.title.text for page in made.slides]
        assert titles == [letters(slide.title) for slide in one.deck.slides]
        for page in made.slides:
            assert all(shown.is_placeholder for shown in page.shapes), one.path
            empty = [
                s.name for s in page.placeholders if s.has_text_frame and not s.text_frame.text
            ]
            assert empty == [], one.path


def test_notes_are_whole_sentences(read: Read) -> None:
    for one, _, made in read:
        for page in made.slides:
            lines = page.notes_slide.notes_text_frame.text.splitlines()
            assert lines, one.path
            assert all(text[0].isupper() or text[0] in "«[" for text in lines), lines
            assert all(text.endswith((".", "!", "?", "»", ")")) for text in lines), lines


def test_everything_is_said_in_norwegian(read: Read) -> None:
    for one, content, _ in read[:2]:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            text = " ".join(
                packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml")
            )
        assert 'lang="en' not in text, one.path
        assert "Click to" not in text
        assert "Placeholder" not in text
    for _, _, made in read:
        assert made.core_properties.language == "nb-NO"
        for page in made.slides:
            runs = [run for paragraph in paragraphs(page) for run in paragraph.runs]
            assert all(run.font._element.get("lang") == "nb-NO" for run in runs)


def test_letters_can_be_read_from_the_last_row(read: Read) -> None:
    for one, _, made in read:
        for page in made.slides:
            for holder in page.placeholders:
                if holder.placeholder_format.type in _FOOT:
                    continue
                sizes = [int(at.get("sz")) for at in holder._element.iter(qn("a:defRPr"),
                         qn("a:rPr")) if at.get("sz")]  # fmt: skip
                assert all(size >= shape.BODY_POINTS[-1] * 100 for size in sizes), one.path


_FOOT = (15, 13)
"""PP_PLACEHOLDER.FOOTER and SLIDE_NUMBER."""


def test_a_table_is_told_in_words(read: Read) -> None:
    told = [
        s._element.nvGraphicFramePr.cNvPr.get("descr")
        for _, _, made in read
        for page in made.slides
        for s in page.shapes
        if s.has_table
    ]
    assert told
    assert all(len(words.split()) > 10 for words in told)


def test_no_shape_stands_outside_the_slide_or_over_another(read: Read) -> None:
    _, _, made = read[0]
    for layout in made.slide_layouts:
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in layout.placeholders]
        for number, (left, top, right, bottom) in enumerate(boxes):
            assert 0 <= left < right <= made.slide_width
            assert 0 <= top < bottom <= made.slide_height
            for other in boxes[:number]:
                apart = right <= other[0] or left >= other[2]
                assert apart or bottom <= other[1] or top >= other[3], layout.name


def test_the_last_slide_says_of_which_edition_and_where_the_rest_is(
    book: Handbook, read: Read
) -> None:
    for _, _, made in read:
        text = "\n".join(one.text for one in paragraphs(made.slides[-1]))
        assert book.edition.edition in text
        assert book.edition.site_url in text
        assert "Kilde:" in text


@pytest.mark.content
def test_a_model_of_the_past_says_so_first(book: Handbook, read: Read) -> None:
    old = {model.id for model in book.models if model.historical}
    for one, _, made in read:
        first = "\n".join(paragraph.text for paragraph in paragraphs(made.slides[0]))
        named = one.path.rpartition("/")[2]
        assert ("Historisk:" in first) == any(named.startswith(f"{name}-") for name in old)


def test_the_same_deck_gives_the_same_bytes(book: Handbook) -> None:
    one = deck_files(book, book.models[0])[0]
    content = deck_bytes(one, book.edition)
    assert content == deck_bytes(one, book.edition)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        days = {entry.date_time[:3] for entry in packed.infolist()}
        core = packed.read("docProps/core.xml").decode()
    day = book.edition.date
    assert days == {(day.year, day.month, day.day)}
    assert core.count(f"{day.isoformat()}T00:00:00Z") == 2
