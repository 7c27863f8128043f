"""What all nouns of the handbook share: frozen, closed, described in the editors' language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import Annotated, Any, ClassVar, Self, TypeVar, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)
from pydantic_core import PydanticCustomError

from handbook.model.ids import FindingId
from handbook.model.prose import Prose
from handbook.model.readability import word_count

PUBLISHED = "published"


class Noun(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )

    noun_title: ClassVar[str] = ""
    """What an editor calls one of these: «Steg», «Rolle»."""

    def __getstate__(self) -> dict[Any, Any]:
        """What is put away of a noun: its values, and not what was found out about it."""
        state = super().__getstate__()
        held = state["__dict__"].items()
        known = {name: value for name, value in held if not isinstance(value, _Remembered)}
        return {**state, "__dict__": known}


_N = TypeVar("_N", bound=Noun)
_A = TypeVar("_A")


class _Remembered:
    """An answer and whose it is: a copy of a noun with other values has it, but not as its own."""

    __slots__ = ("answer", "noun")

    def __init__(self, noun: Noun, answer: object) -> None:
        self.noun = noun
        self.answer = answer


def cached_on_noun(ask: Callable[[_N], _A]) -> Callable[[_N], _A]:
    """What follows from one noun alone is found once, and is gone when the noun is.

    The answer is handed out again and again, so nobody may change it.
    """
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(noun: _N) -> _A:
        kept: _Remembered | None = noun.__dict__.get(name)
        if kept is None or kept.noun is not noun:
            kept = noun.__dict__[name] = _Remembered(noun, ask(noun))
        return cast("_A", kept.answer)

    return answer


class Labelled(str, Enum):
    """An allowed value with the Norwegian words a reader sees for it."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        return str(self.value)


def must(title: str, description: str, **more: Any) -> Any:
    """A field that every entry has (M)."""
    return Field(title=title, description=description, **more)


def publish(title: str, description: str, *, default: Any = (), **more: Any) -> Any:
    """A field that may wait while the entry is a draft, but not when it is published (B)."""
    return Field(
        default=default,
        title=title,
        description=description,
        json_schema_extra={"x-needed": PUBLISHED},
        **more,
    )


def may(title: str, description: str, *, default: Any = None, **more: Any) -> Any:
    """A field that is there when there is something to say (K)."""
    return Field(default=default, title=title, description=description, **more)


def former() -> Any:
    """The field with ids that a thing had before: whoever asks for one, is led to the thing."""
    return may(
        "Tidligere id-er",
        "Id-er dette har hatt før. Adresser med dem leder hit. «make rename» skriver dem.",
        default=(),
    )


def own_id() -> Any:
    """The field with the name that an entry keeps for good, and its file has."""
    return must("Id", "Varig kortnavn, likt filnavnet.")


def searched() -> Any:
    """The field with words that lead to a thing, and that nobody sees."""
    return may("Søkeord", "Ord folk søker med. Vises aldri.", default=())


Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\r\n]+$")]
"""One line of plain text; no markup."""

ShortLine = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^\r\n]+$")]
"""A name for menus and table heads."""

Definite = Annotated[str, StringConstraints(min_length=2, max_length=18, pattern=r"^[^\r\n]+$")]
"""A short name in the definite form: `lederen`."""

StepTitle = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^\r\n]+$")]

Title = Annotated[str, StringConstraints(min_length=2, max_length=90, pattern=r"^[^\r\n]+$")]

Flag = Annotated[bool, Field(strict=True)]
"""true or false and nothing else; `yes`, `no` and `NO` are words."""


