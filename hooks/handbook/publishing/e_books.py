"""The book and its parts as e-books, from the cache where nothing has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from handbook.book.epub_files import EpubFile, epub_files
from handbook.book.files import version_of_writers
from handbook.book.refusals import EditionRefused
from handbook.kept import Cache, key_of
from handbook.model.handbook import Handbook
from handbook.publishing.dump import dump

Titled = tuple[str, bytes]
"""The title of a file and its bytes."""


def with_e_books(
    book: Handbook, cache: Cache, papers: Mapping[str, Titled], *, wait_for_book: bool = True
) -> dict[str, Titled]:
    """Site path → file: the PDFs, and after each the same as an e-book.

    Whoever watches gets the last e-books made. What cannot be told is left out; the PDF of it tells
    why.
    """
    made = {file.paper: (file, _made(file, book, cache, papers, wait=wait_for_book))
            for file in epub_files(book)}  # fmt: skip
    return dict(_in_order(papers, made))


def keep_e_books(book: Handbook, cache: Cache, papers: Mapping[str, Titled]) -> None:
    """Lay the e-books of some PDFs ready in the cache."""
    for file in epub_files(book):
        if file.paper in papers:
            _made(file, book, cache, papers, wait=True)


def _in_order(
    papers: Mapping[str, Titled], made: dict[str, tuple[EpubFile, bytes | None]]
) -> Iterator[tuple[str, Titled]]:
    for path in dict.fromkeys((*papers, *made)):
        if path in papers:
            yield path, papers[path]
        file, content = made.get(path, (None, None))
        if file and content:
            yield file.path, (file.title, content)


def _made(
    file: EpubFile, book: Handbook, cache: Cache, papers: Mapping[str, Titled], *, wait: bool
) -> bytes | None:
    last = key_of("e-book-latest", file.path)
    if not wait:
        return cache.last(last).get(file.path)
    _, paper = papers.get(file.paper, ("", None))
    text, pages = (hashlib.sha256(of).hexdigest() for of in (dump(book), paper or b""))
    key = key_of("e-book", file.path, text, pages, version_of_writers())
    try:
        content = cache.files(key, lambda: {file.path: file.make(paper)})[file.path]
    except EditionRefused:
        return None
    cache.keep(last, {file.path: content})
    return content
