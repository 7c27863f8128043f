"""The real e-books before those who judge: EPUBCheck and DAISY's Ace; slow."""

from __future__ import annotations

from pathlib import Path

import pytest
from epub_judges import ace, epubcheck
from reading_epubs import Epub

from handbook.book.volumes import Volume
from handbook.build import Build

pytestmark = pytest.mark.slow

CHOSEN = ("/modeller/", "/til-deg/")


@pytest.fixture(scope="module")
def books(real: Build, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("epub")
    found = {}
    for name, content in real.files.items():
        if name.endswith(".epub"):
            found[name] = folder / name.replace("/", "-")
            found[name].write_bytes(content)
    return found


def chosen(books: dict[str, Path]) -> list[Path]:
    """The largest model and the largest booklet; the others are made the same way."""
    return [
        max((file for name, file in books.items() if kind in name), key=lambda f: f.stat().st_size)
        for kind in CHOSEN
    ]


def test_there_is_an_e_book_beside_each_pdf_of_a_kind(real: Build) -> None:
    """The e-book of the handbook holds all its volumes."""
    folders = ("last-ned/bok/", "last-ned/modeller/", "last-ned/til-deg/")
    papers = {n for n in real.files if n.startswith(folders) and n.endswith(".pdf")}
    beside = tuple(f"-{volume}.pdf" for volume in Volume if volume)
    papers = {name for name in papers if not name.endswith(beside)}
    books = {n for n in real.files if n.endswith(".epub")}
    assert {name.replace(".epub", ".pdf") for name in books} == papers


def test_epubcheck_has_nothing_to_say(books: dict[str, Path]) -> None:
    for file in chosen(books):
        assert epubcheck(file) == [], file.name


def test_epubcheck_would_say_so(books: dict[str, Path], tmp_path: Path) -> None:
    """The judge is awake: a book whose contents lead nowhere is found wrong."""
    file = tmp_path / "feil.epub"
    file.write_bytes(chosen(books)[1].read_bytes()[:-200])
    assert epubcheck(file)


def test_ace_has_nothing_to_say(books: dict[str, Path]) -> None:
    found = ace(chosen(books))
    assert found == {file.name: [] for file in chosen(books)}


@pytest.mark.exhaustive
def test_nobody_has_anything_to_say_of_the_others(books: dict[str, Path]) -> None:
    """The whole handbook, and every model and booklet."""
    whole = next(file for name, file in books.items() if "/bok/" in name)
    assert ace([whole]) == {whole.name: []}
    assert {file.name: epubcheck(file) for file in books.values()} == {
        file.name: [] for file in books.values()
    }


def test_every_link_of_every_e_book_lands(books: dict[str, Path], real: Build) -> None:
    assert real.book is not None
    own = real.book.edition.site_url
    answers = {own + page.url for page in real.pages} | {own + name for name in real.files} | {own}
    faults = []
    for file in books.values():
        book = Epub(file.read_bytes())
        for name, link in book.links():
            there = link.partition("#")[0] in answers if link.startswith(own) else True
            outward = "://" in link or link.startswith(("mailto:", "tel:"))
            if not (there if outward else book.lands(name, link)):
                faults.append(f"{file.name} {name}: {link}")
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:40])
