"""The memo to leaders as a Word file, for those who will change its words or its figures."""

from __future__ import annotations

from pathlib import Path

from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.forms.downloads import version_of_writers
from handbook.kept import Cache, Files, key_of
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.sections.memo import memo_section

FOLDER = "last-ned/notat"
_WRITER = Path(__file__).with_name("memo_word.py")


def memo_files(book: Handbook, model: InclusionModel, cache: Cache | None = None) -> Files:
    """Site path → bytes of the memo of one model; kept while it says the same."""
    told, kept = memo_section(Linker(book), model), cache or Cache()
    about = (told, model.version, book.edition)
    path = f"{FOLDER}/{model.id}.docx"
    return kept.get_or_make(
        path, about, lambda: kept.files(_key(*about), lambda: {path: _made(*about)})
    )


def _key(told: Section, version: str, edition: Edition) -> str:
    writer = _WRITER.read_text(encoding="utf-8")
    return key_of("memo", repr(told), version, edition.model_dump_json(), version_of_writers(),
                  writer)  # fmt: skip


def _made(told: Section, version: str, edition: Edition) -> bytes:
    from handbook.publishing.memo_word import memo_word  # noqa: PLC0415 - loads python-docx

    return memo_word(told, version, edition)
