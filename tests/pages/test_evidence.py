"""What stands behind the marks of a page: every finding it names, and one action away its words."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from handbook.document.linker import Linker
from handbook.model.handbook import Handbook
from handbook.model.noun import Basis
from handbook.model.source import Source
from handbook.pages import compose_pages
from handbook.pages.back_links import cited
from handbook.pages.context import Context
from handbook.pages.downloads import Downloads
from handbook.pages.page import Page
from handbook.pages.printing import article_html
from handbook.pages.quotations import quotations_file
from handbook.reading.folder import read_handbook
from handbook.render.markdown import markdown
from project import ROOT


def _quoting(book: Handbook) -> Handbook:
    """The handbook with one more fact about its law: what it says, and how it was read."""
    law = book.source_by_id["lov"]
    said = law.findings[0].model_copy(
        update={"quote": "nedsatt med minst halvparten", "open_copy": "Lovtidend, 1.2.2026"}
    )
    told: Source = law.model_copy(update={"findings": (said, *law.findings[1:])})
    sources = (told if one.id == "lov" else one for one in book.sources)
    return replace(book, sources=tuple(sources))


_CALL = re.compile(r"^(\w+)\((.*)\);$", re.MULTILINE)


@pytest.fixture(scope="module")
def book() -> Handbook:
    found = read_handbook(ROOT / "tests/checks/tiny").handbook
    assert found is not None
    return _quoting(found)


@pytest.fixture(scope="module")
def pages(book: Handbook) -> dict[str, Page]:
    made = compose_pages(Context(Linker(book), Downloads()))
    return {page.path: page for page in made}


def test_every_finding_a_page_names_is_on_its_paper(pages: dict[str, Page]) -> None:
    known = {"L1", "L2", "S1", "S2", "S3", "A1"}
    naming = [page for page in pages.values() if page.behind]
    assert len(naming) > 5
    for page in naming:
        html = article_html(page)
        for number in set(cited(page.ends)) & known:
            paper = html.partition('<div class="evidence">')[2]
            assert f"<strong>{number}</strong>" in paper, f"{page.path}: {number}"


def test_it_says_the_place_and_leads_to_the_words(pages: dict[str, Page]) -> None:
    html = article_html(pages["modeller/mini/index"]).replace("\u00a0", " ")
    source = html.partition('<div class="evidence">')[2].partition("kilder/lov.html")[2]
    told = source.partition("<strong>L1</strong>")[2].partition("</li>")[0]
    for words in ("kilder/lov.html#L1", "§ 1"):
        assert words in told
    there = article_html(pages["kilder/lov"]).replace("\u00a0", " ")
    for words in ("Lovtidend, 1.2.2026", "nedsatt med minst halvparten", "1. november 2026"):
        assert words in there


def test_the_words_are_one_file_for_all_pages(book: Handbook) -> None:
    ((name, told),) = _CALL.findall(quotations_file(book).decode())
    found = json.loads(told)
    assert name == "handbookQuotations"
    assert set(found) == {one.id for source in book.sources for one in source.findings}
    law = book.source_by_id["lov"]
    assert found["L1"] == [
        law.title, "Kontrollert 1. november 2026.", "§ 1", "nedsatt med minst halvparten",
        "Åpen kopi: Lovtidend, 1.2.2026.",
    ]  # fmt: skip


def test_a_page_says_once_that_the_rest_is_proposed(pages: dict[str, Page]) -> None:
    proposing = [page for page in pages.values() if Basis.PROPOSAL in page.ends.bases]
    assert proposing
    for page in proposing:
        html = article_html(page)
        assert html.count("håndbokas forslag, ikke bekreftet") == 1, page.path
        assert html.count("data-source-switch") == 1, page.path
        assert html.count("ikke kvalitetssikret") <= 1, page.path


def test_what_a_source_says_is_marked_with_its_kind_and_year(pages: dict[str, Page]) -> None:
    marks = re.findall(r'<span class="basis basis-regulation">.*?</span>',
                       article_html(pages["modeller/mini/index"]))  # fmt: skip
    assert marks
    assert all(re.search(r'<a href="[^"]*kilder/lov.html#L\d" title="[^"]+ \(L\d\)">'
                         r"Regelverk\u00a0\d{4}</a>", mark) for mark in marks)  # fmt: skip


def test_it_is_no_part_of_what_the_page_says(pages: dict[str, Page]) -> None:
    page = pages["modeller/mini/index"]
    assert "nedsatt med minst halvparten" not in markdown(page.section, page.path)
    source = pages["kilder/lov"]
    assert "nedsatt med minst halvparten" in markdown(source.section, source.path)


def test_a_page_that_names_no_finding_has_nothing_behind_it(pages: dict[str, Page]) -> None:
    assert not pages["kilder/index"].behind
    assert 'class="evidence"' not in article_html(pages["kilder/index"])
