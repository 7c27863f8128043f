"""The file decision.yml: what the chooser asks, what may come of it, and why; and whom to call.

The six questions are fixed here by name, so that a circumstance is a typed field. Their words,
options, answers and rules are an editor's. `model/deciding.py` weighs them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import StringConstraints
from pydantic_core import PydanticUndefined

from handbook.model.ids import FieldId, FindingId, Slug
from handbook.model.noun import (
    Day,
    Flag,
    Labelled,
    Line,
    Noun,
    ShortLine,
    Sourced,
    Title,
    may,
    must,
)
from handbook.model.prose import Prose

AnswerId = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", max_length=60)
]
"""`vtao_gammel`, `ia-vikar`: stands in rules and in the tests' profiles, and never changes."""

TaskId = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=60)]
"""`velg-kollega`: one of the tasks in the same file."""

ContactId = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=60)]
"""`arbeidsgivertelefonen`: one of the contacts in the same file."""

RuleName = Annotated[str, StringConstraints(pattern=r"^D[0-9]{2,3}[a-z]?$")]
"""`D12b`: the number of one line of the table."""

PhoneNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}( [0-9]{2}){3}$")]
"""`55 55 33 36`."""


SAYS_CALL = re.compile(r"\b(?:ring|spør|kontakt|snakk med|be)(?: først)? Nav\b", re.IGNORECASE)
"""What asks a reader to turn to Nav."""


