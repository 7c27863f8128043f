"""A role in a model: everything it does, once, stretch by stretch, and nothing else."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from handbook.build import Build
from handbook.document.blocks import Checklist, Fold, Item, Task
from handbook.document.linker import Linker
from handbook.document.places import Place, path
from handbook.document.walk import walk
from handbook.model.acts import acts_of
from handbook.model.duties import roles_in_models
from handbook.model.inclusion_model import InclusionModel
from handbook.model.moments import When
from handbook.model.people import Role, Side
from handbook.render.search_text import SearchText
from handbook.sections.moments import moments
from handbook.sections.stretches import ENDINGS, STRETCHES, TROUBLE
from project import article_of


def does(model: InclusionModel, role: Role) -> list[str]:
    """What a role does in a model, in the order of the steps."""
    return [
        f"steg-{step.id}-{item.id}"
        for step in model.steps
        for item in step.do
        if role.id in item.who
    ]


def test_a_role_meets_each_of_its_actions_once_and_no_others(real: Build) -> None:
    assert real.book is not None
    pages = {page.path: page for page in real.pages}
    for role in real.book.roles:
        for model in real.book.models:
            page = pages.get(path(Place("duties", f"{role.id}/{model.id}")))
            part = any(role.id in step.responsibility.all_roles for step in model.steps)
            assert (page is not None) == part, (role.id, model.id)
            if page:
                shown = re.findall(r'<li id="(steg-[^"]+)" data-item=', article_of(page))
                assert sorted(shown) == sorted(does(model, role)), page.path


def test_each_stretch_has_something_to_do_and_they_follow_each_other(real: Build) -> None:
    order = [one.anchor for one in (*STRETCHES, *ENDINGS, TROUBLE)]
    for page in real.pages:
        if page.kind != "my-role":
            continue
        stretches = [one for one in walk(page.section) if getattr(one, "kind", "") == "moment"]
        anchors = [one.anchor for one in stretches]
        assert anchors == [one for one in order if one in anchors], page.path
        for stretch in stretches:
            assert any(isinstance(one, (Task, Item, Fold)) for one in walk(stretch)), page.path


def test_what_one_does_comes_before_what_one_must_not(real: Build) -> None:
    for page in real.pages:
        if page.kind == "my-role" and 'class="moment"' in (text := article_of(page)):
            assert text.rindex('class="moment"') < text.index('id="du-skal-ikke"'), page.path
            assert text.index('id="du-skal-ikke"') < text.index('class="off-card"')


def test_a_participant_reads_the_participants_own_words(real: Build) -> None:
    assert real.book is not None
    pages = {page.path: page for page in real.pages}
    for role in real.book.roles:
        if role.belongs_to is not Side.PARTICIPANT:
            continue
        for model in real.book.models_by_role.get(role.id, ()):
            page = pages[path(Place("duties", f"{role.id}/{model.id}"))]
            text = SearchText().section(page.section)
            for act in acts_of(model, role.id):
                if own := act.item.to_participant:
                    assert own.plain in text, (model.id, act.item.id)


def test_whoever_takes_part_reads_each_step_once_and_in_order(real: Build) -> None:
    assert real.book is not None
    for role in real.book.roles:
        for mine in roles_in_models(real.book, role):
            if mine.takes_part:
                (underway,) = (one for one in moments(Linker(real.book), mine)
                               if one.title == "Underveis")  # fmt: skip
                number = {step.id: at for at, step in enumerate(mine.model.steps)}
                met = [number[one.anchor.removeprefix("steg-")]
                       for one in walk(underway) if isinstance(one, Checklist)]  # fmt: skip
                assert met == sorted(met), (role.id, mine.model.id)


def test_before_the_next_start_is_not_before_the_first(real: Build) -> None:
    assert real.book is not None
    (theirs,) = (one for one in roles_in_models(real.book, real.book.role_by_id["deltaker"])
                 if one.model.id == "aft")  # fmt: skip
    assert {act.when for act in theirs.acts} <= {
        When.WEEKLY, When.MEETING, When.DURING, When.TROUBLE, When.LAST_DAY, When.AFTER,
    }  # fmt: skip


def test_every_checklist_item_has_an_id_that_is_its_own(real: Build) -> None:
    for page in real.pages:
        ids = re.findall(r'<li id="([^"]+)" data-item=', article_of(page))
        assert len(ids) == len(set(ids)), page.path


def test_a_role_that_acts_in_one_model_has_one_page_that_says_everything(real: Build) -> None:
    assert real.book is not None
    pages = {page.path: page for page in real.pages}
    sole = {role: models[0] for role, models in real.book.models_by_role.items()
            if len(models) == 1}  # fmt: skip
    assert sole
    for name, model in sole.items():
        role = real.book.role_by_id[name]
        whole = path(Place("duties", f"{name}/{model.id}"))
        former = pages[path(Place("role", name))].moved_to
        assert former is not None
        assert path(former) == whole
        text = article_of(pages[whole])
        for anchor in ("du-skal-ikke", "taushetsplikt", model.id):
            assert f'id="{anchor}"' in text, (name, anchor)
        takes_part = role.belongs_to is Side.PARTICIPANT
        assert ('id="timer"' in text) is not takes_part, name
        assert all(statement.text.plain in text for statement in role.training if not
                   statement.text.references)  # fmt: skip


def test_no_page_sends_its_reader_over_a_former_address(real: Build) -> None:
    former = {f"/{page.url}" for page in real.pages if page.moved_to}
    assert former
    for page in real.pages:
        links = re.findall(r'href="([^"#:]+)', article_of(page))
        assert not former & {urljoin(f"/{page.url}", link) for link in links}, page.path


def test_only_what_is_wrong_stands_where_something_is_wrong(real: Build) -> None:
    assert real.book is not None
    met = set[When]()
    for role in real.book.roles:
        for model in real.book.models_by_role.get(role.id, ()):
            for act in acts_of(model, role.id):
                told = act.item.moment.when if act.item.moment else None
                assert act.when is not When.EVENT, act.item.id
                assert (act.when is When.TROUBLE) == (told is When.TROUBLE), act.item.id
                if told is When.EVENT:
                    met.add(act.when)
    assert met == {When.BEFORE_START, When.DURING, When.AFTER}
