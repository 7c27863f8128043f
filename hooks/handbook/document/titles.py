"""What pages are called: the only list of titles that several rooms need."""

from __future__ import annotations

from typing import NamedTuple

from handbook.document import places
from handbook.document.places import Place
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.privacy import processing_rows

MISSING = "Mangler"
UNKNOWN = "Ikke kjent"
CORE = "Kjernen i modellen"

PAGES: dict[str, str] = {
    places.MODELS: "Modellene",
    places.CHOOSER: "Hva passer for oss?",
    places.COMPARISON: "Sammenlign modellene",
    places.SMALL: "Små virksomheter",
    places.STATUS: "Status for den enkelte",
    places.ROLES: "Roller",
    places.FORMS: "Skjemaer",
    places.HANDOVER: "Overlevering siste dag",
    places.THEMES: "Temaer",
    places.GLOSSARY: "Ordliste",
    places.RULES: "Regler",
    places.INSTRUMENTS: "Virkemidler",
    places.ROUTINES: "Rutiner for internkontroll",
    places.SOURCES: "Kilder",
    places.QUALITY: "Kvalitet",
    places.NEWS: "Nytt i håndboka",
    places.PARTICIPANTS: "Til deg som deltar",
    places.DOWNLOADS: "Last ned",
    places.MEMOS: "Notater til ledelsen",
    places.ABOUT: "Om håndboka",
    places.SITE_PRIVACY: "Personvern på nettstedet",
    places.ACCESSIBILITY: "Tilgjengelighet",
    places.EDITING: "Redaksjon",
    places.CODES: "Meldinger fra kontrollen",
    places.FIELDS: "Felter i filene",
    places.WORD_CHOICES: "Ordvalg",
    places.RULES_IN_TEXTS: "Reglene i tekstene",
}
"""Path → title, of every page that is no noun. The front page is called what the handbook is."""


class Part(NamedTuple):
    """A page of a model beside its steps: its address in the model's folder, title and what it has.

    `file` is the YAML file an editor would change.
    """

    address: str
    title: str
    kind: str
    description: str
    file: str

    @property
    def names_file(self) -> bool:
        """Whether the page tells in which file it is written; a participant has no use for it."""
        return self.address != "til-deg"


STEPS = Part("stegene", "Steg for steg", "process", "Prosessen, fase for fase", "process.yml")
GETTING_STARTED = Part(
    "kom-i-gang", "Kom i gang", "getting-started", "De første skrittene", "practice.yml"
)
PLAN = Part(
    "plan", "Plan med datoer", "plan", "Alle møter og frister, regnet fra første dag", "process.yml"
)
PRACTICE = Part(
    "praksis", "Slik lykkes dere", "practice", "Suksessfaktorer, vanlige feil og innvendinger",
    "practice.yml",
)  # fmt: skip
EXCEPTIONS = Part(
    "nar-det-ikke-gar", "Når det ikke går som planlagt", "exceptions",
    "Hvem gjør hva, hvor fort", "practice.yml",
)  # fmt: skip
RESULTS = Part(
    "resultater", "Resultater", "results", "Tall og erfaringer, med forbehold", "results.yml"
)
CRITERIA = Part(
    "egenvurdering", "Følger dere modellen?", "criteria", "Kjennetegn til egenvurdering",
    "practice.yml",
)  # fmt: skip
EFFORT = Part(
    "tidsbruk", "Tid og penger", "effort", "Timer per rolle og hvem som betaler", "process.yml"
)
MEMO = Part(
    "notat", "Notat til ledelsen", "memo", "Det dere må vite for å bestemme dere", "model.yml"
)
MODEL_FORMS = Part(
    "skjemaer", "Skjemaene", "model-forms", "Alle skjemaer modellen bruker", "process.yml"
)
PARTICIPANT = Part(
    "til-deg", "Til deg som deltar", "participant", "Modellen fortalt til deltakeren", "model.yml"
)
PRIVACY = Part(
    "personvern", "Personvern", "privacy", "Protokoll, informasjon og sletteplan, som utkast", ""
)

EXAMPLE = Part(
    "eksempel", "Slik kan det gå", "example",
    "Oppdiktet eksempel: én persons vei, med skjemaene fylt ut", "",
)  # fmt: skip

PARTS = (
    GETTING_STARTED, STEPS, PLAN, PRACTICE, EXCEPTIONS, RESULTS, CRITERIA, EFFORT, MEMO,
    MODEL_FORMS, PARTICIPANT,
)  # fmt: skip


def parts_of(book: Handbook, model: InclusionModel) -> tuple[Part, ...]:
    """The pages a model has beside its steps: those about privacy and an example where they are."""
    example = (EXAMPLE,) if model.id in book.example_by_model else ()
    return (*PARTS, *example, *((PRIVACY,) if processing_rows(book, model) else ()))


def part_place(model: InclusionModel, part: Part, anchor: str = "") -> Place:
    """Where a part of a model stands."""
    return Place("part", f"{model.id}/{part.address}", anchor)
