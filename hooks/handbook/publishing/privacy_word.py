"""The privacy papers of a model as a Word file. Loaded when one must be made."""

from __future__ import annotations

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
from handbook.forms.word_package import blank_document, finished_paper
from handbook.publishing.privacy_files import BLANKS, DRAFT_NOTE, Papers
from handbook.render.search_text import plain, search_text
from handbook.sections.privacy import NO_DATE, ONLY_YOU

_DATE_LINE = "____________"


def privacy_word(papers: Papers) -> bytes:
    """The Word file; the same papers, the same bytes."""
    name, version, records, told, edition = papers
    document = blank_document(with_letters=False)  # it is filled in and kept, never hung up
    title = f"{titles.PRIVACY.title} i {name}"
    document.add_paragraph(title, style="Title")
    document.add_paragraph(DRAFT_NOTE, style="Form Lead")
    document.add_paragraph("Protokoll over behandlinger", style="Heading 1")
    for form, known in records:
        document.add_paragraph(plain((form,)), style="Form Label")
        answered = ((one.heading, plain(one.words)) for one in known if one.words)
        for heading, text in (*answered, *zip(ONLY_YOU, BLANKS, strict=True)):
            _line(document, heading, text)
    _print(document, told)
    foot = f"{edition.title}, utgave {edition.edition}"
    return finished_paper(document, title, foot, version, edition)


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
