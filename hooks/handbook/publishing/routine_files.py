"""The routines as one Word file, for those who will take them into a system of their own."""

from __future__ import annotations

from pathlib import Path

from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.forms.downloads import version_of_writers
from handbook.kept import Cache, Files, key_of
from handbook.model.handbook import Edition, Handbook
from handbook.sections.downloads import ROUTINES, ROUTINES_FILE
from handbook.sections.routines import whole_routines

_PATH = f"{ROUTINES.folder}/{ROUTINES_FILE}.docx"
_WRITER = Path(__file__).with_name("routine_word.py")


def routine_files(book: Handbook, cache: Cache | None = None) -> Files:
    """Site path → bytes of all routines, kept while they say the same; none without routines."""
    if not book.routines:
        return {}
    told, kept = whole_routines(Linker(book)), cache or Cache()
    about = (told, book.edition)
    return kept.get_or_make(
        _PATH, about, lambda: kept.files(_key(*about), lambda: {_PATH: _made(*about)})
    )


def _key(told: Section, edition: Edition) -> str:
    writer = _WRITER.read_text(encoding="utf-8")
    return key_of("routines", repr(told), edition.model_dump_json(), version_of_writers(), writer)


def _made(told: Section, edition: Edition) -> bytes:
    from handbook.publishing.routine_word import routine_word  # noqa: PLC0415 - loads python-docx

    return routine_word(told, edition)
