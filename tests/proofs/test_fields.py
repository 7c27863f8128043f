"""Every field of every noun is told in every output, or left out of it for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import create_model

from handbook.model.inclusion_model import Overview
from handbook.model.noun import Line, Noun, Retirement, Sourced, Span, Statement, may
from handbook.model.practice import Practice
from handbook.model.process import Process, Step
from handbook.model.results import Results
from proofs.exemptions import LASTING, NOT_YET
from proofs.outputs import OUTPUTS
from proofs.specimen import Specimen
from proofs.telling import Silent, Untold, silent

pytestmark = pytest.mark.slow

_LASTING, _NOT_YET = 34, 0
"""How many exemptions there are. Both may only fall; the second to none."""


@pytest.fixture(scope="module", params=[8, pytest.param(1, marks=pytest.mark.exhaustive)])
def untold(request: pytest.FixtureRequest) -> Silent:
    """All texts, and each other field at every eighth of its places; at all in the last layer."""
    return (
        silent(every=request.param)
        | silent(only="*unknown.*", holes="unknown")
        | silent(only="*not_applicable.*", holes="not_applicable")
    )


def _unreasoned(found: Silent) -> list[str]:
    reasons = (*LASTING, *NOT_YET)
    return [
        f"{spot}: not in {output}"
        for spot, outputs in found.items()
        for output in outputs
        if not any(reason.covers(spot, output) for reason in reasons)
    ]


def _covered(found: Silent, reason: Untold) -> bool:
    return any(reason.covers(spot, name) for spot, names in found.items() for name in names)


def test_every_field_is_told_in_every_output(untold: Silent) -> None:
    assert not _unreasoned(untold), "\n".join(_unreasoned(untold))


def test_an_exemption_that_is_needed_no_more_is_gone(untold: Silent) -> None:
    assert [reason.spots for reason in LASTING if not _covered(untold, reason)] == []


def test_exemptions_only_fall() -> None:
    print(f"{len(LASTING)} fields or groups of fields are left out somewhere, {len(NOT_YET)} yet")
    assert (len(LASTING), len(NOT_YET)) == (_LASTING, _NOT_YET)
    assert all(reason.instead for reason in (*LASTING, *NOT_YET))


@pytest.mark.parametrize(
    ("kind", "spots"),
    [
        (Line, ["unheard_of"]),
        (
            Statement,
            ["unheard_of.text", "unheard_of.basis", "unheard_of.sources", "unheard_of.why_ok"],
        ),
        (Span, ["unheard_of.amount", "unheard_of.unit"]),
        (bool, ["unheard_of"]),
    ],
)
def test_a_field_added_to_a_type_alone_is_missed_everywhere(kind: Any, spots: list[str]) -> None:
    grown: type[Noun] = create_model(
        "Step", __base__=Step, unheard_of=(kind | None, may("Kostnad", "Hva det koster."))
    )
    found = silent(only="model.phases.steps.unheard_of*", swaps={Step: grown})
    assert found == {f"model.phases.steps.{spot}": tuple(OUTPUTS) for spot in spots}


_PARTS = {Retirement, Sourced, Overview, Process, Practice, Results}
"""Nouns that only others are built on."""


def test_every_noun_is_met_and_no_two_spots_share_a_word() -> None:
    made = [Specimen(), Specimen(holes="unknown"), Specimen(holes="not_applicable")]
    for specimen in made:
        specimen.handbook()
    assert set(_kinds(Noun)) - _PARTS == set().union(*(specimen.met for specimen in made))
    words = list(made[0].words.values())
    assert len(words) == len(set(words)) > 150


def _kinds(kind: type[Noun]) -> Iterator[type[Noun]]:
    for inner in kind.__subclasses__():
        if inner.__module__.startswith("handbook.model."):
            yield from (inner, *_kinds(inner))
