"""Everything together, with look-up by id and the relations that follow from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from handbook.model.decision import Decision
from handbook.model.example import Example, FilledForm
from handbook.model.form import Change, Form
from handbook.model.ids import AuthorityName, ContactAddress, FindingId, Slug
from handbook.model.inclusion_model import InclusionModel, Related
from handbook.model.instrument import Instrument
from handbook.model.noun import Day, Labelled, Line, Noun, Title, may, must
from handbook.model.people import Role, Term, Theme
from handbook.model.picture import Picture
from handbook.model.process import Step
from handbook.model.prose import Prose
from handbook.model.routine import Routine
from handbook.model.rule import Rule
from handbook.model.search_words import SearchWords
from handbook.model.source import Source, SourceFinding
from handbook.model.wages import PublicWages
from handbook.model.wording import Wording


class OwnerFunction(Noun):
    """A function that answers for content; never a person's name."""

    noun_title: ClassVar[str] = "Ansvarlig funksjon"

    organisation: Line = must("Organisasjon", "For eksempel «Spekter».")
    function: Line = must("Funksjon", "For eksempel «redaktør for Springbrett».")


class Front(Noun):
    """The words an employer meets first."""

    noun_title: ClassVar[str] = "Forside"

    promise: Line = must("Løftet", "Én setning som sier hva håndboka er.")
    lead: Prose = must("Ingress", "To–tre setninger.")
    picture: Picture | None = may("Bilde", "Tegningen på forsiden og på omslaget av boka.")


class SecurityContact(Noun):
    """Where somebody who finds a hole in the site may tell; becomes security.txt (RFC 9116)."""

    noun_title: ClassVar[str] = "Sikkerhetskontakt"

    contact: ContactAddress = must(
        "Kontakt", "mailto: og en felles postkasse, eller en https-adresse. Aldri en person."
    )
    expires: Day = must("Gjelder til", "Dato da noen må bekrefte adressen på nytt, ÅÅÅÅ-MM-DD.")


class Measurement(Noun):
    """One thing about the site that was looked into, with what and when."""

    noun_title: ClassVar[str] = "Måling"

    what: Line = must("Hva", "Det som er undersøkt.")
    tool: Line = must("Hvordan", "Verktøyet med versjon, eller hvem som prøvde.")
    result: Line = must("Hva vi fant", "Med tall der det finnes.")
    date: Day = must("Dato", "Dagen det ble gjort, ÅÅÅÅ-MM-DD.")


class Accessibility(Noun):
    """What is known of who can use the site, and what nobody has tried."""

    noun_title: ClassVar[str] = "Tilgjengelighet"

    measured: tuple[Measurement, ...] = must("Målt", "Det som er undersøkt.", min_length=1)
    not_tested: tuple[Line, ...] = may("Ikke prøvd", "Det ingen har undersøkt ennå.", default=())


class LanguageBound(Labelled):
    """A bound that a text may pass when there is a reason: the code of its finding."""

    WORD = "O07", "Ord vi ikke bruker"
    SUMMARY = "O03", "Lengden på et sammendrag"
    TO_PARTICIPANT = "O04", "Antall ord til deltakeren"
    PARTICIPANT_LIX = "O05", "LIX til deltakeren"
    LIX = "O06", "LIX"
    SENTENCE = "O24", "Antall ord i en setning"
    CHOPPED = "O32", "Korte setninger på rad"
    ACTOR = "O33", "Hvem som har plikten"
    NOUNS = "O34", "Substantiv i en setning"
    NEAR_COPY = "O35", "Likhet med en annen modell"
    ONE_ACT = "O36", "Antall gjøremål i ett"
    TWO_NUMBERS = "R10", "Et annet tall enn et sted som likner"


class AcceptedWording(Noun):
    """A text that passes a bound of language on purpose."""

    noun_title: ClassVar[str] = "Godtatt ordlyd"

    bound: LanguageBound = must("Grense", "Koden i meldingen, for eksempel O24.")
    begins: Line = must("Begynner slik", "De første ordene i teksten, nok til å kjenne den igjen.")
    why: Line = must("Hvorfor", "Hvorfor den likevel skal være slik.")


