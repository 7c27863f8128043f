"""Something in an order gets another place; its lines are moved as they are."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.called import KIND_WORDS
from handbook.editing.project import CannotChangeError, Project
from handbook.findings import nearest
from handbook.model.former import Named
from handbook.model.handbook import Edition, Handbook
from handbook.model.ids import KeyPath

KINDS = ("model", "phase", "step", "role", "section", "field")
"""What readers meet in an order that editors decide."""


def move(project: Project, kind: str, name: str, *, after: str = "", phase: str = "") -> None:
    """Put a thing after another of its kind; without `after` it comes first.

    `phase` is the phase a step goes to the beginning of. Raises CannotChangeError.
    """
    one = _named(project, kind, name)
    before = _named(project, kind, _beside(one, after)) if after else None
    if before == one:
        raise CannotChangeError(f"«{one.id}» kan ikke stå etter seg selv")
    if kind == "model":
        _order_models(project, one.id, before.id if before else "")
    else:
        _move_lines(project, one, before, phase)


def _named(project: Project, kind: str, name: str) -> Named:
    """What is asked for, also inside a form. Raises CannotChangeError."""
    if kind not in ("section", "field"):
        return project.named(kind, name)
    every = {one.name: one for one in _in_forms(project.book) if one.kind == kind}
    if name in every:
        return every[name]
    inside, _, own = name.rpartition("/")
    beside = [one.id for one in every.values() if one.inside == inside]
    close = f"{inside}/{found}" if (found := nearest(own, beside)) else nearest(name, every)
    close = close if close.startswith(inside) else ""
    hint = f"; mente du «{close}»?" if close else "" if "/" in name else f"; skriv SKJ-05/{name}"
    raise CannotChangeError(f"{KIND_WORDS[kind]} «{name}» finnes ikke{hint}")


def _in_forms(book: Handbook) -> Iterator[Named]:
    """Parts and questions: they have no address of their own, and no former ids."""
    for form in book.forms:
        for number, section in enumerate(form.sections):
            path = ("sections", number)
            yield Named("section", section.id, (), form.id, path)
            for at, field in enumerate(section.fields):
                yield Named("field", field.id, (), form.id, (*path, "fields", at))


def _beside(one: Named, other: str) -> str:
    """The whole name of a neighbour, which may be called by its id alone."""
    return f"{one.inside}/{other.rpartition('/')[2]}" if one.inside else other


def _order_models(project: Project, moved: str, before: str) -> None:
    """Models have a folder each, so their order is written down in the handbook's own file."""
    order = [model.id for model in project.book.models if model.id != moved]
    order.insert(order.index(before) + 1 if before else 0, moved)
    file, top = project.spot(("edition", ""), ())
    project.draft(file).put_list(top, Edition, "model_order", order)


def _move_lines(project: Project, one: Named, before: Named | None, phase: str) -> None:
    file, at = project.spot(_owner(one), one.path)
    *_, number = at
    home = _home(project, one, before, phase)
    draft = project.draft(file)
    if home != at[:-1] and draft.count(at[:-1]) == 1:
        raise CannotChangeError(f"«{one.id}» står alene der; det må være minst én igjen")
    to = _number(project, before) + 1 if before else 0
    assert isinstance(number, int)
    if home == at[:-1] and to > number:
        to -= 1
    draft.paste(home, to, draft.cut(at[:-1], number))


def _home(project: Project, one: Named, before: Named | None, phase: str) -> KeyPath:
    """The list it goes to."""
    if before:
        return project.spot(_owner(before), before.path)[1][:-1]
    if one.kind == "step" and phase:
        there = project.named("phase", _beside(one, phase))
        return (*there.path, "steps")
    return project.spot(_owner(one), one.path)[1][:-1]


def _number(project: Project, one: Named) -> int:
    """Its place in its list, from 0."""
    number = project.spot(_owner(one), one.path)[1][-1]
    assert isinstance(number, int)
    return number


def _owner(one: Named) -> tuple[str, str]:
    """The entry it stands in."""
    return ("form", one.inside) if one.kind in ("section", "field") else one.owner
