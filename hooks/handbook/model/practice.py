"""What experience says: what makes it work, what goes wrong, and how faithfully it is done."""

from __future__ import annotations

from typing import ClassVar

from handbook.model.ids import FormId, Slug
from handbook.model.noun import (
    Labelled,
    Line,
    Noun,
    Sourced,
    Statement,
    Statements,
    Title,
    may,
    must,
    publish,
)
from handbook.model.prose import Prose


class Objection(Noun):
    """Something people say against it, and an honest answer."""

    noun_title: ClassVar[str] = "Innvending"

    claim: Line = must("Innvending", "Slik den blir sagt.")
    answer: Statement = must("Svar", "Et ærlig svar, også der innvendingen har noe for seg.")


class ExceptionKind(Labelled):
    """The six ways it goes wrong that every model must answer."""

    INTERRUPTION = "interruption", "Avbrudd"
    SICKNESS = "sickness", "Sykefravær"
    CONFLICT = "conflict", "Konflikt eller mobbing"
    ACCIDENT = "accident", "Ulykke eller skade"
    CONFIDENTIALITY = "confidentiality", "Brudd på taushetsplikten"
    CONTACT_LEAVES = "contact_leaves", "Kontaktpersonen slutter"
    OTHER = "other", "Annet"


class Response(Statement):
    """Who does what, how fast."""

    noun_title: ClassVar[str] = "Tiltak"

    role: Slug = must("Rolle", "Id-en til den som gjør det.")
    within: Line = must("Innen", "For eksempel «samme dag».")


class ExceptionPath(Noun):
    """What to do when it does not go as planned."""

    noun_title: ClassVar[str] = "Når det ikke går som planlagt"

    kind: ExceptionKind = must("Hva skjer", "interruption, sickness, conflict, accident …")
    title: Title = must("Tittel", "Situasjonen slik leseren møter den.")
    responses: tuple[Response, ...] = must(
        "Gjør dette", "Hvem gjør hva, i rekkefølge.", min_length=1
    )
    forms: tuple[FormId, ...] = may("Skjemaer", "Skjemaer som brukes.", default=())
    to_participant: Prose | None = may("Til deltakeren", "Det deltakeren skal vite.")


class FirstAction(Statement):
    """One of the first ten things to do on Monday."""

    noun_title: ClassVar[str] = "Første skritt"

    id: Slug = must("Id", "Varig kortnavn.")
    role: Slug = must("Hvem", "Id-en til rollen.")
    minutes: int | None = may("Minutter", "Omtrent hvor lang tid.", ge=1, le=2400)
    form: FormId | None = may("Skjema", "Skjemaet som brukes.")


class CriterionLevel(Noun):
    """One described step on the scale."""

    score: int = must("Trinn", "1 er lavest.", ge=1, le=5)
    text: Prose = must("Slik ser det ut", "Hva man ser når praksisen er på dette trinnet.")


class EvidenceMethod(Labelled):
    """How one finds out."""

    DOCUMENT = "document", "Dokument"
    CONVERSATION = "conversation", "Samtale"
    OBSERVATION = "observation", "Observasjon"


class Evidence(Noun):
    """Where to look."""

    method: EvidenceMethod = must("Hvordan", "document, conversation eller observation.")
    what: Line = must("Hva", "Det dere ser etter.")


class Criterion(Sourced):
    """How one sees whether the model is followed; self-assessment, not certification."""

    noun_title: ClassVar[str] = "Kjennetegn"

    id: Slug = must("Id", "Varig kortnavn i modellen.")
    statement: Line = must("Kjennetegn", "Slik er det når modellen følges.")
    why: Prose = must("Hvorfor", "Hva kjennetegnet betyr for deltakeren.")
    levels: tuple[CriterionLevel, ...] = must(
        "Trinn", "Tre til fem, hvert med sin egen tekst.", min_length=3, max_length=5
    )
    evidence: tuple[Evidence, ...] = must("Slik finner dere ut", "Kilder.", min_length=1)
    applies_to: tuple[Slug, ...] = must("Gjelder steg", "Id-er på steg.", min_length=1)
    asked_of: tuple[Slug, ...] = must("Spør", "Id-er på roller.", min_length=1)
    weight: float = may("Vekt", "1 hvis ingen kilde sier noe annet.", default=1.0, gt=0, le=10)


class Practice(Noun):
    """The file practice.yml of a model."""

    noun_title: ClassVar[str] = "Praksis"

    success_factors: Statements = publish("Dette gjør at det virker", "Minst tre.")
    pitfalls: Statements = publish("Vanlige feil", "Minst tre.")
    objections: tuple[Objection, ...] = publish("Vanlige innvendinger", "Minst én.")
    exceptions: tuple[ExceptionPath, ...] = publish(
        "Når det ikke går som planlagt", "De seks faste, og flere om dere vil."
    )
    getting_started: tuple[FirstAction, ...] = publish("Kom i gang", "De ti første skrittene.")
    criteria: tuple[Criterion, ...] = publish("Kjennetegn på god praksis", "Minst fem.")
