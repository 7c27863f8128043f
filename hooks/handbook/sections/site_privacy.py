"""What the site itself keeps of its readers, and where: told from the one list of it."""

from __future__ import annotations

from typing import NamedTuple

from handbook.document import titles
from handbook.document.blocks import Paragraph, Section, Table, Tool, columns, row
from handbook.document.inline import Code
from handbook.document.linker import Linker
from handbook.document.places import SITE_PRIVACY, page
from handbook.document.tools import Wipe


class Kept(NamedTuple):
    """Something the browser keeps: the name it has there, and what a reader must know of it."""

    name: str
    what: str
    begins: str
    ends: str


KEPT = (
    Kept("handboka-utkast-", "Svarene i et skjema",
         "Når du skriver, hvis du ikke har krysset av for at andre bruker enheten",
         "Til du lukker fanen. Krysser du av for å ta vare på dem, til det er 30 dager siden du "
         "skrev, og du sier at de kan slettes"),
    Kept("handboka-skjema-", "Svarene i et skjema, lagret før utkast kunne ha navn",
         "Lagres ikke lenger", "Til du åpner skjemaet, og svarene er flyttet til et utkast"),
    Kept("handboka-aapent-", "Hvilket utkast du har åpent i fanen",
         "Når du åpner et utkast", "Til du lukker fanen"),
    Kept("handboka-felles", "At andre bruker enheten", "Når du krysser av for det",
         "Til du tar bort krysset eller lukker fanen"),
    Kept("handboka-sak", "Saken du har åpen: navn, datoer, kontakt og valg",
         "Når du skriver i den, hvis du ikke har krysset av for at andre bruker enheten",
         "Til du lukker saken eller fanen. Krysser du av for å ta vare på den, til det er 30 dager "
         "siden du skrev, og du sier at den kan slettes"),
    Kept("handboka-kryss", "Kryssene i sjekklister",
         "Når du krysser av for å ta vare på dem", "Til du tar bort det krysset"),
    Kept("handboka-egenvurdering-", "Svarene i en egenvurdering",
         "Når du krysser av for å ta vare på dem",
         "Til du tar bort det krysset. Etter 30 dager spør siden om de kan slettes"),
    Kept("handboka-notat-", "Svaret i et notat til ledelsen, og hvem som avgjør",
         "Når du svarer, hvis du ikke har krysset av for at andre bruker enheten",
         "Til du lukker fanen"),
    Kept("slettet", "Når alt du hadde skrevet, ble slettet sist, og ikke noe mer",
         "Når du sletter alt, så ingen henter det fram igjen med tilbakeknappen",
         "Til du sletter nettstedsdata"),
    Kept("farger", "Om du vil ha lyse eller mørke farger",
         "Når du velger farger", "Til du lar enheten velge"),
    Kept("bare-kilder", "Om du bare vil se det som har kilde",
         "Når du slår det på", "Til du lukker fanen"),
)  # fmt: skip
"""Everything our scripts keep; a test holds the list to the scripts."""

_LEAD = "Nettstedet samler ikke inn noe om deg. Det har ingen informasjonskapsler og ingen måling."
_HERE = (
    "Noe kan ligge i nettleseren på enheten du bruker. Det sendes ikke noe sted. Andre som bruker "
    "samme maskin og samme bruker, kan se det."
)
_CLEAR = "Du kan også slette alt sammen i innstillingene i nettleseren, under nettstedsdata."
_HOST = (
    "Den som drifter tjeneren, kan se adressen til enheten din når du henter en side. Oppsettene "
    "vi deler ut for nginx og Caddy, skriver ingen slik logg. Ligger nettstedet på GitHub eller "
    "GitLab, gjelder reglene deres for logger."
)
_FORMS = (
    "Når dere bruker et ferdig skjema, er det virksomheten deres som har ansvaret for det dere "
    "skriver i det."
)


def site_privacy_section(linker: Linker) -> Section:
    """What is kept on the reader's machine, and what a server may see."""
    rows = tuple(row(one.what, one.begins, one.ends, (Code(one.name),)) for one in KEPT)
    head = columns("Hva", "Fra når", "Hvor lenge", "Navn i nettleseren")
    table = Table(head, rows, "Det nettleseren kan ta vare på", "wide")
    return Section(
        titles.PAGES[SITE_PRIVACY],
        (
            Paragraph((_LEAD,), "lead"),
            Section(
                "På enheten din",
                (Paragraph((_HERE,)), Tool(Wipe()), table, Paragraph((_CLEAR,))),
                "her",
            ),
            Section("På tjeneren", (Paragraph((_HOST,)),), "tjener"),
            Section("I skjemaene", (Paragraph((_FORMS,)),), "skjemaer"),
        ),
        place=page(SITE_PRIVACY),
    )
