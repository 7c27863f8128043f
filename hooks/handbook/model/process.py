"""How a model is carried out: phases, decisions and steps."""

from __future__ import annotations

import re
from typing import ClassVar

from handbook.model.ids import FormId, Slug
from handbook.model.moments import Moment
from handbook.model.noun import (
    Flag,
    Labelled,
    Labour,
    Line,
    Noun,
    OrAbsent,
    ShortLine,
    Sourced,
    Span,
    Statement,
    Statements,
    StepTitle,
    former,
    may,
    must,
    publish,
    searched,
)
from handbook.model.pictogram import Pictogram
from handbook.model.prose import Prose


class Level(Labelled):
    """How binding a checklist item is."""

    MUST = "must", "Må"
    SHOULD = "should", "Bør"
    MAY = "may", "Kan"
    CHOOSE = "choose", "Valg"


class ChecklistItem(Statement):
    """One thing to do; the id lets a tick survive that the wording is edited."""

    noun_title: ClassVar[str] = "Gjøremål"

    id: Slug = must("Id", "Varig kortnavn i steget.")
    level: Level = must("Nivå", "must, should, may eller choose.")
    who: tuple[Slug, ...] = may(
        "Hvem",
        "Id-er på roller som utfører steget. Flere bare når alle gjør det sammen.",
        default=(),
    )
    moment: Moment | None = may("Når", "Bare når det ikke er samtidig med resten av steget.")
    to_participant: Prose | None = may(
        "Til deltakeren", "Det samme sagt med «du», når deltakeren er en av dem som gjør det."
    )


class Responsibility(Noun):
    """Who does it, who answers for it, who is asked and who is told."""

    noun_title: ClassVar[str] = "Ansvar"

    performed_by: tuple[Slug, ...] = must("Utfører", "Id-er på roller.", min_length=1)
    accountable: Slug = must("Ansvarlig", "Nøyaktig én rolle.")
    consulted: tuple[Slug, ...] = may("Rådspørres", "Id-er på roller.", default=())
    informed: tuple[Slug, ...] = may("Informeres", "Id-er på roller.", default=())

    @property
    def all_roles(self) -> tuple[Slug, ...]:
        """Every role named, the accountable first, none twice."""
        names = (self.accountable, *self.performed_by, *self.consulted, *self.informed)
        return tuple(dict.fromkeys(names))

    @property
    def acting(self) -> tuple[Slug, ...]:
        """Those who do it, then the one who answers for it, none twice."""
        return tuple(dict.fromkeys((*self.performed_by, self.accountable)))


class Action(Labelled):
    """What a step does with a form or document."""

    CREATED = "created", "lages"
    UPDATED = "updated", "oppdateres"
    ARCHIVED = "archived", "arkiveres"
    READ = "read", "brukes"


class StepDocument(Noun):
    """A form from this handbook, or another document, that goes into or out of a step."""

    noun_title: ClassVar[str] = "Skjema eller dokument"

    form: FormId | None = may("Skjema", "Id-en til et skjema i håndboka.")
    artefact: Line | None = may("Annet dokument", "Navnet på et dokument uten skjema her.")
    action: Action = must("Hva skjer", "created, updated, archived eller read.")


class Anchor(Labelled):
    """What a time is counted from."""

    START = "start", "første dag"
    END = "end", "siste dag"
    PHASE = "phase", "fasens start"
    CONTINUOUS = "continuous", "løpende"


class Repeat(Noun):
    """Again and again."""

    every: Span = must("Hver", "Avstanden mellom gangene.")
    times: int | None = may("Antall ganger", "Når det tar slutt av seg selv.", ge=1, le=200)


class Timing(Sourced):
    """When a step happens; the calendar is made from this."""

    noun_title: ClassVar[str] = "Tidspunkt"

    label: Line = must("Når", "Slik leseren ser det, for eksempel «Før første dag».")
    anchor: Anchor = must("Regnes fra", "start, end, phase eller continuous.")
    offset: Span | None = may("Avstand", "Minus betyr før.")
    duration: Span | None = may("Varer", "Hvor lenge steget tar.")
    repeats: Repeat | None = may("Gjentas", "For faste møter.")
    deadline: Flag = may("Frist", "true når tidspunktet er en frist.", default=False)


FOR_ALL = "samlet for alle"
"""What hours are for when they are the same however many participants there are."""


