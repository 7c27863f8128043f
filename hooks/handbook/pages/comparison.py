"""Models side by side: every typed field as a row, the same key when two models say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from handbook.model.chooser import QUESTIONS
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel, ParticipantStatus
from handbook.model.noun import Absence, Sourced, Span, Statement
from handbook.model.prose import Prose
from handbook.model.results import Outcome
from handbook.norwegian import date_text, number, percent

MISSING = "Mangler"
UNKNOWN = "Ikke kjent"


@dataclass(frozen=True)
class Cell:
    """What one model says in one row; several lines become a list."""

    lines: tuple[str | Prose, ...]
    said: Sourced | None = None

    @property
    def key(self) -> str:
        """The same for two cells exactly when a reader would call them alike."""
        return "|".join(line if isinstance(line, str) else line.plain for line in self.lines)


@dataclass(frozen=True)
class Row:
    """One field over all models. `caution` is true where the cells must not be ranked."""

    heading: str
    cells: tuple[Cell, ...]
    caution: bool = False


Ask = Callable[[InclusionModel], Cell]


def comparison(book: Handbook) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Groups of rows; every row has a cell for each model, in the order of the models."""
    return tuple(
        (
            title,
            tuple(
                Row(heading, tuple(ask(model) for model in book.models), title == "Resultater")
                for heading, ask in rows
            ),
        )
        for title, rows in (
            ("Kort om modellen", _about()),
            ("Passer for", _suits()),
            ("Status for den enkelte", _status()),
            ("Varighet og penger", _terms()),
            ("Prosessen", _process(book)),
            ("Resultater", _results()),
            ("Utgaven", _version()),
        )
    )


def _cell(*lines: str | Prose) -> Cell:
    return Cell(lines)


def _about() -> tuple[tuple[str, Ask], ...]:
    return (
        ("Slag", lambda m: _cell(m.kind.label)),
        ("Status", lambda m: _cell(m.status.label)),
        ("Historisk", lambda m: _cell(m.historical.period if m.historical else "Nei")),
        ("Eier", lambda m: _cell(m.owner)),
        ("Dokumentert av", lambda m: _cell(m.documented_by)),
    )


def _suits() -> Iterator[tuple[str, Ask]]:
    for question in QUESTIONS:
        yield question.heading, partial(_suited, field=question.field)


def _suited(model: InclusionModel, field: str) -> Cell:
    if model.suits is None:
        return _cell(MISSING)
    return Cell(tuple(value.label for value in getattr(model.suits, field)), model.suits)


def _status() -> Iterator[tuple[str, Ask]]:
    def ask(find: Callable[[ParticipantStatus], Cell]) -> Ask:
        return lambda m: (
            find(m.participant_status)
            if isinstance(m.participant_status, ParticipantStatus)
            else _hole(m.participant_status)
        )

    yield "Ansatt?", ask(lambda s: Cell((s.employment.label,), s.employment_note))
    yield "Lønn", ask(lambda s: _stated(s.pay))
    yield "Arbeidsmiljøloven", ask(lambda s: _stated(s.working_environment_act))
    yield "Avtale", ask(lambda s: _stated(s.agreement))
    yield "Forsikring", ask(lambda s: _stated(s.insurance) if s.insurance else _cell(MISSING))


def _stated(statement: Statement) -> Cell:
    return Cell((statement.text,), statement)


def _hole(value: Absence | None) -> Cell:
    return _cell(value.label if value else MISSING)


def _terms() -> Iterator[tuple[str, Ask]]:
    def span(name: str) -> Ask:
        return lambda m: _length(m, name)

    def words(model: InclusionModel) -> Cell:
        duration = model.duration
        if duration is None or isinstance(duration, Absence):
            return _hole(duration)
        return Cell((duration.text,), duration)

    def funding(model: InclusionModel) -> Cell:
        if isinstance(model.funding, Absence):
            return _hole(model.funding)
        return _cell(*(f"{f.scheme}: {f.who_pays}" for f in model.funding))

    yield "Varighet", words
    yield "Vanlig lengde", span("typical")
    yield "Minst", span("minimum")
    yield "Lengst", span("maximum")
    yield "Hjemmel", span("legal_basis")
    yield "Hvem betaler hva", funding


def _length(model: InclusionModel, name: str) -> Cell:
    duration = model.duration
    if duration is None or isinstance(duration, Absence):
        return _hole(duration)
    value = getattr(duration, name)
    return _cell(value.label if isinstance(value, Span) else value or UNKNOWN)


def _process(book: Handbook) -> tuple[tuple[str, Ask], ...]:
    def titles(model: InclusionModel) -> Cell:
        known = book.role_by_id
        return _cell(*(known[r.role].title if r.role in known else r.role for r in model.roles))

    return (
        ("Faser", lambda m: _cell(*(phase.title for phase in m.phases))),
        ("Steg", lambda m: _cell(str(len(m.steps)))),
        ("Skjemaer", lambda m: _cell(str(len(m.forms)))),
        ("Kjennetegn til egenvurdering", lambda m: _cell(str(len(m.criteria)))),
        ("Roller", titles),
    )


def _results() -> tuple[tuple[str, Ask], ...]:
    return (("Tall som finnes", _outcomes),)


def _outcomes(model: InclusionModel) -> Cell:
    if isinstance(model.outcomes, Absence) or not model.outcomes:
        return _hole(model.outcomes if isinstance(model.outcomes, Absence) else None)
    return _cell(*(outcome_line(outcome) for outcome in model.outcomes))


def outcome_line(outcome: Outcome) -> str:
    """Share with counts and interval, or that there is none; always with the level of evidence."""
    old = " (historisk)" if outcome.historical else ""
    words = f"{outcome.measure}{old}: "
    if outcome.share is None or outcome.interval is None:
        words += "andelen kan ikke regnes ut"
    else:
        low, high = outcome.interval
        words += (
            f"{number(outcome.numerator or 0)} av {number(outcome.denominator or 0)}, "
            f"{percent(outcome.share)} (95 % konfidensintervall {percent(low)} til {percent(high)})"
        )
    return f"{words}. Bevisnivå {outcome.evidence_level.label}."


def _version() -> tuple[tuple[str, Ask], ...]:
    return (
        ("Versjon", lambda m: _cell(m.version)),
        ("Gjelder fra", lambda m: _cell(date_text(m.valid_from))),
        (
            "Sist verifisert",
            lambda m: _cell(date_text(m.last_verified) if m.last_verified else "Ikke ennå"),
        ),
        (
            "Gjennomgås innen",
            lambda m: _cell(date_text(m.review_by) if m.review_by else MISSING),
        ),
    )
