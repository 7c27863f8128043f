"""What a model costs a workplace, in hours and kroner. The script of the page does the same.

What cannot be known is None, never nought; a test holds the two languages together.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from handbook.model.effort import YEAR, Pace, paced, tenths, usual_weeks
from handbook.model.grants import (
    NOT_BEGUN,
    OUTLASTED,
    OVER,
    WAGE,
    Grant,
    GrantCost,
    Told,
    granted,
    grants_of,
    rounded,
)
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import EmployerKind, Employment, Funding, InclusionModel
from handbook.model.instrument import Instrument
from handbook.model.noun import Absence, Unit
from handbook.model.people import Side
from handbook.model.process import Step
from handbook.model.rule import Amount, Rule, RuleUnit
from handbook.model.transclusion import ASKED

MOST_PLACES = 100
Range = tuple[float, float]
"""Lowest and highest."""


@dataclass(frozen=True)
class Work:
    """One role's work in one step; `once` for the workplace, `sometimes` when it may not come."""

    role: str
    step: str
    hours: float
    once: bool
    sometimes: bool
    pace: Pace


@dataclass(frozen=True)
class Rate:
    """Kroner for a place, for each month or for each year begun; days are written ÅÅÅÅ-MM-DD.

    It is what somebody pays at most, or at `least`.
    """

    key: str
    kroner: float
    yearly: bool
    least: bool
    begins: str
    ends: str


@dataclass(frozen=True)
class CostBasis:
    """All that is needed to count with, as plain values that a script can be given.

    `unknown` says in how many steps a role works without anybody having said how long, `covered`
    names roles whose time somebody else may pay for. Whoever takes part is `employed` by the reader
    while it lasts, or `unpaid`: then a wage can only be for weeks that come after. `weeks` and
    `places` are where one begins, and `longest` is what the model may last, 0 when nobody has said.
    `grants` are what Nav may pay.
    """

    roles: tuple[str, ...]
    work: tuple[Work, ...]
    unknown: tuple[tuple[str, int], ...]
    covered: tuple[str, ...]
    employed: bool
    rates: tuple[Rate, ...]
    weeks: int
    longest: int = 0
    grants: tuple[Grant, ...] = ()
    unpaid: bool = False
    places: int = 1


@dataclass(frozen=True)
class Asked:
    """What one wants to know the cost of. None is a figure nobody has given.

    `grant` is the key of the grant to a wage that one wants to see taken off, if any. `paid` is
    weeks with a wage after those with none.
    """

    places: int
    weeks: int
    hourly: float | None = None
    wage: float | None = None
    grant: str = ""
    paid: int | None = None


@dataclass(frozen=True)
class RoleCost:
    """One role: hours once for the workplace, for each place, and all together in kroner."""

    role: str
    once: Range
    each: Range
    hours: Range
    kroner: Range | None
    unknown: int


@dataclass(frozen=True)
class RateCost:
    """What a rate comes to, at most or at `least`; `state` says what is wrong with it."""

    key: str
    kroner: float | None
    least: bool
    state: str


@dataclass(frozen=True)
class Costing:
    """The whole, largest role first. `kroner` is work, `whole` is work and wages.

    `grants` are taken from none of them. `pay` is the wage for `paid` weeks if one employs, `taken`
    the grant that was asked for, at most. `total` is the one sum of all: work and pay, at its
    lowest without what was taken.
    """

    roles: tuple[RoleCost, ...]
    hours: Range
    hours_each: Range
    kroner: Range | None
    kroner_each: Range | None
    wage: float | None
    whole: Range | None
    whole_each: Range | None
    rates: tuple[RateCost, ...]
    grants: tuple[GrantCost, ...]
    paid: int | None
    pay: float | None
    taken: float | None
    total: Range | None


def cost_basis(book: Handbook, model: InclusionModel) -> CostBasis:
    """What is counted for one model: those at work with the reader, and the rates it tells of."""
    sides = counted_sides(model)
    ours = [role for role in _working(model) if _side(book, role) in sides]
    work = tuple(one for one in _work(model) if one.role in ours)
    told = () if isinstance(model.funding, Absence) else model.funding
    status = model.participant_status
    return CostBasis(
        roles=tuple(ours),
        work=work,
        unknown=tuple((role, steps) for role in ours if (steps := _silent(model, role))),
        covered=tuple(role for one in told for role in one.covers),
        employed=not isinstance(status, Absence | None)
        and status.employment is Employment.BY_EMPLOYER,
        rates=tuple(_rate(rule, amount) for _, rule, amount in rates_told(book, model)),
        weeks=usual_weeks(model) or YEAR,
        longest=_longest(model),
        grants=tuple(one.grant for _, one in grants_told(book, model)),
        unpaid=not isinstance(status, Absence | None)
        and status.employment is Employment.NOT_EMPLOYED,
        places=(model.suits and model.suits.usual_places) or 1,
    )


