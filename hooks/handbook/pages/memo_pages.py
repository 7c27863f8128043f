"""The memos: the sheet of each model and each instrument, and the list of them all."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import Actions, Blocks, File, Tool
from handbook.document.inline import Ref
from handbook.document.places import INSTRUMENTS, as_script, path
from handbook.document.tools import MemoWord
from handbook.model.instrument import Instrument
from handbook.pages.case_line import CASE_SCRIPTS
from handbook.pages.context import CALCULATOR, Context, compose
from handbook.pages.in_model import InModel
from handbook.pages.page import Crumb, Page
from handbook.sections.around import brief_foot
from handbook.sections.case import contact_line
from handbook.sections.downloads import DECKS, MEMOS
from handbook.sections.instrument_memo import instrument_memo
from handbook.sections.leader_deck import leader_title
from handbook.sections.memo import memo_section
from handbook.sections.memos import memos_section

_SCRIPTS = (
    *CASE_SCRIPTS, *CALCULATOR, "assets/js/files.js", "assets/js/memo-answer.js",
    "assets/js/memo-word.js",
)  # fmt: skip


def memo_page(of: InModel) -> Page:
    """The memo of a model, to print or keep as PDF, or as a Word file with one's own figures."""
    above = _take_away(of.context, of.model.id, of.model.short_title, tuple(_slides(of)))
    return of.page(
        titles.MEMO,
        memo_section(of.linker, of.model),
        warned=(),
        above=(of.case_line(), *above),
        scripts=_SCRIPTS,
    )


def memo_pages(context: Context) -> Iterator[Page]:
    """The list, then the memo of each instrument that leaders are asked about."""
    yield compose(
        memos_section(context.linker),
        kind="memos",
        description="Ett ark for hvert valg: hva det krever, hva det koster og hva vi ikke vet.",
        below=(brief_foot(None),),
    )
    for one in context.book.instruments:
        if one.has_memo:
            yield _instrument(context, one)


def _instrument(context: Context, one: Instrument) -> Page:
    source = f"model/instruments/{one.id}.yml"
    line = (contact_line(),) if context.book.decision else ()  # the card stands by the chooser
    here = context.linker.to("instrument", one.id)
    return compose(
        instrument_memo(context.linker, one),
        kind="memo",
        description=f"{one.question} Det ledelsen må vite for å bestemme seg.",
        above=(*line, *_take_away(context, one.id, one.title)),
        below=(brief_foot(None, source),),
        source=source,
        crumbs=(
            Crumb(titles.PAGES[INSTRUMENTS], INSTRUMENTS),
            Crumb(one.title, path(here.place)),
        ),
        scripts=_SCRIPTS,
    )


def _take_away(context: Context, name: str, title: str, more: tuple[Ref, ...] = ()) -> Blocks:
    """To print, or the file to change the words and figures in, where it has been made."""
    words = tuple(one for one in context.downloads.named(MEMOS.folder, name) if _is_word(one, name))
    refs = tuple(Ref(one.place, _USUAL, "button-secondary") for one in words)
    own = (Tool(MemoWord(title, as_script(one.place))) for one in words)
    return (Actions((*refs, *more), "Skriv ut eller lagre som PDF"), *own)


def _is_word(file: File, name: str) -> bool:
    return file.kind == "Word" and file.place.name.endswith(f"/{name}.docx")


_USUAL = "Last ned Word med vanlige tall, og endre selv"
"""Without a script; with one, the file has the reader's own figures."""


def _slides(of: InModel) -> Iterator[Ref]:
    """The same as slides for a meeting, where they have been made."""
    wanted = leader_title(of.model)
    for file in of.context.downloads.named(DECKS.folder, of.model.id):
        if file.title == wanted:
            yield Ref(file.place, f"Last ned presentasjon ({file.kind})", "button-secondary")
