"""The memo as a Word file: the same words as on the web, in a file anybody may change."""

from __future__ import annotations

import io

import pytest
from docx import Document

from handbook.document.blocks import Row, Table
from handbook.document.linker import Linker
from handbook.document.walk import walk
from handbook.model.handbook import Handbook
from handbook.publishing.word_papers import instrument_memo_files, memo_files
from handbook.render.search_text import search_text
from handbook.sections.memo import memo_section
from project import real_reading


@pytest.fixture(scope="module")
def book() -> Handbook:
    made = real_reading().handbook
    assert made
    return made


@pytest.mark.slow
def test_every_row_of_the_memo_is_in_the_file(book: Handbook) -> None:
    for model in book.models:
        ((path, content),) = memo_files(book, model).items()
        assert path == f"last-ned/notat/{model.id}.docx"
        (grid,) = Document(io.BytesIO(content)).tables
        memo = memo_section(Linker(book), model)
        (table,) = (block for block in walk(memo) if isinstance(block, Table))
        told = [[search_text(cell.blocks) for cell in row.cells]
                for row in table.rows if isinstance(row, Row)]  # fmt: skip
        assert [[cell.text for cell in row.cells] for row in grid.rows[1:]] == told


def test_an_instrument_that_leaders_are_asked_about_has_a_file_of_its_own(book: Handbook) -> None:
    for one in book.instruments:
        if one.has_memo:
            ((path, content),) = instrument_memo_files(book, one).items()
            assert path == f"last-ned/notat/{one.id}.docx"
            said = "\n".join(line.text for line in Document(io.BytesIO(content)).paragraphs)
            assert one.question is not None
            for words in (one.question, "Kontakten vår i Nav: ____", "Hva det krever av oss"):
                assert words in said, (one.id, words)


def test_the_choice_can_be_ticked_and_nothing_is_locked(book: Handbook) -> None:
    ((_, content),) = memo_files(book, book.models[0]).items()
    document = Document(io.BytesIO(content))
    ticked = [one.text for one in document.paragraphs if one.text.startswith("\u2610")]
    assert [text.split(".")[0][2:] for text in ticked] == ["Ja", "Ikke nå", "Nei"]
    assert "documentProtection" not in document.settings.element.xml


def test_the_same_memo_gives_the_same_bytes(book: Handbook) -> None:
    assert memo_files(book, book.models[1]) == memo_files(book, book.models[1])