class Edition(Noun):
    """The file handbook.yml: what this edition of the handbook is."""

    noun_title: ClassVar[str] = "Håndbok"

    title: Title = must("Tittel", "Håndbokas navn.")
    edition: Line = must("Utgave", "For eksempel 2026.1.")
    date: Day = must("Dato", "Utgavens dato, ÅÅÅÅ-MM-DD. Brukes også i PDF.")
    language: Line = must("Språk", "nb-NO.")
    site_url: Line = must("Nettadresse", "Der håndboka ligger, https://… med / til slutt.")
    feed_authority: AuthorityName | None = may(
        "Navn i nyhetsstrømmen",
        "Et domene utgiverne eier, komma, og et år de eide det: eksempel.no,2026. Endres aldri.",
    )
    publishers: tuple[Line, ...] = must("Utgivere", "Organisasjonene bak.", min_length=1)
    owners: tuple[OwnerFunction, ...] = must("Ansvarlige", "Funksjonene som svarer for innholdet.")
    content_licence: Line = must("Lisens for innhold", "For eksempel CC BY 4.0 (foreslått).")
    contact: ContactAddress | None = may(
        "Kontakt",
        "Dit lesere kan si fra: mailto: og en felles postkasse, eller en https-adresse.",
    )
    accessibility: Accessibility | None = may(
        "Tilgjengelighet", "Det som er målt på nettstedet, og det som ikke er prøvd."
    )
    security: SecurityContact | None = may(
        "Sikkerhetskontakt", "Hvor feil i sikkerheten meldes. Uten den lages ikke security.txt."
    )
    wages: PublicWages | None = may(
        "Timekostnad",
        "Offentlige tall som kalkulatoren begynner med. Uten dem er kroner ikke kjent.",
    )
    front: Front = must("Forside", "Ordene på forsiden.")
    model_order: tuple[Slug, ...] = may(
        "Rekkefølge på modellene",
        "Id-er på modeller i den rekkefølgen de vises. De som ikke nevnes, kommer etter.",
        default=(),
    )
    accepted_wording: tuple[AcceptedWording, ...] = may(
        "Godtatt ordlyd",
        "Tekster som med vilje er over en språkgrense. Listes på siden om kvalitet.",
        default=(),
    )
    changes: tuple[Change, ...] = may("Endringer", "Nytt i håndboka.", default=())


@dataclass(frozen=True)
class StepAt:
    """A step together with the model it stands in."""

    model: InclusionModel
    step: Step

    @property
    def key(self) -> str:
        """`ia-vikar/laer-sammen`: unique in the handbook."""
        return f"{self.model.id}/{self.step.id}"

    @property
    def number(self) -> int:
        """Its place in the model, from 1."""
        return list(self.model.step_by_id).index(self.step.id) + 1


