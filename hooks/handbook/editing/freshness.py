"""What time is wearing on: reviews, rules and sources to look at again, and addresses to try.

Nothing is fetched here. The addresses are listed so that a nightly job may try them.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from handbook.checks.where import Where
from handbook.editing.inert_markdown import inert
from handbook.findings import Place
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import Status

SOURCE_DAYS = 365
"""A source on the net is looked at once a year; pages move, and laws change."""
SOON_DAYS = 60


class Urgency(IntEnum):
    """How a task stands to its day."""

    OVERDUE = 0
    SOON = 1
    NEVER = 2
    LATER = 3

    @property
    def heading(self) -> str:
        """What the tasks of this kind are called together."""
        return (
            "Over tida", f"Må gjøres innen {SOON_DAYS} dager", "Ikke gjort ennå", "Senere",
        )[self]  # fmt: skip


@dataclass(frozen=True, order=True)
class Task:
    """One thing to look at, and where it is written that it is done."""

    urgency: Urgency
    day: dt.date | None
    what: str
    place: Place


@dataclass(frozen=True, order=True)
class Address:
    """An address on the net that the handbook leans on, and when somebody last looked."""

    url: str
    source: str
    checked: dt.date | None
    place: Place


@dataclass(frozen=True)
class Freshness:
    """Everything for one day; tasks come with the oldest first."""

    today: dt.date
    tasks: tuple[Task, ...]
    addresses: tuple[Address, ...]

    @property
    def due(self) -> Freshness:
        """The same without what can wait."""
        tasks = tuple(task for task in self.tasks if task.urgency is not Urgency.LATER)
        return replace(self, tasks=tasks)

    def turned(self, days: int) -> tuple[Task, ...]:
        """What has passed its day in the last days, so that pages say something else now."""
        since = self.today - dt.timedelta(days=days)
        return tuple(t for t in self.tasks if t.day and since <= t.day < self.today)

    @property
    def overdue(self) -> bool:
        """True when something should have been done already."""
        return any(task.urgency is Urgency.OVERDUE for task in self.tasks)


def freshness(book: Handbook, where: Where, today: dt.date) -> Freshness:
    """What is due on a day."""
    addresses = tuple(sorted(_addresses(book, where)))
    due = (
        *_reviews(book, where),
        *_rules(book, where),
        *_instruments(book, where),
        *_contact(book, where),
        *_wages(book, where),
        *_sources(addresses),
    )
    tasks = [Task(_urgency(day, today), day, what, place) for day, what, place in due]
    ordered = sorted(tasks, key=lambda t: (t.urgency, t.day or today, t.what, t.place))
    return Freshness(today, tuple(ordered), addresses)


_Due = tuple[dt.date | None, str, Place]


def _reviews(book: Handbook, where: Where) -> Iterator[_Due]:
    for model in book.models:
        if model.status is Status.WITHDRAWN:
            continue
        name = f"modellen «{model.id}»"
        if model.review_by:
            place = where("model", model.id, "review_by")
            yield model.review_by, f"Gå gjennom {name}", place
        if not model.last_verified:
            yield None, f"La eieren verifisere {name}", where("model", model.id, "id")


def _wages(book: Handbook, where: Where) -> Iterator[_Due]:
    wages = book.edition.wages
    if wages:
        place = where("edition", "", "wages", "check_by")
        yield wages.check_by, "Se etter nyere tall for timekostnaden", place


def _rules(book: Handbook, where: Where) -> Iterator[_Due]:
    for rule in book.rules:
        if rule.withdrawn:
            continue
        name = f"regelen «{rule.id}»"
        if rule.valid_to:
            place = where("rule", rule.id, "valid_to")
            yield rule.valid_to, f"Finn ut hva som gjelder etter {name}", place
        if rule.check_by:
            yield rule.check_by, f"Les {name} på nytt", where("rule", rule.id, "check_by")


def _instruments(book: Handbook, where: Where) -> Iterator[_Due]:
    for one in book.instruments:
        if not one.withdrawn:
            place = where("instrument", one.id, "check_by")
            yield one.check_by, f"Les virkemiddelet «{one.id}» på nytt", place


def _contact(book: Handbook, where: Where) -> Iterator[_Due]:
    if book.edition.security:
        place = where("edition", "", "security", "expires")
        yield book.edition.security.expires, "Bekreft sikkerhetskontakten", place


def _sources(addresses: tuple[Address, ...]) -> Iterator[_Due]:
    for one in addresses:
        due = one.checked + dt.timedelta(days=SOURCE_DAYS) if one.checked else None
        yield due, f"Les {one.source} på nytt: {one.url}", one.place


def _addresses(book: Handbook, where: Where) -> Iterator[Address]:
    for source in book.sources:
        if source.url:
            place = where("source", source.id, "url")
            yield Address(source.url, f"kilden «{source.id}»", source.checked, place)
        for at, one in enumerate(source.findings):
            if one.url:
                place = where("source", source.id, "findings", at, "url")
                yield Address(one.url, f"funnet {one.id}", one.checked or source.checked, place)


def _urgency(day: dt.date | None, today: dt.date) -> Urgency:
    if day is None:
        return Urgency.NEVER
    if day < today:
        return Urgency.OVERDUE
    soon = day <= today + dt.timedelta(days=SOON_DAYS)
    return Urgency.SOON if soon else Urgency.LATER


def as_text(made: Freshness) -> str:
    """For a terminal: heading, and one task a line."""
    lines = [_summary(made)]
    for urgency, tasks in _grouped(made):
        lines += ["", urgency.heading.upper()]
        lines += [f"  – {_told(task)} ({task.place})" for task in tasks]
    return "\n".join(lines)


def as_markdown(made: Freshness) -> str:
    """For the summary of a nightly job."""
    lines = ["## Ferskhet", "", _summary(made)]
    for urgency, tasks in _grouped(made):
        lines += ["", f"### {urgency.heading}", ""]
        lines += [f"- {inert(_told(task))} (`{task.place}`)" for task in tasks]
    return "\n".join(lines)


def as_lines(tasks: Iterable[Task]) -> str:
    """Tasks as a list, one a line."""
    return "".join(f"- {inert(_told(task))} (`{task.place}`)\n" for task in tasks)


def as_json(made: Freshness) -> str:
    """Everything, the addresses too."""
    said = {
        "today": made.today.isoformat(),
        "tasks": [
            {"urgency": t.urgency.name.lower(), "day": t.day and t.day.isoformat(),
             "what": t.what, "place": str(t.place)}
            for t in made.tasks
        ],
        "addresses": [
            {"url": a.url, "source": a.source, "checked": a.checked and a.checked.isoformat(),
             "place": str(a.place)}
            for a in made.addresses
        ],
    }  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=2)


def as_addresses(made: Freshness) -> str:
    """One address a line, each once, for a program that tries them."""
    return "\n".join(dict.fromkeys(one.url for one in made.addresses))


FORMATS = {
    "text": as_text, "markdown": as_markdown, "json": as_json, "addresses": as_addresses,
}  # fmt: skip


def _grouped(made: Freshness) -> Iterator[tuple[Urgency, list[Task]]]:
    for urgency in Urgency:
        tasks = [task for task in made.tasks if task.urgency is urgency]
        if tasks:
            yield urgency, tasks


def _told(task: Task) -> str:
    return f"{task.what}, innen {task.day.isoformat()}" if task.day else task.what


def _summary(made: Freshness) -> str:
    late = sum(task.urgency is Urgency.OVERDUE for task in made.tasks)
    said = f"{late} ting er over tida" if late else "Ingenting er over tida"
    return f"{said} {made.today.isoformat()}. {len(made.addresses)} nettadresser er i bruk."
