"""Rings are found, each knot once, and long orders do not exhaust the stack."""

from __future__ import annotations

from handbook.checks.cycles import cycles


def test_an_order_has_no_rings() -> None:
    assert list(cycles({"a": ["b", "c"], "b": ["c"], "c": []})) == []


def test_a_ring_is_told_in_order() -> None:
    assert list(cycles({"a": ["b"], "b": ["c"], "c": ["a"]})) == [["a", "b", "c"]]


def test_what_leads_to_a_ring_is_not_in_it() -> None:
    assert list(cycles({"x": ["a"], "a": ["b"], "b": ["a"]})) == [["a", "b"]]


def test_waiting_for_oneself_or_the_unknown_is_no_ring() -> None:
    assert list(cycles({"a": ["a", "z"]})) == []


def test_ten_thousand_steps_in_a_row() -> None:
    row = {str(n): [str(n + 1)] for n in range(10_000)}
    assert list(cycles(row)) == []
    assert len(next(cycles({**row, "10000": ["0"]}))) == 10_001
