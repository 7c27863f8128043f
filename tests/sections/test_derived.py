"""What follows from what another says is told on both sides, though it is written on one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.document.linker import Linker
from handbook.document.walk import walk
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import Relation
from handbook.reading.folder import read_handbook
from handbook.sections.model import related
from handbook.sections.people import combine
from project import ROOT

TINY = ROOT / "tests/checks/tiny"


def _book(root: Path, file: str, old: str, new: str) -> Handbook:
    copy = Path(shutil.copytree(TINY, root / "tiny"))
    text = (copy / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (copy / file).write_text(text.replace(old, new), encoding="utf-8")
    book = read_handbook(copy).handbook
    assert book is not None
    return book


@pytest.mark.parametrize(("relation", "reverse"), [
    ("resembles", "Ligner på"), ("used_with", "Brukes sammen med"),
    ("builds_on", "Danner grunnlag for"), ("replaces", "Erstattet av"),
])  # fmt: skip
def test_a_relation_that_one_model_has_is_told_by_the_other(
    relation: str, reverse: str, tmp_path: Path
) -> None:
    text = (TINY / "model/andre/model.yml").read_text(encoding="utf-8")
    typed = text[text.index("related:") :].split("\n", 4)
    whole = "\n".join(typed[:4])
    gone = _book(tmp_path, "model/andre/model.yml", whole, "related: []")
    said = gone.model_by_id["mini"].related[0]
    told = said.model_copy(update={"relation": Relation(relation)})
    mini = gone.model_by_id["mini"].model_copy(update={"related": (told,)})
    book = Handbook(
        gone.edition, (mini, gone.model_by_id["andre"]), gone.forms, gone.roles, gone.terms,
        gone.themes, gone.sources, gone.search,
    )  # fmt: skip
    linker = Linker(book)
    words = str(related(linker, book.model_by_id["andre"]))
    assert f"{reverse} " in words
    assert f". Sett fra {mini.short_title}: " in words
    assert "Sett fra" not in str(related(linker, mini))


def test_what_both_say_is_told_once() -> None:
    book = read_handbook(TINY).handbook
    assert book is not None
    assert book.related_from == {}


def test_roles_may_be_combined_when_one_of_them_says_so(tmp_path: Path) -> None:
    book = _book(tmp_path, "model/roles.yml", "    can_combine_with: [fadder]\n", "")
    both = (book.role_by_id["leder"], book.role_by_id["fadder"])
    assert {bool(role.can_combine_with) for role in both} == {True, False}
    linker = Linker(book)
    for role, other in (both, both[::-1]):
        places = [node.place for node in walk(tuple(combine(linker, role))) if hasattr(node, "tip")]
        assert linker.to("role", other.id).place in places
