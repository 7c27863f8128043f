"""A text to send has its blanks told, and its words in the mail program as on the page."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from handbook.document.linker import Linker
from handbook.model.process import Message
from handbook.render.html import article
from handbook.sections.step import step_section
from project import real_reading


def message(text: str, subject: str | None = None) -> Message:
    said = {"id": "a", "title": "En", "sender": "leder", "to": "alle", "basis": "proposal"}
    return Message.model_validate(said | {"text": text, "subject": subject})


def test_blanks_are_counted_once_however_they_are_spelled() -> None:
    made = message("Hei, [fornavn]. [Fornavn] møter [dag]. Les [[fadder|fadderen]].", "[dag]")
    assert made.blanks == ("dag", "fornavn")


@pytest.mark.content
def test_a_mail_has_the_subject_and_the_words_that_are_shown() -> None:
    book = real_reading().handbook
    assert book is not None
    model = book.model_by_id["ia-vikar"]
    step = model.step_by_id["meld-behov"]
    (one,) = step.messages
    told = article(step_section(Linker(book), model, step, 1), "modeller/ia-vikar/steg-meld-behov")
    address = told.split('href="mailto:')[1].split('"')[0].replace("&amp;", "&")
    sent = parse_qs(urlsplit(f"mailto:{address}").query)
    assert sent == {"subject": [one.subject], "body": [one.text.source]}
    assert all(f"[{blank}]" in told for blank in one.blanks)
