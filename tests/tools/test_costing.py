"""What a model costs: the same in Python and in the script, and never a figure nobody has given."""

from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import asdict, replace

import pytest

from handbook.build import Build
from handbook.model.costing import (
    MOST_PLACES,
    Asked,
    CostBasis,
    Rate,
    Work,
    cost_basis,
    costing,
)
from handbook.model.effort import LONGEST, Pace
from handbook.model.grants import (
    AGREED,
    HOURS,
    NO_HOURLY,
    NO_WAGE,
    NO_WEEKS,
    NOT_BEGUN,
    ONCE,
    OUTLASTED,
    OVER,
    UNKNOWN,
    WAGE,
    YEARLY,
    Grant,
    Share,
    grants_of,
    rounded,
)
from handbook.norwegian import number
from project import TODAY
from tools.node import run_node

_SCRIPT = "costing.js"


@pytest.fixture(scope="module")
def bases(real: Build) -> dict[str, CostBasis]:
    assert real.book is not None
    return {model.id: cost_basis(real.book, model) for model in real.book.models}


def _drawn(drawn: random.Random) -> tuple[CostBasis, Asked]:
    """A basis such as no editor has written, and something to ask of it."""
    roles = tuple(f"rolle-{n}" for n in range(drawn.randint(1, 5)))
    basis = CostBasis(
        roles=roles,
        work=tuple(_work(drawn, roles) for _ in range(drawn.randint(0, 12))),
        unknown=tuple((role, drawn.randint(1, 4)) for role in roles if drawn.random() < 0.2),
        covered=tuple(role for role in roles if drawn.random() < 0.2),
        employed=drawn.random() < 0.4,
        rates=tuple(_rate(drawn, n) for n in range(drawn.randint(0, 3))),
        weeks=drawn.randint(1, LONGEST),
        grants=tuple(_grant(drawn, n) for n in range(drawn.randint(0, 4))),
        unpaid=drawn.random() < 0.5,
    )
    return basis, _asked(drawn)


_DAYS = ("", "2026-01-01", "2026-11-29", "2026-12-31", "2027-04-30", "2031-01-01")


def _grant(drawn: random.Random, at: int) -> Grant:
    base = drawn.choice((WAGE, WAGE, WAGE, HOURS, YEARLY, ONCE, AGREED, UNKNOWN))
    ends = sorted(drawn.sample(range(1, LONGEST + 20), drawn.randint(1, 3)))
    lasts = (*ends[:-1], drawn.choice((0, ends[-1])))
    shares = tuple(Share(drawn.choice((30, 40, 50, 60, 67, 75)), one) for one in lasts)
    return Grant(f"tilskudd-{at}", base, shares, drawn.choice((0, 0, 24900, 160400, 682745)),
                 drawn.choice(_DAYS), drawn.choice(_DAYS))  # fmt: skip


def _work(drawn: random.Random, roles: tuple[str, ...]) -> Work:
    goes_on = drawn.random() < 0.4
    at = tuple(sorted(drawn.randint(0, LONGEST) for _ in range(drawn.randint(0, 20))))
    pace = Pace(() if goes_on else at, drawn.choice((0, 2, 8, 34)), drawn.random() < 0.5, goes_on)
    return Work(drawn.choice(roles), "steg", drawn.choice((0, 0.1, 0.25, 0.5, 1, 1.5, 2, 7.3, 40)),
                drawn.random() < 0.4, drawn.random() < 0.3, pace)  # fmt: skip


def _rate(drawn: random.Random, at: int) -> Rate:
    return Rate(f"regel/{at}", drawn.choice((0, 999, 7321, 17455, 160400)), drawn.random() < 0.5,
                drawn.random() < 0.5, drawn.choice(_DAYS), drawn.choice(_DAYS))  # fmt: skip


def _asked(drawn: random.Random) -> Asked:
    return Asked(
        places=drawn.choice((1, 2, 3, 7, MOST_PLACES)),
        weeks=drawn.randint(1, LONGEST),
        hourly=drawn.choice((None, 0.5, 333.33, 475, 690.5, 10000)),
        wage=drawn.choice((None, 1, 18234.75, 200000)),
        grant=drawn.choice(("", "tilskudd-0", "tilskudd-1", "midlertidig-lonnstilskudd")),
        paid=drawn.choice((None, drawn.randint(1, LONGEST))),
    )


