"""Links and page numbers, which are written into the PDF after Typst has set it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pdf_reading import pages_of, text_of
from tiny_book import tiny

from handbook.book import links
from handbook.book.printing import printed
from handbook.book.whole import book_job, book_pdf
from handbook.document.places import Place
from handbook.render.typst_words import label

A_NUMBER = re.compile(r"\(s\.\s*(\d+)\)")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return book_pdf(tiny())


@pytest.fixture(scope="module")
def document(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        yield opened


def _ends(document: pikepdf.Pdf) -> dict[str, tuple[int, float]]:
    """Label → page from 1, and points from the bottom."""
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
    names = pikepdf.NameTree(document.Root.Names.Dests)
    return {name: (numbers[to[0].objgen], float(to[3])) for name, to in names.items()}


def _links(page: Any) -> list[Any]:
    """Links to a named end; those of contents and index are Typst's own."""
    notes = page.obj.get("/Annots", ())
    return [note for note in notes if isinstance(note.get("/Dest"), pikepdf.String)]


def test_a_page_number_is_that_of_a_link_on_the_same_page(
    pdf: bytes, document: pikepdf.Pdf
) -> None:
    ends = _ends(document)
    found = 0
    for page, text in zip(document.pages, pages_of(pdf), strict=True):
        told = {int(number) for number in A_NUMBER.findall(text)}
        assert told <= {ends[str(note.Dest)][0] for note in _links(page)}
        found += len(told)
    assert found > 5


def test_a_link_says_the_page_it_goes_to(document: pikepdf.Pdf) -> None:
    ends = _ends(document)
    said = [
        (str(note.Contents), f"Gå til side {ends[str(note.Dest)][0]}")
        for page in document.pages
        for note in _links(page)
        if str(note.Contents).startswith("Gå til")
    ]
    assert len(said) > 20
    assert [words for words, right in said if words != right] == []


def test_a_step_stands_right_below_the_end_of_its_links(pdf: bytes, document: pikepdf.Pdf) -> None:
    ends = _ends(document)
    opened = pypdfium2.PdfDocument(pdf)
    steps = [(model, step) for model in tiny().models for step in model.steps]
    for model, step in steps:
        page, top = ends[label(Place("step", f"{model.id}/{step.id}"))]
        words = opened[page - 1].get_textpage()
        below = words.get_text_bounded(top=top, bottom=top - 45)
        assert step.title[:20] in " ".join(below.split())
    opened.close()
    assert steps


def test_nothing_is_left_of_what_was_told(pdf: bytes, document: pikepdf.Pdf) -> None:
    assert "0123456789" not in re.sub(r"\s", "", text_of(pdf))
    assert b"way:" not in b"".join(
        entry.read_bytes() for entry in document.objects if isinstance(entry, pikepdf.Stream)
    )
    words = ["arbeidsinkludering", f"utgave {tiny().edition.edition}"]
    assert str(document.docinfo.Keywords) == ", ".join(words)
    with document.open_metadata() as about:
        assert about["pdf:Keywords"] == ", ".join(words)


@pytest.mark.slow
def test_a_book_that_grew_gives_its_page_numbers_more_room() -> None:
    grown = book_job(tiny())
    as_it_was = printed(grown)
    for way in grown.tree.ways:
        way["figures"] = 1
    with pikepdf.open(io.BytesIO(printed(grown))) as document:
        assert 10 <= len(document.pages) < 100
    assert {way["figures"] for way in grown.tree.ways} == {2}
    assert A_NUMBER.findall(text_of(as_it_was)) == A_NUMBER.findall(text_of(printed(grown)))


def test_the_templates_have_the_paint_that_is_looked_for() -> None:
    design = (Path(links.__file__).parent / "templates" / "design.typ").read_text(encoding="utf-8")
    assert f'#let number-paint = rgb("{links.NUMBER_PAINT}")' in design
