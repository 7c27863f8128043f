"""Every file of the edition by its place on the site, each made only when asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from handbook.book.volumes import volumes_of
from handbook.document import titles
from handbook.model.handbook import Handbook

FOLDER = "last-ned"
_STEM = "inkluderingshandboka"
_PACKAGE = Path(__file__).parent.parent
_ROOMS = ("book", "document", "fonts", "forms", "model", "render", "sections")
_FILES = ("lettering.py", "norwegian.py")


MISSING = (
    "Bok og PDF-er er ikke laget: Typst finnes ikke for denne datamaskinen "
    "(gjelder Windows på Arm). Nettstedet er ellers helt"
)


def available() -> bool:
    """True when this machine can typeset; `MISSING` is the sentence to show when it cannot."""
    return find_spec("typst") is not None


class EditionFile(NamedTuple):
    """A file of the edition; `make` raises EditionRefused when an entry cannot be set."""

    path: str
    title: str
    make: Callable[[], bytes]


def edition_files(book: Handbook) -> tuple[EditionFile, ...]:
    """The book first, then its parts; empty on a machine without Typst."""
    return tuple(_files(book)) if available() else ()


def _files(book: Handbook) -> Iterator[EditionFile]:
    edition = book.edition
    for volume in volumes_of(book):
        path = f"{FOLDER}/bok/{'-'.join(filter(None, (_STEM, edition.edition, volume)))}.pdf"
        title = volume.heading or f"{edition.title} {edition.edition}"
        yield EditionFile(path, title, partial(_make, "whole.book_pdf", book, volume))
    for model in book.models:
        file, title = f"{model.id}.pdf", model.short_title
        yield EditionFile(
            f"{FOLDER}/modeller/{file}", title, partial(_make, "whole.model_pdf", book, model)
        )
        memo = partial(_make, "leaf_files.memo_pdf", book, model)
        yield EditionFile(f"{FOLDER}/notat/{file}", f"{titles.MEMO.title}: {title}", memo)
        if model.for_participant:
            booklet = partial(_make, "leaf_files.participant_booklet_pdf", book, model)
            yield EditionFile(f"{FOLDER}/til-deg/{file}", f"Til deg som deltar: {title}", booklet)
    for one in book.instruments:
        if one.has_memo:
            memo = partial(_make, "leaf_files.instrument_memo_pdf", book, one)
            title = f"{titles.MEMO.title}: {one.title}"
            yield EditionFile(f"{FOLDER}/notat/{one.id}.pdf", title, memo)
    for role in book.roles:
        if any(own.role == role.id for m in book.models for own in m.roles) or (
            role.id in book.steps_by_role
        ):
            card = partial(_make, "leaf_files.role_card_pdf", book, role)
            yield EditionFile(f"{FOLDER}/roller/{role.id}.pdf", f"Rollekort: {role.title}", card)


def _make(writer: str, *nouns: object) -> bytes:
    """What a writer makes; it is loaded the first time a file must be made."""
    module, _, name = writer.partition(".")
    made: bytes = getattr(import_module(f"handbook.book.{module}"), name)(*nouns)
    return made


@cache
def version_of_writers() -> str:
    """Changes when anything that decides the bytes does: code, templates, texts, fonts, Typst."""
    seen = hashlib.sha256(_typst_version().encode())
    files = [file for room in _ROOMS for file in sorted((_PACKAGE / room).rglob("*"))]
    for file in (*files, *(_PACKAGE / name for name in _FILES)):
        if file.suffix in (".py", ".typ", ".txt", ".ttf", ".css"):
            seen.update(file.relative_to(_PACKAGE).as_posix().encode())
            seen.update(file.read_bytes())
    return seen.hexdigest()[:16]


def _typst_version() -> str:
    names = ("typst", "pikepdf", "fonttools", "segno")
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} -")
    return ", ".join(found)
