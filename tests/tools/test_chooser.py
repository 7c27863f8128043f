"""The chooser: every combination of answers, in Python and in the script that the page loads."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from handbook.build import Build
from handbook.model.deciding import ENDED, Decided, Given, Table, decide, matters, table
from handbook.model.decision import Decision
from handbook.model.monday import Monday, monday, to_call, to_do
from project import TODAY, article_of
from tools.node import run_node

_PROFILES = json.loads((Path(__file__).parent / "profiles.json").read_text("utf-8"))["profiles"]
_NAMES = {one["id"]: one for one in _PROFILES}


@pytest.fixture(scope="module")
def decision(real: Build) -> Decision:
    assert real.book is not None
    assert real.book.decision is not None
    return real.book.decision


@pytest.fixture(scope="module")
def weighed(real: Build, decision: Decision) -> Table:
    assert real.book is not None
    return table(decision, real.book)


def combinations(decision: Decision) -> Iterator[Given]:
    """Every answer to each question, and none; where several are possible, one at a time.

    What is the answer to a question that is skipped is not also given.
    """
    options = [
        (None, *(one.id for one in asked.options if (one.id,) != asked.skipped))
        for asked in decision.questions
    ]
    for values in itertools.product(*options):
        chosen = zip(decision.questions, values, strict=True)
        yield {asked.id: (value,) for asked, value in chosen if value is not None}


def pairs(decision: Decision, count: int) -> Iterator[Given]:
    """A sample in which two needs are named."""
    drawn = random.Random(16)
    for _ in range(count):
        yield {
            asked.id: tuple(one.id for one in drawn.sample(asked.options, 2 if asked.many else 1))
            for asked in decision.questions
            if drawn.random() < 0.9
        }


@pytest.fixture(scope="module")
def led(decision: Decision, weighed: Table) -> list[tuple[Given, Decided]]:
    """What every combination leads to."""
    given = (*combinations(decision), *pairs(decision, 5000))
    return [(one, decide(weighed, one, TODAY)) for one in given]


SOME = 11
"""It goes up in none of the numbers of options, so that each pair of answers is met."""


@pytest.fixture(scope="module", params=[SOME, pytest.param(1, marks=pytest.mark.exhaustive)])
def every(request: pytest.FixtureRequest) -> slice:
    """Which of all cases are put to what takes long: every eleventh, or each one."""
    return slice(None, None, request.param)


def _names(group: Any) -> list[str]:
    return [answer for answer, _ in group]


def test_no_more_than_six_questions_and_each_can_be_skipped(decision: Decision) -> None:
    assert [one.id for one in decision.questions] == [
        "org", "sak", "mal", "kontakt", "trenger", "alder"
    ]  # fmt: skip
    for asked in decision.questions:
        assert set(asked.skipped) <= {one.id for one in asked.options}


def test_every_combination_has_an_answer_with_a_reason_and_a_next_step(
    decision: Decision, led: list[tuple[Given, Decided]]
) -> None:
    for given, one in led:
        assert 1 <= len(one.best) <= 3, given
        assert len(one.also) <= 5, given
        assert all(why for _, why in (*one.best, *one.also, *one.out)), given
        named = _names((*one.best, *one.also, *one.out))
        assert len(named) == len(set(named)), given
    assert all(one.monday and one.contacts for one in decision.answers)
    assert set(decision.task_by_id) == {
        *(task for one in decision.answers for task in one.monday),
        *(one.id for one in decision.tasks if one.always),
    }
    for answer in decision.answers:
        assert set(answer.contacts) <= decision.contact_by_id.keys()


def test_every_model_is_placed_somewhere(real: Build, led: list[tuple[Given, Decided]]) -> None:
    assert real.book is not None
    models = set(real.book.model_by_id)
    for given, one in led:
        assert models <= set(_names((*one.best, *one.also, *one.out))), given


def test_every_answer_is_reached(decision: Decision, led: list[tuple[Given, Decided]]) -> None:
    reached = {answer for _, one in led for answer in _names((*one.best, *one.also))}
    assert reached == decision.answer_by_id.keys()


def test_only_who_does_not_know_is_told_nothing_but_to_call(
    led: list[tuple[Given, Decided]],
) -> None:
    rest = [one for given, one in led if given.get("sak", ("usikker",)) != ("usikker",)]
    alone = sum(_names(one.best) == ["samtale_nav"] for one in rest)
    assert alone / len(rest) <= 0.04


def test_a_historical_model_never_comes_first(
    weighed: Table, led: list[tuple[Given, Decided]]
) -> None:
    old = {one.id for one in weighed.answers if one.historical}
    assert old == {"springbrett", "ia-vikar", "tett-oppfolging-nav"}
    assert [given for given, one in led if one.best[0][0] in old] == []


def test_what_has_ended_is_for_running_agreements_only(
    led: list[tuple[Given, Decided]],
) -> None:
    near = [given for given, one in led if "vtao_gammel" in _names((*one.best, *one.also))]
    assert near
    assert all(given["sak"] == ("egen_ansatt",) for given in near)


def test_the_day_after_the_last_an_answer_is_shut(weighed: Table) -> None:
    given = {"org": ("liten_privat",), "sak": ("ny_kjent",), "mal": ("ansette",),
             "alder": ("under30",)}  # fmt: skip
    last = dt.date(2032, 12, 31)
    assert "firearig_lonnstilskudd" in _names(decide(weighed, given, last).also)
    after = decide(weighed, given, last + dt.timedelta(days=1))
    assert ("firearig_lonnstilskudd", ENDED) in after.out


@pytest.mark.parametrize("name", _NAMES)
def test_the_profiles_get_their_answers(name: str, weighed: Table) -> None:
    profile = _NAMES[name]
    said = profile["answers"].items()
    given = {key: tuple(v) if isinstance(v, list) else (v,) for key, v in said}
    one = decide(weighed, given, dt.date(2026, 11, 29))
    expected = profile["expected"]
    assert set(_names(one.best)) == set(expected["best"])
    assert _names(one.best)[0] == expected["best"][0]
    assert set(expected.get("also", ())) <= set(_names((*one.best, *one.also)))
    assert set(expected.get("not", ())) <= set(_names(one.out))


def test_the_script_answers_as_python_does(
    weighed: Table, led: list[tuple[Given, Decided]], every: slice
) -> None:
    led = led[every]
    said = run_node(
        "const out = input.cases.map((given) => "
        "handbookChooser.decide(input.table, given, input.day));",
        {"table": asdict(weighed), "cases": [given for given, _ in led], "day": str(TODAY)},
        "chooser.js",
    )
    for (given, python), script in zip(led, said, strict=True):
        told = {name: list(map(list, getattr(python, name))) for name in ("best", "also", "out")}
        assert script == told, given


@pytest.mark.parametrize("lines", [10, pytest.param(1, marks=pytest.mark.exhaustive)])
def test_a_line_that_is_lost_is_noticed_by_every_eleventh_if_by_any(
    weighed: Table, led: list[tuple[Given, Decided]], lines: int
) -> None:
    """A planted fault: each tenth line of the table by itself, and each one."""
    unseen = []
    for at in range(0, len(weighed.lines), lines):
        lost = replace(weighed, lines=weighed.lines[:at] + weighed.lines[at + 1 :])
        if all(decide(lost, given, TODAY) == one for given, one in led[::SOME]):
            unseen.append(lost)
    for lost in unseen:
        assert all(decide(lost, given, TODAY) == one for given, one in led[1::7])


@pytest.fixture(scope="module")
def plan(decision: Decision) -> Monday:
    return monday(decision)


def test_monday_is_one_list_in_order_and_nothing_stands_twice(
    plan: Monday, decision: Decision, weighed: Table, led: list[tuple[Given, Decided]], every: slice
) -> None:
    order = [one.id for one in decision.tasks]
    for given, one in led[every]:
        best = tuple(_names(one.best))
        tasks = [task for task, _ in to_do(plan, weighed, best, given)]
        assert tasks, given
        assert tasks == sorted(set(tasks), key=order.index), given
        assert len(tasks) <= 13, given
        calls = to_call(plan, weighed, best, given)
        assert calls, given
        assert len(calls) == len(set(calls)), given


def _is_a_choice(decision: Decision, given: Given, name: str) -> bool:
    """Whether what is answered to a question is asked for the matter that is answered."""
    (chosen,) = (one for asked in decision.questions if asked.id == name
                 for one in asked.options if one.id == given[name][0])  # fmt: skip
    (matter, *_) = given.get("sak", ("usikker",))
    return not chosen.only_for or matter in chosen.only_for


def test_whoever_has_called_is_called_back_first(
    plan: Monday, decision: Decision, weighed: Table, led: list[tuple[Given, Decided]], every: slice
) -> None:
    back = {"nav_veileder": "nav-veilederen", "personen": "personen", "kommune": "kommunen",
            "jobbspesialist": "jobbspesialisten", "arrangor": "arrangoren",
            "skole": "fylkeskommunen"}  # fmt: skip
    for given, one in led[every]:
        (called, *_) = given.get("kontakt", ("ingen",))
        best = tuple(_names(one.best))
        if called in back and _is_a_choice(decision, given, "kontakt"):
            assert to_call(plan, weighed, best, given)[0] == back[called], given


def test_nobody_signs_or_promises_before_a_person_is_known(plan: Monday, weighed: Table) -> None:
    many: Given = {"org": ("offentlig",), "sak": ("flere",), "mal": ("ansette",)}
    for best in (("midlertidig_lonnstilskudd",), ("varig_lonnstilskudd",)):
        tasks = [task for task, _ in to_do(plan, weighed, best, many)]
        assert "avtale-om-lonnstilskudd" not in tasks
        assert "nav-veilederen" not in to_call(plan, weighed, best, many)
        assert "offentlig-stilling" in tasks


def test_a_line_of_some_answers_says_which(plan: Monday, weighed: Table) -> None:
    given: Given = {"org": ("liten_privat",), "sak": ("ny_kjent",), "mal": ("prove",)}
    told = dict(to_do(plan, weighed, ("arbeidstrening", "mentor"), given))
    assert told["velg-kollega"] == ()
    assert told["avtale-om-mentor"] == ("mentor",)
    assert "ring-tilbake-til-nav" not in told


def test_the_script_makes_the_same_list(
    plan: Monday, weighed: Table, led: list[tuple[Given, Decided]], every: slice
) -> None:
    cases = [(_names(one.best), given) for given, one in led[every]]
    said = run_node(
        "const out = input.cases.map(([best, given]) => "
        "handbookChooser.monday(input.plan, input.table, best, given));",
        {"table": asdict(weighed), "plan": asdict(plan), "cases": cases},
        "chooser.js",
    )
    for (best, given), script in zip(cases, said, strict=True):
        tasks = [[task, list(own)] for task, own in to_do(plan, weighed, tuple(best), given)]
        calls = list(to_call(plan, weighed, tuple(best), given))
        assert script == {"tasks": tasks, "calls": calls}, given


_Asking = tuple[Given, tuple[str, ...], str]
"""Answers so far, the questions still to come, and the one to ask now."""


@pytest.fixture(scope="module")
def asking(decision: Decision, led: list[tuple[Given, Decided]]) -> list[tuple[_Asking, bool]]:
    """Every question after every answer before it, and whether any answer to it changes a thing."""
    names = [one.id for one in decision.questions]
    singles = led[: sum(1 for _ in combinations(decision))]
    found: list[tuple[_Asking, bool]] = []
    for at, name in enumerate(names):
        groups: dict[tuple[Any, ...], dict[tuple[Any, ...], set[Any]]] = {}
        for given, one in singles:
            values = tuple(given.get(other) for other in names)
            after = groups.setdefault(values[:at], {}).setdefault(values[at + 1 :], set())
            after.add((one.best, one.also))
        for before, ways in groups.items():
            so_far: Given = {n: v for n, v in zip(names, before, strict=False) if v is not None}
            case = (so_far, tuple(names[at + 1 :]), name)
            found.append((case, any(len(one) > 1 for one in ways.values())))
    return found


def test_a_question_is_asked_when_and_only_when_an_answer_to_it_can_change_something(
    weighed: Table, asking: list[tuple[_Asking, bool]], every: slice
) -> None:
    assert {changes for _, changes in asking[every]} == {True, False}
    for (given, ahead, name), changes in asking[every]:
        assert matters(weighed, given, ahead, name, TODAY) == changes, (given, name)


def test_age_is_not_asked_of_several_or_of_ones_own_unless_it_is_about_a_wage_or_a_summer(
    asking: list[tuple[_Asking, bool]],
) -> None:
    asked = [given for (given, _, name), changes in asking if name == "alder" and changes]
    assert asked
    assert not [one for one in asked if one.get("sak") == ("egen_ansatt",)]
    flere = {one.get("mal") for one in asked if one.get("sak") == ("flere",)}
    assert flere == {("ansette",), ("sommer",)}


def test_two_needs_at_once_change_nothing_where_needs_are_not_asked_about(
    decision: Decision, weighed: Table, asking: list[tuple[_Asking, bool]], every: slice
) -> None:
    needs = next(one for one in decision.questions if one.id == "trenger")
    quiet = [given for (given, _, name), changes in asking if name == needs.id and not changes]
    for given in quiet[every]:
        name = needs.id
        without = decide(weighed, given, TODAY)
        for pair in itertools.combinations((one.id for one in needs.options), 2):
            both = decide(weighed, {**given, name: pair}, TODAY)
            assert (both.best, both.also) == (without.best, without.also), (given, pair)


def test_the_script_asks_what_python_asks(
    weighed: Table, asking: list[tuple[_Asking, bool]], every: slice
) -> None:
    asking = asking[every]
    said = run_node(
        "const out = input.cases.map(([given, ahead, name]) => "
        "handbookChooser.matters(input.table, given, ahead, name, input.day));",
        {"table": asdict(weighed), "cases": [case for case, _ in asking], "day": str(TODAY)},
        "chooser.js",
    )
    assert said == [changes for _, changes in asking]


def test_the_script_takes_more_than_one_line_of_a_table_at_its_rank(weighed: Table) -> None:
    """Two lines with the same rank keep the order of the table, in both."""
    swapped = replace(weighed, lines=tuple(replace(one, rank=1) for one in weighed.lines))
    given: Given = {"sak": ("flere",), "org": ("stor_privat",)}
    (said,) = run_node(
        "const out = [handbookChooser.decide(input.table, input.given, input.day)];",
        {"table": asdict(swapped), "given": given, "day": str(TODAY)},
        "chooser.js",
    )
    python = decide(swapped, given, TODAY)
    assert said["best"] == list(map(list, python.best))


def test_answers_in_an_address_that_nobody_knows_are_told_and_the_rest_kept() -> None:
    said = run_node(
        "const out = handbookChooser.readHash(input.hash, input.options);",
        {"hash": "#sak=ny,gammel&farge=rod&mal=-", "options": {"sak": ["ny"], "mal": ["prove"]}},
        "chooser.js",
    )
    assert said["given"] == {"sak": ["ny"]}
    assert said["skipped"] == ["mal"]
    assert said["unknown"] == ["sak=gammel", "farge=rod"]


def test_what_is_not_the_question_now_is_folded_away(real: Build) -> None:
    text = article_of(next(page for page in real.pages if page.path == "modeller/velg"))
    assert text.count("<details>") >= 4
    shown = re.sub(r"<details>.*?</details>", "", text, flags=re.DOTALL)
    assert "answer-card" not in shown
    assert "<table" not in shown


def test_without_a_script_every_answer_and_every_way_to_call_is_on_the_page(
    real: Build, decision: Decision
) -> None:
    text = article_of(next(page for page in real.pages if page.path == "modeller/velg"))
    for answer in decision.answers:
        card = text.split(f'id="svar-{answer.id}"')[1].split("</section>")[0]
        assert "På mandag" in card
        assert "Hvem dere ringer" in card
    for contact in decision.contacts:
        assert f'id="kontakt-{contact.id}"' in text
    assert "tel:+4755553336" in text