@dataclass(frozen=True)
class Handbook:
    """All nouns of one edition. Collections keep the order in which they are shown."""

    edition: Edition
    models: tuple[InclusionModel, ...]
    forms: tuple[Form, ...]
    roles: tuple[Role, ...]
    terms: tuple[Term, ...]
    themes: tuple[Theme, ...]
    sources: tuple[Source, ...]
    search: SearchWords
    rules: tuple[Rule, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    routines: tuple[Routine, ...] = ()
    decision: Decision | None = None
    examples: tuple[Example, ...] = ()
    words: Wording = field(default_factory=Wording)

    def __post_init__(self) -> None:
        """Models stand in the order that is written down, and the others after them."""
        order = {id_: at for at, id_ in enumerate(self.edition.model_order)}
        models = sorted(self.models, key=lambda model: order.get(model.id, len(order)))
        object.__setattr__(self, "models", tuple(models))

    @cached_property
    def model_by_id(self) -> dict[str, InclusionModel]:
        """Models by id."""
        return {model.id: model for model in self.models}

    @cached_property
    def form_by_id(self) -> dict[str, Form]:
        """Forms by id."""
        return {form.id: form for form in self.forms}

    @cached_property
    def combined_roles(self) -> dict[str, tuple[str, ...]]:
        """Role id → the roles the same person may have, whichever of the two says so."""
        found = {role.id: dict.fromkeys(role.can_combine_with) for role in self.roles}
        for role in self.roles:
            for other in role.can_combine_with:
                found.setdefault(other, {})[role.id] = None
        return {name: tuple(others) for name, others in found.items()}

    @cached_property
    def related_from(self) -> dict[str, tuple[tuple[InclusionModel, Related], ...]]:
        """Model id → models that name it and that it does not name itself, with what they say."""
        named = {(model.id, one.model) for model in self.models for one in model.related}
        found: dict[str, list[tuple[InclusionModel, Related]]] = {}
        for model in self.models:
            for one in model.related:
                if (one.model, model.id) not in named:
                    found.setdefault(one.model, []).append((model, one))
        return {name: tuple(others) for name, others in found.items()}

    @cached_property
    def valid_forms(self) -> tuple[Form, ...]:
        """Forms that may be taken into use: those that are not withdrawn."""
        return tuple(form for form in self.forms if form.withdrawn is None)

    @cached_property
    def role_by_id(self) -> dict[str, Role]:
        """Roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def term_by_id(self) -> dict[str, Term]:
        """Terms by id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def theme_by_id(self) -> dict[str, Theme]:
        """Themes by id."""
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def rule_by_id(self) -> dict[str, Rule]:
        """Rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def instrument_by_id(self) -> dict[str, Instrument]:
        """Instruments by id."""
        return {one.id: one for one in self.instruments}

    @cached_property
    def routine_by_id(self) -> dict[str, Routine]:
        """Routines by id."""
        return {one.id: one for one in self.routines}

    @cached_property
    def routines_by_form(self) -> dict[str, tuple[Routine, ...]]:
        """Form id → the routines in use that it proves, in order."""
        return self._routines_by(lambda one: one.proof)

    @cached_property
    def routines_by_theme(self) -> dict[str, tuple[Routine, ...]]:
        """Theme id → the routines in use that name it, in order."""
        return self._routines_by(lambda one: one.themes)

    def _routines_by(
        self, ids: Callable[[Routine], tuple[str, ...]]
    ) -> dict[str, tuple[Routine, ...]]:
        found: dict[str, list[Routine]] = {}
        for one in self.routines:
            for name in () if one.withdrawn else ids(one):
                found.setdefault(name, []).append(one)
        return {name: tuple(all_) for name, all_ in found.items()}

    @cached_property
    def example_by_model(self) -> dict[str, Example]:
        """Model id → the example that tells of it."""
        return {one.model: one for one in reversed(self.examples)}

    def home_of_steps(self, kind: str, name: str) -> str:
        """Id of the model whose steps an entry names: itself, or the one an example is told of."""
        if kind != "example":
            return name
        return next((one.model for one in self.examples if one.id == name), "")

    @cached_property
    def filled_by_form(self) -> dict[str, tuple[Example, FilledForm]]:
        """Form id → where it is filled in."""
        return {paper.form: (one, paper) for one in reversed(self.examples) for paper in one.filled}

    @property
    def models_without_example(self) -> tuple[InclusionModel, ...]:
        """Models whose way nobody has been followed through."""
        return tuple(model for model in self.models if model.id not in self.example_by_model)

    @property
    def forms_without_example(self) -> tuple[Form, ...]:
        """Forms in use that no example has filled in."""
        return tuple(form for form in self.valid_forms if form.id not in self.filled_by_form)

    @cached_property
    def instruments_by_term(self) -> dict[str, tuple[Instrument, ...]]:
        """Id of a word → the instruments it is the name of."""
        found: dict[str, list[Instrument]] = {}
        for one in self.instruments:
            if one.term and not one.withdrawn:
                found.setdefault(one.term, []).append(one)
        return {term: tuple(all_) for term, all_ in found.items()}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def finding_by_id(self) -> dict[FindingId, tuple[Source, SourceFinding]]:
        """Findings by number, each with the source that holds it."""
        return {f.id: (source, f) for source in self.sources for f in source.findings}

    @cached_property
    def steps(self) -> tuple[StepAt, ...]:
        """All steps of all models, in order."""
        return tuple(StepAt(model, step) for model in self.models for step in model.steps)

    @cached_property
    def steps_by_form(self) -> dict[str, tuple[StepAt, ...]]:
        """Form id → the steps that use it, in order."""
        found: dict[str, list[StepAt]] = {}
        for at in self.steps:
            for form in at.step.forms:
                found.setdefault(form, []).append(at)
        return {form: tuple(steps) for form, steps in found.items()}

    @cached_property
    def steps_by_role(self) -> dict[str, tuple[StepAt, ...]]:
        """Role id → the steps where it performs, answers, is asked or told, in order."""
        found: dict[str, list[StepAt]] = {}
        for at in self.steps:
            for role in at.step.responsibility.all_roles:
                found.setdefault(role, []).append(at)
        return {role: tuple(steps) for role, steps in found.items()}

    @cached_property
    def models_by_role(self) -> dict[str, tuple[InclusionModel, ...]]:
        """Role id → the models where it has a part in a step, in order."""
        found: dict[str, dict[str, InclusionModel]] = {}
        for at in self.steps:
            for role in at.step.responsibility.all_roles:
                found.setdefault(role, {})[at.model.id] = at.model
        return {role: tuple(models.values()) for role, models in found.items()}

    @cached_property
    def steps_by_theme(self) -> dict[str, tuple[StepAt, ...]]:
        """Theme id → the steps that name it, in order."""
        found: dict[str, list[StepAt]] = {}
        for at in self.steps:
            for theme in at.step.themes:
                found.setdefault(theme, []).append(at)
        return {theme: tuple(steps) for theme, steps in found.items()}

    @cached_property
    def steps_by_routine(self) -> dict[str, tuple[StepAt, ...]]:
        """Routine id → the steps that answer to it, in order."""
        found: dict[str, list[StepAt]] = {}
        for at in self.steps:
            for name in at.step.routines:
                found.setdefault(name, []).append(at)
        return {name: tuple(steps) for name, steps in found.items()}
