"""What the marks of provenance mean, each as it looks."""

from __future__ import annotations

from handbook.document.blocks import Item, ItemList, said
from handbook.document.inline import Mark, Strong
from handbook.model.noun import Basis

_MEANS = {
    Basis.REGULATION: "Loven eller forskriften sier det. Numrene fører til kilden.",
    Basis.AGREEMENT: "En avtale eller kravene fra en myndighet sier det.",
    Basis.GUIDANCE: "En myndighet forklarer det slik på sidene sine.",
    Basis.OWNER: "Den som eier modellen, eller dokumenterte den sammen med eieren, sier det selv.",
    Basis.REPORT: "En rapport, en evaluering eller statistikk sier det.",
    Basis.ARTICLE: "En avis, en artikkel eller en annen som gjenforteller, sier det.",
    Basis.INTERPRETATION: "Vi leser det ut av kildene. Andre kan lese dem annerledes.",
    Basis.PROPOSAL: "Vårt råd. Ingen kilde har prøvd det. Bruk eget skjønn.",
}


def marks() -> ItemList:
    """Every mark beside its meaning."""
    items = (
        Item(said((Mark(basis), " ", Strong((f"{basis.label}.",)), " ", meaning)))
        for basis, meaning in _MEANS.items()
    )
    return ItemList(tuple(items), kind="statements")
