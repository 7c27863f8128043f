"""What is written to whoever a model is for: one narrator, no files, and ids that stay."""

from __future__ import annotations

import re

import pytest

from handbook.book.leaves import booklet
from handbook.build import Build
from handbook.checks.to_participant import TURNED_ROUND
from handbook.document import places, titles
from handbook.document.linker import Linker
from handbook.document.places import Place, path
from handbook.document.titles import part_place
from handbook.model.duties import roles_in_models
from handbook.model.handbook import Handbook
from handbook.model.practice import ExceptionKind
from handbook.model.readability import sentences
from handbook.pages.frame import Frame
from handbook.pages.page import Page
from handbook.pages.printing import article_html
from handbook.render.search_text import SearchText

_WE = re.compile(r"\b(?:vi|oss|vår|våre|vårt)\b", re.IGNORECASE)
_FILE = re.compile(r"\b[\w/-]+\.yml\b")
EMPLOYED = ("vta", "inkluderende-bedrift")
"""Models whose people are employees."""


@pytest.fixture(scope="module")
def book(real: Build) -> Handbook:
    assert real.book
    return real.book


@pytest.fixture(scope="module")
def written(real: Build, book: Handbook) -> dict[str, Page]:
    """The pages written to participants, by address: one of each model, one of each own role."""
    told = {path(part_place(model, titles.PARTICIPANT)) for model in book.models}
    own = {
        path(Place("duties", f"{role.id}/{mine.model.id}"))
        for role in book.roles
        for mine in roles_in_models(book, role)
        if mine.takes_part
    }
    found = {page.path: page for page in real.pages if page.path in told | own}
    assert set(found) == told | own
    assert len(found) > 2 * len(told) - 1
    return found


def test_the_foot_names_no_file(written: dict[str, Page]) -> None:
    named = {at: _FILE.findall(article_html(page)) for at, page in written.items()}
    assert {at: files for at, files in named.items() if files} == {}


def test_nobody_is_we(written: dict[str, Page]) -> None:
    """Six models named who does it; a «vi» in the seventh was one more to find out."""
    said = {at: _WE.findall(_own_words(page)) for at, page in written.items()}
    assert {at: words for at, words in said.items() if words} == {}


def _own_words(page: Page) -> str:
    """Without what the handbook says of its own marks."""
    return SearchText().section(page.section).replace("vår tolkning eller vårt forslag", "")


def test_no_condition_is_turned_round(written: dict[str, Page]) -> None:
    """What editors write is checked where they write it (O28); this is what is put around it."""
    said = {
        at: [one for one in sentences(_own_words(page)) if TURNED_ROUND.fullmatch(one)]
        for at, page in written.items()
    }
    assert {at: found for at, found in said.items() if found} == {}
    assert TURNED_ROUND.fullmatch("Mangler det, spør du etter det.")


def test_an_employee_is_not_called_a_participant(book: Handbook, written: dict[str, Page]) -> None:
    for name in EMPLOYED:
        page = written[path(part_place(book.model_by_id[name], titles.PARTICIPANT))]
        text = SearchText().section(page.section).lower()
        assert "deltaker" not in text, name
        assert "deltar" not in text, name


def test_each_step_told_has_an_id_that_stays(book: Handbook, written: dict[str, Page]) -> None:
    for model in book.models:
        page = written[path(part_place(model, titles.PARTICIPANT))]
        told = [f"steg-{step.id}" for step in model.steps if step.to_participant]
        assert re.findall(r'<li id="(steg-[^"]+)"', article_html(page)) == told
        for anchor in ("si-nei", "hva-skjer", "hvem-ser", "i-handa", "sporre", "steg"):
            assert f'id="{anchor}"' in article_html(page), (model.id, anchor)


MUST_BE_FOUND = {
    ExceptionKind.SICKNESS, ExceptionKind.ACCIDENT, ExceptionKind.CONFLICT,
    ExceptionKind.INTERRUPTION,
}  # fmt: skip


def test_what_to_do_when_ill_or_hurt_or_plagued_or_leaving_stands_open(
    book: Handbook, written: dict[str, Page]
) -> None:
    """On the page, on its paper and in the leaflet; the role's page leads there."""
    linker = Linker(book)
    for model in book.models:
        told = [p.to_participant.plain for p in model.exceptions
                if p.kind in MUST_BE_FOUND and p.to_participant]  # fmt: skip
        assert len(told) == len(MUST_BE_FOUND), model.id
        page = written[path(part_place(model, titles.PARTICIPANT))]
        unfolded = re.sub(r"<details>.*?</details>", "", article_html(page), flags=re.DOTALL)
        shown = " ".join(re.sub(r"<[^>]+>", " ", unfolded).split())
        leaflet = " ".join(SearchText().section(booklet(linker, model)).split())
        for words in told:
            assert words in shown.replace("\u00a0", " "), (model.id, words)
            assert words in leaflet.replace("\u00a0", " "), (model.id, words)


def test_a_participants_role_leads_to_what_to_do_when_it_goes_wrong(
    written: dict[str, Page],
) -> None:
    roles = {at: page for at, page in written.items() if at.startswith("roller/")}
    for at, page in roles.items():
        assert "/til-deg.html#galt" in article_html(page), at


def test_each_name_has_a_line_on_paper_and_a_leaflet_to_write_in(
    real: Build, book: Handbook, written: dict[str, Page]
) -> None:
    for model in book.models:
        assert model.for_participant
        whole = article_html(written[path(part_place(model, titles.PARTICIPANT))])
        whom = whole.partition('id="sporre"')[2].partition('id="steg"')[0]
        lines = whom.count('<div class="on-paper"><p class="blank">')
        assert lines == len(model.for_participant.ask) + 1, model.id
        if f"last-ned/til-deg/{model.id}.pdf" in real.files:
            assert f'/til-deg/{model.id}.pdf" download' in whom, model.id


def test_the_main_menu_leads_to_them(book: Handbook, real: Build) -> None:
    page = next(page for page in real.pages if page.kind == "front")
    menu = (
        Frame(book.edition).around(page, "").partition('id="hovedmeny"')[2].partition("</nav>")[0]
    )
    assert f'href="{places.PARTICIPANTS}.html"' in menu
