"""What stands before the models: the cover, how to use the book, the models side by side."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from handbook.document import places, titles
from handbook.document.blocks import Block, Blocks, Item, ItemList, Paragraph, Section, said
from handbook.document.linker import Linker
from handbook.document.places import page
from handbook.model.handbook import Edition
from handbook.model.inclusion_model import InclusionModel
from handbook.model.picture import FRONT, Picture
from handbook.model.prose import Prose
from handbook.norwegian import unbroken_date
from handbook.pictograms import scene_on_paper
from handbook.sections.around import changes
from handbook.sections.choice import chooser_section
from handbook.sections.comparison import suits_table
from handbook.sections.marks import marks
from handbook.sections.overview import models_section, status_table
from handbook.sections.valid_now import valid_now_section

FIRST = "Først"
_TEXTS = Path(__file__).parent / "texts"


def cover(edition: Edition, volume: str = "") -> dict[str, Any]:
    """What stands on the cover; `volume` names another file than the book itself."""
    return {
        "title": edition.title,
        "promise": volume or edition.front.promise,
        "edition": f"Utgave {edition.edition}",
        "date": unbroken_date(edition.date),
        "publishers": list(edition.publishers),
        "licence": edition.content_licence,
        "site": edition.site_url.partition("://")[2].rstrip("/"),
        "owners": list(owners(edition)),
        "drawing": _drawing(edition.front.picture),
    }


def _drawing(picture: Picture | None) -> dict[str, str] | None:
    """What is drawn on the cover, and whose it is."""
    if picture is None:
        return None
    return {"svg": scene_on_paper(FRONT), "alt": picture.text, "credit": picture.credit}


def owners(edition: Edition) -> tuple[str, ...]:
    """Who answers for the book, each with what it does."""
    return tuple(f"{owner.organisation}: {owner.function}" for owner in edition.owners)


def how_to_use(linker: Linker) -> Section:
    """The reader's guide, with the marks of provenance as they look."""
    intro, *parts = _text("slik-bruker-du-boka").split("\n= ")
    lead = Paragraph(linker.words(linker.book.edition.front.lead), "lead")
    told = (lead, *linker.blocks(Prose(intro.strip())), *(_part(linker, part) for part in parts))
    return Section("Slik bruker du boka", told, over=FIRST)


@lru_cache(maxsize=8)
def _text(name: str) -> str:
    return (_TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def _part(linker: Linker, text: str) -> Section:
    """A line that is the heading, then the handbook's own markup."""
    title, _, rest = text.partition("\n\n")
    paragraphs = (one.strip() for one in rest.split("\n\n"))
    blocks = tuple(block for one in paragraphs if one for block in _paragraph(linker, one))
    return Section(title.strip(), blocks)


def _paragraph(linker: Linker, text: str) -> Blocks:
    return (marks(),) if text == "[merkene]" else linker.blocks(Prose(text))


def news(linker: Linker) -> Section:
    """What is new in this edition, in the book and in each model and form."""
    book = linker.book
    own = (changes(linker, book.edition.changes),) if book.edition.changes else ()
    named = (
        *((model.short_title, model.changes) for model in book.models),
        *((f"{form.id} {form.title}", form.changes) for form in book.forms),
    )
    each = (Section(title, (changes(linker, made),)) for title, made in named if made)
    blocks = (*own, *each, valid_now_section(linker))
    return Section("Nytt siden sist", blocks, place=page(places.NEWS), over=FIRST)


def side_by_side(linker: Linker) -> Section:
    """The models compared: in short, for whom, then what the person is in law."""
    lead = models_section(linker).blocks[0]
    names = ItemList(tuple(_model(linker, model) for model in linker.book.models), kind="names")
    status = Section(
        titles.PAGES[places.STATUS], (status_table(linker),), place=page(places.STATUS)
    )
    blocks: tuple[Block, ...] = (
        lead, names, Section("Hva passer når?", (suits_table(linker),), "velg"), status,
    )  # fmt: skip
    return Section("Modellene side om side", blocks, place=page(places.MODELS), over=FIRST)


def what_suits(linker: Linker) -> tuple[Section, ...]:
    """What an employer may choose, on paper: the tree, every answer, whom to call."""
    decision = linker.book.decision
    return (replace(chooser_section(linker, decision), over=FIRST),) if decision else ()


def _model(linker: Linker, model: InclusionModel) -> Item:
    return Item(said(linker.words(model.summary)), title=linker.to("model", model.id))
