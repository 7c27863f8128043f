"""A number is told as what it is: only a sample has an interval, and what is round stays round."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.model.results import Outcome, OutcomeKind, roughly, wilson
from handbook.sections.results import beside, counts, outcome_line, share, share_blocks

_KINDS = st.sampled_from(list(OutcomeKind))
_COUNTS = st.tuples(st.integers(0, 20_000), st.integers(1, 20_000)).map(sorted)


def outcome(top: int | None, bottom: int | None, kind: OutcomeKind, **more: Any) -> Outcome:
    told: dict[str, Any] = {
        "id": "en", "measure": "I arbeid", "kind": kind, "statement": "Noen fikk arbeid.",
        "numerator": top, "denominator": bottom, "period": "2025", "target_group": "Alle",
        "source_kind": "self_report", "evidence_level": "1", "not_usable_for": "Mer.",
        "sources": ("S1",),
    }  # fmt: skip
    return Outcome.model_validate(told | more)


def _told(one: Outcome) -> str:
    return f"{outcome_line(one)} {share_blocks(one)}"


@given(_COUNTS, _KINDS, st.booleans())
def test_only_a_sample_has_an_interval(
    numbers: list[int], kind: OutcomeKind, rounded: bool
) -> None:
    top, bottom = numbers[0], max(1, numbers[1])
    told = _told(outcome(top, bottom, kind, rounded=rounded))
    assert ("konfidensintervall" in told) is (kind is OutcomeKind.SAMPLE)
    assert "sikkerhet" not in told


@given(_COUNTS)
def test_the_interval_of_a_sample_holds_its_share(numbers: list[int]) -> None:
    top, bottom = numbers[0], max(1, numbers[1])
    one = outcome(top, bottom, OutcomeKind.SAMPLE)
    assert one.interval == wilson(top, bottom)
    assert one.share is not None
    assert 0 <= one.interval.low <= one.share + 1e-9
    assert one.share - 1e-9 <= one.interval.high <= 100


@given(_COUNTS, _KINDS)
def test_what_is_round_is_told_without_per_cent(numbers: list[int], kind: OutcomeKind) -> None:
    one = outcome(numbers[0], max(1, numbers[1]), kind, rounded=True)
    assert "%" not in share(one)
    assert counts(one).startswith("om\u00a0lag")
    assert share(one).startswith("om\u00a0lag")


@given(st.floats(0, 100))
def test_a_rough_part_is_near_and_simple(percent: float) -> None:
    part = roughly(percent)
    assert part.denominator <= 10
    assert abs(100 * float(part) - percent) <= 5


def test_six_of_nine_thousand_is_two_of_three() -> None:
    told = share(outcome(6000, 9000, OutcomeKind.CAPACITY, rounded=True))
    assert told.replace("\u00a0", " ") == "om lag 2 av 3"


@pytest.mark.parametrize("kind", [OutcomeKind.TARGET, OutcomeKind.CAPACITY])
def test_what_is_no_result_has_no_level_of_evidence(kind: OutcomeKind) -> None:
    line = outcome_line(outcome(None, None, kind, amount="Mer enn 40 plasser"))
    assert "Mer enn 40 plasser" in line
    assert "Påstand" not in line
    assert "er ikke et resultat" in line


def test_a_rate_from_two_places_says_so() -> None:
    one = outcome(108, 168, OutcomeKind.COUNT, combined="Fra to setninger.")
    assert "satt sammen av oss" in beside(one)
    assert "satt sammen av oss" in outcome_line(one)
