"""The house drawn from its imports: which room stands on which, and nothing leans upwards."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import pytest

from test_rooms import OURS, PACKAGE, imports, modules

FLOORS = (
    "export",
    "build",
    "checking publishing web_editor",
    "book decks editing pages search",
    "checks forms reading render sections",
    "document language verdict watching",
    "codes kept lettering model report",
    "collector findings fonts hosting norwegian pictograms programme",
)
"""The drawing, top floor first: a room uses only what lies below it, and lies as low as it can."""

OF_MODEL = {"form.FieldType", "form_texts.REQUIRED", "process.Level"}
"""What the renderers know of the nouns: the kinds of value that blocks hold, and their labels."""


@pytest.fixture(scope="module")
def needs() -> dict[str, set[str]]:
    """Room → the rooms it imports from."""
    found: dict[str, set[str]] = {}
    for room, file in modules():
        used = (name.split(".")[1] for name, _ in imports(file) if name.startswith("handbook."))
        found.setdefault(room, set()).update(set(used) - {room})
    return found


def drawn(needs: dict[str, set[str]]) -> tuple[str, ...]:
    """The floors of a house. Raises CycleError with the rooms that lean on each other."""
    sorter = TopologicalSorter(needs)
    sorter.prepare()
    floors = []
    while sorter.is_active():
        ready = sorter.get_ready()
        floors.append(" ".join(sorted(ready)))
        sorter.done(*ready)
    return tuple(reversed(floors))


def test_the_house_stands_as_it_is_drawn(needs: dict[str, set[str]]) -> None:
    found = drawn(needs)
    assert found == FLOORS, "the house is now:\n" + "\n".join(found)


def test_a_room_may_use_nothing_that_it_does_not(needs: dict[str, set[str]]) -> None:
    unused = {room: sorted(OURS[room] - needs[room]) for room in needs if OURS[room] - needs[room]}
    assert unused == {}


def test_renderers_know_no_noun() -> None:
    known = {
        name.removeprefix("handbook.model.")
        for file in sorted((PACKAGE / "render").glob("*.py"))
        for name, _ in imports(file)
        if name.startswith("handbook.model.")
    }
    assert known == OF_MODEL


def test_what_is_drawn_wrong_is_noticed(needs: dict[str, set[str]]) -> None:
    with pytest.raises(CycleError):
        drawn(needs | {"model": {"pages"}})
    assert drawn(needs | {"norwegian": {"findings"}}) != FLOORS