def only(basis: CostBasis, roles: Collection[str]) -> CostBasis:
    """The same for some roles alone; the whole where none is named."""
    if not roles:
        return basis
    return replace(
        basis,
        roles=tuple(one for one in basis.roles if one in roles),
        work=tuple(one for one in basis.work if one.role in roles),
        unknown=tuple(one for one in basis.unknown if one[0] in roles),
    )


def instrument_basis(book: Handbook, instrument: Instrument) -> CostBasis:
    """What is counted for one instrument alone: a wage, and what Nav may pay of it."""
    grants = tuple(one.grant for one in grants_of(book, instrument.id, hours=False))
    return CostBasis((), (), (), (), employed=True, rates=(), weeks=YEAR, grants=grants)


def _longest(model: InclusionModel) -> int:
    lasts = model.duration
    most = None if isinstance(lasts, Absence | None) else lasts.maximum
    return max(1, round(most.days / 7)) if most else 0


def counted_sides(model: InclusionModel) -> tuple[Side, ...]:
    """Whose hours are the reader's; a provider reads of models that only providers may use."""
    kinds = model.suits.employer_kind if model.suits else ()
    provider = EmployerKind.PROVIDER in kinds and EmployerKind.ORDINARY not in kinds
    return (Side.EMPLOYER, Side.UNION, *((Side.PROVIDER,) if provider else ()))


def _side(book: Handbook, role: str) -> Side | None:
    known = book.role_by_id.get(role)
    return known.belongs_to if known else None


def _working(model: InclusionModel) -> tuple[str, ...]:
    acting = (role for step in model.steps for role in step.responsibility.acting)
    return tuple(dict.fromkeys((*acting, *(effort.role for _, effort, _ in paced(model)))))


def _work(model: InclusionModel) -> Iterator[Work]:
    for step, effort, pace in paced(model):
        if pace is not None:
            yield Work(effort.role, step.id, effort.hours, effort.for_workplace,
                       _may_not_come(step), pace)  # fmt: skip


def _may_not_come(step: Step) -> bool:
    return step.logic is not None and bool(step.logic.condition or step.logic.either_or)


def _silent(model: InclusionModel, role: str) -> int:
    """In how many steps a role works without a number that can be counted."""
    known = {step.id for step, effort, pace in paced(model) if effort.role == role and pace}
    doing = {step.id for step in model.steps if role in step.responsibility.performed_by}
    written = {step.id for step, effort, _ in paced(model) if effort.role == role}
    return len((doing | written) - known)


def rates_told(book: Handbook, model: InclusionModel) -> tuple[tuple[Funding, Rule, Amount], ...]:
    """Every amount of kroner by the month or the year that the funding of a model tells of.

    What a grant is counted from is told with the grant.
    """
    granting = {rule.id for _, told in grants_told(book, model) for rule in told.rules}
    funding = () if isinstance(model.funding, Absence) else model.funding
    return tuple(
        (one, rule, amount)
        for one in funding
        for name in dict.fromkeys(found[1] for found in ASKED.finditer(one.text.source))
        if name not in granting and (rule := book.rule_by_id.get(name))
        for amount in rule.amounts
        if amount.unit is RuleUnit.KRONER and amount.per in (Unit.MONTH, Unit.YEAR)
    )


def grants_told(book: Handbook, model: InclusionModel) -> tuple[tuple[Funding, Told], ...]:
    """What Nav may pay, as the funding of a model names it; each once."""
    funding = () if isinstance(model.funding, Absence) else model.funding
    found = {
        told.grant.key: (one, told)
        for one in reversed(funding)
        for name in reversed(one.grants)
        for told in reversed(tuple(grants_of(book, name, hours=bool(one.covers))))
    }
    return tuple(reversed(found.values()))


def _rate(rule: Rule, amount: Amount) -> Rate:
    begins, ends = rule.valid_from, rule.valid_to
    return Rate(
        rate_key(rule, amount), amount.amount, amount.per is Unit.YEAR, amount.least,
        begins.isoformat() if begins else "", ends.isoformat() if ends else "",
    )  # fmt: skip


def rate_key(rule: Rule, amount: Amount) -> str:
    """What a rate is known by, in tables and to the script."""
    return f"{rule.id}/{amount.id}"


