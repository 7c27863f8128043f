"""What the marks of provenance mean, each as it looks."""

from __future__ import annotations

from handbook.document.blocks import Item, ItemList, said
from handbook.document.inline import Mark
from handbook.model.noun import Basis

_MEANS = {
    Basis.SOURCE: "Den som har laget modellen, sier det selv. Numrene fører til kilden.",
    Basis.REPORT: "En rapport eller evaluering sier det.",
    Basis.REGULATION: "Lov, forskrift eller veiledning fra myndighetene sier det.",
    Basis.INTERPRETATION: "Vi leser det ut av kildene. Andre kan lese dem annerledes.",
    Basis.PROPOSAL: "Vårt råd. Ingen kilde har prøvd det. Bruk eget skjønn.",
}


def marks() -> ItemList:
    """Every mark beside its meaning."""
    items = (Item(said(meaning), Mark(basis)) for basis, meaning in _MEANS.items())
    return ItemList(tuple(items), kind="statements")
