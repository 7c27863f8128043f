"""What Nav and the municipality offer an employer beside the models: one instrument, told whole.

A model tells a way to work; an agreement is about an instrument: a place, a grant, a helper.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from handbook.model.ids import Slug
from handbook.model.noun import (
    Day,
    Labelled,
    Line,
    Noun,
    Retirement,
    ShortLine,
    Statement,
    Title,
    former,
    may,
    must,
    own_id,
    searched,
)
from handbook.model.prose import Prose


class InstrumentState(Labelled):
    """Whether one can begin today."""

    IN_USE = "in_use", "I bruk i dag"
    TRIAL = "trial", "Forsøk, bare noen steder"
    CLOSED = "closed", "Stengt for nye avtaler"


class InstrumentWithdrawal(Retirement):
    """Why an instrument is no longer told of, and which took over."""

    replaced_by: Slug | None = may("Erstattet av", "Id-en til virkemiddelet som tok over.")


class Instrument(Noun):
    """Something an employer can get: for whom, how long, who pays, how one begins."""

    noun_title: ClassVar[str] = "Virkemiddel"

    id: Slug = own_id()
    former_ids: tuple[Slug, ...] = former()
    title: Title = must("Tittel", "Navnet Nav eller kommunen bruker i dag.")
    abbreviation: ShortLine | None = may("Forkortelse", "For eksempel KVP.")
    state: InstrumentState = must("Tilstand", "in_use, trial eller closed.")
    withdrawn: InstrumentWithdrawal | None = may(
        "Trukket tilbake", "Når virkemiddelet ikke skal stå i håndboka lenger. Siden står."
    )
    question: Title | None = may(
        "Spørsmålet til ledelsen",
        "Det ledelsen svarer ja eller nei på, for eksempel «Skal vi ta imot noen på "
        "arbeidstrening?». Da får virkemiddelet et notat på én side.",
    )
    summary: Prose = must("Kort sagt", "Én vanlig setning til arbeidsgiveren.")
    for_whom: tuple[Statement, ...] = must(
        "Hvem det er for", "Personen det gjelder, og vilkårene. Ta med alle ord som begrenser.",
        min_length=1,
    )  # fmt: skip
    duration: tuple[Statement, ...] = must(
        "Hvor lenge", "Lengden. Hent regelen når den finnes: [[regel:…]].", min_length=1
    )
    payment: tuple[Statement, ...] = must(
        "Hvem betaler hva", "Hva dere betaler, og hva Nav eller andre betaler.", min_length=1
    )
    asks_of_you: tuple[Statement, ...] = must(
        "Dette krever det av dere", "Tid, folk og plikter hos arbeidsgiveren.", min_length=1
    )
    begin: tuple[Statement, ...] = must(
        "Slik begynner dere", "Det dere gjør, i rekkefølge.", min_length=1
    )
    papers: tuple[Statement, ...] = must(
        "Avtale og papirer", "Hva som skrives, hvor og av hvem.", min_length=1
    )
    few: tuple[Statement, ...] = may(
        "Når dere er få", "Det en liten virksomhet må vite, for eksempel uten tillitsvalgt.",
        default=(),
    )  # fmt: skip
    models: tuple[Slug, ...] = may(
        "Modeller som bruker det", "Id-er på modeller som bygger på dette.", default=()
    )
    hours_as: Slug | None = may(
        "Timer som i", "Id-en til modellen timene regnes fra, når vi ikke har egne tall."
    )
    hours_of: tuple[Slug, ...] = may(
        "Timene til", "Id-er på rollene i modellen som timene gjelder. Uten dem gjelder de alle.",
        default=(),
    )  # fmt: skip
    term: Slug | None = may("Ord i ordlista", "Id-en til ordet som forklarer dette.")
    valid_from: Day | None = may("Gjelder fra", "Når vi vet det, ÅÅÅÅ-MM-DD.")
    valid_to: Day | None = may(
        "Gjelder til", "Siste dag for nye avtaler, når det er bestemt. ÅÅÅÅ-MM-DD."
    )
    check_by: Day = must("Les på nytt innen", "Når noen må se om noe er endret, ÅÅÅÅ-MM-DD.")
    search_words: tuple[Line, ...] = searched()

    @property
    def has_memo(self) -> bool:
        """Whether leaders are asked something that they can answer from one sheet."""
        return bool(self.question) and self.withdrawn is None

    def open_on(self, day: dt.date) -> bool:
        """Whether a new agreement can be made that day, as far as we know."""
        begun = self.valid_from is None or self.valid_from <= day
        ended = self.valid_to is not None and self.valid_to < day
        return begun and not ended and self.state is not InstrumentState.CLOSED
