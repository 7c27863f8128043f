"""A worked example: one made-up person's way through a model, with the papers filled in."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, NamedTuple

from handbook.model.answers import Answers
from handbook.model.calendar import plan
from handbook.model.ids import FormId, Slug
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Day, Flag, Line, Noun, ShortLine, Title, may, must, searched
from handbook.model.picture import Picture
from handbook.model.prose import Prose

FICTION = "Oppdiktet eksempel"
"""Stands on every page, form and file of an example."""

NOT_MARKED = "Ikke merket som oppdiktet"

FICTION_WHOLE = "Oppdiktet eksempel. Personene, arbeidsstedet og svarene finnes ikke."


class MadeUpPerson(Noun):
    """Somebody in an example; nobody real is called so there."""

    noun_title: ClassVar[str] = "Person i eksempelet"

    name: ShortLine = must("Navn", "Et fornavn vi har funnet på. Det står bare i dette eksempelet.")
    role: Slug = must("Rolle", "Id-en til rollen i modellen.")
    about: Line = must(
        "Hvem det er", "Alder, språk, arbeid – det en kollega vet. Aldri helse eller ytelser."
    )


class Said(Noun):
    """What somebody said."""

    noun_title: ClassVar[str] = "Replikk"

    by: ShortLine = must("Hvem", "Navnet på en av personene.")
    words: Line = must("Ordene", "Slik personen sa det, uten anførselstegn.")


class StoryMoment(Noun):
    """One day of the story, told to a step of the model."""

    noun_title: ClassVar[str] = "Øyeblikk i eksempelet"

    step: Slug = must("Steg", "Id-en til steget i modellen.")
    number: int = may("Gang", "Hvilken gang, når steget gjentas.", default=1, ge=1, le=200)
    date: Day | None = may("Dato", "Bare når dagen ikke er den planen gir steget, ÅÅÅÅ-MM-DD.")
    title: Title = must("Overskrift", "Det som skjer, i én setning.")
    text: Prose = must("Det som skjer", "Hvem som gjør hva. Kort og konkret, i nåtid.")
    said: tuple[Said, ...] = may("Det som blir sagt", "En eller to replikker.", default=())
    mended: Prose | None = may(
        "Slik ble det rettet", "Når noe gikk galt her: hvem som rettet det, og hvordan."
    )


class FilledForm(Noun):
    """A form as it was filled in at a step of the story."""

    noun_title: ClassVar[str] = "Utfylt skjema"

    form: FormId = must("Skjema", "Nummeret på skjemaet. Hvert skjema er fylt ut ett sted.")
    step: Slug = must("Steg", "Steget i modellen der skjemaet blir fylt ut.")
    answers: Answers = must(
        "Svar",
        "Feltets id og svaret. Datoer skrives ÅÅÅÅ-MM-DD, valg med id-en til svaret, kryss med "
        "true. En tabell er en liste med kolonnenes id-er; faste rader nevnes med navnet sitt i "
        "første kolonne. Telefon, e-post og underskrift står åpne.",
    )


class Example(Noun):
    """A whole example: who, when, what happened, and the papers."""

    noun_title: ClassVar[str] = "Eksempel"

    id: Slug = must("Id", "Varig kortnavn, likt filnavnet. Bruk id-en til modellen.")
    fiction: Flag = must("Oppdiktet", "Alltid ja. Ingen i eksempelet finnes.")
    model: Slug = must("Modell", "Id-en til modellen.")
    title: Title = must("Tittel", "Hvem og hvor, for eksempel «Ada på lageret: tre måneder».")
    lead: Prose = must("Ingress", "Én eller to setninger om hva leseren får se.")
    workplace: Line = must("Arbeidssted", "Et navn vi har funnet på. Det står bare her.")
    people: tuple[MadeUpPerson, ...] = must("Personer", "Deltakeren først.", min_length=2)
    first_day: Day = must("Første dag", "Datoene regnes fra denne, ÅÅÅÅ-MM-DD.")
    last_day: Day | None = may("Siste dag", "Når perioden slutter, ÅÅÅÅ-MM-DD.")
    picture: Picture | None = may(
        "Bilde", "Tegningen i historien. Den heter det samme som eksempelet."
    )
    story: tuple[StoryMoment, ...] = must("Historien", "Åtte øyeblikk, om lag.", min_length=4)
    ending: Prose = must("Slik gikk det", "Hvordan det endte. Ikke alltid med jobb.")
    filled: tuple[FilledForm, ...] = must("Skjemaene", "Skjemaene som ble fylt ut.", min_length=1)
    search_words: tuple[Line, ...] = searched()

    @property
    def mark(self) -> str:
        """What stands over the story; the check refuses one that is not made up."""
        return FICTION if self.fiction else NOT_MARKED

    @property
    def made_up_names(self) -> tuple[str, ...]:
        """Names that belong to this example alone."""
        return (*(person.name for person in self.people), self.workplace)

    def filled_at(self, step: str) -> tuple[FilledForm, ...]:
        """The forms that are filled in at a step."""
        return tuple(one for one in self.filled if one.step == step)


class Told(NamedTuple):
    """A moment and the day it falls on; None when neither the plan nor the story gives one."""

    moment: StoryMoment
    day: dt.date | None


def told_in(example: Example, model: InclusionModel) -> tuple[Told, ...]:
    """The story with its days: those of the model's plan where the story names no other."""
    made = plan(model, example.first_day, example.last_day)
    days = {(event.step, event.number): event.day for event in made.events}
    return tuple(Told(one, one.date or days.get((one.step, one.number))) for one in example.story)
