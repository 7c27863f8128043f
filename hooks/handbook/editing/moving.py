"""A step or a phase gets another place; its lines are moved as they are."""

from __future__ import annotations

from handbook.editing.project import CannotChangeError, Project
from handbook.model.former import Named
from handbook.model.ids import KeyPath


def move(project: Project, kind: str, name: str, *, after: str = "", phase: str = "") -> None:
    """Put a step or a phase after another of its kind; without `after` it comes first.

    `phase` is the phase a step goes to the beginning of. Raises CannotChangeError.
    """
    one = project.named(kind, name)
    before = project.named(kind, f"{one.inside}/{after.rpartition('/')[2]}") if after else None
    if before == one:
        raise CannotChangeError(f"«{one.id}» kan ikke stå etter seg selv")
    home = _home(project, one, before, phase)
    file, items = project.spot(one.owner, one.path[:-1])
    at = _number(one)
    draft = project.draft(file)
    if home != items and draft.count(items) == 1:
        raise CannotChangeError(
            f"«{one.id}» er det eneste steget i fasen sin; en fase må ha minst ett steg"
        )
    to = _number(before) + 1 if before else 0
    if home == items and to > at:
        to -= 1
    draft.paste(home, to, draft.cut(items, at))


def _home(project: Project, one: Named, before: Named | None, phase: str) -> KeyPath:
    """The list it goes to."""
    if before:
        return before.path[:-1]
    if one.kind == "step" and phase:
        there = project.named("phase", f"{one.inside}/{phase.rpartition('/')[2]}")
        return (*there.path, "steps")
    return one.path[:-1]


def _number(one: Named) -> int:
    """Its place in its list, from 0."""
    at = one.path[-1]
    assert isinstance(at, int)
    return at
