"""What the answers to the chooser lead to. The script of the page does the same; a test holds both.

A question that was skipped may have several possible answers. A line of the table that holds for
all of them is certain; one that holds for some is possible, and never shuts out or comes first.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbook.model.decision import Circumstances, Decision, DecisionAnswer
from handbook.model.handbook import Handbook

Given = Mapping[str, tuple[str, ...]]
"""Question → the options chosen. A skipped question is not there."""
Asked = tuple[tuple[str, tuple[str, ...]], ...]
"""Questions, each with the options that suit."""

ENDED = "Gjelder ikke lenger for nye avtaler."
NOT_BEGUN = "Kan ikke avtales ennå."
FARTHER = "Andre valg ligger nærmere det dere svarte."
BY_RANK = "Det nærmeste vi finner ut fra svarene."


@dataclass(frozen=True)
class Weighed:
    """An answer as the table sees it; days are written ÅÅÅÅ-MM-DD, empty when there is none."""

    id: str
    historical: bool
    begins: str
    ends: str
    otherwise: str


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    answer: str
    level: str
    rank: int
    when: Asked
    unless: Asked
    running: bool
    why: str


@dataclass(frozen=True)
class Table:
    """All that is needed to decide, as plain values that a script can be given."""

    skipped: Asked
    options: Asked
    only: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Question and option that are a choice only for some matters: what they are for."""
    many: tuple[str, ...]
    answers: tuple[Weighed, ...]
    lines: tuple[Line, ...]
    most: int
    others: int
    fallback: str


Reasoned = tuple[str, str]
"""An answer, and why it is where it is."""


@dataclass(frozen=True)
class Decided:
    """The three groups, each in order."""

    best: tuple[Reasoned, ...]
    also: tuple[Reasoned, ...]
    out: tuple[Reasoned, ...]


def table(decision: Decision, book: Handbook) -> Table:
    """The table of an edition; what is historical and what has ended is told elsewhere in it."""
    return Table(
        skipped=tuple((one.id, one.skipped) for one in decision.questions),
        options=tuple((q.id, tuple(one.id for one in q.options)) for q in decision.questions),
        only=tuple(
            (one.id, option.id, option.only_for)
            for one in decision.questions
            for option in one.options
            if option.only_for
        ),
        many=tuple(one.id for one in decision.questions if one.many),
        answers=tuple(_weighed(one, book) for one in decision.answers),
        lines=tuple(
            Line(
                one.answer,
                str(one.level),
                one.rank,
                one.when.asked,
                asked_of(one.unless),
                one.running,
                one.why,
            )
            for one in decision.rules
        ),
        most=decision.most,
        others=decision.others,
        fallback=decision.fallback,
    )


def asked_of(circumstances: Circumstances | None) -> Asked:
    """What circumstances ask about; nothing where there are none."""
    return circumstances.asked if circumstances else ()


def _weighed(answer: DecisionAnswer, book: Handbook) -> Weighed:
    model = book.model_by_id.get(answer.model or "")
    historical = bool(model and model.historical) and not answer.stands_alone
    instrument = book.instrument_by_id.get(answer.instrument or "")
    begins = instrument.valid_from if instrument else None
    ends = instrument.valid_to if instrument else None
    return Weighed(
        answer.id, historical, begins.isoformat() if begins else "",
        ends.isoformat() if ends else "", answer.otherwise or "",
    )  # fmt: skip


def matters(table: Table, given: Given, ahead: Iterable[str], name: str, day: dt.date) -> bool:
    """Whether any answer to a question can change where a reader may go, as things stand.

    `ahead` are the questions that come after it: whatever is answered there. What is shut out is
    no way to go, and is not asked about for its own sake.
    """
    rest = [[{}, *({one: (o,)} for o in _choices(table, given, one))] for one in ahead]
    own = [{name: (one,)} for one in _choices(table, given, name)]
    for chosen in itertools.product(*rest):
        told: Given = dict(given) | {key: v for one in chosen for key, v in one.items()}
        ways = _ways(table, {key: v for key, v in told.items() if key != name}, day)
        if any(_ways(table, {**told, **one}, day) != ways for one in own):
            return True
    return False


def _choices(table: Table, given: Given, name: str) -> tuple[str, ...]:
    """The options of a question that are a choice for the matter."""
    matter = given.get(MATTER)
    wanted = {one: only for asked, one, only in table.only if asked == name}
    whole = dict(table.options)[name]
    return tuple(o for o in whole if not matter or o not in wanted or set(wanted[o]) & set(matter))


def _ways(table: Table, given: Given, day: dt.date) -> tuple[tuple[Reasoned, ...], ...]:
    led = decide(table, given, day)
    return led.best, led.also


