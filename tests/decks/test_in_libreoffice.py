"""Opened by a program people have: one page for each slide, and every word is on it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from pptx import Presentation

from handbook.publishing.deck_files import deck_bytes, deck_files
from project import real_reading

_WORD = re.compile(r"\w+")
"""A line may end at a hyphen."""
_ADDRESS = re.compile(r"https?://\S+")
"""A line may end anywhere in it."""


@pytest.mark.slow
def test_every_deck_opens_with_all_its_words(tmp_path: Path) -> None:
    book = real_reading().handbook
    assert book
    for one in (one for model in book.models for one in deck_files(book, model)):
        (tmp_path / Path(one.path).name).write_bytes(deck_bytes(one, book.edition))
    decks = sorted(tmp_path.glob("*.pptx"))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
         "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, decks)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    for deck in decks:
        pages = printed(deck.with_suffix(".pdf"))
        slides = Presentation(str(deck)).slides
        assert len(pages) == len(slides), deck.name
        for page, slide in zip(pages, slides, strict=True):
            told = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
            told += [cell.text for s in slide.shapes if s.has_table
                     for row in s.table.rows for cell in row.cells]  # fmt: skip
            wanted = {word for text in told for word in _WORD.findall(_ADDRESS.sub("", text))}
            assert wanted <= page, deck.name


def printed(pdf: Path) -> list[set[str]]:
    """The words of each page."""
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    return [set(_WORD.findall(page)) for page in text.split("\f")[:-1]]