class Effort(Sourced):
    """Hours of work for one role."""

    role: Slug = must("Rolle", "Id-en til rollen.")
    hours: float = must("Timer", "Antall timer.", ge=0, le=2000)
    per: Labour = must("Hvor ofte", "once, occurrence, week eller month.")
    for_workplace: Flag = may(
        "Samlet for alle",
        "true når tida er den samme hvor mange deltakerne enn er, og ikke brukes for hver av dem.",
        default=False,
    )


class Logic(Noun):
    """How a step hangs together with others."""

    after: tuple[Slug, ...] = may("Etter", "Steg som må være gjort først.", default=())
    together_with: tuple[Slug, ...] = may("Sammen med", "Steg som går samtidig.", default=())
    either_or: tuple[Slug, ...] = may("Enten eller", "Steg dette kan byttes med.", default=())
    condition: Prose | None = may("Bare hvis", "Når steget bare gjelder noen ganger.")


class MeetingKit(Noun):
    """What a recurring meeting needs."""

    led_by: Slug = must("Møteleder", "Id-en til rollen.")
    attended_by: tuple[Slug, ...] = may(
        "Hvem møtes",
        "Id-er på roller som er med hver gang, møtelederen også. Tomt: alle i steget.",
        default=(),
    )
    agenda: tuple[Line, ...] = must("Dagsorden", "Punktene i rekkefølge.", min_length=2)
    questions: tuple[Line, ...] = must("Spørsmål", "Spørsmål som åpner samtalen.", min_length=2)
    bring: tuple[Line, ...] = may("Ta med", "Det som må ligge på bordet.", default=())


class Message(Sourced):
    """A text that somebody can send or say today, with blanks in square brackets."""

    noun_title: ClassVar[str] = "Tekst dere kan sende"

    id: Slug = must("Id", "Varig kortnavn i steget.")
    title: StepTitle = must("Hva det er", "For eksempel «Beskjed til kollegene».")
    sender: Slug = must("Fra", "Id-en til rollen som sender det eller sier det.")
    to: Line = must("Til", "Hvem som får det, for eksempel «kollegene på avdelingen».")
    subject: Line | None = may("Emne", "Når det er en e-post. Uten emne blir det sagt.")
    text: Prose = must("Tekst", "Ordene. Det som må fylles inn, står i hakeparentes: «[dag]».")
    search_words: tuple[Line, ...] = searched()

    @property
    def blanks(self) -> tuple[str, ...]:
        """What has to be filled in, none twice."""
        said = f"{self.subject or ''} {self.text.source}"
        first: dict[str, str] = {}
        for blank in _BLANK.findall(said):
            first.setdefault(blank.lower(), blank)
        return tuple(first.values())


_BLANK = re.compile(r"(?<!\[)\[([^\[\]|]+)\](?![\](])")