_Placed = dict[str, tuple[int, int, str]]
"""Answer → its rank, its place in the table, and the reason."""


def decide(table: Table, given: Given, day: dt.date) -> Decided:
    """Every answer that the table has something to say of, in its group."""
    best, also, out = _by_level(table, given, day.isoformat())
    first = _historical_behind(table, _in_order(best), _in_order(also))
    moved = first[table.most :]
    first = first[: table.most]
    rest = [*moved, *(one for one in _in_order(also) if one not in first and one not in moved)]
    if not first:
        first, rest = _nearest(table, rest)
    kept, left = _cut(table, rest)
    shut = [*_in_order(out), *((answer, FARTHER) for answer, _ in left)]
    placed = {answer for answer, _ in (*first, *kept, *shut)}
    unnamed = [(o.id, o.otherwise) for o in table.answers if o.otherwise and o.id not in placed]
    return Decided(tuple(first), tuple(kept), (*shut, *unnamed))


def _by_level(table: Table, given: Given, day: str) -> tuple[_Placed, _Placed, _Placed]:
    best: _Placed = {}
    also: _Placed = {}
    out: _Placed = {}
    answers = {one.id: one for one in table.answers}
    options = options_of(table, given)
    for at, line in enumerate(table.lines):
        if not holds(line.when, options, table.many, every=False):
            continue
        certain = holds(line.when, options, table.many, every=True)
        if any(holds((one,), options, table.many, every=True) for one in line.unless):
            continue
        placed = (line.rank, at, line.why)
        closed = _closed(answers[line.answer], day)
        if line.level == "not":
            group = out if certain else None
        elif closed and not line.running:
            group, placed = out, (line.rank, at, closed)
        else:
            group = best if certain and line.level == "best" else also
        if group is not None:
            group[line.answer] = min(placed, group.get(line.answer, placed))
    for answer in out:
        best.pop(answer, None)
    for answer in (*out, *best):
        also.pop(answer, None)
    return best, also, out


MATTER = "sak"
"""The question that decides which other answers are a choice."""


def options_of(table: Table, given: Given) -> dict[str, tuple[str, ...]]:
    """What each question may have for an answer; an answer that is no choice counts as skipped."""
    skipped = dict(table.skipped)
    matter = given.get(MATTER) or skipped.get(MATTER, ())
    stray = {(name, one) for name, one, only in table.only if not set(only) & set(matter)}
    left = {
        name: tuple(o for o in chosen if (name, o) not in stray) for name, chosen in given.items()
    }
    return {name: left.get(name) or usual for name, usual in table.skipped}


def holds(asked: Asked, given: Given, many: tuple[str, ...], *, every: bool) -> bool:
    """Whether what is asked suits; of several possible answers to one question, all or some."""
    for name, wanted in asked:
        some = all if every and name not in many else any
        if not some(map(wanted.__contains__, given[name])):
            return False
    return True


def _closed(answer: Weighed, day: str) -> str:
    if answer.ends and answer.ends < day:
        return ENDED
    return NOT_BEGUN if answer.begins > day else ""


def _in_order(placed: _Placed) -> list[Reasoned]:
    ordered = sorted((rank, at, answer, why) for answer, (rank, at, why) in placed.items())
    return [(answer, why) for _, _, answer, why in ordered]


def _historical_behind(table: Table, best: list[Reasoned], also: list[Reasoned]) -> list[Reasoned]:
    """What can be had today stands before a model that is history."""
    old = _historical(table)
    if not best or best[0][0] not in old:
        return best
    now = [one for one in best if one[0] not in old]
    if not now:
        now = [one for one in also if one[0] not in old][:1]
    return [*now[:1], *(one for one in best if one not in now[:1])]


def _nearest(table: Table, rest: list[Reasoned]) -> tuple[list[Reasoned], list[Reasoned]]:
    """When no line says what is best: the nearest that is possible, or a talk with Nav."""
    old = _historical(table)
    near = [one for one in rest if one[0] != table.fallback and one[0] not in old][:1]
    first = near or [one for one in rest if one[0] == table.fallback] or [
        (table.fallback, BY_RANK)
    ]  # fmt: skip
    return first, [one for one in rest if one not in first]


def _cut(table: Table, rest: list[Reasoned]) -> tuple[list[Reasoned], list[Reasoned]]:
    """No more than one can read; a talk with Nav is always among them when it is possible."""
    talk = [one for one in rest if one[0] == table.fallback]
    others = [one for one in rest if one[0] != table.fallback]
    room = table.others - len(talk)
    return [*others[:room], *talk], others[room:]


def _historical(table: Table) -> Iterable[str]:
    return {one.id for one in table.answers if one.historical}
