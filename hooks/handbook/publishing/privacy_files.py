"""What an organisation must write down about a model's personal data, as Word and as CSV."""

from __future__ import annotations

import csv
import io
from typing import Any

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Fact,
    Facts,
    ItemList,
    Row,
    RowGroup,
    Section,
    Table,
    Tool,
)
from handbook.document.inline import Ref
from handbook.document.linker import Linker
from handbook.forms.word_package import blank_document, finished
from handbook.kept import Cache
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.privacy import processing_rows
from handbook.render.search_text import plain, search_text
from handbook.sections.privacy import (
    DRAFT,
    FILL_IN,
    NO_DATE,
    ONLY_YOU,
    Answer,
    answers,
    deletion_plan,
    information,
)

FOLDER = "last-ned/personvern"
Record = tuple[Ref, tuple[Answer, ...]]
"""A form, and what the record of processing says of it."""

_DRAFT = f"Utkast. {DRAFT}"


def privacy_base(model: InclusionModel) -> str:
    """Site path of the files without ending."""
    return f"{FOLDER}/{model.id}-personvern"


def privacy_files(
    book: Handbook, model: InclusionModel, cache: Cache | None = None
) -> dict[str, bytes]:
    """Site path → bytes of the Word file and the CSV of one model; kept while they are the same."""
    rows = processing_rows(book, model)
    base, linker = privacy_base(model), Linker(book)
    name, version, edition = model.short_title, model.version, book.edition
    told = (information(linker, model), deletion_plan(linker, model))
    records = tuple((linker.form(row.form.id), answers(linker, row)) for row in rows)
    return (cache or Cache()).get_or_make(
        base,
        (name, version, records, told, edition),
        lambda: {
            f"{base}.docx": _word(name, version, records, told, edition),
            f"{base}.csv": _csv(records),
        },
    )


def _csv(records: tuple[Record, ...]) -> bytes:
    """Semicolons and a byte order mark, as Norwegian Excel expects; nothing reads as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    headings = [one.heading for one in records[0][1]] if records else []
    writer.writerow(("Skjema", *headings, *ONLY_YOU, "Status"))
    for form, known in records:
        cells = (plain((form,)), *(plain(one.words) for one in known))
        writer.writerow([_harmless(cell) for cell in (*cells, *_BLANKS, _DRAFT)])
    return out.getvalue().encode("utf-8-sig")


_DATE_LINE = "____________"
_BLANKS = (FILL_IN,) * len(ONLY_YOU)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in "=+-@\t" else cell


def _word(
    name: str, version: str, records: tuple[Record, ...], told: Blocks, edition: Edition
) -> bytes:
    document = blank_document()
    title = f"{titles.PRIVACY.title} i {name}"
    document.add_paragraph(title, style="Title")
    document.add_paragraph(_DRAFT, style="Form Lead")
    document.add_paragraph("Protokoll over behandlinger", style="Heading 1")
    for form, known in records:
        document.add_paragraph(plain((form,)), style="Form Label")
        answered = ((one.heading, plain(one.words)) for one in known if one.words)
        for heading, text in (*answered, *zip(ONLY_YOU, _BLANKS, strict=True)):
            _line(document, heading, text)
    _print(document, told)
    foot = f"{title} · {edition.title}, utgave {edition.edition}"
    document.sections[0].footer.paragraphs[0].text = foot
    return finished(
        document,
        title=title,
        author=" og ".join(edition.publishers),
        day=edition.date,
        version=version,
        protected=False,
    )


def _print(document: Any, blocks: Blocks) -> None:
    """The few kinds of block the page about privacy is made of, as paragraphs of Word."""
    for block in blocks:
        if isinstance(block, Section):
            document.add_paragraph(block.title, style="Heading 1")
            _print(document, block.blocks)
        elif isinstance(block, Tool):
            _print(document, block.instead)
        elif isinstance(block, Facts):
            for fact in block.rows:
                _fact(document, fact)
        elif isinstance(block, Table):
            for row in block.rows:
                _row(document, block, row)
        else:
            document.add_paragraph(search_text((block,)))


def _fact(document: Any, fact: Fact) -> None:
    """A list stands under its term, anything else beside it."""
    (block,) = fact.blocks
    if not isinstance(block, ItemList):
        _line(document, fact.term, search_text(fact.blocks))
        return
    document.add_paragraph(fact.term, style="Form Label")
    for item in block.items:
        document.add_paragraph(search_text(item.blocks), style="List Bullet")


def _row(document: Any, table: Table, row: Row | RowGroup) -> None:
    """A row on one line: its name, and what stands under each of the other headings."""
    assert isinstance(row, Row)
    name, *cells = (search_text(cell.blocks) for cell in row.cells)
    heads = (plain(column.words) for column in table.head[1:])
    filled = (_DATE_LINE if cell == NO_DATE else cell for cell in cells)
    told = (f"{head}: {cell}" for head, cell in zip(heads, filled, strict=True))
    _line(document, name, ". ".join(told))


def _line(document: Any, heading: str, text: str) -> None:
    paragraph = document.add_paragraph(style="Form Fact")
    paragraph.add_run(f"{heading}: ").bold = True
    paragraph.add_run(text)
