"""What came of it: outcomes with numerator and denominator, and what people experienced."""

from __future__ import annotations

import re
from fractions import Fraction
from math import sqrt
from typing import ClassVar, NamedTuple

from handbook.model.ids import FindingId, Slug
from handbook.model.noun import (
    Day,
    Flag,
    Labelled,
    Line,
    Noun,
    OrAbsent,
    Sourced,
    Statement,
    may,
    must,
    publish,
)
from handbook.model.people import Side
from handbook.model.prose import Prose
from handbook.model.quantities import counted_in_words


class SourceKind(Labelled):
    """How independent the one who counted was."""

    EVALUATION = "evaluation", "Evaluering"
    SELF_REPORT = "self_report", "Fra modelleieren selv"
    NEWS = "news", "Avis, gjengitt"
    ADVERTISEMENT = "advertisement", "Annonse"
    OFFICIAL_STATISTICS = "official_statistics", "Offisiell statistikk"


class OutcomeKind(Labelled):
    """What sort of number it is, which decides what can be said of it."""

    COUNT = "count", "Alle er talt"
    SAMPLE = "sample", "Tilfeldig utvalg"
    SURVEY = "survey", "Svar på spørsmål"
    TARGET = "target", "Mål som var satt"
    CAPACITY = "capacity", "Antall plasser"
    NO_FIGURES = "no_figures", "Uten tall her"

    @property
    def is_result(self) -> bool:
        """False for what was wanted and what there was room for: nothing has come of it yet."""
        return self not in (OutcomeKind.TARGET, OutcomeKind.CAPACITY)


class Design(Labelled):
    """What the numbers were held against."""

    BEFORE_AFTER = "before_after", "Før og etter på samme sted"
    CONTROL = "control", "Sammenlignet med andre steder eller personer"
    NONE = "none", "Ikke sammenlignet med noe"


class EvidenceLevel(Labelled):
    """How much a number can carry; published criteria, 0 lowest."""

    L0 = "0", "0 – Påstand uten tall"
    L1 = "1", "1 – Tall der nevner, dato eller felles opphav mangler"
    L2 = "2", "2 – Teller og nevner fra den som drev tiltaket"
    L3 = "3", "3 – Teller og nevner, med dato, definisjon og åpen metode"
    L4 = "4", "4 – Uavhengig evaluering med sammenligning"
    L5 = "5", "5 – Randomisert forsøk eller flere uavhengige evalueringer"


_COUNT = re.compile(r"\d+(?:\s\d{3})*\b")


def _whole_number(found: re.Match[str] | None) -> int:
    return int("".join(found[0].split())) if found else 0


class Interval(NamedTuple):
    """A range in which the true share probably lies, in percent."""

    low: float
    high: float


class Comparison(Noun):
    """What it was before, or elsewhere."""

    design: Design = must("Sammenligning", "before_after, control eller none.")
    numerator: int | None = may("Teller", "Antall.", ge=0)
    denominator: int | None = may("Nevner", "Av hvor mange.", ge=1)
    text: Prose = must("Forklaring", "Hva det er sammenlignet med, og hva som mangler.")


