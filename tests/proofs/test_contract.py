"""What scripts and styles look for is written somewhere, and what is written for them is read."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.document.blocks import Section
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import Status
from handbook.pages.frame import Frame
from handbook.pages.printing import lost_html, printed
from handbook.publishing.offline import PACKED
from handbook.reading.folder import read_handbook
from handbook.render.html import article
from project import ROOT
from proofs.contract import NONE, Names, made, scripts, selected, sought, styled, written
from proofs.every_block import every_block
from proofs.outputs import Made
from proofs.specimen import Specimen

FOR_TESTS = {
    "data-awake": "that the scripts of a form are there; journeys wait for it",
    "data-day": "the day of a row in the plan, by which journeys find it",
    "data-name": "the answer's own name, held against those in the PDF and the Word file",
    "data-verdict": "the model a verdict is about, by which journeys find it",
}
"""Data that no script or style reads, and what our tests need it for."""


@pytest.fixture(scope="module")
def pages() -> Names:
    """All that can stand in a page: every block in every look, every page of three handbooks."""
    found = NONE
    for html in (*_blocks(), *_whole_pages()):
        found |= written(html)
    return found


def _blocks() -> Iterator[str]:
    return (article(Section("x", (block,), "topp"), "a/b") for block in every_block())


def _whole_pages() -> Iterator[str]:
    yield PACKED.decode()
    for book in _books():
        frame = Frame(book.edition, edit_base="https://code.example/", policy="default-src 'none'")
        yield from (html.decode() for _, html in printed(Made(book).pages, frame))
        yield lost_html(book, frame).decode()
        yield lost_html(book, Frame(book.edition, preview=True)).decode()


def _books() -> Iterator[Handbook]:
    for folder in (".", "tests/checks/tiny"):
        book = read_handbook(Path(ROOT / folder)).handbook
        assert book is not None
        yield book
    specimen = Specimen().handbook()
    for status in Status:
        models = (specimen.models[0].model_copy(update={"status": status}), *specimen.models[1:])
        yield dataclasses.replace(specimen, models=models)


@pytest.fixture(scope="module")
def by_scripts() -> Names:
    found = NONE
    for _, code in scripts():
        found |= made(code)
    return found


@pytest.mark.slow
def test_what_the_styles_look_for_is_written(pages: Names, by_scripts: Names) -> None:
    missing = styled() - (pages | by_scripts)
    assert sorted(missing.classes) == [], "dead styles: delete them"
    assert sorted(missing.ids | missing.data) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, _ in scripts()])
def test_what_a_script_looks_for_is_written(name: str, pages: Names, by_scripts: Names) -> None:
    there = pages | by_scripts
    missing = sought(dict(scripts())[name]) - there
    begun = {one for one in missing.ids if one.endswith("-")}  # the script itself adds the rest
    assert [one for one in begun if not any(i.startswith(one) for i in there.ids)] == []
    assert missing - Names(frozenset(), frozenset(begun), frozenset()) == NONE


@pytest.mark.slow
def test_data_for_scripts_is_read(pages: Names, by_scripts: Names) -> None:
    read = styled()
    for _, code in scripts():
        read |= sought(code)
    assert sorted((pages | by_scripts).data - read.data) == sorted(FOR_TESTS)


def test_tests_do_need_what_is_written_for_them() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name in FOR_TESTS if len(re.findall(rf"\[?{name}\b", code)) < 2] == []


def test_what_is_seeded_is_found() -> None:
    assert selected('a.b:is(.c, #d)[data-e="x.y"]') == Names.of("b c", "d", "data-e")
    code = """
      tool.querySelector('[data-a] .b'); x.dataset.cD || ''; y.dataset.e = 1; el.id = 'f';
      make('li', bad ? 'g' : 'h'); document.getElementById("i"); z.dataset.j === '';
    """
    assert sought(code) == Names.of("b", "i", "data-a data-c-d data-j")
    assert made(code) >= Names.of("g h", "f", "data-e")
    assert written('<p class="a b" id="c" data-d="e">') == Names.of("a b", "c", "data-d")
