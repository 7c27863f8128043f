"""A bound of language may be passed in one text, for a reason, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from check_cases import EDITION, PROCESS, Edit

from handbook.codes import CODES
from handbook.findings import Finding, Severity
from handbook.model.handbook import LanguageBound

Find = Callable[[Sequence[Edit]], list[Finding]]
HEAVY = "Vis fram " + " ".join(["du"] * 46) + "."
WITH_REASON = """accepted_wording:
  - bound: {}
    begins: Vis fram du
    why: Loven ramser opp alt dette.
front:
"""


def edits(bound: str) -> tuple[Edit, ...]:
    return (
        Edit(PROCESS, "what: Vis fram stedet.", f"what: {HEAVY}"),
        Edit(EDITION, "front:\n", WITH_REASON.format(bound)),
    )


def test_a_reason_silences_its_own_bound_alone(find: Find) -> None:
    heavy = edits("O06")[:1]
    assert {f.code for f in find(heavy)} == {"O06", "O24"}


@pytest.mark.parametrize(("bound", "left"), [("O06", {"O24"}), ("O24", {"O06"})])
def test_the_other_bound_is_still_told(bound: str, left: set[str], find: Find) -> None:
    assert {f.code for f in find(edits(bound))} == left


def test_another_text_that_is_as_heavy_is_told(find: Find) -> None:
    more = Edit(PROCESS, "why: Da blir det trygt.", f"why: {HEAVY.replace('Vis fram', 'Si')}")
    found = [f.place for f in find((*edits("O06"), more)) if f.code == "O06"]
    assert len(found) == 1


def test_a_reason_that_is_nearly_right_is_mended_by_the_message(find: Find) -> None:
    edit = Edit(EDITION, "front:\n", WITH_REASON.format("O06").replace("Vis fram", "Vis farm"))
    (left,) = [f for f in find((edits("O06")[0], edit)) if f.code == "O31"]
    assert "skriv «Vis fram du»" in left.fix


@pytest.mark.parametrize("bound", LanguageBound)
def test_every_bound_is_a_warning(bound: LanguageBound) -> None:
    assert CODES[bound].severity is Severity.WARNING
