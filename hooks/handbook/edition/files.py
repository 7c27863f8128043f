"""Every file of the edition by its place on the site, each made only when asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from handbook.edition.book import book_pdf
from handbook.edition.parts import memo_pdf, model_pdf, participant_booklet_pdf, role_card_pdf
from handbook.edition.typesetter import available
from handbook.model.handbook import Handbook

FOLDER = "last-ned"
_HERE = Path(__file__).parent
_ROOMS = (_HERE, _HERE.parent / "forms", _HERE.parent / "model")


def edition_files(book: Handbook) -> dict[str, Callable[[], bytes]]:
    """Site path → a function that makes the bytes; empty on a machine without Typst.

    A function raises EditionRefused when one entry cannot be set.
    """
    if not available():
        return {}
    edition = book.edition.edition
    files: dict[str, Callable[[], bytes]] = {
        f"{FOLDER}/inkluderingshandboka-{edition}.pdf": partial(book_pdf, book)
    }
    for model in book.models:
        files[f"{FOLDER}/modeller/{model.id}.pdf"] = partial(model_pdf, book, model)
        files[f"{FOLDER}/notat/{model.id}.pdf"] = partial(memo_pdf, book, model)
        if model.for_participant:
            files[f"{FOLDER}/til-deg/{model.id}.pdf"] = partial(
                participant_booklet_pdf, book, model
            )
    for role in book.roles:
        if any(own.role == role.id for m in book.models for own in m.roles) or (
            role.id in book.steps_by_role
        ):
            files[f"{FOLDER}/roller/{role.id}.pdf"] = partial(role_card_pdf, book, role)
    return files


@cache
def version_of_writers() -> str:
    """Changes when anything that decides the bytes does: code, templates, texts, fonts, Typst."""
    seen = hashlib.sha256(_typst_version().encode())
    for room in _ROOMS:
        for file in sorted(room.rglob("*")):
            if file.suffix in (".py", ".typ", ".txt", ".ttf"):
                seen.update(file.relative_to(room.parent).as_posix().encode())
                seen.update(file.read_bytes())
    return seen.hexdigest()[:16]


def _typst_version() -> str:
    names = ("typst", "pikepdf", "fonttools")
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} -")
    return ", ".join(found)
