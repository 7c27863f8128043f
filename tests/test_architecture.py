"""The drawing for developers is the house as it is: floors, rooms, and each place it names.

When the house has changed, run this file with `HANDBOOK_UPDATE=1 pytest`; a new room needs a row.
"""

from __future__ import annotations

import ast
import os
import re

import pytest

from project import ROOT
from test_house import FLOORS
from test_rooms import OURS, PACKAGE

FILE = ROOT / "docs/development/architecture.md"
README = (ROOT / "README.md").read_text("utf-8")
_NAMED = re.compile(r"`((?:[\w-]+/)*[\w-]+\.(?:py|js))(?:: (\w+))?`")


@pytest.fixture(scope="module")
def page() -> str:
    """The page, drawn anew when that is asked for."""
    told = FILE.read_text("utf-8")
    if os.environ.get("HANDBOOK_UPDATE"):
        told = _drawn_anew(told)
        FILE.write_text(told, "utf-8")
    return told


def _drawn_anew(told: str) -> str:
    floors = "\n".join(FLOORS)
    told = re.sub(r"(```floors\n).*?(\n```)", rf"\g<1>{floors}\g<2>", told, flags=re.DOTALL)
    rows = {row[1]: row[2] for row in re.finditer(_ROW, told)}
    order = [room for floor in FLOORS for room in floor.split()]
    table = "".join(
        f"| `{room}` | {rows.get(room, '?')} | {', '.join(sorted(OURS[room])) or '–'} |\n"
        for room in order
    )
    start, end = told.index("|---|---|---|\n") + len("|---|---|---|\n"), told.index("\nAll may use")
    return told[:start] + table + told[end:]


_ROW = re.compile(r"^\| `(\w+)` \| (.+) \| ([\w, –]+) \|$", re.MULTILINE)


def test_the_floors_are_those_of_the_house(page: str) -> None:
    drawn = re.search(r"```floors\n(.*?)\n```", page, re.DOTALL)
    assert drawn and tuple(drawn[1].splitlines()) == FLOORS, "write these:\n" + "\n".join(FLOORS)


def test_the_table_is_the_one_that_imports_are_held_to(page: str) -> None:
    rows = {row[1]: row[3] for row in re.finditer(_ROW, page)}
    assert "| ? |" not in page
    told = {room: set(uses.split(", ")) - {"–"} for room, uses in rows.items()}
    wrong = {room: ", ".join(sorted(uses)) for room, uses in OURS.items() if told.get(room) != uses}
    assert not wrong, f"rows that should say something else: {wrong}"
    assert told.keys() == OURS.keys()
    assert [room for floor in FLOORS for room in floor.split()] == list(rows)


def test_each_place_that_is_named_is_there(page: str) -> None:
    named = set(_NAMED.findall(page))
    assert len(named) > 40
    missing = []
    for path, name in sorted(named):
        file = next((f for f in (PACKAGE / path, ROOT / path) if f.is_file()), None)
        if file is None or (name and name not in _defined(file.read_text("utf-8"))):
            missing.append(f"{path}: {name}")
    assert not missing, "\n".join(missing)


def _defined(source: str) -> set[str]:
    kinds = ast.FunctionDef | ast.ClassDef
    return {node.name for node in ast.walk(ast.parse(source)) if isinstance(node, kinds)}


def test_the_readme_draws_rooms_that_are_there() -> None:
    drawing = re.search(r"## Slik henger det sammen\n\n```\n(.*?)```", README, re.DOTALL)
    assert drawing
    rooms = set(re.findall(r"\b([a-z_]+)/(?= )", drawing[1])) - {"site"}
    assert {"reading", "model", "sections", "pages", "book", "render"} <= rooms
    assert rooms <= OURS.keys()


def test_the_readme_lists_rooms_that_are_there() -> None:
    listed = set(re.findall(r"^\| `(\w+)(?:/|\.py)` \| (?!sider skrevet)", README, re.MULTILINE))
    assert len(listed) > 10
    assert listed <= OURS.keys() | {"commands"}
