"""What a role does, derived from the steps and typed nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from handbook.model.acts import Act, acts_of, as_it_comes, usual_moments
from handbook.model.effort import Total, per_participant, per_year
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel, ModelRole
from handbook.model.noun import Labelled
from handbook.model.people import Role, Side
from handbook.model.practice import ExceptionPath, FirstAction, Response
from handbook.model.process import Responsibility, Step


class Part(Labelled):
    """What a role is in a step; doing it goes before answering for it."""

    DOES_AND_ANSWERS = "does_and_answers", "Du gjør dette og er ansvarlig"
    DOES = "does", "Du gjør dette"
    ANSWERS = "answers", "Du er ansvarlig"
    ASKED = "asked", "Du blir spurt til råds"
    TOLD = "told", "Du blir informert"


def part_in(duty: Responsibility, role: str) -> Part:
    """What a role is in a step."""
    does, answers = role in duty.performed_by, role == duty.accountable
    if does and answers:
        return Part.DOES_AND_ANSWERS
    if does:
        return Part.DOES
    if answers:
        return Part.ANSWERS
    return Part.ASKED if role in duty.consulted else Part.TOLD


@dataclass(frozen=True)
class Duty:
    """One step as a role meets it."""

    step: Step
    number: int
    part: Part
    others: tuple[str, ...]

    @property
    def acts(self) -> bool:
        """Whether the role does it or answers for it; else it is only asked or told."""
        return self.part not in (Part.ASKED, Part.TOLD)


@dataclass(frozen=True)
class MyRole:
    """Everything one model says about one role; `steps` are those it has any part in."""

    role: Role
    model: InclusionModel
    own: ModelRole | None
    steps: tuple[Duty, ...]
    acts: tuple[Act, ...]
    first: tuple[FirstAction, ...]
    responses: tuple[tuple[ExceptionPath, tuple[Response, ...]], ...]
    whole: Total | None
    year: Total | None

    @property
    def takes_part(self) -> bool:
        """Whether it is the role of whoever the model is for, to be spoken to as such."""
        return self.role.belongs_to is Side.PARTICIPANT

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The steps where the role acts."""
        return tuple(duty for duty in self.steps if duty.acts)

    @cached_property
    def told(self) -> tuple[Duty, ...]:
        """The steps where the role is only asked or told."""
        return tuple(duty for duty in self.steps if not duty.acts)


def roles_in_models(book: Handbook, role: Role) -> Iterator[MyRole]:
    """The role in each model that knows it, in the order of the models."""
    for model in book.models:
        mine = my_role(model, role)
        if mine.own or mine.steps:
            yield mine


def my_role(model: InclusionModel, role: Role) -> MyRole:
    """Gather what a model says about a role."""
    name = role.id
    numbered = enumerate(model.steps, 1)
    steps = tuple(_duty(n, s, name) for n, s in numbered if name in s.responsibility.all_roles)
    responses = (
        (path, tuple(r for r in path.responses if r.role == name)) for path in model.exceptions
    )
    return MyRole(
        role=role.in_model(model.id),
        model=model,
        own=next((own for own in model.roles if own.role == name), None),
        steps=steps,
        acts=_acts(model, role),
        first=tuple(action for action in model.getting_started if action.role == name),
        responses=tuple((path, own) for path, own in responses if own),
        whole=next((total for total in per_participant(model) if total.role == name), None),
        year=next((total for total in per_year(model) if total.role == name), None),
    )


def _acts(model: InclusionModel, role: Role) -> tuple[Act, ...]:
    acts = tuple(acts_of(model, role.id))
    takes_part = role.belongs_to is Side.PARTICIPANT
    return as_it_comes(acts, usual_moments(model)) if takes_part else acts


def _duty(number: int, step: Step, role: str) -> Duty:
    duty = step.responsibility
    others = tuple(other for other in duty.acting if other != role)
    return Duty(step=step, number=number, part=part_in(duty, role), others=others)