class Step(Sourced):
    """One piece of work that moves the process on."""

    noun_title: ClassVar[str] = "Steg"

    id: Slug = must("Id", "Varig kortnavn i modellen. Rekkefølgen er plassen i fila.")
    former_ids: tuple[Slug, ...] = former()
    title: StepTitle = must("Tittel", "Begynner med et verb, høyst 60 tegn.")
    what: Prose = must("Hva", "Hva som skjer, i to–tre setninger.")
    why: Prose | None = publish("Hvorfor", "Hvorfor steget er der.", default=None)
    do: tuple[ChecklistItem, ...] = publish("Gjør", "Sjekklista.")
    responsibility: Responsibility = must("Ansvar", "Hvem gjør hva.")
    inputs: tuple[StepDocument, ...] = may("Inn", "Det som må finnes først.", default=())
    outputs: tuple[StepDocument, ...] = may("Ut", "Det steget etterlater.", default=())
    main_form: FormId | None = may(
        "Hovedskjema",
        "Ett av skjemaene over. Ellers det første som lages i steget, eller det første av alle.",
    )
    no_form: Prose | None = may("Ikke noe skjema", "Hvorfor steget ikke trenger skjema.")
    timing: OrAbsent[Timing] | None = publish("Når", "Tidspunkt og varighet.", default=None)
    effort: OrAbsent[tuple[Effort, ...]] = may("Tidsbruk", "Timer per rolle.", default=())
    check: Statements = may("Sjekk", "Slik ser dere at det er gjort.", default=())
    pitfall: Statement | None = may("Fallgruve", "Det som oftest går galt.")
    do_not: Statements = may(
        "Dere skal ikke",
        "Begynner med infinitiv uten «å» og uten nektelse: «spørre om diagnose.»",
        default=(),
    )
    limits: Statements = may(
        "Grenser og rettigheter",
        "Hele setninger om det som ikke er et forbud: «Deltakeren trenger ikke …»",
        default=(),
    )
    participant_involved: Flag = must("Deltakeren er med", "true når steget merkes av deltakeren.")
    to_participant: Prose | None = may(
        "Si dette til deltakeren",
        "Høyst 60 ord, korte setninger, «du». Kreves når deltakeren er med.",
    )
    participant_title: StepTitle | None = may(
        "Overskrift til deltakeren",
        "Steget sett fra deltakeren, for eksempel «Du får en plan». Ellers brukes stegets tittel.",
    )
    pictogram: Pictogram | None = may(
        "Piktogram",
        "Liten tegning ved ordene til deltakeren: " + ", ".join(map(str, Pictogram)) + ".",
    )
    meeting: MeetingKit | None = may("Møtepakke", "For faste møter.")
    messages: tuple[Message, ...] = may(
        "Tekster dere kan sende", "Beskjeder, innkallinger og ord til vanskelige øyeblikk.",
        default=(),
    )  # fmt: skip
    logic: Logic | None = may("Sammenheng", "Hva steget må vente på.")
    themes: tuple[Slug, ...] = may("Temaer", "Id-er på temaer som gjelder her.", default=())
    routines: tuple[Slug, ...] = may(
        "Rutiner", "Id-er på rutinene steget hører til. Kreves når håndboka har rutiner.",
        default=(),
    )  # fmt: skip
    examples: Statements = may("Eksempler", "Slik kan det se ut.", default=())
    search_words: tuple[Line, ...] = may(
        "Søkeord", "Ord folk søker med når steget er svaret. Vises aldri.", default=()
    )

    @property
    def present(self) -> tuple[Slug, ...]:
        """Those who meet; where nobody does, those who do it and answer for it."""
        return (self.meeting and self.meeting.attended_by) or self.responsibility.acting

    @property
    def heading_for_participant(self) -> str:
        """What the step is called where it is told to the participant."""
        return self.participant_title or self.title

    @property
    def forms(self) -> tuple[FormId, ...]:
        """Forms that go in or out, in that order, none twice."""
        named = (document.form for document in (*self.inputs, *self.outputs))
        return tuple(dict.fromkeys(form for form in named if form))

    @property
    def leading_form(self) -> FormId | None:
        """The one form to fetch first: the one named, else the first made, else the first."""
        made = (out.form for out in self.outputs if out.form and out.action is Action.CREATED)
        return self.main_form or next(iter((*made, *self.forms)), None)


class Decision(Sourced):
    """A point where somebody must choose how to go on."""

    noun_title: ClassVar[str] = "Beslutning"

    question: Line = must("Spørsmål", "Det som avgjøres.")
    decided_by: tuple[Slug, ...] = must("Avgjøres av", "Id-er på roller.", min_length=1)
    based_on: tuple[FormId, ...] = may(
        "På grunnlag av", "Skjemaer som ligger på bordet.", default=()
    )
    outcomes: tuple[DecisionOutcome, ...] = must("Utfall", "Minst to.", min_length=2)


class DecisionOutcome(Noun):
    """One way a decision may go."""

    title: Line = must("Utfall", "For eksempel «Ja, start».")
    leads_to: Line = must("Fører til", "Hva som skjer da.")


class Phase(Noun):
    """A stretch of the process with a beginning, an end and a decision."""

    noun_title: ClassVar[str] = "Fase"

    id: Slug = must("Id", "Varig kortnavn i modellen.")
    former_ids: tuple[Slug, ...] = former()
    title: ShortLine = must("Tittel", "Kort navn på fasen.")
    purpose: Prose = must("Formål", "Hva fasen skal føre til.")
    starts_when: Prose = must("Starter når", "Hva som setter fasen i gang.")
    ends_when: Prose = must("Slutter når", "Hvordan dere vet at fasen er ferdig.")
    decision: Decision | None = may("Beslutning", "Valget som avslutter fasen.")
    steps: tuple[Step, ...] = must("Steg", "Stegene i rekkefølge.", min_length=1)


class Process(Noun):
    """The file process.yml of a model."""

    noun_title: ClassVar[str] = "Prosess"

    phases: tuple[Phase, ...] = must("Faser", "Minst to faser.", min_length=2)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in order."""
        return tuple(step for phase in self.phases for step in phase.steps)


Decision.model_rebuild()
