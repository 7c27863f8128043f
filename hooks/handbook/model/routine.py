"""How one works every time: a routine an employer can take into its own internal control."""

from __future__ import annotations

from typing import ClassVar

from handbook.model.ids import FormId, Slug
from handbook.model.noun import (
    Labelled,
    Line,
    Noun,
    Retirement,
    Statement,
    Title,
    former,
    may,
    must,
    own_id,
    searched,
)
from handbook.model.prose import Prose


class RoutineStage(Labelled):
    """When in a placement one needs it first."""

    BEFORE = "before", "Før noen begynner"
    START = "start", "De første dagene"
    DURING = "during", "Underveis"
    END = "end", "Når perioden er slutt"
    ALWAYS = "always", "Hele tida"


class RoutineWithdrawal(Retirement):
    """Why a routine is no longer used, and which took over."""

    replaced_by: Slug | None = may("Erstattet av", "Id-en til rutinen som tok over.")


class RoutineAction(Statement):
    """One thing somebody does every time."""

    noun_title: ClassVar[str] = "Punkt i rutine"

    who: tuple[Slug, ...] = must(
        "Hvem", "Id-en til rollen. Flere bare når alle gjør det sammen.", min_length=1
    )


class Routine(Noun):
    """Purpose, who, when, how it is checked and what proves it.

    Which steps answer to it is derived from the steps, never typed.
    """

    noun_title: ClassVar[str] = "Rutine"

    id: Slug = own_id()
    former_ids: tuple[Slug, ...] = former()
    title: Title = must("Tittel", "Det dere gjør, i infinitiv: «Lære opp før arbeidet begynner».")
    stage: RoutineStage = must("Når i forløpet", "before, start, during, end eller always.")
    withdrawn: RoutineWithdrawal | None = may(
        "Trukket tilbake", "Når rutinen ikke skal brukes lenger. Siden står."
    )
    purpose: Prose = must("Formål", "Én eller to setninger om hva rutinen skal sikre.")
    when: Line = must("Når", "Hendelsen eller dagen som setter rutinen i gang.")
    accountable: Slug = must("Ansvarlig", "Id-en til rollen som svarer for rutinen.")
    do: tuple[RoutineAction, ...] = must(
        "Gjør", "Det som gjøres hver gang, i rekkefølge.", min_length=2
    )
    control: tuple[RoutineAction, ...] = must(
        "Slik kontrollerer dere", "Hvem som ser etter, når, og hva de ser etter.", min_length=1
    )
    proof: tuple[FormId, ...] = must(
        "Dette viser at det er gjort", "Skjemaene som viser at rutinen følges.", min_length=1
    )
    regulated_by: tuple[Slug, ...] = may(
        "Regler", "Id-er på reglene rutinen bygger på. Uten dem er den vårt forslag.", default=()
    )
    themes: tuple[Slug, ...] = may("Temaer", "Id-er på temaer som sier mer.", default=())
    search_words: tuple[Line, ...] = searched()
