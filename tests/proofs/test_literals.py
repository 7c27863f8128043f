"""No id is written into code by hand: a thing is asked for by what it is, never by its name.

Ids belong to the content. Code that knows one is wrong in another handbook, and in this one when an
editor takes the thing away.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.model.handbook import Handbook
from project import ROOT, real_reading

HOOKS = ROOT / "hooks"
ROOMS = ("document", "sections", "pages", "book", "render", "forms", "publishing")
EXEMPT = {
    "sections/downloads.py: SKJ-09": "shows what a number on a sheet looks like, and leads nowhere",
    "pages/icons.py: SKJ-09": "shows what one may search for, and leads nowhere",
    "pages/lost.py: SKJ-09": "shows where capitals matter, and leads nowhere",
    "sections/people.py: opplaering": "an anchor of a role's page, which is also called so",
}
"""What is written where → why. It may only shrink."""

_FORM = re.compile(r"\bSKJ-\d+")
_ASKED = {"to": 1, "title": 1, "heading": 1, "form": 0, "step": 1, "roles": 0, "findings": 0}
"""What one asks the linker → which argument is the id."""


@pytest.fixture(scope="module")
def ids() -> set[str]:
    """Ids of the real handbook that are no usual words: forms, findings, models, roles, steps."""
    book = real_reading().handbook
    assert book is not None
    return {*book.finding_by_id, *book.model_by_id, *book.role_by_id, *_steps(book)}


def _steps(book: Handbook) -> set[str]:
    return {at.step.id for at in book.steps} | {at.key for at in book.steps}


def _files() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((HOOKS / "handbook" / room).rglob("*.py"))


def _strings(tree: ast.AST) -> Iterator[str]:
    """Every string but docstrings and those that stand alone to explain what is above."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def written(code: str, ids: set[str]) -> set[str]:
    """The ids that a piece of code knows by heart."""
    found = set()
    for text in _strings(ast.parse(code)):
        found.update(_FORM.findall(text))
        found.update({text} & ids)
    return found


def asked(code: str) -> Iterator[str]:
    """Calls that ask the linker, or the map of places, for a thing whose name stands in them."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        of_linker = isinstance(node.func, ast.Attribute) and "linker" in ast.unparse(node.func)
        at = _ASKED.get(name) if of_linker else 1 if name == "Place" else None
        if at is None or len(node.args) <= at:
            continue
        fixed = name == "Place" and ast.unparse(node.args[0]) in ("'page'", "'file'")
        if not fixed and any(isinstance(n, ast.Constant) for n in _leaves(node.args[at])):
            yield ast.unparse(node)


def _leaves(node: ast.expr) -> Iterator[ast.expr]:
    """The argument itself, or what stands in it when it is a tuple or a list."""
    if isinstance(node, ast.Tuple | ast.List):
        yield from node.elts
    else:
        yield node


@pytest.mark.slow
def test_no_id_stands_in_the_code(ids: set[str]) -> None:
    found = {
        f"{file.relative_to(HOOKS / 'handbook').as_posix()}: {name}"
        for file in _files()
        for name in written(file.read_text(encoding="utf-8"), ids)
    }
    assert found == EXEMPT.keys()


def test_nothing_is_asked_for_by_a_name_written_by_hand() -> None:
    found = [f"{file.name}: {call}" for file in _files() for call in asked(file.read_text("utf-8"))]
    assert found == []


def test_no_form_is_known_to_a_script_or_to_a_template_for_print() -> None:
    files = [*HOOKS.rglob("*.typ"), *(HOOKS / "theme/assets/js").glob("*.js")]
    assert len(files) > 15
    found = [file.name for file in files if _FORM.search(_said(file.read_text(encoding="utf-8")))]
    assert found == []


def _said(code: str) -> str:
    """Code without comments, which may give examples."""
    return re.sub(r"/\*.*?\*/|(?m:^\s*//.*$)", "", code, flags=re.DOTALL)


def test_what_is_seeded_is_found() -> None:
    code = 'x = linker.to("role", "fadder"), linker.findings(("L69",)), Place("form", "SKJ-29")'
    assert len(list(asked(code))) == 3
    assert written(code, {"fadder", "L69"}) == {"fadder", "L69", "SKJ-29"}
    assert list(asked('linker.to("role", name), Place("page", "om"), linker.findings(ids)')) == []
