"""Everything readers take away: the bytes, and the list of them that the pages show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.document import titles
from handbook.document.blocks import File
from handbook.document.places import ROUTINES
from handbook.document.places import file as file_at
from handbook.findings import Finding, Place
from handbook.hosting import hosting_files, security_file
from handbook.kept import Cache, Files
from handbook.model.handbook import Edition, Handbook
from handbook.pages.downloads import Downloads
from handbook.publishing.as_script import beside
from handbook.publishing.book_files import PdfBuilder, begin, book_files
from handbook.publishing.claims_file import CLAIMS, claims_file
from handbook.publishing.deck_files import deck_bytes, deck_files, deck_findings
from handbook.publishing.dump import dump
from handbook.publishing.e_books import with_e_books
from handbook.publishing.form_files import FormFiles
from handbook.publishing.packages import packages
from handbook.publishing.privacy_files import privacy_files
from handbook.publishing.quality_file import QUALITY_DATA, quality_file
from handbook.publishing.word_papers import (
    instrument_memo_files,
    memo_files,
    message_files,
    routine_files,
)
from handbook.reading.folder import Places
from handbook.sections.messages import MESSAGES


@dataclass(frozen=True)
class BuiltFiles:
    """What readers can take away, the bytes of it, and what could not be made."""

    downloads: Downloads
    files: Files
    findings: tuple[Finding, ...]


def build_files(
    book: Handbook,
    places: Mapping[tuple[str, str], Places],
    cache: Cache,
    *,
    files: bool,
    root: Path | None = None,
    wait_for_book: bool = True,
) -> BuiltFiles:
    """Make all files; none but those of the host when `files` is off.

    `root` and `wait_for_book` are those of `begin` and `book_files`.
    """
    if not files:
        return BuiltFiles(Downloads(), _hosting(book.edition), ())
    pdfs = PdfBuilder(book, cache)
    begin(pdfs, root, wait_for_book=wait_for_book)
    forms = FormFiles(book, cache, lambda form, field: place_of(places, book, form, field))
    made = _hosting(book.edition) | forms.site_files()
    listed = forms.listed()
    books, findings = book_files(pdfs, places, wait_for_book=wait_for_book)
    books = with_e_books(book, cache, books, wait_for_book=wait_for_book)
    for path, (title, content) in books.items():
        made[path] = content
        listed[path] = _file(path, title, content)
    packed = packages(book, forms.with_examples, cache)
    for package in packed:
        made[package.path] = package.content
        listed[package.path] = _file(package.path, package.title, package.content)
    for model in book.models:
        memos = memo_files(book, model, cache)
        made |= beside(memos)
        for path, content in memos.items():
            made[path] = content
            listed[path] = _file(path, f"{titles.MEMO.title}: {model.short_title}", content)
        for deck in deck_files(book, model):
            made[deck.path] = content = deck_bytes(deck, book.edition, cache)
            listed[deck.path] = _file(deck.path, deck.deck.title, content)
            findings += deck_findings(deck, model, places)
        for path, content in message_files(book, model, cache).items():
            made[path] = content
            listed[path] = _file(path, f"{MESSAGES}: {model.short_title}", content)
        for path, content in privacy_files(book, model, cache).items():
            made[path] = content
            listed[path] = _file(path, f"Personvern i {model.short_title}", content)
    for one in book.instruments:
        memos = instrument_memo_files(book, one, cache) if one.has_memo else {}
        made |= beside(memos)
        for path, content in memos.items():
            made[path] = content
            listed[path] = _file(path, f"{titles.MEMO.title}: {one.title}", content)
    for path, content in routine_files(book, cache).items():
        made[path] = content
        listed[path] = _file(path, titles.PAGES[ROUTINES], content)
    made["data/handbook.json"] = data = dump(book)
    listed["data/handbook.json"] = _file("data/handbook.json", "Hele håndboka som data", data)
    made |= (more := claims_file(book) | quality_file(book, data))
    listed |= {path: _file(path, _DATA[path], content) for path, content in more.items()}
    later = frozenset(package.path for package in packed if package.later)
    downloads = Downloads(listed, pdfs.missing or forms.missing, later)
    return BuiltFiles(downloads, made, (*forms.findings, *findings))


def _hosting(edition: Edition) -> Files:
    made = hosting_files(edition.site_url)
    if edition.security:
        contact, expires = edition.security.contact, edition.security.expires
        made |= security_file(edition.site_url, contact, expires)
    return made


_DATA = {
    CLAIMS: "Alle utsagn, med merke, funn og sitat",
    QUALITY_DATA: "Tallene om kvaliteten, med sum av innholdet",
}
_KINDS = {
    "pdf": "PDF", "epub": "EPUB", "docx": "Word", "pptx": "PowerPoint", "csv": "CSV", "zip": "zip",
    "json": "JSON",
}  # fmt: skip


def _file(path: str, title: str, content: bytes) -> File:
    kind = _KINDS[path.rpartition(".")[2]]
    return File(file_at(path), title, kind, len(content))


def place_of(
    places: Mapping[tuple[str, str], Places], book: Handbook, form_id: str, field_id: str
) -> Place:
    """Where a form's field stands in its file; the form itself when no field is named."""
    for number, section in enumerate(book.form_by_id[form_id].sections):
        for at, field in enumerate(section.fields):
            if field.id == field_id:
                return places["form", form_id].place(("sections", number, "fields", at, "id"))
    return places["form", form_id].place(("id",))
