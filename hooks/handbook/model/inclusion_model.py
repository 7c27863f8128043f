"""An inclusion model: a way of bringing people into work, told whole.

A model is a folder. Its four files are read as one noun: model.yml (`Overview`), process.yml
(`Process`), practice.yml (`Practice`) and results.yml (`Results`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import ClassVar

from handbook.model.form import Change
from handbook.model.ids import FormId, Slug, VersionNumber
from handbook.model.noun import (
    Day,
    Labelled,
    Line,
    Noun,
    OrAbsent,
    Retirement,
    ShortLine,
    Sourced,
    Span,
    Statement,
    Statements,
    Title,
    former,
    may,
    must,
    publish,
    searched,
)
from handbook.model.practice import Practice
from handbook.model.process import Phase, Process, Step
from handbook.model.prose import Prose
from handbook.model.results import Results


class ModelKind(Labelled):
    """What sort of thing the model is."""

    METHOD = "method", "Arbeidsmåte"
    MEASURE_MODEL = "measure_model", "Modell for et Nav-tiltak"
    COOPERATION_MODEL = "cooperation_model", "Samarbeidsmodell"
    SCHEME = "scheme", "Ordning"
    PROJECT = "project", "Prosjekt"


class Status(Labelled):
    """How far the entry has come."""

    DRAFT = "draft", "Utkast"
    CONSULTATION = "consultation", "Til gjennomsyn"
    PUBLISHED = "published", "Publisert"
    UNDER_REVISION = "under_revision", "Under revisjon"
    WITHDRAWN = "withdrawn", "Trukket tilbake"


class Withdrawal(Retirement):
    """Why a model is no longer in use, and what took over."""

    replaced_by: Slug | None = may("Erstattet av", "Id-en til modellen som tok over.")


class Historical(Noun):
    """The model describes something that was."""

    period: Line = must("Periode", "For eksempel 2013–2016.")
    note: Prose = must("Merknad", "Hva som gjelder i dag.")


class TargetGroup(Noun):
    """For whom."""

    noun_title: ClassVar[str] = "Målgruppe"

    description: Statement = must("Beskrivelse", "Hvem modellen er for.")
    criteria: Statements = may("Kriterier", "Det som må være til stede.", default=())
    not_for: Statements = may("Ikke for", "Hvem den ikke passer for.", default=())


class EmployerSize(Labelled):
    """Size of the workplace."""

    SMALL = "small", "Liten (under 20 ansatte)"
    MEDIUM = "medium", "Middels (20–250 ansatte)"
    LARGE = "large", "Stor (over 250 ansatte)"


class EmployerKind(Labelled):
    """What sort of workplace answers."""

    ORDINARY = "ordinary", "Vanlig virksomhet, privat eller offentlig"
    PROVIDER = "provider", "Vekstbedrift eller annen tiltaksarrangør"
    NAV = "nav", "Nav-kontor"


class Person(Labelled):
    """Whose situation it is about."""

    NEEDS_EXPERIENCE = "needs_experience", "En som trenger arbeidserfaring"
    REDUCED_CAPACITY = "reduced_capacity", "En med nedsatt arbeidsevne som vil ha vanlig jobb"
    COMPLEX_NEEDS = "complex_needs", "En med nedsatt arbeidsevne og sammensatte behov for bistand"
    NEEDS_SUPPORT = "needs_support", "En som trenger støtte for å få eller beholde vanlig jobb"
    DISABILITY_BENEFIT = (
        "disability_benefit",
        "En som har eller snart får uføretrygd, og trenger tilrettelegging og tett oppfølging",
    )
    SHELTERED_EMPLOYEE = "sheltered_employee", "En som er ansatt i varig tilrettelagt arbeid (VTA)"
    LEARNS_BY_DOING = "learns_by_doing", "En som vil lære et fag, men trenger tilpassede mål"


class Duration(Labelled):
    """How long one commits."""

    SHORT = "short", "Noen dager eller uker"
    LIMITED = "limited", "Tidsbegrenset"
    PERMANENT = "permanent", "Varig"


class Goal(Labelled):
    """What one wants to come of it."""

    EXPERIENCE = "experience", "Arbeidserfaring"
    ORDINARY_JOB = "ordinary_job", "Vanlig jobb"
    ADAPTED_JOB = "adapted_job", "Varig tilrettelagt jobb"
    QUALIFICATION = "qualification", "Formell kompetanse"
    TRY_OUT = "try_out", "Prøve noe nytt, uten å binde seg"


class Places(Labelled):
    """How many at a time."""

    ONE = "one", "Én om gangen"
    SEVERAL = "several", "Flere samtidig"


class Suits(Sourced):
    """Typed answers that the chooser and the comparison read."""

    noun_title: ClassVar[str] = "Passer for"

    employer_kind: tuple[EmployerKind, ...] = must("Virksomhet", "ordinary, provider, nav.")
    employer_size: tuple[EmployerSize, ...] = must("Størrelse", "small, medium, large.")
    person: tuple[Person, ...] = must("Hvem det gjelder", "needs_experience, reduced_capacity …")
    duration: tuple[Duration, ...] = must("Varighet", "short, limited, permanent.")
    goals: tuple[Goal, ...] = must("Mål", "experience, ordinary_job, adapted_job …")
    places: tuple[Places, ...] = must("Antall", "one, several.")
    usual_places: int | None = may(
        "Plasser å regne med", "Hvor mange plasser kalkulatoren begynner med, når det ikke er 1.",
        ge=1, le=100,
    )  # fmt: skip


class Employment(Labelled):
    """Is the person employed, and by whom."""

    NOT_EMPLOYED = "not_employed", "Ikke ansatt"
    BY_EMPLOYER = "by_employer", "Ansatt i virksomheten"
    BY_PROVIDER = "by_provider", "Ansatt i vekstbedriften"
    VARIES = "varies", "Det varierer"


class ParticipantStatus(Noun):
    """What the participant is in law."""

    noun_title: ClassVar[str] = "Status for den enkelte"

    employment: Employment = must("Ansatt?", "not_employed, by_employer, by_provider, varies.")
    employment_note: Statement = must("Om ansettelsen", "Én setning.")
    pay: Statement = must("Lønn", "Hva personen lever av i perioden.")
    working_environment_act: Statement = must("Arbeidsmiljøloven", "Hvilke deler som gjelder.")
    agreement: Statement = must("Avtale", "Hvilken avtale som inngås.")
    insurance: Statement | None = may("Forsikring", "Hvem som forsikrer.")


class ModelDuration(Sourced):
    """How long it lasts."""

    noun_title: ClassVar[str] = "Varighet"

    text: Prose = must("Varighet", "Én til to setninger.")
    minimum: Span | None = may("Minst", "Korteste varighet.")
    maximum: Span | None = may("Lengst", "Lengste varighet.")
    typical: Span | None = may("Vanlig", "Vanlig varighet.")
    legal_basis: Line | None = may("Hjemmel", "For eksempel «tiltaksforskriften kap. 3».")


class Funding(Statement):
    """Who pays for what. Amounts carry date and source, or are left out."""

    noun_title: ClassVar[str] = "Støtteordning"

    scheme: Line = must("Ordning", "Navnet på ordningen.")
    who_pays: Line = must("Hvem betaler", "For eksempel «Nav» eller «virksomheten selv».")
    covers: tuple[Slug, ...] = may(
        "Kan dekke tida til",
        "Id-er på roller som andre kan betale arbeidstida til. Da regnes de ikke med i laveste.",
        default=(),
    )
    grants: tuple[Slug, ...] = may(
        "Tilskudd dere kan få",
        "Id-er på virkemidlene ordningen er. Da viser kalkulatoren dem, i kroner når satsen er "
        "kjent.",
        default=(),
    )
    valid_from: Day | None = may("Gjelder fra", "ÅÅÅÅ-MM-DD.")
    checked: Day | None = may("Kontrollert", "ÅÅÅÅ-MM-DD.")


class LegalPoint(Statement):
    """A rule the reader must know."""

    noun_title: ClassVar[str] = "Regel"

    title: Line = must("Tema", "Kort, for eksempel «Helseopplysninger».")
    valid_from: Day | None = may("Gjelder fra", "ÅÅÅÅ-MM-DD.")


class ModelRole(Sourced):
    """A role as this model uses it."""

    noun_title: ClassVar[str] = "Rolle i modellen"

    role: Slug = must("Rolle", "Id-en til rollen.")
    local_name: Line | None = may("Lokalt navn", "Hva rollen heter i denne modellen.")
    responsibility: Prose = must("Ansvar", "Hva rollen svarer for, i én setning.")


class Relation(Labelled):
    """How two models stand to each other."""

    BUILDS_ON = "builds_on", "Bygger på"
    REPLACES = "replaces", "Erstatter"
    USED_WITH = "used_with", "Brukes sammen med"
    RESEMBLES = "resembles", "Ligner på"

    @property
    def reverse_label(self) -> str:
        """The same seen from the other model."""
        told = {"builds_on": "Danner grunnlag for", "replaces": "Erstattet av"}
        return told.get(self.value, self.label)


class Related(Noun):
    """Another model and what sets it apart."""

    noun_title: ClassVar[str] = "Slektning"

    model: Slug = must("Modell", "Id-en til den andre modellen.")
    relation: Relation = must("Forhold", "builds_on, replaces, used_with eller resembles.")
    difference: Prose = must(
        "Forskjell",
        "Hva som skiller dem, i én setning. Står det ikke noe i den andre modellen, vises det der.",
    )


class Adaptation(Noun):
    """What one may change and still call it this model."""

    can_change: Statements = may("Kan endres", "Det dere fritt kan tilpasse.", default=())
    should_keep: Statements = may(
        "Bør beholdes", "Det dere bør tenke dere om før dere endrer.", default=()
    )
    must_keep: Statements = may("Må beholdes", "Det som gjør modellen til det den er.", default=())


class GapCost(Labelled):
    """What it costs a reader that something is not known; the worst first."""

    WRONG = "wrong", "Dere kan gjøre noe galt"
    ASK = "ask", "Dere må spørre noen først"
    LESS = "less", "Dere får vite mindre"


class KnownGap(Noun):
    """Something the editors must find out, and from whom."""

    noun_title: ClassVar[str] = "Kjent hull"

    what: Prose = must("Hva mangler", "Det vi ikke vet.")
    needed: Prose = must("Hva trengs", "Hva som skal til for å få vite det.")
    answered_by: Line = must("Hvem som spørres", "Den som kan svare, for eksempel «Nav».")
    noted: Day = must("Skrevet ned", "Dagen spørsmålet ble skrevet ned, ÅÅÅÅ-MM-DD.")
    costs: GapCost = must(
        "Hva det koster leseren",
        "wrong når leseren kan gjøre noe galt, ask når leseren må spørre noen, ellers less.",
    )


def worst_first(gaps: Iterable[KnownGap]) -> list[KnownGap]:
    """By what they cost the reader, else in the order of the file."""
    return sorted(gaps, key=lambda gap: list(GapCost).index(gap.costs))


class ForParticipant(Noun):
    """The model told to the person it is about: short sentences, «du», no abbreviations."""

    noun_title: ClassVar[str] = "Til deg som deltar"

    what_happens: Prose = must("Hva skjer med meg", "Forløpet, enkelt fortalt.")
    say_no: Prose = must(
        "Hva kan jeg si nei til", "Det som er frivillig, og hvem du kan klage til."
    )
    who_sees: Prose = must("Hvem ser opplysninger om meg", "Hva som lagres, og hvem som ser det.")
    what_i_hold: Prose = must("Hva får jeg med meg når jeg slutter", "Attest og veien videre.")
    ask: tuple[Slug, ...] = may(
        "Hvem kan jeg spørre", "Id-er på roller, den første øverst.", default=()
    )


class Overview(Noun):
    """The file model.yml of a model."""

    noun_title: ClassVar[str] = "Modell"

    id: Slug = must("Id", "Varig kortnavn, likt mappenavnet.")
    former_ids: tuple[Slug, ...] = former()
    title: Title = must("Tittel", "Modellens fulle navn.")
    short_title: ShortLine = must("Kort navn", "Til menyer og tabeller.")
    summary: Prose = must("Kort sagt", "Høyst 300 tegn.")
    search_words: tuple[Line, ...] = searched()
    owner: Line = must("Eier", "Hvem modellen tilhører (organisasjon, aldri person).")
    documented_by: Line = must("Dokumentert av", "Hvem som har beskrevet den.")
    kind: ModelKind = must("Type", "method, measure_model, cooperation_model, scheme, project.")
    status: Status = must("Status", "draft, consultation, published, under_revision, withdrawn.")
    withdrawn: Withdrawal | None = may("Trukket tilbake", "Kreves når status er withdrawn.")
    historical: Historical | None = may("Historisk", "Når modellen beskriver noe som var.")
    naming_note: Statement | None = may("Om navnet", "Når navnet kan misforstås.")
    not_counted: Statement | None = may(
        "Ikke med i kostnaden", "Tid og penger modellen krever, som ikke står i noe steg."
    )
    purpose: Statements = must("Formål", "Hva modellen er til.", min_length=1)
    core: Statements = publish("Kjernen", "Tre til sju ting som må være sanne.")
    problem: Statements = may("Problemet", "Det modellen svarer på.", default=())
    principles: Statements = may("Prinsipper", "Holdningene bak.", default=())
    background: Statements = may("Bakgrunn", "Historien bak.", default=())
    target_group: OrAbsent[TargetGroup] | None = publish("Målgruppe", "For hvem.", default=None)
    suits: Suits | None = publish(
        "Passer for", "Hvem modellen er laget for, til sammenligningen.", default=None
    )
    prerequisites: Statements = may("Forutsetninger", "Det som må være på plass.", default=())
    choose_when: Statements = publish("Velg når", "Når modellen passer.")
    choose_not_when: Statements = publish("Ikke velg når", "Når den ikke passer.")
    participant_status: OrAbsent[ParticipantStatus] | None = publish(
        "Status for den enkelte", "Ansatt, lønn, lov og avtale.", default=None
    )
    duration: OrAbsent[ModelDuration] | None = publish("Varighet", "Hvor lenge.", default=None)
    funding: OrAbsent[tuple[Funding, ...]] = publish("Støtteordninger", "Hvem betaler hva.")
    legal: OrAbsent[tuple[LegalPoint, ...]] = publish("Regelverk", "Reglene dere må kjenne.")
    roles: tuple[ModelRole, ...] = must("Roller", "Rollene i modellen.", min_length=1)
    for_participant: ForParticipant | None = publish(
        "Til deg som deltar", "Fortalt til deltakeren.", default=None
    )
    related: tuple[Related, ...] = may("Slektninger", "Andre modeller.", default=())
    adaptation: Adaptation | None = may("Tilpasning", "Hva dere kan endre.")
    themes: tuple[Slug, ...] = may("Temaer", "Id-er på temaer.", default=())
    known_gaps: tuple[KnownGap, ...] = may("Kjente hull", "Det vi ikke vet ennå.", default=())
    version: VersionNumber = must("Versjon", "For eksempel 1.0.")
    valid_from: Day = must("Gjelder fra", "ÅÅÅÅ-MM-DD.")
    last_verified: Day | None = may("Sist verifisert", "Settes bare ved en uttrykkelig handling.")
    verified_by: Line | None = may("Verifisert av", "Funksjonen som gjorde det, aldri et navn.")
    review_by: Day | None = publish("Gjennomgås innen", "ÅÅÅÅ-MM-DD.", default=None)
    changes: tuple[Change, ...] = may("Endringer", "Hva som er endret.", default=())


class InclusionModel(Overview, Process, Practice, Results):
    """One whole model."""

    noun_title: ClassVar[str] = "Modell"

    @cached_property
    def step_by_id(self) -> dict[str, Step]:
        """Steps by their id inside this model."""
        return {step.id: step for step in self.steps}

    @cached_property
    def phase_of(self) -> dict[str, Phase]:
        """The phase that holds a step."""
        return {step.id: phase for phase in self.phases for step in phase.steps}

    @property
    def forms(self) -> tuple[FormId, ...]:
        """Forms used by the steps, in order of first use."""
        return tuple(dict.fromkeys(form for step in self.steps for form in step.forms))


MODEL_FILES: dict[str, type[Noun]] = {
    "model.yml": Overview,
    "process.yml": Process,
    "practice.yml": Practice,
    "results.yml": Results,
}
"""File name in a model's folder → the part of the model it holds."""
