"""Who can use the site, as far as anybody has looked, and whom to tell when one cannot."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import (
    Blocks,
    Item,
    ItemList,
    Paragraph,
    Section,
    Table,
    columns,
    row,
    said,
)
from handbook.document.inline import Link
from handbook.document.linker import Linker
from handbook.document.places import ACCESSIBILITY, EDITING, page
from handbook.model.handbook import Accessibility
from handbook.norwegian import unbroken_date

TELL = "si-fra"

_LEAD = (
    "Alle skal kunne lese håndboka og fylle ut skjemaene: med tastatur, med skjermleser, på en "
    "liten skjerm, på papir og uten nett."
)
_NONE_MEASURED = "Ingen målinger er ført inn ennå."
_OVERSIGHT = (
    "Tilsynet for universell utforming av ikt fører tilsyn med nettsteder. Hvis du ikke "
    "får hjelp, kan du melde fra til tilsynet på "
)
_OVERSIGHT_SITE = "https://www.uutilsynet.no/"
_WRITE = "Hvis noe er vanskelig å bruke, galt eller uklart, kan du skrive til "
_NOBODY = (
    "Utgiverne har ikke oppgitt noen adresse ennå. Til de gjør det, kan du foreslå en endring "
    "selv. Nederst på sidene står det hvilken fil teksten ligger i, og veiledningen viser hvordan: "
)


def accessibility_section(linker: Linker) -> Section:
    """What was measured and when, what nobody has tried, and where to complain."""
    known = linker.book.edition.accessibility
    measured = _measured(known) if known else (Paragraph((_NONE_MEASURED,)),)
    return Section(
        titles.PAGES[ACCESSIBILITY],
        (Paragraph((_LEAD,), "lead"), *measured, _tell(linker)),
        place=page(ACCESSIBILITY),
    )


def _measured(known: Accessibility) -> Blocks:
    rows = tuple(row(m.what, m.tool, m.result, unbroken_date(m.date)) for m in known.measured)
    head = columns("Hva", "Hvordan", "Hva vi fant", "Når")
    table = Table(head, rows, "Målinger av nettstedet", "wide")
    return Section("Dette er målt", (table,), "malt"), *_not_tested(known)


def _not_tested(known: Accessibility) -> Blocks:
    if not known.not_tested:
        return ()
    items = ItemList(tuple(Item(said((one,))) for one in known.not_tested))
    return (Section("Dette er ikke prøvd", (items,), "ikke-provd"),)


def _tell(linker: Linker) -> Section:
    contact = linker.book.edition.contact
    if contact:
        shown = contact.removeprefix("mailto:").removeprefix("https://")
        write = Paragraph((_WRITE, Link(contact, (shown,)), "."))
    else:
        write = Paragraph((_NOBODY, linker.page(EDITING), "."))
    oversight = Link(_OVERSIGHT_SITE, ("uutilsynet.no",))
    return Section(
        "Si fra",
        (
            write,
            Paragraph((_OVERSIGHT, oversight, ".")),
        ),
        TELL,
    )