def _iso_day(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("iso_day", "not a day")
    return value


Day = Annotated[dt.date, BeforeValidator(_iso_day)]
"""A date written ÅÅÅÅ-MM-DD; a bare number is not read as seconds since 1970."""


class Retirement(Noun):
    """Why an entry is no longer in use, since when, and what took over; each kind names its own."""

    date: Day = must("Dato", "ÅÅÅÅ-MM-DD.")
    reason: Prose = must("Hvorfor", "Til leseren.")
    replaced_by: str | None = may("Erstattet av", "Id-en til det som tok over.")


class Basis(Labelled):
    """Where a statement comes from, strongest first; the reader sees the label beside it."""

    REGULATION = "regulation", "Lov og forskrift"
    AGREEMENT = "agreement", "Avtale og krav"
    GUIDANCE = "guidance", "Veiledning fra myndighet"
    OWNER = "owner", "Modelleieren selv"
    REPORT = "report", "Fra rapport"
    ARTICLE = "article", "Avis eller artikkel"
    INTERPRETATION = "interpretation", "Vår tolkning"
    PROPOSAL = "proposal", "Forslag – ikke kvalitetssikret"

    @property
    def documented(self) -> bool:
        """True when a source says it; such a statement must name its findings."""
        return self not in (Basis.INTERPRETATION, Basis.PROPOSAL)

    @property
    def rank(self) -> int:
        """0 is the strongest."""
        return list(Basis).index(self)

    @property
    def in_a_word(self) -> str:
        """What a mark says after a sentence, where the label would be a line of its own."""
        return _IN_A_WORD.get(self, self.label)


_IN_A_WORD = {
    Basis.REGULATION: "Regelverk",
    Basis.AGREEMENT: "Avtale",
    Basis.GUIDANCE: "Veiledning",
    Basis.OWNER: "Modelleieren",
    Basis.REPORT: "Rapport",
    Basis.ARTICLE: "Artikkel",
}


class Sourced(Noun):
    """Anything said about the world: where it comes from and which findings carry it."""

    basis: Basis = must(
        "Grunnlag",
        "Hvor dette kommer fra: regulation (lov og forskrift), agreement (avtale og krav), "
        "guidance (veiledning fra myndighet), owner (modelleieren selv), report (rapport), "
        "article (avis eller artikkel), interpretation (vår tolkning) eller "
        "proposal (vårt forslag).",
    )
    sources: tuple[FindingId, ...] = may(
        "Kilder",
        "Numrene på funnene som bærer utsagnet, for eksempel S60 eller L7. Kreves når grunnlaget "
        "er noe annet enn interpretation og proposal.",
        default=(),
    )
    why_ok: Line | None = may(
        "Derfor er ordet utelatt",
        "Når utsagnet med vilje utelater et ord som begrenser, for eksempel «inntil» eller «kan»: "
        "hvorfor det er riktig likevel. Listes på siden om kvalitet.",
    )


SHORT_WORDS = 19
"""A statement of no more words than this is short, with its condition too."""


class Statement(Sourced):
    """One thing said, with its basis."""

    noun_title: ClassVar[str] = "Utsagn"

    text: Prose = must("Tekst", "Det som sies, med egne ord og i klart språk.")

    @property
    def in_short(self) -> Self:
        """The same for where another page tells it whole: a short condition goes along."""
        short = word_count(self.text.plain) <= SHORT_WORDS
        told = self.text.gist_and_limits if short else self.text.gist
        return self.model_copy(update={"text": told})


class AbsenceReason(Labelled):
    """Why something is not here."""

    NOT_DESCRIBED = "not_described", "Ikke beskrevet i kilden"
    NOT_EXAMINED = "not_examined", "Ikke undersøkt"
    CONFIDENTIAL = "confidential", "Ikke offentlig"


class Unknown(Noun):
    """Nobody has told us."""

    reason: AbsenceReason = must("Årsak", "not_described, not_examined eller confidential.")
    note: Prose | None = may("Merknad", "Hva som trengs for å fylle hullet.")


class NotApplicable(Noun):
    """The question does not arise for this model."""

    reason: Prose = must("Hvorfor", "Hvorfor dette ikke gjelder her.")


class Absence(Noun):
    """A stated hole: «ikke kjent» or «gjelder ikke». A missing key means «mangler»."""

    noun_title: ClassVar[str] = "Ikke kjent eller gjelder ikke"

    unknown: Unknown | None = may("Ikke kjent", "Brukes når ingen kilde sier noe.")
    not_applicable: NotApplicable | None = may("Gjelder ikke", "Brukes når feltet ikke passer.")

    @property
    def state(self) -> str:
        """`unknown` or `not_applicable`."""
        return "not_applicable" if self.not_applicable else "unknown"

    @property
    def label(self) -> str:
        """The words a reader sees."""
        if self.unknown:
            return self.unknown.reason.label
        return "Gjelder ikke"

    @property
    def note(self) -> Prose | None:
        """The reason or note, if the editor gave one."""
        if self.not_applicable:
            return self.not_applicable.reason
        return self.unknown.note if self.unknown else None


Statements = tuple[Statement, ...]


def _which(value: Any) -> str:
    if isinstance(value, Absence):
        return "absence"
    stated = isinstance(value, dict) and value.keys() & {"unknown", "not_applicable"}
    return "absence" if stated else "value"


_T = TypeVar("_T")
OrAbsent = Annotated[
    Annotated[_T, Tag("value")] | Annotated[Absence, Tag("absence")], Discriminator(_which)
]
"""The thing itself, or a stated hole. A mapping with `unknown` or `not_applicable` is a hole."""


class Unit(Labelled):
    """A unit of time in the calendar."""

    DAY = "day", "dag"
    WEEK = "week", "uke"
    MONTH = "month", "måned"
    YEAR = "year", "år"

    def counted(self, amount: int) -> str:
        """`3 uker`, `1 måned`."""
        plural = {"day": "dager", "week": "uker", "month": "måneder", "year": "år"}
        return f"{amount} {self.label if abs(amount) == 1 else plural[self.value]}"


class Span(Noun):
    """A length of time: a whole number of one unit."""

    noun_title: ClassVar[str] = "Tidsrom"

    amount: int = must("Antall", "Et helt tall. Minus betyr før.", ge=-600, le=600)
    unit: Unit = must("Enhet", "day, week, month eller year.")

    @property
    def days(self) -> int:
        """About how many days; only for comparing lengths, never for a calendar."""
        return self.amount * {"day": 1, "week": 7, "month": 30, "year": 365}[self.unit.value]

    @property
    def label(self) -> str:
        """`3 uker`; a span before the anchor says how long before."""
        return self.unit.counted(abs(self.amount))


class Labour(Labelled):
    """How often an amount of work is done."""

    ONCE = "once", "én gang"
    OCCURRENCE = "occurrence", "hver gang"
    WEEK = "week", "per uke"
    MONTH = "month", "per måned"
