"""A number is told as what it is: only a sample has an interval, and what is round stays round."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.document.blocks import Figure, Share, Signs
from handbook.model.results import Capacity, Outcome, OutcomeKind, roughly, wilson
from handbook.sections.result_figures import MOST, capacity_figure
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


def _drawn(one: Outcome) -> Figure | None:
    return next((block for block in share_blocks(one) if isinstance(block, Figure)), None)


def _signs(one: Outcome) -> dict[str, int]:
    """Look → how many signs."""
    drawn = _drawn(one)
    assert drawn
    assert isinstance(drawn.data, Signs)
    return {group.look: group.signs for group in drawn.data.groups}


@given(_COUNTS, _KINDS, st.booleans())
def test_a_picture_shows_what_its_kind_is(
    numbers: list[int], kind: OutcomeKind, rounded: bool
) -> None:
    drawn = _drawn(outcome(numbers[0], max(1, numbers[1]), kind, rounded=rounded))
    if kind is OutcomeKind.NO_FIGURES:
        assert drawn is None
        return
    assert drawn
    assert isinstance(drawn.data, Share) is (kind is OutcomeKind.SAMPLE)
    if isinstance(drawn.data, Signs):
        looks = {group.look for group in drawn.data.groups}
        allowed = {OutcomeKind.TARGET: {"aim", "empty"}, OutcomeKind.CAPACITY: {"place", "free"}}
        assert looks <= allowed.get(kind, {"filled", "empty"})


@given(st.integers(0, MOST), st.integers(1, MOST))
def test_up_to_two_hundred_there_is_a_sign_for_each(part: int, whole: int) -> None:
    top, bottom = min(part, whole), whole
    told = {"filled": top, "empty": bottom - top}
    known = {look: count for look, count in told.items() if count}
    assert _signs(outcome(top, bottom, OutcomeKind.COUNT)) == known


@given(_COUNTS)
def test_many_are_drawn_by_few_signs_that_show_nearly_the_same_share(numbers: list[int]) -> None:
    top, bottom = numbers[0], max(1, numbers[1])
    signs = _signs(outcome(top, bottom, OutcomeKind.COUNT))
    whole = sum(signs.values())
    assert whole <= MOST + 2
    assert (signs.get("filled", 0) > 0) is (top > 0)
    assert (signs.get("empty", 0) > 0) is (top < bottom)
    assert abs(signs.get("filled", 0) / whole - top / bottom) < 0.015


def test_those_who_were_asked_and_did_not_answer_are_drawn() -> None:
    one = outcome(11, 15, OutcomeKind.SURVEY, asked="36 deltakere", answered="15 av de 36")
    assert _signs(one) == {"filled": 11, "empty": 4, "unknown": 21}
    unknown = outcome(11, 15, OutcomeKind.SURVEY, asked="Alle deltakere", answered="15")
    assert _signs(unknown) == {"filled": 11, "empty": 4}


def test_round_numbers_are_drawn_as_round_parts() -> None:
    assert _signs(outcome(6000, 9000, OutcomeKind.CAPACITY, rounded=True)) == {
        "place": 2,
        "free": 1,
    }


@pytest.mark.parametrize("kind", [OutcomeKind.TARGET, OutcomeKind.CAPACITY])
def test_an_aim_or_places_without_counts_is_drawn_by_its_number(kind: OutcomeKind) -> None:
    one = outcome(None, None, kind, amount="Mer enn 40 plasser")
    assert list(_signs(one).values()) == [40]
    assert {*_signs(one)} <= {"aim", "place"}
    assert "ikke resultat" in str(share_blocks(one))
    drawn = _drawn(one)
    assert drawn
    assert drawn.text == f"Mer enn 40 plasser: {beside(one)}."


@pytest.mark.parametrize("amount", ["Flere enn før", f"Mer enn {MOST} plasser til", "Over 1 000"])
def test_an_aim_without_a_number_one_can_see_is_told_and_not_drawn(amount: str) -> None:
    one = outcome(None, None, OutcomeKind.TARGET, amount=amount)
    assert (_drawn(one) is None) is (amount != f"Mer enn {MOST} plasser til")
    assert amount in str(share_blocks(one))


@pytest.mark.parametrize(("amount", "known"), [("To personer", 2), ("Mer enn 40", 40)])
def test_a_count_among_nobody_knows_how_many_has_dashed_signs(amount: str, known: int) -> None:
    one = outcome(None, None, OutcomeKind.COUNT, amount=amount)
    assert _signs(one) == {"filled": known, "unknown": 10}
    told = _told(one)
    assert "er ikke oppgitt" in told
    assert "%" not in told
    assert "alle er talt" not in told


def test_a_result_without_figures_is_not_drawn() -> None:
    assert _drawn(outcome(None, None, OutcomeKind.NO_FIGURES, amount="Mer enn 40")) is None


def test_places_stand_in_a_row_for_each_who_follows_up() -> None:
    told = {"role": "jobbspesialist", "period": "2015", "sources": ("S1",), "basis": "owner"}
    room = Capacity.model_validate({"workers": 11, "places_each": 15, **told})
    drawn = capacity_figure(room, "jobbspesialist", "11 × 15 = 165 plasser")
    assert drawn
    assert isinstance(drawn.data, Signs)
    assert (drawn.data.across, [group.signs for group in drawn.data.groups]) == (15, [165])
    many = Capacity.model_validate({"workers": 11, "places_each": 150, **told})
    assert capacity_figure(many, "jobbspesialist", "") is None
