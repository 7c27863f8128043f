"""No section lies deeper than headings go: HTML has six levels, and a page begins at the first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handbook.document.blocks import Checklist, ItemList, Paragraph, Section
from handbook.document.linker import Linker
from handbook.document.walk import walk
from handbook.model.handbook import Handbook
from handbook.pages import compose_pages
from handbook.pages.context import Context
from handbook.pages.downloads import Downloads
from handbook.pages.page import Page
from handbook.reading.folder import read_handbook
from project import ROOT
from proofs.specimen import Specimen

DEEPEST = 6
_HEADED = ("cards", "process-list", "step-cards")
"""Lists whose items have headings of their own."""


def depth(value: Any) -> int:
    """How many levels of headings stand in a piece of a document."""
    if isinstance(value, tuple):
        return max(map(depth, value), default=0)
    inner = depth(tuple(_inside(value)))
    headed = isinstance(value, ItemList) and value.kind in _HEADED
    headed = headed or (isinstance(value, Checklist) and any(task.title for task in value.tasks))
    return inner + (isinstance(value, Section) or headed)


def _inside(node: Any) -> Iterator[Any]:
    """The outermost sections and lists inside a node."""
    waiting = [getattr(node, name) for name in getattr(node, "__slots__", ())]
    while waiting:
        found = waiting.pop()
        if isinstance(found, tuple) and not hasattr(found, "_fields"):
            waiting += found
        elif isinstance(found, Section | ItemList | Checklist):
            yield found
        elif hasattr(found, "__dataclass_fields__"):
            waiting += [getattr(found, name) for name in found.__dataclass_fields__]


def _book(name: str) -> Handbook:
    if name == "specimen":
        return Specimen().handbook()
    book = read_handbook(Path(ROOT / name)).handbook
    assert book is not None
    return book


@pytest.mark.parametrize(
    "name", [pytest.param(".", marks=pytest.mark.content), "tests/checks/tiny", "specimen"]
)
def test_no_page_is_deeper_than_headings_go(name: str) -> None:
    pages: list[Page] = list(compose_pages(Context(Linker(_book(name)), Downloads())))
    deep = {page.path: depth(page.section) for page in pages}
    assert max(deep.values()) >= 3
    assert [path for path, levels in deep.items() if levels > DEEPEST] == []


def test_depth_is_counted_through_everything_that_holds_blocks() -> None:
    told: tuple[Any, ...] = (Paragraph(("x",)),)
    for level in range(DEEPEST + 1):
        told = (Section(str(level), told),)
    assert depth(told) == DEEPEST + 1
    assert sum(isinstance(found, Section) for found in walk(told)) == DEEPEST + 1
