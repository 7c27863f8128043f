"""The texts of a model that one can send, as one Word file to copy from and change."""

from __future__ import annotations

from pathlib import Path

from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.forms.downloads import version_of_writers
from handbook.kept import Cache, Files, key_of
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.sections.messages import messages_section

FOLDER = "last-ned/tekster"
_WRITER = Path(__file__).with_name("message_word.py")


def message_files(book: Handbook, model: InclusionModel, cache: Cache | None = None) -> Files:
    """Site path → bytes of the texts of one model, kept while they are the same; none without."""
    if not any(step.messages for step in model.steps):
        return {}
    told, kept = messages_section(Linker(book), model), cache or Cache()
    about = (told, model.version, book.edition)
    path = f"{FOLDER}/{model.id}-tekster.docx"
    return kept.get_or_make(
        path, about, lambda: kept.files(_key(*about), lambda: {path: _made(*about)})
    )


def _key(told: Section, version: str, edition: Edition) -> str:
    writer = _WRITER.read_text(encoding="utf-8")
    return key_of("messages", repr(told), version, edition.model_dump_json(), version_of_writers(),
                  writer)  # fmt: skip


def _made(told: Section, version: str, edition: Edition) -> bytes:
    from handbook.publishing.message_word import message_word  # noqa: PLC0415 - loads python-docx

    return message_word(told, version, edition)
