"""Everything readers take away: the bytes, and the list of them that the pages show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
from handbook.model.inclusion_model import InclusionModel
from handbook.pages.downloads import Downloads
from handbook.publishing.as_script import beside
from handbook.publishing.book_files import PdfBuilder, begin, book_files
from handbook.publishing.claims_file import CLAIMS, claims_file
from handbook.publishing.deck_files import DeckFile, deck_bytes, deck_files, deck_findings
from handbook.publishing.dump import dump
from handbook.publishing.e_books import Titled, with_e_books
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
from handbook.sections.downloads import MEMOS
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
    packed = packages(book, forms.with_examples, cache)
    decks = [(model, deck_files(book, model)) for model in book.models]
    others = dict(_others(book, decks, cache))  # all this while the book is set elsewhere
    books, findings = book_files(pdfs, places, wait_for_book=wait_for_book)
    books = with_e_books(book, cache, books, wait_for_book=wait_for_book)
    findings += [found for model, made in decks for deck in made
                 for found in deck_findings(deck, model, places)]  # fmt: skip
    titled = {**books, **{one.path: (one.title, one.content) for one in packed}, **others}
    made = {path: content for path, (_, content) in titled.items()}
    memos = {path: content for path, content in made.items() if path.startswith(MEMOS.folder)}
    made = _hosting(book.edition) | forms.site_files() | made | beside(memos, cache)
    listed = forms.listed() | {path: _file(path, *told) for path, told in titled.items()}
    later = frozenset(package.path for package in packed if package.later)
    downloads = Downloads(listed, pdfs.missing or forms.missing, later)
    return BuiltFiles(downloads, made, (*forms.findings, *findings))


def _others(
    book: Handbook, decks: Iterable[tuple[InclusionModel, tuple[DeckFile, ...]]], cache: Cache
) -> Iterator[tuple[str, Titled]]:
    """Site path, title and bytes of what is neither form nor book, in the order of the lists."""
    for model, made in decks:
        yield from _of_model(book, model, made, cache)
    for one in book.instruments:
        memos = instrument_memo_files(book, one, cache) if one.has_memo else {}
        yield from _titled(f"{titles.MEMO.title}: {one.title}", memos)
    yield from _titled(titles.PAGES[ROUTINES], routine_files(book, cache))
    data = dump(book)
    yield "data/handbook.json", ("Hele håndboka som data", data)
    for path, content in (claims_file(book) | quality_file(book, data)).items():
        yield path, (_DATA[path], content)


def _of_model(
    book: Handbook, model: InclusionModel, decks: tuple[DeckFile, ...], cache: Cache
) -> Iterator[tuple[str, Titled]]:
    yield from _titled(f"{titles.MEMO.title}: {model.short_title}", memo_files(book, model, cache))
    for deck in decks:
        yield deck.path, (deck.deck.title, deck_bytes(deck, book.edition, cache))
    yield from _titled(f"{MESSAGES}: {model.short_title}", message_files(book, model, cache))
    yield from _titled(f"Personvern i {model.short_title}", privacy_files(book, model, cache))


def _titled(title: str, made: Files) -> Iterator[tuple[str, Titled]]:
    return ((path, (title, content)) for path, content in made.items())


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
