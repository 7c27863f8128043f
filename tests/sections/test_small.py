"""Small employers: what models, roles and forms say, and no one else's word."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from handbook.build import Build
from handbook.document.linker import Linker
from handbook.model.few import fewest
from handbook.model.inclusion_model import EmployerKind
from handbook.render.search_text import search_text
from handbook.sections.small import models_for_employers, small_section

NAMES = "abcde"
PAIRS = list(combinations(NAMES, 2))


def test_who_goes_together_is_one_person() -> None:
    combined = {"a": ("b",), "b": ("a", "c"), "c": ("b",)}
    assert len(fewest("abc", combined)) == 2
    assert fewest("ac", combined) == (("a",), ("c",))
    assert fewest("", combined) == ()


@given(st.lists(st.sampled_from(PAIRS)), st.sets(st.sampled_from(NAMES)))
def test_every_role_has_one_person_and_no_person_two_that_clash(
    pairs: list[tuple[str, str]], roles: set[str]
) -> None:
    combined: dict[str, list[str]] = {name: [] for name in NAMES}
    for one, other in pairs:
        combined[one].append(other)
        combined[other].append(one)
    groups = fewest(sorted(roles), combined)
    assert sorted(role for group in groups for role in group) == sorted(roles)
    assert all(two in combined[one] for group in groups for one, two in combinations(group, 2))


def test_all_that_a_model_says_can_be_changed_is_there(real: Build) -> None:
    assert real.book is not None
    linker = Linker(real.book)
    told = search_text(small_section(linker).blocks)
    models = models_for_employers(linker)
    asked = [
        m for m in real.book.models if m.suits and EmployerKind.ORDINARY in m.suits.employer_kind
    ]
    assert set(models) == set(asked)
    for model in models:
        assert model.adaptation is not None
        for statement in model.adaptation.can_change:
            words = search_text(linker.blocks(statement.text))
            assert words in told, (model.id, words)


def test_a_form_that_may_be_left_out_says_when(real: Build) -> None:
    assert real.book is not None
    linker = Linker(real.book)
    told = search_text(small_section(linker).blocks)
    used = {form for model in models_for_employers(linker) for form in model.forms}
    omitted = [f for f in real.book.valid_forms if f.id in used and f.may_be_omitted_when]
    assert len(omitted) > 20
    assert all(
        form.may_be_omitted_when.plain in told for form in omitted if form.may_be_omitted_when
    )
