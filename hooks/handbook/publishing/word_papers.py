"""Papers for whoever takes them over and changes them, as Word files: a memo, texts, routines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.forms.file_kinds import version_of_writers
from handbook.kept import Cache, Files, key_of
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.instrument import Instrument
from handbook.sections.downloads import MEMOS, MESSAGES, ROUTINES, ROUTINES_FILE
from handbook.sections.instrument_memo import instrument_memo
from handbook.sections.memo import memo_section
from handbook.sections.messages import messages_section
from handbook.sections.routines import whole_routines

_HERE = Path(__file__).parent


class Paper(NamedTuple):
    """What a file says: all there is to it, its version, and the edition it is from."""

    told: Section
    version: str
    edition: Edition


Write = Callable[[Paper], bytes]
"""Makes the Word file; the same paper, the same bytes."""


def memo_files(book: Handbook, model: InclusionModel, cache: Cache | None = None) -> Files:
    """Site path → bytes of the memo of one model, for those who will change words or figures."""
    paper = Paper(memo_section(Linker(book), model), model.version, book.edition)
    return _kept(f"{MEMOS.folder}/{model.id}.docx", paper, "memo_word.py", _memo, cache)


def instrument_memo_files(
    book: Handbook, instrument: Instrument, cache: Cache | None = None
) -> Files:
    """The same of an instrument; it has the version of the edition."""
    paper = Paper(instrument_memo(Linker(book), instrument), book.edition.edition, book.edition)
    return _kept(f"{MEMOS.folder}/{instrument.id}.docx", paper, "memo_word.py", _memo, cache)


def message_files(book: Handbook, model: InclusionModel, cache: Cache | None = None) -> Files:
    """Site path → bytes of the texts of one model that one can send; none without texts."""
    if not any(step.messages for step in model.steps):
        return {}
    paper = Paper(messages_section(Linker(book), model), model.version, book.edition)
    path = f"{MESSAGES.folder}/{model.id}-tekster.docx"
    return _kept(path, paper, "message_word.py", _messages, cache)


def routine_files(book: Handbook, cache: Cache | None = None) -> Files:
    """Site path → bytes of all routines, to be taken into another system; none without routines."""
    if not book.routines:
        return {}
    paper = Paper(whole_routines(Linker(book)), book.edition.edition, book.edition)
    path = f"{ROUTINES.folder}/{ROUTINES_FILE}.docx"
    return _kept(path, paper, "routine_word.py", _routines, cache)


def _kept(path: str, paper: Paper, writer: str, write: Write, cache: Cache | None) -> Files:
    """The file, made anew only when the paper or what writes it is another."""
    kept = cache or Cache()
    code = (_HERE / writer).read_text(encoding="utf-8")
    edition = paper.edition.model_dump_json()
    key = key_of(writer, repr(paper.told), paper.version, edition, version_of_writers(), code)
    return kept.get_or_make(path, paper, lambda: kept.files(key, lambda: {path: write(paper)}))


def _memo(paper: Paper) -> bytes:
    from handbook.publishing.memo_word import memo_word  # noqa: PLC0415 - loads python-docx

    return memo_word(*paper)


def _messages(paper: Paper) -> bytes:
    from handbook.publishing.message_word import message_word  # noqa: PLC0415 - loads python-docx

    return message_word(*paper)


def _routines(paper: Paper) -> bytes:
    from handbook.publishing.routine_word import routine_word  # noqa: PLC0415 - loads python-docx

    return routine_word(*paper)
