"""Journey 5: what a leader takes to the meeting, and what a participant is told, on good ground."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

import pytest
from lxml import html

from handbook.build import Build
from handbook.document import titles
from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.document.titles import part_place
from handbook.document.walk import walk
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.readability import lix
from handbook.pages.page import Page
from handbook.render.search_text import search_text
from handbook.sections.memo import RESULTS, best_outcomes, memo_section, sources_of
from project import article_of

pytestmark = pytest.mark.content


@pytest.fixture(scope="module")
def book(real: Build) -> Handbook:
    assert real.book
    return real.book


@pytest.fixture(scope="module")
def pages(real: Build) -> dict[str, Page]:
    return {page.path: page for page in real.pages}


def _ways(page: Page) -> set[str]:
    """The pages it leads to."""
    told = html.fromstring(f"<div>{article_of(page)}</div>").xpath("//a/@href")
    ways = (address.partition("#")[0] for address in told if "://" not in address)
    here = posixpath.dirname(page.path)
    return {posixpath.normpath(posixpath.join(here, way)).removesuffix(".html") for way in ways}


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u2060", ""))


def _told(book: Handbook, model: InclusionModel) -> str:
    return _plain(search_text((memo_section(Linker(book), model),)))


@pytest.mark.parametrize("part", ["notat", "til-deg"])
def test_both_are_two_clicks_from_the_front_page(
    book: Handbook, pages: dict[str, Page], part: str
) -> None:
    first = {way for way in _ways(pages["index"]) if way in pages}
    second = {way for page in first for way in _ways(pages[page])}
    assert {f"modeller/{model.id}/{part}" for model in book.models} <= first | second


def test_every_number_in_the_memo_has_its_counts_its_kind_of_source_and_its_doubt(
    book: Handbook,
) -> None:
    known = 0
    for model in book.models:
        told = _told(book, model)
        aimed = [one for one in best_outcomes(model) if not one.off_goal]
        for outcome in aimed[:RESULTS]:
            known += 1
            assert outcome.measure.casefold() in told.casefold(), (model.id, outcome.id)
            if outcome.denominator:
                assert f"{outcome.numerator} av {outcome.denominator}" in told, outcome.id
        assert "95 prosent" not in told and "konfidensintervall" not in told
    assert known > 5


def test_the_memo_names_its_sources_or_says_how_many_more_there_are(book: Handbook) -> None:
    for model in book.models:
        told = _told(book, model)
        sources = sources_of(book, model)
        named = [one for one in sources if one.title in told]
        left = re.search(r"og (\d+) kilder? til", told)
        assert named, model.id
        assert len(sources) - len(named) == (int(left[1]) if left else 0), model.id


def test_the_memo_says_what_is_not_known_and_when_it_is_old(book: Handbook) -> None:
    for model in book.models:
        told = _told(book, model)
        assert not model.known_gaps or "Det vi ikke vet" in told, model.id
        assert ("Historisk" in told) == (model.historical is not None), model.id


ASKED = {
    "si-nei": "what one can say no to", "hva-skjer": "what happens", "hvem-ser": "who sees it",
    "i-handa": "what one gets", "sporre": "whom to ask",
}  # fmt: skip
_HOW_LONG = re.compile(
    r"\b(?:uker?|måneder|år|halvår)\b|fast jobb|så lenge|hvor lenge", re.IGNORECASE
)


def _parts(page: Page) -> Iterator[tuple[str, str]]:
    for block in walk(page.section):
        if isinstance(block, Section) and block.anchor:
            yield block.anchor, _plain(search_text((block,)))


def test_a_participant_reads_the_five_answers_in_easy_words(
    book: Handbook, pages: dict[str, Page]
) -> None:
    for model in book.models:
        page = pages[f"modeller/{model.id}/til-deg"]
        parts = dict(_parts(page))
        assert {spot for spot in ASKED if len(parts.get(spot, "").split()) < 8} == set(), model.id
        assert lix(_plain(search_text(page.section.blocks))) < 35, model.id
        assert _HOW_LONG.search(parts["hva-skjer"]), model.id
        assert re.search(r"slutte|stoppe", parts["si-nei"]), model.id
        assert "klage" in parts["si-nei"] + parts["hvem-ser"], model.id


def test_a_participant_gets_a_booklet_and_the_notice_of_what_is_kept(
    book: Handbook, real: Build
) -> None:
    booklets = {name for name in real.files if name.startswith("last-ned/til-deg/")}
    for model in book.models:
        assert any(model.id in name and name.endswith(".pdf") for name in booklets), model.id
        assert isinstance(model.for_participant, Absence) or titles.PRIVACY in titles.parts_of(
            book, model
        )
        assert part_place(model, titles.PARTICIPANT).name == f"{model.id}/til-deg"