class Circumstances(Noun):
    """What must hold: for each question, the answers of which one is given."""

    noun_title: ClassVar[str] = "Når"

    org: tuple[FieldId, ...] = may("Hvem dere er", "Id-er på svar.", default=())
    sak: tuple[FieldId, ...] = may("Hva det gjelder", "Id-er på svar.", default=())
    mal: tuple[FieldId, ...] = may("Hva dere vil", "Id-er på svar.", default=())
    kontakt: tuple[FieldId, ...] = may("Hvem som tok kontakt", "Id-er på svar.", default=())
    trenger: tuple[FieldId, ...] = may("Hva dere trenger", "Id-er på svar.", default=())
    alder: tuple[FieldId, ...] = may("Alder", "Id-er på svar.", default=())

    @property
    def asked(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The questions it looks at, each with the answers that suit it."""
        told = ((name, getattr(self, name)) for name in type(self).model_fields)
        return tuple((name, values) for name, values in told if values)


class Contact(Sourced):
    """Somebody an employer can turn to: a number, a page, and what one says there."""

    noun_title: ClassVar[str] = "Kontakt"

    id: ContactId = must("Id", "Varig kortnavn.")
    title: Title = must("Hvem", "Hvem dere snakker med, for eksempel «Arbeidsgivertelefonen».")
    phone: PhoneNumber | None = may("Telefon", "Åtte sifre, to og to.")
    keys: Line | None = may("Tastevalg", "For eksempel «tast 1 for arbeidsgivere, og så 3».")
    hours: Line | None = may("Åpent", "For eksempel «hverdager fra 9 til 15».")
    url: Line | None = may("Side", "Adressen til siden, med https:// først.")
    words: Prose = must("Når og hva", "Når dere ringer hit, og hva dere har klart.")
    after: tuple[FieldId, ...] = may(
        "Først når", "Svar på «Hvem har tatt kontakt?» som gjør dette til den dere ringer først.",
        default=(),
    )  # fmt: skip
    unless: Circumstances | None = may("Men ikke når", "Er noe av dette svart, går kontakten ut.")
    checked: Day = must("Kontrollert", "Dagen noen så at dette stemmer, ÅÅÅÅ-MM-DD.")


class DecisionOption(Noun):
    """One answer a reader can give."""

    noun_title: ClassVar[str] = "Svar å velge"

    id: FieldId = must("Id", "Varig kortnavn. Står i adressen.")
    text: Line = must("Tekst", "Med arbeidsgiverens egne ord.")
    only_for: tuple[FieldId, ...] = may(
        "Vises bare ved", "Svar på «Hva gjelder det?» som gjør dette valget aktuelt.", default=()
    )


class DecisionQuestion(Noun):
    """One question; all can be skipped."""

    noun_title: ClassVar[str] = "Spørsmål i velgeren"

    id: FieldId = must("Id", "org, sak, mal, kontakt, trenger eller alder.")
    text: Line = must("Spørsmål", "Slik leseren møter det.")
    heading: ShortLine = must("Kort navn", "Over svaret, for eksempel «Hvem dere er».")
    help: Line | None = may("Hjelp", "Det leseren må vite for å svare.")
    many: Flag = may("Flere svar", "true når leseren kan velge flere.", default=False)
    skipped: tuple[FieldId, ...] = must(
        "Hvis det hoppes over",
        "Svaret vi går ut fra. Står det flere, kan det være hvilket som helst av dem.",
        min_length=1,
    )
    options: tuple[DecisionOption, ...] = must("Svaralternativer", "I rekkefølge.", min_length=2)


class DecisionTask(Noun):
    """One thing to do on Monday; those of several answers become one list, each told once."""

    noun_title: ClassVar[str] = "Gjøremål på mandag"

    id: TaskId = must("Id", "Varig kortnavn. Utfallene viser til det.")
    text: Prose = must("Gjøremål", "Begynn med verbet. Én setning, høyst to.")
    always: Flag = may(
        "For alle utfall", "true når det står på lista uansett utfall.", default=False
    )
    when: Circumstances = may(
        "Når", "Svarene som må være gitt. Uten noe her gjelder det alltid.",
        default=PydanticUndefined, default_factory=Circumstances,
    )  # fmt: skip
    unless: Circumstances | None = may("Men ikke når", "Er noe av dette svart, går det ut.")


class DecisionAnswer(Sourced):
    """What the chooser can point at, and what to do on Monday."""

    noun_title: ClassVar[str] = "Utfall"

    id: AnswerId = must("Id", "Varig kortnavn.")
    title: Title = must("Navn", "Slik leseren møter det.")
    instrument: Slug | None = may("Virkemiddel", "Id-en til siden om virkemiddelet.")
    model: Slug | None = may("Modell", "Id-en til modellen.")
    stands_alone: Flag = may(
        "Kan stå øverst", "true når en historisk modell bygger på noe som gjelder i dag.",
        default=False,
    )  # fmt: skip
    today: Line = must("I dag", "Er det i bruk i dag? For eksempel «I bruk i dag.»")
    sentence: Prose = must("Kort sagt", "Én vanlig setning.")
    asks: Prose = must("Krever av dere", "Timer, uker, kroner og folk, i én setning.")
    monday: tuple[TaskId, ...] = must(
        "På mandag", "Id-er på gjøremål. Rekkefølgen er den gjøremålene står i.", min_length=1
    )
    contacts: tuple[ContactId, ...] = must("Hvem dere ringer", "Id-er på kontakter.", min_length=1)
    otherwise: Line | None = may(
        "Når ingen regel treffer", "Derfor passer det ikke. Alle modeller har dette."
    )


class AnswerLevel(Labelled):
    """How near an answer is."""

    BEST = "best", "Mest aktuelt nå"
    ALSO = "also", "Også mulig"
    NOT = "not", "Ikke for dere"


class DecisionRule(Noun):
    """One line of the table: when it holds, the answer is so near, for this reason."""

    noun_title: ClassVar[str] = "Linje i tabellen"

    id: RuleName = must("Nummer", "Varig nummer, for eksempel D12b.")
    answer: AnswerId = must("Utfall", "Id-en til utfallet.")
    level: AnswerLevel = must("Plass", "best, also eller not.")
    rank: int = must("Rekkefølge", "Lavest først.", ge=0, le=99)
    when: Circumstances = may(
        "Når", "Alt som står her, må være svart. Uten noe her gjelder linja alltid.",
        default=Circumstances(),
    )  # fmt: skip
    unless: Circumstances | None = may("Men ikke når", "Er noe av dette svart, gjelder ikke linja.")
    running: Flag = may(
        "Avtaler som løper", "true når linja gjelder avtaler fra før noe ble stengt.", default=False
    )
    why: Line = must("Hvorfor", "Setningen leseren ser.")
    sources: tuple[FindingId, ...] = may(
        "Kilder", "Funn som bærer grunnen, når utfallet ikke alt nevner dem.", default=()
    )


class Decision(Noun):
    """The chooser, and whom to call."""

    noun_title: ClassVar[str] = "Velger"

    checked: Day = must("Kontrollert", "Dagen hele tabellen sist ble lest, ÅÅÅÅ-MM-DD.")
    most: int = must("Høyst så mange øverst", "Flere enn dette flyttes ned.", ge=1, le=3)
    others: int = must("Høyst så mange i «også mulig»", "Resten sies ikke.", ge=1, le=5)
    fallback: AnswerId = must("Når ingenting annet peker seg ut", "Id-en til utfallet.")
    contacts: tuple[Contact, ...] = must("Kontakter", "Hvem dere kan ringe.", min_length=1)
    questions: tuple[DecisionQuestion, ...] = must("Spørsmål", "I rekkefølge.", min_length=1)
    tasks: tuple[DecisionTask, ...] = must(
        "Gjøremål på mandag", "I den rekkefølgen de gjøres.", min_length=1
    )
    answers: tuple[DecisionAnswer, ...] = must("Utfall", "Alt velgeren kan peke på.", min_length=1)
    rules: tuple[DecisionRule, ...] = must("Tabellen", "Linje for linje.", min_length=1)

    @cached_property
    def contact_by_id(self) -> dict[str, Contact]:
        """Contacts by id."""
        return {one.id: one for one in self.contacts}

    @cached_property
    def task_by_id(self) -> dict[str, DecisionTask]:
        """Tasks by id."""
        return {one.id: one for one in self.tasks}

    @cached_property
    def answer_by_id(self) -> dict[str, DecisionAnswer]:
        """Answers by id."""
        return {one.id: one for one in self.answers}

    @cached_property
    def words_of(self) -> dict[tuple[str, str], str]:
        """(question, option) → the words of the option."""
        return {(q.id, one.id): one.text for q in self.questions for one in q.options}
