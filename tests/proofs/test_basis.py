"""In every output a statement tells its basis, and each finding's number leads to its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.book.volumes import all_chapters
from handbook.document.blocks import Section
from handbook.document.inline import Mark
from handbook.document.linker import Linker
from handbook.document.walk import walk
from handbook.model.handbook import Handbook
from handbook.pages import compose_pages
from handbook.pages.context import Context
from handbook.pages.downloads import Downloads
from handbook.reading.folder import read_handbook
from project import ROOT
from proofs.exemptions import LASTING, NOT_YET
from proofs.outputs import OUTPUTS, Made, whole_book
from proofs.specimen import Specimen

_NUMBER = r"([A-Z]{1,2}\d+)"
WAYS = {
    "web": rf'<a href="([^"]*)"[^>]*(?:title="[^"]* |>[^<]*)\({_NUMBER}\)',
    "epub": rf'<a href="([^"]*)"[^>]*>(?:[^<]*\()?{_NUMBER}\)?</a>',
    "markdown": rf"\[()?{_NUMBER}\]\((?P<to>[^)\s]*)\)",
    "book": rf'"to": "([^"]*)", "content": \["(?:[^"]*\()?{_NUMBER}\)?"\]',
}
"""Output → how a number that leads somewhere is written: where to, and the number."""

SPOTS = {
    "web": rf'<li id="{_NUMBER}"[^>]*><strong>{_NUMBER}</strong>',
    "epub": rf'<li id="{_NUMBER}"[^>]*><strong>{_NUMBER}</strong>',
    "markdown": rf'<a id="{_NUMBER}"></a>\*\*{_NUMBER}\*\*',
    "book": rf'"term": \["{_NUMBER}"\], "long": false, "label": "kilder/[^"#]*#{_NUMBER}"',
}
"""Output → how a finding stands in its source: its spot, and the number told there."""


@pytest.fixture(scope="module")
def specimen() -> tuple[Specimen, Made]:
    """Every statement names a finding of its own."""
    whole = Specimen()
    return whole, Made(whole.handbook())


@pytest.mark.parametrize("output", WAYS)
def test_each_number_leads_to_its_own(output: str, specimen: tuple[Specimen, Made]) -> None:
    whole, made = specimen
    text = whole_book(made) if output == "book" else "\n".join(OUTPUTS[output](made).values())
    ways = [
        (found["to"] if "to" in found.groupdict() else found[1], found[2])
        for found in re.finditer(WAYS[output], text)
    ]
    assert {number for _, number in ways} == set(whole.numbers), "a number is told by no link"
    assert [(to, number) for to, number in ways if not to.endswith(f"#{number}")] == []
    spots = re.findall(SPOTS[output], text)
    assert {spot for spot, _ in spots} >= set(whole.numbers)
    assert [pair for pair in spots if pair[0] != pair[1]] == []


def test_only_the_search_is_silent_about_a_basis(specimen: tuple[Specimen, Made]) -> None:
    """The proof of fields turns every basis; here nobody has excused one from being seen."""
    whole, _ = specimen
    bases = [spot for spot in whole.turning if spot.endswith(".basis")]
    excused = [
        (spot, output)
        for spot in bases
        for output in WAYS
        for reason in (*LASTING, *NOT_YET)
        if reason.covers(spot, output)
    ]
    assert len(bases) > 50
    assert excused == []


def _documents(book: Handbook) -> list[Section]:
    pages = [
        page.section for page in compose_pages(Context(Linker(book), Downloads())) if page.section
    ]
    return [*pages, *all_chapters(Linker(book))]


@pytest.mark.parametrize(
    "folder", ["tests/checks/tiny", pytest.param(".", marks=pytest.mark.content)]
)
def test_marks_lead_to_their_own_findings(folder: str) -> None:
    book = read_handbook(Path(ROOT / folder)).handbook
    assert book is not None
    told = _documents(book)
    marks = [found for section in told for found in walk(section) if isinstance(found, Mark)]
    astray = {
        (ref.words, ref.place.label)
        for mark in marks
        for ref in mark.findings
        if ref.place.anchor != ref.words or ref.words not in book.finding_by_id
    }
    assert marks
    assert astray == set()
