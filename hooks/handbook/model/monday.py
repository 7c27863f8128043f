"""Monday's list for some answers, and whom to call. The script of the chooser does the same.

What several answers ask for is told once. A line that the nearest answer does not ask for says
which do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.deciding import Asked, Given, Table, asked_of, holds, options_of
from handbook.model.decision import Decision

CALLED = "kontakt"
"""The question of who has been in touch."""


@dataclass(frozen=True)
class Task:
    """One thing to do, in which circumstances, and the answers that ask for it; none is all."""

    id: str
    when: Asked
    unless: Asked
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Callee:
    """Somebody to call: `after` these have been in touch first of all, `unless` that is so."""

    id: str
    after: tuple[str, ...]
    unless: Asked


@dataclass(frozen=True)
class Monday:
    """All that is needed to make the list, as plain values that a script can be given."""

    tasks: tuple[Task, ...]
    callees: tuple[Callee, ...]
    calls: tuple[tuple[str, tuple[str, ...]], ...]
    """Answer → whom one calls about it."""


ToDo = tuple[str, tuple[str, ...]]
"""A task, and the answers it belongs to when the nearest is not among them."""


def monday(decision: Decision) -> Monday:
    """Monday as the chooser's file has it."""
    return Monday(
        tasks=tuple(
            Task(
                one.id,
                one.when.asked,
                asked_of(one.unless),
                () if one.always else _asking(decision, one.id),
            )
            for one in decision.tasks
        ),
        callees=tuple(Callee(o.id, o.after, asked_of(o.unless)) for o in decision.contacts),
        calls=tuple((one.id, one.contacts) for one in decision.answers),
    )


def _asking(decision: Decision, task: str) -> tuple[str, ...]:
    return tuple(one.id for one in decision.answers if task in one.monday)


def to_do(plan: Monday, table: Table, best: tuple[str, ...], given: Given) -> tuple[ToDo, ...]:
    """What to do for these answers, in order."""
    options = options_of(table, given)
    return tuple(_told(plan, table, best, options))


def _told(plan: Monday, table: Table, best: tuple[str, ...], options: Given) -> Iterator[ToDo]:
    for task in plan.tasks:
        own = tuple(one for one in best if one in task.answers)
        if (task.answers and not own) or not _suits(task, table, options):
            continue
        yield task.id, () if best[0] in own else own


def _suits(task: Task, table: Table, options: Given) -> bool:
    """What may be so is told, and what is certain not to be is left out."""
    possible = holds(task.when, options, table.many, every=False)
    return possible and not _any(task.unless, table, options)


def _any(asked: Asked, table: Table, options: Given) -> bool:
    return any(holds((one,), options, table.many, every=True) for one in asked)


def to_call(plan: Monday, table: Table, best: tuple[str, ...], given: Given) -> tuple[str, ...]:
    """Whom to call about these answers: whoever has been in touch comes first."""
    options = options_of(table, given)
    calls = dict(plan.calls)
    named = tuple(dict.fromkeys(name for one in best for name in calls[one]))
    callees = {one.id: one for one in plan.callees}
    first = [one.id for one in plan.callees if set(one.after) & set(options.get(CALLED, ()))]
    rest = [one for one in named if not _any(callees[one].unless, table, options)]
    return tuple(dict.fromkeys((*first, *(rest or named))))