def test_the_script_counts_as_python_does(bases: dict[str, CostBasis]) -> None:
    drawn = random.Random(16)
    cases = [_drawn(drawn) for _ in range(2000)]
    cases += [(basis, _asked(drawn)) for basis in bases.values() for _ in range(100)]
    cases += [(basis, Asked(1, weeks)) for basis in bases.values() for weeks in range(1, LONGEST)]
    said = run_node(
        "const out = input.cases.map(([basis, asked]) => "
        "handbookCosting.costing(basis, asked, input.day));",
        {"cases": [(asdict(basis), asdict(asked)) for basis, asked in cases], "day": str(TODAY)},
        _SCRIPT,
    )
    for (basis, asked), script in zip(cases, said, strict=True):
        python = json.loads(json.dumps(asdict(costing(basis, asked, TODAY))))
        assert script == python, (basis, asked)


def test_a_role_is_the_sum_of_its_lines_and_the_whole_the_sum_of_its_roles(
    bases: dict[str, CostBasis],
) -> None:
    for basis in bases.values():
        asked = Asked(places=3, weeks=26, hourly=475)
        told = costing(basis, asked, TODAY)
        assert [one.role for one in told.roles] != []
        assert {one.role for one in told.roles} == set(basis.roles)
        tops = [one.hours[1] for one in told.roles]
        assert tops == sorted(tops, reverse=True)
        for at in (0, 1):
            assert told.hours[at] == pytest.approx(sum(one.hours[at] for one in told.roles))
            assert told.kroner is not None
            assert told.kroner[at] == sum(one.kroner[at] for one in told.roles if one.kroner)
            for one in told.roles:
                assert one.hours[at] == pytest.approx(one.once[at] + 3 * one.each[at])


def test_lowest_is_never_above_highest_and_more_never_costs_less() -> None:
    drawn = random.Random(17)
    for _ in range(500):
        basis, asked = _drawn(drawn)
        told = costing(basis, asked, TODAY)
        more = costing(basis, replace(asked, places=asked.places + 1, weeks=asked.weeks + 1), TODAY)
        for low, high in (told.hours, told.hours_each, *filter(None, (told.kroner, told.whole))):
            assert 0 <= low <= high
        for at in (0, 1):
            assert told.hours[at] <= more.hours[at]


def test_without_an_hourly_cost_no_kroner_are_known(bases: dict[str, CostBasis]) -> None:
    for basis in bases.values():
        told = costing(basis, Asked(1, 52), TODAY)
        assert (told.kroner, told.kroner_each, told.whole) == (None, None, None)
        assert all(one.kroner is None for one in told.roles)


def test_a_wage_nobody_has_given_makes_the_whole_unknown(bases: dict[str, CostBasis]) -> None:
    basis = bases["larekandidat"]
    assert basis.employed
    told = costing(basis, Asked(1, 52, 475), TODAY)
    assert told.kroner is not None
    assert (told.wage, told.whole) == (None, None)
    told = costing(basis, Asked(2, 52, 475, 20000), TODAY)
    assert told.wage == 480_000
    assert told.kroner is not None
    assert told.whole == (told.kroner[0] + 480_000, told.kroner[1] + 480_000)


def test_what_somebody_else_may_pay_is_in_the_highest_alone(bases: dict[str, CostBasis]) -> None:
    told = costing(bases["springbrett"], Asked(1, 26, 475), TODAY)
    mentor = next(one for one in told.roles if one.role == "mentor")
    assert mentor.kroner is not None
    assert mentor.kroner[0] == 0 < mentor.kroner[1]


@pytest.mark.parametrize(
    ("day", "weeks", "state"),
    [
        (dt.date(2026, 12, 31), 0, ""),
        (dt.date(2026, 12, 24), 1, ""),
        (dt.date(2026, 12, 24), 2, OUTLASTED),
        (dt.date(2027, 1, 1), 1, OVER),
        (dt.date(2025, 12, 31), 1, NOT_BEGUN),
    ],
)
def test_a_rate_outside_its_days_is_no_sum(day: dt.date, weeks: int, state: str) -> None:
    rate = Rate("r/s", 1000, yearly=False, least=False, begins="2026-01-01", ends="2026-12-31")
    basis = CostBasis((), (), (), (), employed=False, rates=(rate,), weeks=1)
    (told,) = costing(basis, Asked(1, weeks), day).rates
    assert told.state == state
    assert (told.kroner is None) == (state in (OVER, NOT_BEGUN))


