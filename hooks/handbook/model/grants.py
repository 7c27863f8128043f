"""What Nav may pay of what a place costs: the rates of an instrument, and what they come to.

Nothing here is taken from a sum. What has no rate is agreed with Nav or not known, never nought.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.model.effort import YEAR
from handbook.model.handbook import Handbook
from handbook.model.instrument import Instrument
from handbook.model.noun import Span, Unit
from handbook.model.rule import Amount, Rule, RuleKind, RuleUnit
from handbook.model.transclusion import ASKED

WAGE, HOURS, YEARLY, ONCE, AGREED, UNKNOWN = (
    "wage", "hours", "yearly", "once", "agreed", "unknown"
)  # fmt: skip
"""What a grant is counted from: the wage, hours that others may pay, or an amount; or nothing."""

NO_WAGE, NO_WEEKS, NO_HOURLY, OVER, NOT_BEGUN, OUTLASTED = (
    "no-wage", "no-weeks", "no-hourly", "over", "not-begun", "outlasted"
)  # fmt: skip
"""Why there is no figure, or how far it can be trusted."""


@dataclass(frozen=True)
class Share:
    """Per cent of the wage until so many weeks have gone; 0 weeks is as long as it lasts."""

    percent: float
    until: int


@dataclass(frozen=True)
class Grant:
    """One grant in one of its ways; days are ÅÅÅÅ-MM-DD.

    `most` is kroner, and by the year for a wage.
    """

    key: str
    base: str
    shares: tuple[Share, ...]
    most: float
    begins: str
    ends: str


@dataclass(frozen=True)
class GrantCost:
    """What a grant comes to at most, or why that cannot be said."""

    key: str
    kroner: float | None
    state: str


@dataclass(frozen=True)
class Told:
    """A grant with what it was read from: the instrument, the rules, and for whom it is another."""

    grant: Grant
    instrument: Instrument
    rules: tuple[Rule, ...]
    amounts: tuple[Amount, ...]
    when: str


def grants_of(book: Handbook, name: str, *, hours: bool) -> Iterator[Told]:
    """The ways of one instrument; `hours` when somebody's time is what it pays."""
    instrument = book.instrument_by_id.get(name)
    if instrument is None:
        return
    rules = _rules(book, instrument)
    by_when: dict[str, list[Amount]] = {}
    for amount in (one for rule in rules for one in rule.amounts if one.of_wage):
        by_when.setdefault(amount.when or "", []).append(amount)
    if not by_when:
        yield _plain(instrument, rules, hours=hours)
    for at, (when, amounts) in enumerate(by_when.items()):
        key = f"{name}/{at + 1}" if at else name
        shares = tuple(Share(one.amount, _weeks(one.until)) for one in amounts)
        grant = Grant(key, WAGE, shares, _most(rules), *_days(instrument, rules))
        yield Told(grant, instrument, rules, tuple(amounts), when)


def _rules(book: Handbook, instrument: Instrument) -> tuple[Rule, ...]:
    """The rules its length and payment are told by, where they are a rate or have a share."""
    told = (*instrument.duration, *instrument.payment)
    names = dict.fromkeys(found[1] for one in told for found in ASKED.finditer(one.text.source))
    known = (book.rule_by_id[name] for name in names if name in book.rule_by_id)
    return tuple(rule for rule in known if rule.kind is RuleKind.RATE)


def _plain(instrument: Instrument, rules: tuple[Rule, ...], *, hours: bool) -> Told:
    amounts = [
        one for rule in rules for one in rule.amounts
        if one.unit is RuleUnit.KRONER and one.per in (None, Unit.YEAR)
    ]  # fmt: skip
    first = amounts[:1]
    if first:
        base = YEARLY if first[0].per is Unit.YEAR else ONCE
    else:
        base = (HOURS if hours else AGREED) if rules else UNKNOWN
    most = first[0].amount if first else 0
    grant = Grant(instrument.id, base, (), most, *_days(instrument, rules))
    return Told(grant, instrument, rules, tuple(first), "")


def _most(rules: tuple[Rule, ...]) -> float:
    """The most kroner in a year, if a rule beside the shares says so; 0 when none does."""
    yearly = (
        one.amount for rule in rules for one in rule.amounts
        if one.unit is RuleUnit.KRONER and one.per is Unit.YEAR
    )  # fmt: skip
    return next(yearly, 0)


def _weeks(until: Span | None) -> int:
    if until is None:
        return 0
    each = {Unit.DAY: 1 / 7, Unit.WEEK: 1, Unit.MONTH: YEAR / 12, Unit.YEAR: YEAR}[until.unit]
    return math.floor(until.amount * each + 0.5)


def _days(instrument: Instrument, rules: tuple[Rule, ...]) -> tuple[str, str]:
    """The days on which all of it holds, as far as anybody has said."""
    told: tuple[Instrument | Rule, ...] = (instrument, *rules)
    begins = [one.valid_from for one in told if one.valid_from]
    ends = [one.valid_to for one in told if one.valid_to]
    return (
        max(begins).isoformat() if begins else "",
        min(ends).isoformat() if ends else "",
    )


def granted(
    grant: Grant,
    *,
    places: int,
    weeks: int | None,
    after: int,
    wage: float | None,
    hours: float | None,
    day: dt.date,
) -> GrantCost:
    """What a grant comes to at most; `hours` is what the time it pays for costs.

    It is paid for `weeks`, which begin when so many have gone.
    """
    wrong = _wrong(grant, wage=wage, hours=hours, day=day)
    if wrong or weeks is None:
        return GrantCost(grant.key, None, wrong or NO_WEEKS)
    last = (day + dt.timedelta(weeks=after + weeks)).isoformat()
    state = OUTLASTED if grant.ends and grant.ends < last else ""
    return GrantCost(grant.key, _kroner(grant, places, weeks, wage or 0, hours or 0), state)


def _wrong(grant: Grant, *, wage: float | None, hours: float | None, day: dt.date) -> str:
    """Why there can be no figure, whatever the weeks."""
    reasons = (
        (grant.base, grant.base in (AGREED, UNKNOWN)),
        (OVER, bool(grant.ends) and grant.ends < day.isoformat()),
        (NOT_BEGUN, grant.begins > day.isoformat()),
        (NO_WAGE, grant.base == WAGE and wage is None),
        (NO_HOURLY, grant.base == HOURS and hours is None),
    )
    return next((why for why, so in reasons if so), "")


def _kroner(grant: Grant, places: int, weeks: int, wage: float, hours: float) -> float:
    if grant.base == HOURS:
        return hours
    if grant.base == ONCE:
        return rounded(grant.most * places)
    if grant.base == YEARLY:
        return rounded(grant.most * math.ceil(weeks / YEAR) * places)
    return rounded(_of_wage(grant, weeks, wage) * places)


def _of_wage(grant: Grant, weeks: int, wage: float) -> float:
    """Year by year, since the most it can be is by the year."""
    whole = 0.0
    for first in range(0, weeks, YEAR):
        last, before, year = min(first + YEAR, weeks), 0, 0.0
        for one in grant.shares:
            until = one.until or weeks
            spent = max(0, min(last, until) - max(first, before))
            year += wage * 12 / 52 * spent * one.percent / 100
            before = until
        whole += min(year, grant.most) if grant.most else year
    return whole


def rounded(kroner: float) -> float:
    """No more exact than anybody can know: to a hundred kroner, half upwards."""
    return math.floor(kroner / 100 + 0.5) * 100
