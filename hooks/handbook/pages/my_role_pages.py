"""«Min rolle»: one page for each role in each model, derived from the steps and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.effort import Total, per_participant, per_year
from handbook.model.inclusion_model import InclusionModel, ModelRole
from handbook.model.people import Role
from handbook.model.practice import ExceptionPath, FirstAction, Response
from handbook.model.process import ChecklistItem, Level, Responsibility, Step
from handbook.norwegian import upper_first
from handbook.pages import addresses
from handbook.pages.page import Crumb, Page
from handbook.pages.role_pages import part_in
from handbook.pages.step_pages import CHECKLIST
from handbook.pages.writer import Desk


@dataclass(frozen=True)
class Duty:
    """One step as this role meets it. `items` are the musts of a step the role answers for."""

    step: Step
    number: int
    part: str
    others: tuple[str, ...]
    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True)
class Partner:
    """Somebody the role does steps together with."""

    role: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class MyRole:
    """Everything one model says about one role."""

    role: Role
    model: InclusionModel
    own: ModelRole | None
    duties: tuple[Duty, ...]
    told: tuple[Duty, ...]
    partners: tuple[Partner, ...]
    first: tuple[FirstAction, ...]
    responses: tuple[tuple[ExceptionPath, tuple[Response, ...]], ...]
    whole: Total | None
    year: Total | None

    @property
    def name(self) -> str:
        """What the role is called in this model."""
        local = self.own.local_name if self.own else None
        return upper_first(local or self.role.title)


def my_role_pages(desk: Desk) -> Iterator[Page]:
    """Role by role, model by model, where the role has something to do."""
    for role in desk.book.roles:
        for mine in my_roles(desk, role):
            yield desk.page(
                addresses.role_in_model(role.id, mine.model.id),
                "my_role.md.j2",
                title=f"{upper_first(role.title)} i {mine.model.short_title}",
                kind="my-role",
                description=f"Det du gjør som {role.title} i {mine.model.short_title}, når, "
                "med hvilket skjema og sammen med hvem.",
                source=f"model/{mine.model.id}/process.yml",
                crumbs=(
                    Crumb("Roller", addresses.ROLES),
                    Crumb(upper_first(role.title), addresses.role(role.id)),
                ),
                scripts=(CHECKLIST,),
                mine=mine,
                upper_first=upper_first,
                role=role,
                model=mine.model,
            )


def my_roles(desk: Desk, role: Role) -> Iterator[MyRole]:
    """The role in each model where it performs or answers for a step."""
    for model in desk.book.models:
        mine = my_role(model, role)
        if mine.duties:
            yield mine


def my_role(model: InclusionModel, role: Role) -> MyRole:
    """Gather what the model says about the role."""
    name = role.id
    seen = [(n, s) for n, s in enumerate(model.steps, 1) if name in s.responsibility.all_roles]
    acts = [(n, s) for n, s in seen if name in _acting(s.responsibility)]
    told = [(n, s) for n, s in seen if name not in _acting(s.responsibility)]
    responses = (
        (path, tuple(r for r in path.responses if r.role == name)) for path in model.exceptions
    )
    return MyRole(
        role=role,
        model=model,
        own=next((r for r in model.roles if r.role == name), None),
        duties=tuple(_duty(n, s, name) for n, s in acts),
        told=tuple(_duty(n, s, name) for n, s in told),
        partners=tuple(_partners(name, [s for _, s in acts])),
        first=tuple(a for a in model.getting_started if a.role == name),
        responses=tuple((path, own) for path, own in responses if own),
        whole=next((t for t in per_participant(model) if t.role == name), None),
        year=next((t for t in per_year(model) if t.role == name), None),
    )


def _acting(duty: Responsibility) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*duty.performed_by, duty.accountable)))


def _duty(number: int, step: Step, role: str) -> Duty:
    duty = step.responsibility
    answers = role == duty.accountable
    return Duty(
        step=step,
        number=number,
        part=part_in(duty, role),
        others=tuple(other for other in _acting(duty) if other != role),
        items=tuple(i for i in step.do if i.level is Level.MUST) if answers else (),
    )


def _partners(role: str, steps: list[Step]) -> Iterator[Partner]:
    others = dict.fromkeys(o for s in steps for o in _acting(s.responsibility) if o != role)
    for other in others:
        yield Partner(other, tuple(s for s in steps if other in _acting(s.responsibility)))
