"""A memo that does not fit says which text is too long, and by how much."""

from __future__ import annotations

import pytest

from book.pdf_reading import pages_of, smallest_letter
from handbook.book.leaf_files import instrument_memo_pdf, memo_pdf
from handbook.book.refusals import EditionRefused
from handbook.model.prose import Prose
from project import real_reading


@pytest.mark.slow
def test_every_memo_is_one_sheet_with_letters_one_can_read() -> None:
    book = real_reading().handbook
    assert book
    memos = {model.id: memo_pdf(book, model) for model in book.models}
    asked = (one for one in book.instruments if one.has_memo)
    memos |= {one.id: instrument_memo_pdf(book, one) for one in asked}
    assert len(memos) > len(book.models)
    for name, pdf in memos.items():
        assert len(pages_of(pdf)) == 1, name
        assert smallest_letter(pdf) >= 9 - 0.01, name


@pytest.mark.slow
def test_an_instrument_told_at_length_is_refused() -> None:
    book = real_reading().handbook
    assert book
    one = next(one for one in book.instruments if one.has_memo)
    long = one.model_copy(update={"summary": Prose("Ordet står her. " * 400)})
    with pytest.raises(EditionRefused) as refused:
        instrument_memo_pdf(book, long)
    assert refused.value.path == ("question",)


@pytest.mark.slow
def test_the_field_and_the_amount_are_told() -> None:
    book = real_reading().handbook
    assert book
    long = book.models[0].model_copy(update={"summary": Prose("Ordet står her. " * 400)})
    with pytest.raises(EditionRefused) as refused:
        memo_pdf(book, long)
    assert refused.value.path == ("summary",)
    cut = int(refused.value.reason.partition("minst ")[2].split()[0])
    assert 0 < cut < 1200
    words = long.summary.source.split()
    fits = long.model_copy(update={"summary": Prose(" ".join(words[: 1200 - cut]))})
    assert memo_pdf(book, fits).startswith(b"%PDF")
