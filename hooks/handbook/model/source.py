"""Where statements come from: sources and their numbered findings."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from handbook.model.ids import FindingId, Slug
from handbook.model.noun import (
    Day,
    Labelled,
    Line,
    Noun,
    Retirement,
    Title,
    former,
    may,
    must,
    own_id,
)
from handbook.model.prose import Prose


class SourceType(Labelled):
    """What kind of document a source is; shown beside every result it carries."""

    REPORT = "report", "Rapport"
    ARTICLE = "article", "Erfaringsartikkel"
    NEWS = "news", "Avis eller nyhet"
    ADVERTISEMENT = "advertisement", "Annonse"
    LAW = "law", "Lov"
    REGULATION = "regulation", "Forskrift"
    AGREEMENT = "agreement", "Avtale eller krav"
    CIRCULAR = "circular", "Rundskriv"
    GUIDANCE = "guidance", "Veiledning"
    RESEARCH = "research", "Forskning eller evaluering"
    WEBSITE = "website", "Nettside"
    STATISTICS = "statistics", "Statistikk"


class Publisher(Labelled):
    """Who speaks: the same page is guidance from an authority, and an article from others."""

    AUTHORITY = "authority", "Myndighet"
    OWNER = "owner", "Modelleieren, eller den som dokumenterte modellen sammen med eieren"
    OTHER = "other", "Andre"


class Confidence(Labelled):
    """How near we came to the source itself."""

    FULL = "A", "Lest i sin helhet"
    EXCERPT = "B", "Lest i utdrag fra offisiell side"
    SECONDARY = "C", "Gjengitt av andre"
    GENERAL = "G", "Allmennkunnskap – må bekreftes"


Quotation = Annotated[str, StringConstraints(min_length=1, max_length=700, pattern=r"^[^\r\n]+$")]
"""Another's words as they stand, on one line."""


def quotable_words(kind: SourceType) -> int:
    """How many words may be quoted: law and official requirements are everybody's."""
    official = (SourceType.LAW, SourceType.REGULATION, SourceType.AGREEMENT, SourceType.CIRCULAR)
    return 60 if kind in official else 25


class SourceFinding(Noun):
    """One thing a source says, in our words, with a number that stays for ever."""

    noun_title: ClassVar[str] = "Funn"

    id: FindingId = must("Nummer", "Bokstav og tall, for eksempel S60. Brukes aldri om igjen.")
    statement: Prose = must("Funn", "Hva kilden sier, med egne ord.")
    quote: Quotation | None = may(
        "Sitat",
        "Kildens egne ord, uten anførselstegn rundt. Høyst 60 ord fra lov, forskrift, avtale og "
        "krav, høyst 25 fra andre tekster.",
    )
    why_ok: Line | None = may(
        "Derfor er ordet utelatt",
        "Når funnet med vilje utelater et ord som begrenser i sitatet: hvorfor det er riktig.",
    )
    no_quote: Line | None = may("Derfor ikke sitat", "Når funnet ikke har sitat: hvorfor.")
    place: Line | None = may("Sted", "I verket selv: kapittel, paragraf, side eller avsnitt.")
    open_copy: Line | None = may(
        "Åpen kopi", "Når en åpen kopi er lest: hva slags, og datoen. Ingen kontonavn."
    )
    url: Line | None = may("Adresse", "Bare når funnet har en annen adresse enn kilden.")
    checked: Day | None = may("Kontrollert", "Dato da noen så etter, ÅÅÅÅ-MM-DD.")
    confidence: Confidence | None = may("Sikkerhet", "A, B, C eller G når den avviker fra kilden.")
    unused_because: Prose | None = may(
        "Ikke brukt fordi", "Fylles ut når funnet med vilje ikke er brukt noe sted."
    )


class SourceWithdrawal(Retirement):
    """Why a source no longer holds, and which took over."""

    replaced_by: Slug | None = may("Erstattet av", "Id-en til kilden som tok over.")


class Source(Noun):
    """A document that statements rest on."""

    noun_title: ClassVar[str] = "Kilde"

    id: Slug = own_id()
    former_ids: tuple[Slug, ...] = former()
    type: SourceType = must("Type", "Hva slags dokument det er.")
    title: Title = must("Tittel", "Dokumentets tittel.")
    withdrawn: SourceWithdrawal | None = may(
        "Trukket tilbake", "Når kilden ikke gjelder lenger. Siden står, med hvorfor."
    )
    publisher: Line = must("Utgiver", "Hvem som har gitt det ut.")
    publisher_is: Publisher = may(
        "Utgiveren er", "authority, owner eller other.", default=Publisher.OTHER
    )
    date: Line | None = may("Dato", "Når det kom, slik kilden sier det. «Udatert» er et svar.")
    url: Line | None = may("Adresse", "Nettadresse som begynner med https://.")
    checked: Day | None = may("Kontrollert", "Dato da noen leste den, ÅÅÅÅ-MM-DD.")
    confidence: Confidence = must("Sikkerhet", "A, B, C eller G.")
    caveat: Prose | None = may("Forbehold", "Det leseren må vite, for eksempel «Annonsørinnhold».")
    findings: tuple[SourceFinding, ...] = must("Funn", "De nummererte funnene i kilden.")

    @property
    def year(self) -> str:
        """The year whose word it is: of what is in force the year it was read, else when it came.

        Empty when the source says no year.
        """
        if self.type in _IN_FORCE and self.checked:
            return str(self.checked.year)
        years = _YEAR.findall(self.date or "")
        return years[-1] if years else ""


_IN_FORCE = (SourceType.LAW, SourceType.REGULATION)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
