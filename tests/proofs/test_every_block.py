"""Every renderer prints every kind of block and piece, in each of its looks."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isabstract
from typing import Any, get_args

import pytest

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.document import tools as t
from handbook.document.places import page, url
from handbook.document.walk import walk
from handbook.render.html import article
from handbook.render.markdown import markdown, source
from handbook.render.renderer import Renderer
from handbook.render.search_text import search_text
from handbook.render.typst_tree import typst_tree
from handbook.render.xhtml import Xhtml
from proofs.every_block import every_block

PRINTERS: dict[str, Callable[[b.Section], Any]] = {
    "html": lambda told: article(told, "a/b"),
    "markdown": lambda told: markdown(told, "a/b"),
    "source": lambda told: source(told, "a/b"),
    "search": lambda told: search_text((told,)),
    "typst": lambda told: typst_tree((told,), "https://prove.example"),
    "e-book": lambda told: Xhtml(url, {}).section(told),
}


@pytest.mark.parametrize("name", PRINTERS)
def test_every_block_is_printed_in_every_look(name: str) -> None:
    for block in every_block():
        PRINTERS[name](b.Section("Tittel", (block,), "topp", place=page("a/b")))


def test_every_kind_is_among_them() -> None:
    met = {type(found) for block in every_block() for found in walk(block)}
    kinds = {*get_args(b.Block), *get_args(i.Inline), *get_args(t.ToolData)} - {str}
    assert kinds <= met


def test_every_renderer_is_tried() -> None:
    whole = (kind for kind in _renderers(Renderer) if not isabstract(kind))
    kinds = {kind.__module__ for kind in whole}
    rooms = {name.rpartition(".")[2] for name in kinds if name.startswith("handbook.render.")}
    assert rooms == {"html", "markdown", "search_text", "typst", "xhtml"}


def _renderers(kind: type) -> list[type]:
    return [one for sub in kind.__subclasses__() for one in (sub, *_renderers(sub))]
