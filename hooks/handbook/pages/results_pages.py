"""What leaders decide from: results, time and money, and the memo that sums everything up."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import Actions, File, Tool
from handbook.document.inline import Ref
from handbook.document.places import as_script
from handbook.document.tools import MemoWord
from handbook.pages.case_line import CASE_SCRIPTS, TAKES_CASE
from handbook.pages.context import CALCULATOR
from handbook.pages.in_model import InModel
from handbook.pages.page import Page
from handbook.sections.downloads import DECKS, MEMOS
from handbook.sections.effort import effort_section
from handbook.sections.leader_deck import leader_title
from handbook.sections.memo import memo_section
from handbook.sections.results import results_section


def results_page(of: InModel) -> Page:
    """The numbers with their cautions, and what people have experienced."""
    return of.page(titles.RESULTS, results_section(of.linker, of.model))


def effort_page(of: InModel) -> Page:
    """Hours of each role, who pays, and how the hours are counted."""
    told = effort_section(of.linker, of.model)
    return of.page(titles.EFFORT, told, scripts=(*TAKES_CASE, *CALCULATOR))


def _word(of: InModel) -> tuple[File, ...]:
    """The file to change the words and figures in, where it has been made."""
    files = of.context.downloads.named(MEMOS.folder, of.model.id)
    return tuple(file for file in files if file.kind == "Word")


def _slides(of: InModel) -> Iterator[Ref]:
    """The same as slides for a meeting, where they have been made."""
    wanted = leader_title(of.model)
    for file in of.context.downloads.named(DECKS.folder, of.model.id):
        if file.title == wanted:
            yield Ref(file.place, f"Last ned presentasjon ({file.kind})", "button-secondary")


def memo_page(of: InModel) -> Page:
    """The memo, to print or keep as PDF, or as a Word file with the figures one has typed."""
    words = _word(of)
    refs = tuple(Ref(one.place, _USUAL, "button-secondary") for one in words)
    own = (Tool(MemoWord(of.model.short_title, as_script(one.place))) for one in words)
    return of.page(
        titles.MEMO,
        memo_section(of.linker, of.model),
        warned=(),
        above=(
            of.case_line(),
            Actions((*refs, *_slides(of)), "Skriv ut eller lagre som PDF"),
            *own,
        ),
        scripts=(*CASE_SCRIPTS, *CALCULATOR, "assets/js/files.js", "assets/js/memo-word.js"),
    )


_USUAL = "Last ned Word med vanlige tall, og endre selv"
"""Without a script; with one, the file has the reader's own figures."""
