"""The memo's blocks → a Word file anybody may edit. Loaded when one must be made."""

from __future__ import annotations

from typing import Any

from handbook.document.blocks import (
    Blank,
    Block,
    Blocks,
    Group,
    Item,
    ItemList,
    Paragraph,
    Row,
    Section,
    Table,
    Tool,
)
from handbook.document.places import path
from handbook.document.tools import OwnContact
from handbook.forms.word_package import blank_document, bookmark, finished_paper
from handbook.model.handbook import Edition
from handbook.render.search_text import plain, search_text

_LINE = "________________________________"
_TICK = "\u2610 "
_MM, _POINT = 36_000, 12_700
"""In the unit of Word, which has no name anybody uses."""
_SHEET, _MARGIN = 184 * _MM, 13 * _MM
_TEXT, _HEADING, _TITLE = 9 * _POINT, 10 * _POINT, 16 * _POINT
_CLOSE, _BEFORE = 2 * _POINT, 5 * _POINT


def memo_word(told: Section, version: str, edition: Edition) -> bytes:
    """The Word file; the same memo, the same bytes."""
    document = blank_document()
    page = document.sections[0]
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    document.add_paragraph(told.title, style="Title").runs[0].font.size = _TITLE
    _print(document, told.blocks)
    foot = f"versjon {version} · utgave {edition.edition} · {_address(told, edition)}"
    return finished_paper(document, told.title, foot, version, edition)


def _address(told: Section, edition: Edition) -> str:
    """Where the memo stands on the web, with the pages its words lead to."""
    site = edition.site_url.partition("://")[2].rstrip("/")
    return f"{site}/{path(told.place)}.html" if told.place else site


def _print(document: Any, blocks: Blocks) -> None:
    for block in blocks:
        _block(document, block)


def _block(document: Any, block: Block) -> None:
    if isinstance(block, Section):
        _heading(document.add_paragraph(block.title, style="Heading 1"))
        _print(document, block.blocks)
    elif isinstance(block, Tool) and isinstance(block.data, OwnContact):
        bookmark(_words(document, f"{block.data.words}: {_LINE}"), CONTACT)
    elif isinstance(block, Tool):
        _print(document, block.instead)
    elif isinstance(block, Group):
        _print(document, block.blocks)
    elif isinstance(block, ItemList):
        for item in block.items:
            _item(document, item, ticked=block.kind == "choices")
    elif isinstance(block, Table):
        _table(document, block)
    elif isinstance(block, Blank):
        bookmark(_words(document, f"{block.words}: {_LINE}"), DECIDED)
    elif isinstance(block, Paragraph) and block.kind == "assumed":
        bookmark(_words(document, search_text((block,))), COUNTED_FOR)
    else:
        _words(document, search_text((block,)))


def _item(document: Any, item: Item, *, ticked: bool) -> None:
    if ticked:
        _words(document, _TICK + search_text(item.blocks))
        return
    _tight(document.add_paragraph(search_text(item.blocks), style="List Bullet"))


COUNTED_FOR, CONTACT, DECIDED = "regnet", "kontakt", "avgjor"
"""What the paragraphs that a reader's own figures, case and answer change are known by, in
memo-word.js."""


def _words(document: Any, words: str) -> Any:
    paragraph = document.add_paragraph(words)
    _tight(paragraph)
    return paragraph


def _tight(paragraph: Any) -> None:
    paragraph.paragraph_format.space_after = _CLOSE
    paragraph.paragraph_format.line_spacing = 1.05
    for run in paragraph.runs:
        run.font.size = _TEXT


def _heading(paragraph: Any) -> None:
    paragraph.paragraph_format.space_before = _BEFORE
    paragraph.paragraph_format.space_after = _CLOSE
    paragraph.runs[0].font.size = _HEADING


def _table(document: Any, table: Table) -> None:
    """Rows and columns as they stand; the first row is repeated on a new page."""
    rows = [row for row in table.rows if isinstance(row, Row)]
    grid = document.add_table(rows=0, cols=len(table.head), style="Table Grid")
    _row(grid, [plain(column.words) for column in table.head], bold=True)
    for row in rows:
        _row(grid, [search_text(cell.blocks) for cell in row.cells], bold=row.kind == "sum")
    for column, share in zip(grid.columns, table.widths, strict=True):
        column.width = int(_SHEET * share / sum(table.widths))


def _row(grid: Any, texts: list[str], *, bold: bool) -> None:
    for cell, text in zip(grid.add_row().cells, texts, strict=True):
        (paragraph,) = cell.paragraphs
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, _TEXT
        paragraph.paragraph_format.space_after = 0
