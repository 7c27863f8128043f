"""The chooser against situations written by people who had not seen its table."""

from __future__ import annotations

import pytest

from handbook.build import Build
from handbook.model.deciding import table
from tools.fresh_profiles import LANDED, measured, read, strange, told

pytestmark = pytest.mark.content

_WELL = 0.8
"""The share that finds a good answer first; the first measurement was 13 of 15."""


def test_most_situations_find_a_good_answer_first_and_none_is_missed(real: Build) -> None:
    assert real.book is not None
    assert real.book.decision is not None
    weighed, profiles = table(real.book.decision, real.book), read(LANDED)
    assert strange(weighed, profiles) == []
    found = measured(weighed, profiles)
    first = [one for one in found if one.place == "first"]
    assert len(first) >= _WELL * len(found), told(found)
    assert [one.profile.id for one in found if one.place == "missed"] == [], told(found)
