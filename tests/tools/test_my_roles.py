"""«Min rolle»: every step where the role acts, once, in order, and nothing else."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from handbook.build import Build
from handbook.document.places import Place, path
from handbook.model.duties import my_role
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Role
from project import article_of


def acts(model: InclusionModel, role: Role) -> list[str]:
    duties = ((step, step.responsibility) for step in model.steps)
    return [s.id for s, d in duties if role.id in d.performed_by or role.id == d.accountable]


def test_a_role_meets_each_of_its_steps_once_and_in_order(real: Build) -> None:
    assert real.book is not None
    pages = {page.path: page for page in real.pages}
    for role in real.book.roles:
        for model in real.book.models:
            steps = acts(model, role)
            page = pages.get(path(Place("duties", f"{role.id}/{model.id}")))
            assert (page is not None) == bool(steps), (role.id, model.id)
            if page is None:
                continue
            text = article_of(page)
            listed = re.findall(r'<li id="[^"]+" data-item="([^"]+)" value=', text)
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
        ids = re.findall(r'<li id="([^"]+)" data-item=', article_of(page))
        assert len(ids) == len(set(ids)), page.path


def test_what_one_must_not_do_comes_before_what_one_does(real: Build) -> None:
    for page in real.pages:
        if page.kind == "my-role":
            text = article_of(page)
            assert text.index('id="du-skal-ikke"') < text.index('id="oppgaver"')


def test_a_role_that_acts_in_one_model_has_one_page_that_says_everything(real: Build) -> None:
    assert real.book is not None
    pages = {page.path: page for page in real.pages}
    sole = {role: models[0] for role, models in real.book.models_by_acting_role.items()
            if len(models) == 1}  # fmt: skip
    assert sole
    for name, model in sole.items():
        role = real.book.role_by_id[name]
        whole = path(Place("duties", f"{name}/{model.id}"))
        former = pages[path(Place("role", name))].moved_to
        assert former is not None
        assert path(former) == whole
        text = article_of(pages[whole])
        for anchor in ("du-skal-ikke", "taushetsplikt", model.id, "oppgaver", "timer"):
            assert f'id="{anchor}"' in text, (name, anchor)
        assert all(statement.text.plain in text for statement in role.training if not
                   statement.text.references)  # fmt: skip


def test_no_page_sends_its_reader_over_a_former_address(real: Build) -> None:
    former = {f"/{page.url}" for page in real.pages if page.moved_to}
    assert former
    for page in real.pages:
        links = re.findall(r'href="([^"#:]+)', article_of(page))
        assert not former & {urljoin(f"/{page.url}", link) for link in links}, page.path
