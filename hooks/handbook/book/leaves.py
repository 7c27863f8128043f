"""Loose leaves as sections, and as PDF: the memo for those who decide."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handbook.book.letters_check import refuse_unknown_letters
from handbook.book.printing import PrintJob, fitted, largest
from handbook.document import titles
from handbook.document.blocks import Blank, Block, Blocks, Notice, Paragraph, Section
from handbook.document.linker import Linker
from handbook.document.places import Place, url
from handbook.document.titles import part_place
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.render.typst_tree import typst_tree
from handbook.sections.around import notices
from handbook.sections.memo import LEAVES, Room, memo_section

MEMO_POINTS = (10.0, 9.4, 8.8, 8.4)
"""Sizes a memo is tried in before something is left out of it."""

_DECISION = "avgjor"


def memo_leaf(linker: Linker, model: InclusionModel, room: Room = LEAVES[0]) -> Section:
    """The memo on one sheet, with lines to write the decision on."""
    told = memo_section(linker, model, room)
    lead, *rest = (_with_lines(block) for block in told.blocks)
    blocks = (lead, *_in_short(notices(linker, model, None)), *rest)
    return replace(told, blocks=blocks)


def _in_short(warned: Blocks) -> Blocks:
    """What a leader must know about how far the model has come, a line each."""
    return tuple(Paragraph(one.words[:1]) for one in warned if isinstance(one, Notice))


def _with_lines(block: Block) -> Block:
    if not isinstance(block, Section) or block.anchor != _DECISION:
        return block
    return replace(block, blocks=(*block.blocks, Blank("Avgjort, dato og ansvarlig")))


def memo_pdf(book: Handbook, model: InclusionModel) -> bytes:
    """The memo on one page: the most there is room for in letters one can read.

    Raises EditionRefused when not even the least fits.
    """
    refuse_unknown_letters(book)
    linker = Linker(book)
    jobs = [_memo_job(linker, model, room) for room in LEAVES]
    for job in jobs[:-1]:
        if pdf := largest(job, pages=1, sizes=MEMO_POINTS):
            return pdf
    return fitted(jobs[-1], Place("model", model.id), pages=1, sizes=MEMO_POINTS)


def _memo_job(linker: Linker, model: InclusionModel, room: Room) -> PrintJob:
    edition = linker.book.edition
    told = memo_leaf(linker, model, room)
    return PrintJob(
        template="leaf",
        book=linker.book,
        title=f"Beslutningsnotat: {model.short_title}",
        description=f"Grunnlag for å avgjøre om virksomheten skal bruke {model.short_title}.",
        foot=f"{model.id} · versjon {model.version} · utgave {edition.edition}",
        tree=typst_tree((told,), edition.site_url.rstrip("/"), small=True),
        more=leaf(edition, part_place(model, titles.MEMO)),
    )


def leaf(edition: Edition, place: Place, *, opening: int = 0, columns: int = 1) -> dict[str, Any]:
    """What the template of a leaf reads beside the tree."""
    return {
        "paper": "a4", "side": 16, "columns": columns, "opening": opening, "size": 10.5,
        "site": short_address(edition, place),
    }  # fmt: skip


def short_address(edition: Edition, place: Place) -> str:
    """The address of a place as one types it."""
    site = edition.site_url.rstrip("/").partition("://")[2]
    return f"{site}/{url(place)}".removesuffix("index.html")
