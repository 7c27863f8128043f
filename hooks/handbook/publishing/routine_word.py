"""The routines → a Word file an employer makes its own. Loaded when one must be made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from handbook.document.blocks import (
    Block,
    Facts,
    Item,
    ItemList,
    Notice,
    Paragraph,
    Section,
)
from handbook.forms.word_package import blank_document, finished_paper, marked
from handbook.model.handbook import Edition
from handbook.render.search_text import plain, search_text

_MM = 36_000
"""In the unit of Word, which has no name anybody uses."""
_MARGIN = 11 * _MM
_WIDTHS = (34 * _MM, 152 * _MM)
_BLANKS = ("Hos oss: [navn]", "Godkjent av: [navn]", "Dato: [dato]", "Neste gjennomgang: [dato]")
"""What only the employer knows."""
_GAP = "    "
"""Between what stands on one line."""


def routine_word(told: Section, version: str, edition: Edition) -> bytes:
    """The Word file; the same routines, the same bytes."""
    document = blank_document()
    page = document.sections[0]
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    document.add_paragraph(told.title, style="Title")
    parts = [block for block in told.blocks if isinstance(block, Section)]
    for block in told.blocks[: -len(parts)]:
        document.add_paragraph(search_text((block,)), style="Form Lead")
    for part in parts:
        document.add_paragraph(_in_a_line(part), style="List Bullet")
    for part in parts:
        _part(document, part)
    foot = f"{edition.title}, utgave {version}"
    return finished_paper(document, told.title, foot, version, edition)


def _in_a_line(part: Section) -> str:
    leads = tuple(one for one in part.blocks if isinstance(one, Paragraph) and one.kind == "lead")
    return f"{part.title}: {search_text(leads)}" if leads else part.title


def _part(document: Any, part: Section) -> None:
    """One routine, or the rules, on a page of its own, so that it can be taken out."""
    heading = document.add_paragraph(part.title, style="Heading 1")
    heading.paragraph_format.page_break_before = True
    heading.paragraph_format.space_before = 0
    for block in part.blocks:
        _print(document, block)


def _print(document: Any, block: Block) -> None:
    """What stands behind a fold, and ways to other pages, belong to the handbook alone."""
    if isinstance(block, Section):
        if block.kind != "fold":
            document.add_paragraph(block.title, style="Form Label")
            _listed(document, block)
    elif isinstance(block, ItemList):
        for item in block.items:
            document.add_paragraph(search_text(item.blocks), style="List Bullet")
    elif isinstance(block, Facts):
        _facts(document, block)
        _blanks(document)
    elif isinstance(block, Notice):
        document.add_paragraph(plain(block.words))
    elif isinstance(block, Paragraph) and block.kind == "lead":
        document.add_paragraph(search_text((block,)), style="Form Lead")


def _listed(document: Any, section: Section) -> None:
    """What is done as a table; what is only named, in a line, so that a routine is one sheet."""
    for block in section.blocks:
        assert isinstance(block, ItemList)
        if block.kind == "responses":
            _table(document, block)
        else:
            named = (search_text(item.blocks) for item in block.items)
            paragraph = document.add_paragraph("; ".join(named), style="Form Help")
            paragraph.paragraph_format.keep_with_next = False


def _table(document: Any, actions: ItemList) -> None:
    """Who, and what; an action that others have decided says so."""
    grid = document.add_table(rows=0, cols=2, style="Table Grid")
    _row(grid, "Hvem", "Hva", bold=True)
    for item in actions.items:
        who, what = _parted(item)
        _row(grid, who, what)
    for column, width in zip(grid.columns, _WIDTHS, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _parted(item: Item) -> tuple[str, str]:
    first, *others = item.blocks
    assert isinstance(first, Paragraph)
    who, *what = first.words
    text = search_text((replace(first, words=tuple(what)), *others))
    basis = item.mark.basis if item.mark else None
    known = f" ({basis.label})" if basis and basis.documented else ""
    return plain((who,)).removesuffix(":"), f"{text}{known}"


def _row(grid: Any, *texts: str, bold: bool = False) -> None:
    for cell, text in zip(grid.add_row().cells, texts, strict=True):
        (paragraph,) = cell.paragraphs
        paragraph.style = "Form Cell"
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.add_run(text).bold = bold


def _blanks(document: Any) -> None:
    paragraph = document.add_paragraph(style="Form Fact")
    for words, blank in _parts():
        paragraph.add_run(words)
        marked(paragraph.add_run(blank))


def _parts() -> Iterator[tuple[str, str]]:
    for number, line in enumerate(_BLANKS):
        words, _, blank = line.partition("[")
        yield _GAP * bool(number) + words, f"[{blank}"


def _facts(document: Any, facts: Facts) -> None:
    """All of them in a line or two."""
    paragraph = document.add_paragraph(style="Form Fact")
    for number, fact in enumerate(facts.rows):
        paragraph.add_run(f"{_GAP * bool(number)}{fact.term}: ").bold = True
        paragraph.add_run(search_text(fact.blocks))
