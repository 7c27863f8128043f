"""Roles and words: who somebody is in this work, and what a term means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from handbook.model.ids import FindingId, FormId, Slug
from handbook.model.noun import (
    Basis,
    Definite,
    Flag,
    Labelled,
    Line,
    Noun,
    Retirement,
    Sourced,
    Statement,
    Title,
    former,
    may,
    must,
    own_id,
    searched,
)
from handbook.model.prose import Prose


class Side(Labelled):
    """Whose side of the table a role sits on."""

    EMPLOYER = "employer", "Arbeidsgiver"
    NAV = "nav", "Nav"
    PROVIDER = "provider", "Tiltaksarrangør"
    PARTICIPANT = "participant", "Deltaker"
    UNION = "union", "Ansattes representanter"
    HEALTH = "health", "Helse"
    EDUCATION = "education", "Opplæring"
    SUPPORT = "support", "Støtte rundt deltakeren"


class Confidentiality(Sourced):
    """Does the role have a duty of confidentiality, and how is it confirmed."""

    duty: Flag = must("Taushetsplikt", "true når rollen har eller påtar seg taushetsplikt.")
    text: Prose = must("Hva det betyr", "Hva rollen skal holde for seg selv, i vanlige ord.")
    form: FormId | None = may("Skjema", "Erklæringen som brukes, for eksempel SKJ-28.")


class RoleStatement(Statement):
    """One thing that holds for whoever has a role."""

    only_in: tuple[Slug, ...] = may(
        "Bare i", "Id-er på modellene det gjelder i. Uten dem gjelder det i alle.", default=()
    )


class RoleWithdrawal(Retirement):
    """Why a role is no longer in use, and which took over."""

    replaced_by: Slug | None = may("Erstattet av", "Id-en til rollen som tok over.")


class Role(Noun):
    """A function somebody fills. What the role does is derived from the steps, never typed."""

    noun_title: ClassVar[str] = "Rolle"

    id: Slug = must("Id", "Varig kortnavn, for eksempel fadder.")
    former_ids: tuple[Slug, ...] = former()
    title: Title = must("Tittel", "Rollens navn med liten forbokstav, for eksempel «fadder».")
    definite: Definite | None = may(
        "Bestemt form", "Kort navn over det rollen gjør: «lederen», «fadderen». Høyst 18 tegn."
    )
    withdrawn: RoleWithdrawal | None = may(
        "Trukket tilbake", "Når rollen ikke brukes lenger. Siden står, med hvorfor."
    )
    aliases: tuple[Line, ...] = may(
        "Andre navn",
        "Navn på bokmål som folk bruker, vist på siden om rollen. "
        "Andre ord til søket står i `search_words`.",
        default=(),
    )
    search_words: tuple[Line, ...] = searched()
    belongs_to: Side = must("Hører til", "employer, nav, provider, participant, union, health …")
    you_are: Prose = must("Du er", "Høyst to setninger som begynner med «Du».")
    always: tuple[Statement, ...] = may(
        "Dette gjør du alltid",
        "Tre til seks oppfordringer som gjelder i alle modeller rollen er med i.",
        default=(),
    )
    decides: Flag = may(
        "Avgjør bruken",
        "true når rollen avgjør om virksomheten skal bruke en modell. Da viser siden til notatene.",
        default=False,
    )
    must_not: tuple[RoleStatement, ...] = must(
        "Du skal ikke",
        "Begynner med infinitiv uten «å» og uten nektelse: «spørre om diagnose.»",
        min_length=1,
    )
    limits: tuple[RoleStatement, ...] = may(
        "Rettigheter og grenser",
        "Hele setninger om det som ikke er et forbud: «Du trenger ikke fortelle …»",
        default=(),
    )
    confidentiality: Confidentiality = must("Taushetsplikt", "Hva rollen holder for seg selv.")
    training: tuple[Statement, ...] = may(
        "Før du begynner, bør du",
        "Begynner med infinitiv uten «å»: «kjenne reglene om taushet.»",
        default=(),
    )
    can_combine_with: tuple[Slug, ...] = may(
        "Kan kombineres med",
        "Id-er på roller samme person kan ha. Det er nok at den ene rollen sier det.",
        default=(),
    )

    @property
    def in_short(self) -> Role:
        """The role with its limits in short, for where another page tells them whole."""
        must_not = tuple(one.in_short for one in self.must_not)
        limits = tuple(one.in_short for one in self.limits)
        return self.model_copy(update={"must_not": must_not, "limits": limits})

    def in_model(self, model: str) -> Role:
        """The role with what holds there, which then need not be said to hold there."""
        must_not = _holding(self.must_not, model)
        limits = _holding(self.limits, model)
        return self.model_copy(update={"must_not": must_not, "limits": limits})


def _holding(told: tuple[RoleStatement, ...], model: str) -> tuple[RoleStatement, ...]:
    here = (one for one in told if not one.only_in or model in one.only_in)
    return tuple(one.model_copy(update={"only_in": ()}) for one in here)


class FormerName(Noun):
    """What a thing was called, and until when."""

    name: Line = must("Navn", "Det gamle navnet.")
    until: Line | None = may("Til", "Når navnet gikk ut, for eksempel 2016.")


class Term(Noun):
    """A word of the field, explained in one plain sentence."""

    noun_title: ClassVar[str] = "Ord"

    id: Slug = must("Id", "Varig kortnavn uten æøå, for eksempel arbeidstrening.")
    former_ids: tuple[Slug, ...] = former()
    term: Title = must("Ord", "Ordet slik det skrives.")
    abbreviation: Line | None = may("Forkortelse", "For eksempel AFT.")
    definition: Prose = must("Forklaring", "Én enkel setning.")
    note: Prose | None = may("Merknad", "Det som lett misforstås eller er endret.")
    former_names: tuple[FormerName, ...] = may("Het tidligere", "Gamle navn.", default=())
    search_words: tuple[Line, ...] = may(
        "Søkeord",
        "Ord folk kan finne på å skrive, også feilstavet og foreldet. Vises aldri.",
        default=(),
    )
    nynorsk: tuple[Line, ...] = may("Nynorsk", "Ordet på nynorsk.", default=())
    english: Line | None = may("Engelsk", "Ordet på engelsk.")
    replaced_by: Slug | None = may("Erstattet av", "Id-en til ordet som brukes nå.")
    see_also: tuple[Slug, ...] = may("Se også", "Id-er på ord i nærheten.", default=())
    basis: Basis = must("Grunnlag", "Hvor forklaringen kommer fra.")
    sources: tuple[FindingId, ...] = may("Kilder", "Numrene på funnene.", default=())

    @property
    def other_in_nynorsk(self) -> tuple[str, ...]:
        """The nynorsk words that are not spelled as the word itself."""
        return tuple(word for word in self.nynorsk if word != self.term)


class ThemeStatement(Statement):
    """One thing said in a theme; a situation when it has a title, and can be led to."""

    id: Slug | None = may("Id", "Varig kortnavn i temaet. Kreves når utsagnet har en tittel.")
    title: Title | None = may(
        "Tittel", "Situasjonen i få ord, uten punktum. Står foran teksten, og søket leder hit."
    )
    search_words: tuple[Line, ...] = searched()


class ThemeSection(Noun):
    """One heading of a theme page with what is said under it."""

    id: Slug = must("Id", "Varig kortnavn i temaet.")
    title: Title = must("Overskrift", "Kort overskrift.")
    statements: tuple[ThemeStatement, ...] = must(
        "Innhold", "Det som sies, i rekkefølge.", min_length=1
    )
    search_words: tuple[Line, ...] = searched()

    @property
    def situations(self) -> Iterator[tuple[str, str, ThemeStatement]]:
        """Spot on the page, title and text of what has a title."""
        for said in self.statements:
            if said.id and said.title:
                yield said.id, said.title, said


class ThemeWithdrawal(Retirement):
    """Why a theme no longer holds, and which took over."""

    replaced_by: Slug | None = may("Erstattet av", "Id-en til temaet som tok over.")


class Theme(Noun):
    """Something that runs across models: privacy, confidentiality, money."""

    noun_title: ClassVar[str] = "Tema"

    id: Slug = own_id()
    former_ids: tuple[Slug, ...] = former()
    title: Title = must("Tittel", "Temaets navn.")
    withdrawn: ThemeWithdrawal | None = may(
        "Trukket tilbake", "Når temaet ikke gjelder lenger. Siden står, med hvorfor."
    )
    summary: Prose = must("Kort sagt", "Én til to setninger skrevet til arbeidsgiveren.")
    sections: tuple[ThemeSection, ...] = must("Avsnitt", "Avsnittene i rekkefølge.", min_length=1)
    forms: tuple[FormId, ...] = may("Skjemaer", "Skjemaer som hører til.", default=())
    search_words: tuple[Line, ...] = searched()
