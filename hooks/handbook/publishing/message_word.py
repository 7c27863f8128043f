"""The texts one can send → a Word file to copy from. Loaded when one must be made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from handbook.document.blocks import (
    Block,
    Blocks,
    Group,
    ItemList,
    Notice,
    Paragraph,
    Section,
    Tool,
)
from handbook.forms.word_package import blank_document, finished_paper, marked
from handbook.model.handbook import Edition
from handbook.render.search_text import plain, search_text

_WORDS = "Form Note"
"""The style of what is to be sent."""
_BLANK = re.compile(r"(\[[^\[\]]+\])")


def message_word(told: Section, version: str, edition: Edition) -> bytes:
    """The Word file; the same texts, the same bytes."""
    document = blank_document(with_letters=False)  # what is copied takes no letters along
    document.add_paragraph(told.title, style="Title")
    for block in told.blocks:
        _print(document, block)
    foot = f"versjon {version} · utgave {edition.edition}"
    return finished_paper(document, told.title, foot, version, edition)


def _print(document: Any, block: Block) -> None:
    if isinstance(block, Section):
        document.add_paragraph(block.title, style="Heading 1")
        _text(document, block) if block.anchor else _list(document, block)
    elif isinstance(block, Notice):
        document.add_paragraph(plain(block.words))
    else:
        document.add_paragraph(search_text((block,)), style="Form Lead")


def _list(document: Any, section: Section) -> None:
    for line in _lines(section.blocks):
        document.add_paragraph(line, style="Form Fact")


def _text(document: Any, section: Section) -> None:
    """One text, never parted between two pages while it has room on one.

    It is one paragraph, as programs part a long row of paragraphs that are to be kept together.
    """
    paragraphs = [_paragraph(document, *told) for told in _told(section)]
    for paragraph in paragraphs:
        paragraph.paragraph_format.keep_together = True
        paragraph.paragraph_format.keep_with_next = paragraph is not paragraphs[-1]


def _told(section: Section) -> Iterator[tuple[str, str]]:
    """Style and words of each paragraph of a text: whose it is, the text, and what to fill in."""
    for style, blocks in groupby(section.blocks, _style):
        if style == _WORDS:
            yield style, "\n\n".join(text for block in blocks for text in _texts(block))
        else:
            yield style, "\n".join(search_text((block,)) for block in blocks)


def _style(block: Block) -> str:
    if isinstance(block, Tool):
        return _WORDS
    return "Form Help" if isinstance(block, Paragraph) and block.kind == "note" else "Form Fact"


def _texts(block: Block) -> Iterator[str]:
    """The paragraphs of a mail; a list is one, with a line for each."""
    assert isinstance(block, Tool)
    for one in block.instead:
        assert isinstance(one, Group)
        yield from ("\n".join(_lines((told,))) for told in one.blocks)


def _paragraph(document: Any, style: str, words: str) -> Any:
    """A paragraph where everything that has to be filled in stands out."""
    paragraph = document.add_paragraph(style=style)
    for piece in filter(None, _BLANK.split(words)):
        run = paragraph.add_run(piece)
        if _BLANK.fullmatch(piece) and style != "Form Help":
            marked(run)
    return paragraph


def _lines(blocks: Blocks) -> Iterator[str]:
    """Line by line as one writes a mail; what is numbered has its number as text."""
    for block in blocks:
        if isinstance(block, ItemList):
            for number, item in enumerate(block.items, 1):
                yield f"{number}. " * block.ordered + search_text(item.blocks)
        elif isinstance(block, Group):
            yield from _lines(block.blocks)
        else:
            yield search_text((block,))
