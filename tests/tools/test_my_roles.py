"""«Min rolle»: every step where the role acts, once, in order, and nothing else."""

from __future__ import annotations

import re

from handbook.build import Build
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Role
from handbook.pages import addresses
from handbook.pages.my_role_pages import my_role


def acts(model: InclusionModel, role: Role) -> list[str]:
    duties = ((step, step.responsibility) for step in model.steps)
    return [s.id for s, d in duties if role.id in d.performed_by or role.id == d.accountable]


def test_a_role_meets_each_of_its_steps_once_and_in_order(real: Build) -> None:
    assert real.book is not None
    pages = {page.path: page for page in real.pages}
    for role in real.book.roles:
        for model in real.book.models:
            steps = acts(model, role)
            page = pages.get(addresses.role_in_model(role.id, model.id))
            assert (page is not None) == bool(steps), (role.id, model.id)
            if page is None:
                continue
            listed = re.findall(r'<li id="[^"]+" data-item="([^"]+)" value=', page.markdown)
            assert listed == steps


def test_nothing_about_the_duties_of_others(real: Build) -> None:
    """Items of a step are shown to the one who answers for it; all others see the step alone."""
    assert real.book is not None
    for role in real.book.roles:
        for model in real.book.models:
            for duty in my_role(model, role).duties:
                answers = duty.step.responsibility.accountable == role.id
                assert not duty.items or answers
                assert role.id not in duty.others


def test_every_checklist_item_has_an_id_that_is_its_own(real: Build) -> None:
    for page in real.pages:
        ids = re.findall(r'<li id="([^"]+)" data-item=', page.markdown)
        assert len(ids) == len(set(ids)), page.path


def test_what_one_must_not_do_comes_before_what_one_does(real: Build) -> None:
    for page in real.pages:
        if page.kind == "my-role":
            text = page.markdown
            assert text.index('id="du-skal-ikke"') < text.index("{#oppgaver}")