class Outcome(Noun):
    """One result. Percentages and intervals are computed from the counts, never typed.

    An interval tells what chance may have done in drawing a sample. Where all were counted, or
    people chose themselves whether to answer, chance drew nobody and there is none.
    """

    noun_title: ClassVar[str] = "Resultat"

    id: Slug = must("Id", "Varig kortnavn i modellen.")
    measure: Line = must("Mål", "Hva som er talt, for eksempel «I lønnet arbeid».")
    kind: OutcomeKind = must(
        "Type tall",
        "count (alle er talt), sample (tilfeldig utvalg), survey (svar på spørsmål), target (mål "
        "som var satt), capacity (antall plasser) eller no_figures (uten tall her).",
    )
    statement: Prose = must("Resultat", "Resultatet i én setning, uten prosent.")
    amount: Line | None = may(
        "Antall", "Når det bare er ett tall, slik kilden sier det: «mer enn 40»."
    )
    numerator: int | None = may("Teller", "Antall. Sammen med nevner, eller ingen av dem.", ge=0)
    denominator: int | None = may("Nevner", "Av hvor mange.", ge=1)
    numerator_means: Line | None = may("Telleren er", "Hvem som er talt med.")
    denominator_means: Line | None = may("Nevneren er", "Hvem det er talt blant.")
    asked: Line | None = may(
        "Spurt",
        "I en undersøkelse: hvor mange som ble spurt, og hvem. Står antallet først, tegnes også de "
        "som ikke svarte.",
    )
    answered: Line | None = may("Svarte", "I en undersøkelse: hvem som svarte, og hvor mange.")
    rounded: Flag = may(
        "Avrundet", "true når kilden har rundet av tallene. Da regnes ingen prosent.", default=False
    )
    combined: Prose | None = may(
        "Satt sammen av oss", "Når teller og nevner er hentet fra ulike steder: hvor og hvordan."
    )
    period: Line = must("Periode", "Når det gjelder. «Ikke oppgitt» er et svar.")
    measured_on: Day | None = may("Målt", "Dato da det ble talt, ÅÅÅÅ-MM-DD.")
    target_group: Line = must("Hvem", "Hvem resultatet handler om.")
    comparison: Comparison | None = may("Sammenlignet med", "Når det finnes noe.")
    source_kind: SourceKind = must("Kildetype", "evaluation, self_report, news …")
    evidence_level: EvidenceLevel = must("Bevisnivå", "0 til 5.")
    caveat: Prose | None = may("Forbehold", "Det leseren må vite.")
    not_usable_for: Prose = must("Kan ikke brukes til", "Slutninger tallet ikke bærer.")
    stated_percentage: float | None = may(
        "Oppgitt prosent",
        "Prosenten kilden selv oppgir; kontrolleres mot den utregnede.",
        ge=0,
        le=100,
    )
    sources: tuple[FindingId, ...] = must("Kilder", "Numrene på funnene.", min_length=1)
    historical: Flag = may(
        "Historisk",
        "true når tallet er fra en tid som er over, eller et nyere tall har tatt over.",
        default=False,
    )
    off_goal: Flag = may(
        "Måler ikke målet",
        "true når tallet teller noe annet enn det modellen skal føre til.",
        default=False,
    )

    @property
    def share(self) -> float | None:
        """The share in percent, or None without both counts."""
        if self.numerator is None or not self.denominator:
            return None
        return 100 * self.numerator / self.denominator

    @property
    def tells_most(self) -> bool:
        """Whether it has both counts, measures the goal, and is not of a time that is over."""
        return self.share is not None and not self.historical and not self.off_goal

    @property
    def amount_count(self) -> int | None:
        """The number in `amount`: 40 of `Mer enn 40 plasser`, 2 of `To personer`."""
        amount = self.amount or ""
        return _whole_number(_COUNT.search(amount)) or counted_in_words(amount) or None

    @property
    def of_unknown(self) -> bool:
        """Whether so many were counted, and nobody has told among how many."""
        return self.kind is OutcomeKind.COUNT and self.share is None and bool(self.amount_count)

    @property
    def asked_count(self) -> int | None:
        """How many were asked, when `asked` begins with it."""
        count = _whole_number(_COUNT.match(self.asked or ""))
        return count if count >= max(1, self.denominator or 0) else None

    @property
    def interval(self) -> Interval | None:
        """Wilson's 95 % interval for the share, in percent; only for what was drawn by chance."""
        if self.kind is not OutcomeKind.SAMPLE:
            return None
        if self.numerator is None or not self.denominator:
            return None
        return wilson(self.numerator, self.denominator)


def roughly(share: float) -> Fraction:
    """The simplest part, of at most ten, that is near a share in percent: 66.7 → 2/3."""
    return Fraction(share / 100).limit_denominator(10)


def wilson(numerator: int, denominator: int) -> Interval:
    """Wilson's score interval at 95 %, in percent, held inside 0–100 (Wilson 1927)."""
    z = 1.959963984540054
    n, share = denominator, numerator / denominator
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return Interval(max(0.0, 100 * (centre - half)), min(100.0, 100 * (centre + half)))


class Benefit(Statement):
    """What one party gains."""

    noun_title: ClassVar[str] = "Gevinst"

    party: Side | None = may("Part", "employer, nav, participant … Utelates for samfunnet.")


class Experience(Statement):
    """What somebody lived through, in our words; never a quote."""

    noun_title: ClassVar[str] = "Erfaring"

    perspective: Line = must("Hvem", "For eksempel «Fadder» eller «Leder». Aldri et navn.")


class Capacity(Sourced):
    """How many can be followed up at a time: people who follow up, times places each."""

    noun_title: ClassVar[str] = "Kapasitet"

    workers: int = must("Hvor mange følger opp", "Antall personer.", ge=1, le=10_000)
    places_each: int = must("Plasser på hver", "Hvor mange hver av dem følger opp.", ge=1, le=500)
    role: Slug = must("Rolle", "Id-en til rollen som følger opp.")
    period: Line = must("Periode", "Når det gjaldt.")

    @property
    def places(self) -> int:
        """Places in all."""
        return self.workers * self.places_each


class Results(Noun):
    """The file results.yml of a model."""

    noun_title: ClassVar[str] = "Resultater"

    outcomes: OrAbsent[tuple[Outcome, ...]] = publish("Resultater", "Minst ett, eller ikke kjent.")
    capacity: Capacity | None = may("Kapasitet", "Hvor mange som kan følges opp samtidig.")
    benefits: tuple[Benefit, ...] = may("Gevinster", "Hva hver part får ut av det.", default=())
    experiences: tuple[Experience, ...] = may("Erfaringer", "Hva folk har opplevd.", default=())