def costing(basis: CostBasis, asked: Asked, day: dt.date) -> Costing:
    """Lowest and highest, for so many places in so many weeks."""
    roles = _in_order([_role(basis, role, asked) for role in basis.roles])
    hours = _added(one.hours for one in roles)
    none = asked.hourly is None and bool(basis.roles)
    kroner = None if none else _added(one.kroner or (0, 0) for one in roles)
    wage = _wage(basis, asked)
    owed = 0 if not basis.employed else wage
    whole = None if kroner is None or owed is None else (kroner[0] + owed, kroner[1] + owed)
    grants = tuple(_granted(basis, one, roles, asked, day) for one in basis.grants)
    pay = _pay(basis, asked)
    taken = _taken(basis, grants, asked)
    return Costing(
        roles=roles,
        hours=hours,
        hours_each=(tenths(hours[0] / asked.places), tenths(hours[1] / asked.places)),
        kroner=kroner,
        kroner_each=_each(kroner, asked.places),
        wage=wage,
        whole=whole,
        whole_each=_each(whole, asked.places),
        rates=tuple(_rated(rate, asked, day) for rate in basis.rates),
        grants=grants,
        paid=_paid(basis, asked),
        pay=pay,
        taken=taken,
        total=_total(kroner, pay, taken),
    )


def _total(kroner: Range | None, pay: float | None, taken: float | None) -> Range | None:
    if kroner is None or pay is None:
        return None
    return kroner[0] + pay - (taken or 0), kroner[1] + pay


def _granted(
    basis: CostBasis, grant: Grant, roles: tuple[RoleCost, ...], asked: Asked, day: dt.date
) -> GrantCost:
    told = [one.kroner for one in roles if one.role in basis.covered]
    hours = None if asked.hourly is None else sum(one[1] for one in told if one)
    later = basis.unpaid and grant.base == WAGE
    return granted(
        grant,
        places=asked.places,
        weeks=asked.paid if later else asked.weeks,
        after=asked.weeks if later else 0,
        wage=asked.wage,
        hours=hours,
        day=day,
    )


def _taken(basis: CostBasis, grants: tuple[GrantCost, ...], asked: Asked) -> float | None:
    for grant, told in zip(basis.grants, grants, strict=True):
        if grant.key == asked.grant and grant.base == WAGE:
            return told.kroner
    return None


def _role(basis: CostBasis, role: str, asked: Asked) -> RoleCost:
    own = [one for one in basis.work if one.role == role]
    once = _hours((one for one in own if one.once), asked.weeks)
    each = _hours((one for one in own if not one.once), asked.weeks)
    hours = (tenths(once[0] + each[0] * asked.places), tenths(once[1] + each[1] * asked.places))
    kroner = None if asked.hourly is None else (
        0 if role in basis.covered else rounded(hours[0] * asked.hourly),
        rounded(hours[1] * asked.hourly),
    )  # fmt: skip
    return RoleCost(role, once, each, hours, kroner, dict(basis.unknown).get(role, 0))


def _hours(work: Iterable[Work], weeks: int) -> Range:
    low = high = 0.0
    for one in work:
        spent = tenths(one.hours * one.pace.times(weeks))
        low, high = tenths(low + (0 if one.sometimes else spent)), tenths(high + spent)
    return low, high


def _in_order(roles: list[RoleCost]) -> tuple[RoleCost, ...]:
    """Most hours first; those whose hours nobody knows come last."""
    return tuple(sorted(roles, key=lambda one: -one.hours[1]))


def _added(ranges: Iterable[Range]) -> Range:
    low = high = 0.0
    for one in ranges:
        low, high = tenths(low + one[0]), tenths(high + one[1])
    return low, high


def _each(whole: Range | None, places: int) -> Range | None:
    return None if whole is None else (rounded(whole[0] / places), rounded(whole[1] / places))


def _wage(basis: CostBasis, asked: Asked) -> float | None:
    return _pay(basis, asked) if basis.employed else None


def _paid(basis: CostBasis, asked: Asked) -> int | None:
    """The weeks with a wage: while it lasts, or those after when nobody is employed before."""
    return asked.paid if basis.unpaid else asked.weeks


def _pay(basis: CostBasis, asked: Asked) -> float | None:
    weeks = _paid(basis, asked)
    if asked.wage is None or weeks is None:
        return None
    return rounded(asked.wage * (weeks * 12 / 52) * asked.places)


def _rated(rate: Rate, asked: Asked, day: dt.date) -> RateCost:
    last = (day + dt.timedelta(weeks=asked.weeks)).isoformat()
    if rate.ends and rate.ends < day.isoformat():
        return RateCost(rate.key, None, rate.least, OVER)
    if rate.begins > day.isoformat():
        return RateCost(rate.key, None, rate.least, NOT_BEGUN)
    times = math.ceil(asked.weeks / YEAR) if rate.yearly else asked.weeks * 12 / 52
    state = OUTLASTED if rate.ends and rate.ends < last else ""
    return RateCost(rate.key, rounded(rate.kroner * times * asked.places), rate.least, state)
