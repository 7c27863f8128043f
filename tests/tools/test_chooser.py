"""The chooser: every combination of answers, in Python and in the script that the page loads."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

import pytest

from handbook.build import Build
from handbook.model.chooser import QUESTIONS, Answers, Table, choose, table
from tools.node import run_node


def combinations() -> Iterator[Answers]:
    options = [(None, *map(str, q.options)) for q in QUESTIONS]
    for values in itertools.product(*options):
        chosen = zip(QUESTIONS, values, strict=True)
        yield {q.field: value for q, value in chosen if value is not None}


@pytest.fixture(scope="module")
def suits(real: Build) -> Table:
    assert real.book is not None
    return table(real.book.models)


def test_no_more_than_six_questions() -> None:
    assert 4 <= len(QUESTIONS) <= 6


def test_every_combination_ends_in_a_model_or_the_nearest_with_reasons(suits: Table) -> None:
    for answers in combinations():
        choice = choose(suits, answers)
        assert choice.fits or choice.nearest
        assert not (choice.fits and choice.nearest)
        assert set(choice.fits) | set(choice.misses) == set(suits)
        assert all(choice.misses.values()), "a model is out without a reason"
        fewest = {len(choice.misses[model]) for model in choice.nearest}
        assert len(fewest) <= 1


@pytest.mark.content
def test_every_model_can_be_reached(suits: Table) -> None:
    reached = {model for answers in combinations() for model in choose(suits, answers).fits}
    assert reached == set(suits)


def test_no_answers_shut_nothing_out(suits: Table) -> None:
    assert choose(suits, {}).fits == tuple(suits)


def test_an_answer_more_never_lets_a_model_in_again(suits: Table) -> None:
    fits = {frozenset(a.items()): set(choose(suits, a).fits) for a in combinations()}
    for answers, models in fits.items():
        assert all(models <= fits[answers - {one}] for one in answers)


def test_one_miss_is_nearer_than_two() -> None:
    one = {"employer_kind": ("ordinary",), "person": ("needs_experience",)}
    two = {"employer_kind": ("provider",), "person": ("learns_by_doing",)}
    rest = {q.field: tuple(map(str, q.options)) for q in QUESTIONS[1:] if q.field != "person"}
    suits = {"near": {**rest, **one}, "far": {**rest, **two}}
    choice = choose(suits, {"employer_kind": "ordinary", "person": "disability_benefit"})
    assert choice.nearest == ("near",)
    assert choice.misses == {"near": ("person",), "far": ("employer_kind", "person")}


def test_the_script_answers_as_python_does_on_every_combination(suits: Table) -> None:
    cases = list(combinations())
    said = run_node(
        "const out = input.cases.map((answers) => handbookChooser.choose(input.suits, answers));",
        {"suits": suits, "cases": cases},
        "chooser.js",
    )
    for answers, script in zip(cases, said, strict=True):
        python = choose(suits, answers)
        assert script == json.loads(
            json.dumps({"fits": python.fits, "nearest": python.nearest, "misses": python.misses})
        ), answers