def test_only_amounts_that_count_are_rates_and_each_has_its_rule(
    real: Build, bases: dict[str, CostBasis]
) -> None:
    keys = {rate.key for basis in bases.values() for rate in basis.rates}
    assert {"aft-sats/sats", "vta-sats/stat"} <= keys
    assert "inkluderingstilskudd-sats/tak" not in keys  # it is told as a grant
    assert real.book is not None
    assert {key.partition("/")[0] for key in keys} <= real.book.rule_by_id.keys()


def _one_grant(grant: Grant) -> CostBasis:
    return CostBasis((), (), (), (), employed=False, rates=(), weeks=1, grants=(grant,))


@pytest.mark.parametrize(
    ("name", "at", "weeks", "kroner"),
    [
        # 40 per cent of 40 000 for six months, then 30 for six; nothing after a year
        ("midlertidig-lonnstilskudd", 0, 26, 96_000),
        ("midlertidig-lonnstilskudd", 0, 52, 168_000),
        ("midlertidig-lonnstilskudd", 0, 104, 168_000),
        ("midlertidig-lonnstilskudd", 1, 104, 528_000),
        ("varig-lonnstilskudd", 0, 52, 360_000),
        ("varig-lonnstilskudd", 0, 104, 681_600),
        ("sommerjobb", 0, 10, 18_500),
        ("sommerjobb", 1, 4, 27_700),
        ("inkluderingstilskudd", 0, 52, 160_400),
        ("ekspertbistand", 0, 52, 24_900),
    ],
)
def test_a_grant_comes_to_what_its_rule_says(
    real: Build, name: str, at: int, weeks: int, kroner: float
) -> None:
    assert real.book is not None
    grant = list(grants_of(real.book, name, hours=False))[at].grant
    told = costing(_one_grant(grant), Asked(1, weeks, None, 40_000), TODAY)
    assert told.grants[0].kroner == kroner


def test_a_lasting_grant_is_never_above_what_the_rule_says_for_a_year(real: Build) -> None:
    assert real.book is not None
    (told,) = grants_of(real.book, "varig-lonnstilskudd", hours=False)
    asked = Asked(2, 52, None, 200_000)
    assert costing(_one_grant(told.grant), asked, TODAY).grants[0].kroner == rounded(682_745 * 2)


def test_what_has_no_rate_has_no_figure_and_says_why(real: Build) -> None:
    assert real.book is not None
    why = {}
    for name in ("mentor", "firearig-lonnstilskudd", "midlertidig-lonnstilskudd"):
        grant = next(grants_of(real.book, name, hours=False)).grant
        (told,) = costing(_one_grant(grant), Asked(1, 26, 475), TODAY).grants
        assert told.kroner is None
        why[name] = told.state
    assert why == {"mentor": AGREED, "firearig-lonnstilskudd": UNKNOWN,
                   "midlertidig-lonnstilskudd": NO_WAGE}  # fmt: skip
    grant = next(grants_of(real.book, "mentor", hours=True)).grant
    assert costing(_one_grant(grant), Asked(1, 26), TODAY).grants[0].state == NO_HOURLY


def test_no_grant_is_taken_from_a_sum_and_only_the_one_asked_for_from_a_wage(
    bases: dict[str, CostBasis],
) -> None:
    for basis in bases.values():
        plain = Asked(2, 40, 475, 40_000, paid=40)
        bare = costing(replace(basis, grants=()), plain, TODAY)
        told = costing(basis, plain, TODAY)
        assert (told.kroner, told.whole, told.wage) == (bare.kroner, bare.whole, bare.wage)
        assert told.taken is None
        for grant, cost in zip(basis.grants, told.grants, strict=True):
            after = costing(basis, replace(plain, grant=grant.key), TODAY)
            assert (after.kroner, after.whole) == (bare.kroner, bare.whole)
            if grant.base != WAGE:
                assert after.taken is None
            else:
                assert after.pay is not None
                assert cost.kroner is not None
                assert after.taken == cost.kroner <= after.pay


def test_the_one_sum_is_work_and_pay_and_at_its_lowest_what_nav_may_pay_is_taken_off() -> None:
    drawn = random.Random(23)
    summed = 0
    for _ in range(3000):
        basis, asked = _drawn(drawn)
        told = costing(basis, asked, TODAY)
        if told.kroner is None or told.pay is None:
            assert told.total is None
            continue
        low, high = told.kroner
        assert told.total == (low + told.pay - (told.taken or 0), high + told.pay)
        assert 0 <= told.total[0] <= told.total[1]
        summed += told.taken is not None
    assert summed > 20


