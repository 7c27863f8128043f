"""The book as a file, from the cache where nothing has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from handbook import edition as edition_room
from handbook.cache import Cache, Files, key_of
from handbook.codes import finding
from handbook.edition.book import book_pdf
from handbook.edition.refusals import EditionRefused
from handbook.edition.typesetter import MISSING, available
from handbook.findings import Finding
from handbook.model.handbook import Handbook
from handbook.publishing.dump import dump
from handbook.reading.folder import Places

FOLDER = "last-ned/bok"


def book_files(
    book: Handbook, cache: Cache, places: Mapping[tuple[str, str], Places]
) -> tuple[Files, list[Finding], str]:
    """(site path → bytes, findings, a sentence when this machine cannot typeset)."""
    if not available():
        return {}, [], MISSING
    name = f"{FOLDER}/inkluderingshandboka-{book.edition.edition}.pdf"
    key = key_of("book", hashlib.sha256(dump(book)).hexdigest(), _version_of_writers())
    try:
        return cache.files(key, lambda: {name: book_pdf(book)}), [], ""
    except EditionRefused as error:
        place = places[error.kind, error.id].place(error.path)
        return {}, [finding("B01", place, f"{error.kind} «{error.id}»: {error.reason}")], ""


@lru_cache(maxsize=1)
def _version_of_writers() -> str:
    """Changes with any line of the book's writers, its typeface or the typesetter."""
    digest = hashlib.sha256()
    folder = Path(edition_room.__file__).parent
    for file in sorted(folder.rglob("*")):
        if file.suffix in (".py", ".typ", ".ttf", ".yml", ".txt", ".md"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for library in ("typst", "pikepdf"):
        try:
            digest.update(f"{library} {version(library)}\0".encode())
        except PackageNotFoundError:
            digest.update(b"missing\0")
    return digest.hexdigest()
