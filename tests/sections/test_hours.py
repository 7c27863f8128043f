"""The hours of a step: what they are for is said once where several roles' are for the same."""

from __future__ import annotations

from handbook.model.process import FOR_ALL, Effort
from handbook.sections.responsibility import whens


def hours(per: str, *, workplace: bool = False) -> Effort:
    told = {"role": "leder", "hours": 3, "per": per, "for_workplace": workplace}
    return Effort.model_validate(told | {"basis": "proposal"})


def test_a_row_of_the_same_says_it_at_its_end() -> None:
    each, once = hours("week"), hours("once", workplace=True)
    assert list(whens((once, once, each))) == [
        "", f" (alle {once.per.label}, {FOR_ALL})", f" {each.per.label}",
    ]  # fmt: skip


def test_each_of_its_own_says_its_own() -> None:
    each, once = hours("week"), hours("once")
    assert list(whens((once, each, once))) == [f" {one.per.label}" for one in (once, each, once)]
