"""The page for whoever follows an address that leads nowhere."""

from __future__ import annotations

from handbook.document.blocks import Item, ItemList, Paragraph, Section, said
from handbook.document.inline import Ref
from handbook.document.linker import Linker
from handbook.document.places import FRONT, page
from handbook.pages.frame import HEADER
from handbook.pages.page import Page

LOST = "404"
_AS_WRITTEN = (
    "Se om adressen er skrevet riktig. Store og små bokstaver betyr noe i skjemanumre, som SKJ-09."
)


def lost_page(linker: Linker) -> Page:
    """What went wrong, and three ways on."""
    front = Ref(page(FRONT), "forsiden")
    ways = (
        said(_AS_WRITTEN),
        said("Gå til ", (front,), " og begynn der."),
        said("Søk med knappen øverst på siden."),
    )
    lead = "Adressen kan være skrevet feil, eller siden kan ha fått en ny plass."
    rooms = tuple(Item((), title=linker.page(path)) for path in HEADER)
    blocks = (
        Paragraph((lead,), "lead"),
        ItemList(tuple(map(Item, ways))),
        Section("Dette finnes i håndboka", (ItemList(rooms),), "innganger"),
    )
    told = Section("Siden finnes ikke", blocks, "topp", place=page(LOST))
    return Page(LOST, told.title, "lost", "", section=told)
