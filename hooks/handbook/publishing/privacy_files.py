"""What an organisation must write down about a model's personal data, as Word and as CSV."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from handbook.document.blocks import Blocks
from handbook.document.inline import Ref
from handbook.document.linker import Linker
from handbook.forms.file_kinds import version_of_writers
from handbook.kept import Cache, Files, key_of
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.privacy import processing_rows
from handbook.publishing.tables import csv_table
from handbook.render.search_text import plain
from handbook.sections.privacy import (
    DRAFT,
    FILL_IN,
    ONLY_YOU,
    Answer,
    answers,
    deletion_plan,
    information,
)

FOLDER = "last-ned/personvern"
DRAFT_NOTE = f"Utkast. {DRAFT}"
BLANKS = (FILL_IN,) * len(ONLY_YOU)
_HERE = Path(__file__).parent
_OURS = ("privacy_files.py", "privacy_word.py", "tables.py")

Record = tuple[Ref, tuple[Answer, ...]]
"""A form, and what the record of processing says of it."""


class Papers(NamedTuple):
    """What the files of one model say: its name and version, the record, and the rest as blocks."""

    name: str
    version: str
    records: tuple[Record, ...]
    told: Blocks
    edition: Edition


def privacy_base(model: InclusionModel) -> str:
    """Site path of the files without ending."""
    return f"{FOLDER}/{model.id}-personvern"


def privacy_files(book: Handbook, model: InclusionModel, cache: Cache | None = None) -> Files:
    """Site path → bytes of the Word file and the CSV of one model; kept while they are the same."""
    linker, base = Linker(book), privacy_base(model)
    rows = processing_rows(book, model)
    records = tuple((linker.form(row.form.id), answers(linker, row)) for row in rows)
    told = (information(linker, model), deletion_plan(linker, model))
    papers = Papers(model.short_title, model.version, records, told, book.edition)
    kept = cache or Cache()
    return kept.get_or_make(
        base, papers, lambda: kept.files(_key(papers), lambda: _made(base, papers))
    )


def _key(papers: Papers) -> str:
    """Two models with the same key have the same files; dataclasses show all they hold."""
    said = repr((*papers[:4], papers.edition.model_dump_json()))
    ours = [(_HERE / name).read_text(encoding="utf-8") for name in _OURS]
    return key_of("privacy", said, version_of_writers(), *ours)


def _made(base: str, papers: Papers) -> Files:
    from handbook.publishing.privacy_word import privacy_word  # noqa: PLC0415 - loads python-docx

    return {f"{base}.docx": privacy_word(papers), f"{base}.csv": _csv(papers.records)}


def _csv(records: tuple[Record, ...]) -> bytes:
    """A line for each form, with room for what only the organisation knows."""
    headings = [one.heading for one in records[0][1]] if records else []
    rows = (
        (plain((form,)), *(plain(one.words) for one in known), *BLANKS, DRAFT_NOTE)
        for form, known in records
    )
    return csv_table(("Skjema", *headings, *ONLY_YOU, "Status"), rows)
