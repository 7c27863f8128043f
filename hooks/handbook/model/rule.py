"""Rules from outside, each with one checked wording: rates, deadlines, durations, prohibitions.

A text asks for a rule by `[[regel:id]]`; see `model/transclusion.py`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from handbook.model.ids import FindingId, Slug
from handbook.model.noun import (
    Basis,
    Day,
    Flag,
    Labelled,
    Line,
    Noun,
    Retirement,
    Span,
    Title,
    Unit,
    former,
    may,
    must,
    own_id,
    searched,
)
from handbook.model.prose import Prose


class RuleKind(Labelled):
    """What sort of thing is ruled."""

    PROHIBITION = "prohibition", "Forbud"
    DUTY = "duty", "Plikt"
    RIGHT = "right", "Rett"
    DEADLINE = "deadline", "Frist"
    DURATION = "duration", "Varighet"
    AGE_LIMIT = "age_limit", "Aldersgrense"
    RATE = "rate", "Sats"
    SCHEME = "scheme", "Ordning"


class RuleUnit(Labelled):
    """What a number of a rule counts."""

    KRONER = "kroner", "kroner"
    PERCENT = "percent", "prosent"
    G = "g", "G (folketrygdens grunnbeløp)"
    HOURS = "hours", "timer"
    DAYS = "days", "dager"
    WEEKS = "weeks", "uker"
    MONTHS = "months", "måneder"
    YEARS = "years", "år"
    PERSONS = "persons", "personer"


def _in_one(text: Prose) -> Prose:
    if text.one_paragraph:
        return text
    problem = "flere avsnitt eller en liste; en regel skal kunne stå i en setning"
    raise PydanticCustomError(
        "prose", "{problem}", {"problem": f"{problem}; skriv alt i ett avsnitt"}
    )


OneParagraph = Annotated[Prose, AfterValidator(_in_one)]
"""A text that can stand inside another."""


class Amount(Noun):
    """One number of a rule, for those who count with it."""

    noun_title: ClassVar[str] = "Tall i regel"

    id: Slug = must("Id", "Varig kortnavn i regelen, for eksempel forste-periode.")
    title: Line = must("Hva tallet er", "For eksempel «andel av lønna de første tolv månedene».")
    amount: float = must("Antall", "Sifre, med punktum for desimal.", ge=0)
    unit: RuleUnit = must(
        "Enhet", "kroner, percent, g, hours, days, weeks, months, years eller persons."
    )
    per: Unit | None = may(
        "Regnes per",
        "month eller year, når kroner gjelder én plass så lenge. Kalkulatoren regner med dem.",
    )
    least: Flag = may("Minste tall", "true når det er minst så mye, og ikke høyst.", default=False)
    of_wage: Flag = may(
        "Andel av lønna",
        "true når prosenten er av lønna. Kalkulatoren regner den i kroner.",
        default=False,
    )
    until: Span | None = may(
        "Til det har gått", "Hvor lenge andelen varer, regnet fra start. Den neste tar over da."
    )
    when: Line | None = may(
        "Bare",
        "Hvem andelen er for, når andre har en annen. For eksempel «ved nedsatt arbeidsevne».",
    )


class Variants(Noun):
    """The same rule said to others, or shorter."""

    noun_title: ClassVar[str] = "Varianter"

    short: OneParagraph | None = may(
        "Kort", "Noen få ord som kan stå inne i en setning. Hentes med [[regel:id|kort]]."
    )
    role: OneParagraph | None = may(
        "Til den som har en rolle",
        "Hele setninger som sier «du» til den som gjør jobben. Hentes med [[regel:id|rolle]].",
    )
    participant: OneParagraph | None = may(
        "Til deltakeren",
        "Hele setninger som sier «du» til den som deltar. Hentes med [[regel:id|deltaker]].",
    )


class SpokenOf(Noun):
    """How one sees that a sentence is about the rule, and so must have its numbers."""

    noun_title: ClassVar[str] = "Slik omtales regelen"

    words: tuple[Line, ...] = must(
        "Ord",
        "Deler av ord som alle står i setningen. Skriv | mellom ord som betyr det samme.",
        min_length=2,
    )
    unit: RuleUnit = must("Enhet", "Det som telles: months, years, kroner, percent …")
    also: tuple[float, ...] = may(
        "Også riktig",
        "Andre tall som er riktige i slike setninger. Tallene i regelen er riktige uten at de står "
        "her. År skrives som måneder, og uker som dager.",
        default=(),
    )


class OwnList(Noun):
    """A list that is told in one place; whoever names several of its items tells it again."""

    noun_title: ClassVar[str] = "Egen liste"

    words: tuple[Line, ...] = must(
        "Ord", "Minst ett av dem står i teksten når den handler om regelen.", min_length=1
    )
    items: tuple[Line, ...] = must(
        "Ledd", "Deler av ord, ett for hvert ledd. Skriv | mellom ord som betyr det samme.",
        min_length=3,
    )  # fmt: skip
    fewest: int = may(
        "Færrest", "Så mange ledd i en tekst er en liste. 3 hvis ikke annet står.", default=3, ge=2
    )
    may_be_told: Flag = may(
        "Kan fortelles",
        "true når lista også kan skrives andre steder. Da sier kontrollen bare fra når ledd "
        "mangler.",
        default=False,
    )


class RuleWithdrawal(Retirement):
    """Why a rule no longer holds, and which took over."""

    replaced_by: Slug | None = may("Erstattet av", "Id-en til regelen som tok over.")


class Rule(Noun):
    """A rule that others have made. Where it applies is derived from the texts, never typed."""

    noun_title: ClassVar[str] = "Regel"

    id: Slug = own_id()
    former_ids: tuple[Slug, ...] = former()
    kind: RuleKind = must(
        "Type",
        "prohibition, duty, right, deadline, duration, age_limit, rate eller scheme.",
    )
    title: Title = must("Tittel", "Hva regelen gjelder, for eksempel «Lengde på arbeidstrening».")
    withdrawn: RuleWithdrawal | None = may(
        "Trukket tilbake", "Når regelen ikke gjelder lenger. Siden står, med hvorfor."
    )
    wording: OneParagraph = must(
        "Ordlyd", "Regelen i hele setninger, til arbeidsgiveren. Hentes med [[regel:id]]."
    )
    variants: Variants | None = may("Varianter", "Den samme regelen kortere, eller til andre.")
    condition: OneParagraph = must(
        "Gjelder når", "Vilkåret: for hvem og når regelen gjelder. Ta med alle ord som begrenser."
    )
    exceptions: OneParagraph | None = may(
        "Unntak", "Når regelen likevel ikke gjelder. Hentes med [[regel:id|unntak]]."
    )
    legal_basis: tuple[Line, ...] = must(
        "Hjemmel",
        "Lov, forskrift, rundskriv eller avtale, med paragraf eller punkt. Én på hver linje.",
        min_length=1,
    )
    valid_from: Day | None = may("Gjelder fra", "Når vi vet det, ÅÅÅÅ-MM-DD.")
    valid_to: Day | None = may(
        "Gjelder til", "Siste dag regelen gjelder, når det er bestemt. ÅÅÅÅ-MM-DD."
    )
    check_by: Day | None = may(
        "Les på nytt innen",
        "Når noen må se om regelen er endret, ÅÅÅÅ-MM-DD. Kreves når «Gjelder til» ikke er kjent.",
    )
    amounts: tuple[Amount, ...] = may("Tall", "Tallene i regelen, til å regne med.", default=())
    spoken_of: tuple[SpokenOf, ...] = may(
        "Slik omtales regelen",
        "Ord som viser at en setning handler om regelen. Kontrollen sier fra om andre tall.",
        default=(),
    )
    own_list: OwnList | None = may(
        "Egen liste",
        "Når regelen er en liste: leddene. Kontrollen sier fra om den skrives om.",
    )
    search_words: tuple[Line, ...] = searched()
    basis: Basis = must("Grunnlag", "Hva slags kilde regelen er lest i.")
    sources: tuple[FindingId, ...] = must(
        "Kilder", "Numrene på funnene som bærer regelen.", min_length=1
    )

    @property
    def look_again(self) -> dt.date | None:
        """The first day on which somebody must look at it again."""
        days = [day for day in (self.valid_to, self.check_by) if day]
        return min(days) if days else None

    def over(self, today: dt.date | None) -> bool:
        """Whether its last day has passed; never when nobody says which day it is."""
        return bool(today and self.valid_to and self.valid_to < today)
