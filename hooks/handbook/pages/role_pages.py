"""Roles across the models: what you do, when, with which form; derived from the steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.handbook import Handbook, StepAt
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Role, Side
from handbook.model.process import Responsibility, Step
from handbook.norwegian import upper_first
from handbook.pages import addresses
from handbook.pages.page import Crumb, Page
from handbook.pages.writer import Desk


@dataclass(frozen=True)
class Task:
    """One step seen from one role."""

    at: StepAt
    number: int
    part: str
    others: tuple[str, ...]

    @property
    def step(self) -> Step:
        """The step itself."""
        return self.at.step


def role_pages(desk: Desk) -> Iterator[Page]:
    """The list of roles, then a page for each."""
    book = desk.book
    yield desk.page(
        addresses.ROLES,
        "roles.md.j2",
        title="Roller",
        kind="roles",
        description="Finn din rolle og se hva du gjør, når, og med hvilket skjema.",
        source="model/roles.yml",
        sides=tuple((side, roles) for side in Side if (roles := _roles_of(book, side))),
        upper_first=upper_first,
    )
    for role in book.roles:
        yield desk.page(
            addresses.role(role.id),
            "role.md.j2",
            title=upper_first(role.title),
            kind="role",
            description=role.you_are.plain,
            source="model/roles.yml",
            crumbs=(Crumb("Roller", addresses.ROLES),),
            role=role,
            work=tuple(_work(book, role)),
            acts_in=tuple(model for model in book.models if _acts_in(model, role)),
            upper_first=upper_first,
        )


def _roles_of(book: Handbook, side: Side) -> tuple[Role, ...]:
    return tuple(role for role in book.roles if role.belongs_to is side)


def _acts_in(model: InclusionModel, role: Role) -> bool:
    duties = (step.responsibility for step in model.steps)
    return any(role.id in (*duty.performed_by, duty.accountable) for duty in duties)


def _work(book: Handbook, role: Role) -> Iterator[tuple[object, ...]]:
    """(model, local name, responsibility, tasks) for each model where the role appears."""
    steps = book.steps_by_role.get(role.id, ())
    for model in book.models:
        own = next((r for r in model.roles if r.role == role.id), None)
        tasks = tuple(_task(at, role.id) for at in steps if at.model is model)
        if own or tasks:
            yield model, own.local_name if own else None, own, tasks


def _task(at: StepAt, role: str) -> Task:
    duty = at.step.responsibility
    others = tuple(r for r in dict.fromkeys((*duty.performed_by, duty.accountable)) if r != role)
    return Task(at, at.number, part_in(duty, role), others)


def part_in(duty: Responsibility, role: str) -> str:
    """What a role is in a step, in a few words; doing it goes before answering for it."""
    does, answers = role in duty.performed_by, role == duty.accountable
    if does and answers:
        return "Du gjør dette og er ansvarlig"
    if does:
        return "Du gjør dette"
    if answers:
        return "Du er ansvarlig"
    if role in duty.consulted:
        return "Du blir spurt til råds"
    return "Du blir informert"