def test_nobody_is_paid_twice_while_they_are_not_employed(bases: dict[str, CostBasis]) -> None:
    basis = bases["ia-vikar"]
    assert basis.unpaid
    asked = Asked(1, 13, 475, 40_000, "midlertidig-lonnstilskudd")
    alone = costing(basis, asked, TODAY)
    assert (alone.pay, alone.taken, alone.total) == (None, None, None)
    states = {one.key: one.state for one in alone.grants}
    assert states["midlertidig-lonnstilskudd"] == NO_WEEKS
    after = costing(basis, replace(asked, paid=26), TODAY)
    assert (after.pay, after.taken) == (240_000, 96_000)
    longer = costing(basis, replace(asked, weeks=26, paid=26), TODAY)
    assert (longer.pay, longer.taken) == (after.pay, after.taken)


def test_what_a_mentor_grant_pays_is_the_time_it_covers(bases: dict[str, CostBasis]) -> None:
    told = costing(bases["springbrett"], Asked(1, 26, 475), TODAY)
    mentor = next(one for one in told.roles if one.role == "mentor")
    grant = next(one for one in told.grants if one.key == "mentor")
    assert mentor.kroner is not None
    assert grant.kroner == mentor.kroner[1] > 0


def test_what_one_types_is_read_as_people_write_and_refused_when_it_cannot_be_right() -> None:
    cases = {
        "475": 475, "475,50": 475.5, " 1 250 kr ": 1250, "1\u00a0250": 1250, "0,5": 0.5,
        "1.000": 1000, "1.250,50": 1250.5, "kr 1 250": 1250, "kr. 1.250,-": 1250, "475 kroner": 475,
        "": None, "-3": None, "0": None, "mange": None, "1e9": None, "10001": None, "4.7.5": None,
        "1.5": None, "12.34": None, "1,000": None, "1,250.50": None, "1 25": None, "0.500": None,
        "1.25": None, "12.50.000": None, "1 250.000": None, "kr": None, "45.000": None,
    }  # fmt: skip
    said = run_node(
        "const out = input.map((text) => handbookCosting.read(text, 10000, false));",
        list(cases), _SCRIPT,
    )  # fmt: skip
    assert dict(zip(cases, said, strict=True)) == cases
    whole = run_node(
        "const out = ['1', '100', '101', '0', '2,5', '-1'].map("
        "(text) => handbookCosting.read(text, 100, true));",
        None, _SCRIPT,
    )  # fmt: skip
    assert whole == [1, 100, None, None, None, None]


def test_a_number_is_read_as_it_is_or_refused_and_never_a_thousand_times_off() -> None:
    drawn = random.Random(4)
    typed: dict[str, float] = {}
    for _ in range(400):
        value = drawn.choice([drawn.randint(1, 999), drawn.randint(1000, 200_000)])
        for sign in ("", " ", "\u00a0", "\u202f", "."):
            grouped = f"{value:,}".replace(",", sign)
            typed |= {grouped: value, f"kr {grouped}": value, f"{grouped} kr": value}
            typed |= {f"{grouped},50": value + 0.5, f"{grouped},5": value + 0.5}
    said = run_node(
        "const out = input.map((text) => [handbookCosting.read(text, 1e9, false), "
        "handbookChecks.number(text.replace(/^kr /, '')).value]);",
        list(typed), _SCRIPT, "form-checks.js",
    )  # fmt: skip
    assert said == [[value, value] for value in typed.values()]
    doubtful = ["45,000", "1.5", "12.34", "1,250.50", "45 00", "1.2345", "45 000.50", "0.500"]
    doubtful += [f"{drawn.randint(1, 999)},{drawn.randint(0, 999):03}" for _ in range(200)]
    doubtful += [f"{drawn.randint(1, 999)}.{drawn.randint(0, 99):02}" for _ in range(200)]
    read = run_node(
        "const out = input.map((text) => handbookCosting.read(text, 1e9, false));",
        doubtful, _SCRIPT,
    )  # fmt: skip
    assert read == [None] * len(doubtful)


def test_numbers_are_written_alike() -> None:
    drawn = random.Random(3)
    values = [0, 7, 999, 1000, 123456, 1234567.5, 0.1, 2.5]
    values += [drawn.randint(0, 10**6) / 10 for _ in range(300)]
    values += [rounded(drawn.random() * 10**6) for _ in range(100)]
    said = run_node("const out = input.map(handbookCosting.number);", values, _SCRIPT)
    assert said == [number(value) for value in values]
