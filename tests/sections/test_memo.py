"""The memo never hides the roles with most work, and counts aloud what there is no limits for."""

from __future__ import annotations

import re

import pytest

from handbook.build import Build
from handbook.document.blocks import Section, Table
from handbook.document.linker import Linker
from handbook.document.walk import walk
from handbook.model.calendar import usual_length
from handbook.model.effort import Total, per_participant, per_year
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.render.search_text import search_text
from handbook.sections.memo import LEAVES, PAGE, Limits, by_hours, memo_section


def roles_shown(memo: Section) -> list[str]:
    (table,) = (block for block in walk(memo) if isinstance(block, Table))
    refs = [row.cells[0].blocks[0].words[0] for row in table.rows]  # type: ignore[union-attr]
    return [ref.place.name.partition("/")[0] for ref in refs]  # type: ignore[union-attr]


def totals(model: InclusionModel) -> dict[str, float | None]:
    counted = per_participant(model) if usual_length(model) else per_year(model)
    return {total.role: total.hours for total in counted}


@pytest.mark.parametrize("limits", [PAGE, *LEAVES])
def test_no_role_without_room_has_more_known_hours_than_one_that_is_shown(
    real: Build, limits: Limits
) -> None:
    assert real.book is not None
    linker = Linker(real.book)
    for model in real.book.models:
        hours = totals(model)
        shown = roles_shown(memo_section(linker, model, limits))
        assert len(shown) == min(limits.roles, len(hours))
        left = [hours[role] or 0 for role in hours if role not in shown]
        assert min(hours[role] or 0 for role in shown) >= max(left, default=0)


@pytest.mark.parametrize("limits", LEAVES)
def test_what_there_is_no_room_for_is_counted(real: Build, limits: Limits) -> None:
    assert real.book is not None
    linker = Linker(real.book)
    for model in real.book.models:
        text = search_text((memo_section(linker, model, limits),)).replace("\u00a0", " ")
        outcomes = () if isinstance(model.outcomes, Absence) else model.outcomes
        for all_of, kept, words in (
            (model.purpose, limits.purpose, "formål"),
            (model.known_gaps, limits.gaps, "ting"),
            (outcomes, limits.results, "resultat(er)?"),
        ):
            more = len(all_of) - kept
            told = re.search(rf"^{more} {words} til står i modellen\.$", text, re.M)
            assert (told is not None) == (more > 0), (model.id, words)
        assert f"{len(model.core)} ting må være sant; de står i modellen" in text
        roles = sum(int(n) for n in re.findall(r"(\d+) rolle[r]? til har", text))
        assert roles == len(totals(model)) - min(limits.roles, len(totals(model)))


def test_roles_nobody_knows_the_hours_of_come_last() -> None:
    found = by_hours(Total(role, hours, (), ()) for role, hours in
                     (("a", None), ("b", 2.0), ("c", 0.0), ("d", 9.5)))  # fmt: skip
    assert [total.role for total in found] == ["d", "b", "c", "a"]
