"""The texts one can send as a Word file: all of them, with their blanks counted and marked."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from handbook.model.handbook import Handbook
from handbook.publishing.word_papers import message_files
from project import real_reading


@pytest.fixture(scope="module")
def book() -> Handbook:
    made = real_reading().handbook
    assert made
    return made


def read(content: bytes) -> Any:
    return Document(io.BytesIO(content))


@pytest.mark.content
def test_every_text_of_a_model_is_in_its_file(book: Handbook) -> None:
    for model in book.models:
        texts = [one for step in model.steps for one in step.messages]
        ((path, content),) = message_files(book, model).items()
        assert path == f"last-ned/tekster/{model.id}-tekster.docx"
        document = read(content)
        heads = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
        assert heads[1:] == [one.title for one in texts]
        places = sum(len(one.blanks) for one in texts)
        assert (
            heads[0].replace("\u00a0", " ") == f"{len(texts)} tekster med {places} felt å fylle ut"
        )


def test_a_text_stands_as_it_is_sent_with_its_blanks_marked(book: Handbook) -> None:
    model = book.model_by_id["ia-vikar"]
    (one,) = model.step_by_id["meld-behov"].messages
    ((_, content),) = message_files(book, model).items()
    document = read(content)
    text = next(p for p in document.paragraphs if p.style.name == "Form Note")
    assert text.text == one.text.source.strip()
    marked = [
        run.text
        for run in text.runs
        if run._element.rPr is not None and run._element.rPr.find(qn("w:shd")) is not None
    ]
    assert {f"[{blank}]" for blank in one.blanks} <= set(marked)
    assert "documentProtection" not in document.settings.element.xml


def test_numbers_of_an_agenda_are_written_out(book: Handbook) -> None:
    """A list of Word's own would lose its numbers in a mail, and go on from the text before."""
    ((_, content),) = message_files(book, book.model_by_id["ia-vikar"]).items()
    texts = [p.text for p in read(content).paragraphs if p.style.name == "Form Note"]
    assert sum("\n\n1. " in text and "\n2. " in text for text in texts) >= 3


def test_a_model_without_texts_has_no_file(book: Handbook) -> None:
    model = book.models[0]
    phases = tuple(
        phase.model_copy(
            update={"steps": tuple(s.model_copy(update={"messages": ()}) for s in phase.steps)}
        )
        for phase in model.phases
    )
    assert message_files(book, model.model_copy(update={"phases": phases})) == {}


def test_the_same_texts_give_the_same_bytes(book: Handbook) -> None:
    assert message_files(book, book.models[1]) == message_files(book, book.models[1])
