"""How much stands on each page of a kind.

Content alone can break the bounds of words shown, so what fails says what an editor can do.
"""

from __future__ import annotations

import re
from statistics import median

import pytest
from lxml import html

from handbook.build import Build
from handbook.document.places import Place, url
from handbook.model.duties import roles_in_models
from handbook.pages.frame import Frame
from handbook.pages.printing import article_html
from papers.page_words import EDITORS, PageWords, page_words, said_twice

MOST_WORDS = {"front": 350, "model": 600, "process": 350, "step": 350, "privacy": 1200}
"""Kind of page → how many words each page of it may show with folds closed."""
MOST_FOR_A_ROLE = 500
MOST_FOR_MANY_ACTIONS = 800
MANY_ACTIONS = 25
"""A role's page has room for more when whoever has it has more to do than this."""
MOST_OPENED = {
    "effort": 1190, "exceptions": 1060, "form": 945, "model": 2560, "my-role": 364, "privacy": 520,
    "rule": 85, "step": 550,
}  # fmt: skip
"""Kind of page → how many words its median page may hold with all folds open. What the handbook
had on 30 November 2026, with a little room for an editor's sentence; it may only fall."""
MOST_ON_A_PAGE = 562
MOST_TWICE = 0.5
"""All words with folds open, by page, and the share in sentences that stand on two pages or more:
what decision 25 has the reasons for. The aims of that day were 322 and 0.25; both may only fall."""
MOST_STOPS = 10
"""Tab stops before what a page is about."""


@pytest.fixture(scope="module")
def printed(real: Build) -> dict[str, str]:
    assert real.book is not None
    frame = Frame(real.book.edition)
    return {page.url: frame.around(page, article_html(page)) for page in real.pages}


@pytest.fixture(scope="module")
def measured(printed: dict[str, str]) -> list[PageWords]:
    told = (page_words(text, path) for path, text in printed.items())
    return [one for one in told if one is not None]


def test_few_tab_stops_stand_before_what_a_page_is_about(measured: list[PageWords]) -> None:
    assert len(measured) > 100
    assert [(one.path, one.tab_stops) for one in measured if one.tab_stops > MOST_STOPS] == []


@pytest.mark.parametrize("kind", MOST_WORDS)
def test_no_page_of_a_kind_shows_too_many_words(kind: str, measured: list[PageWords]) -> None:
    shown = {one.path: one.shown for one in measured if one.kind == kind}
    assert shown, f"no page of kind {kind}"
    over = [
        f"{path} viser {words} ord, og plassen er {MOST_WORDS[kind]}: Kort ned, eller flytt "
        "noe av den til en side som passer bedre."
        for path, words in shown.items()
        if words > MOST_WORDS[kind]
    ]
    assert over == [], "\n".join(over)


def test_no_kind_of_page_grows_with_its_folds_open(measured: list[PageWords]) -> None:
    """Folding is no way out: what is opened is counted too."""
    typical = {
        kind: median(one.opened for one in measured if one.kind == kind) for kind in MOST_OPENED
    }
    assert {kind: words for kind, words in typical.items() if words > MOST_OPENED[kind]} == {}


def test_the_site_says_no_more_twice_than_it_did(measured: list[PageWords]) -> None:
    readers = [one for one in measured if one.for_readers]
    every, twice = said_twice(readers)
    assert every / len(readers) <= MOST_ON_A_PAGE
    assert twice / every <= MOST_TWICE


def test_each_page_of_a_role_keeps_within_its_words(real: Build, measured: list[PageWords]) -> None:
    assert real.book is not None
    actions = {
        url(Place("duties", f"{role.id}/{mine.model.id}")): len(mine.acts) + len(mine.first)
        for role in real.book.roles
        for mine in roles_in_models(real.book, role)
    }
    pages = {one.path: one.shown for one in measured if one.kind == "my-role"}
    assert set(pages) == set(actions)
    over = {
        path: (words, actions[path])
        for path, words in pages.items()
        if words > (MOST_FOR_MANY_ACTIONS if actions[path] > MANY_ACTIONS else MOST_FOR_A_ROLE)
    }
    assert over == {}


_NUMBER = re.compile(r"[A-ZÆØÅ]+\d+|SKJ-\d\d")


def test_no_number_is_all_that_a_link_is_called(printed: dict[str, str]) -> None:
    """«R4» and «SKJ-05» say nothing to whoever hears them; only pages for editors list numbers."""
    ways = "//main//a[contains(@href, 'kilder/') or contains(@href, 'SKJ-')]"
    bare = {
        (path, name)
        for path, text in printed.items()
        if not path.startswith((*EDITORS, "kvalitet"))
        for link in html.fromstring(text).xpath(ways)
        if _NUMBER.fullmatch(name := link.text_content().strip())
    }
    assert bare == set()


def test_a_step_tells_no_number_of_a_form(printed: dict[str, str]) -> None:
    """A form is called by its name; its number is on paper, in the search and on the form."""
    told = {
        path: numbers
        for path, text in printed.items()
        if "/steg-" in path
        for main in html.fromstring(text).xpath("//main")
        if (numbers := _FORM.findall(main.text_content()))
    }
    assert told == {}


_FORM = re.compile(r"SKJ-\d\d")


def test_a_step_begins_with_when_and_who_does_what(printed: dict[str, str]) -> None:
    steps = {path: text for path, text in printed.items() if "/steg-" in path}
    assert steps
    for path, text in steps.items():
        (article,) = html.fromstring(text).xpath("//main/article") or [None]
        if article is None:
            continue
        first = [one.get("class") or one.get("id") for one in article]
        if "gjor" not in first:  # a former address, or a step without any action yet
            continue
        assert first[0] == "topp", path
        assert first.index("gjor") - first.index("facts facts-step") == 1, path
        assert first.index("gjor") <= 3, path


def test_a_form_asks_before_it_tells(printed: dict[str, str]) -> None:
    """Only what must be known first stands before the questions, and what may be opened."""
    for path, text in printed.items():
        if not path.startswith("skjema/SKJ-") or "<article" not in text:
            continue
        article = text.partition("<article")[2]
        before, form, _ = article.partition('<form class="web-form"')
        if not form:
            continue
        assert "page-foot" not in before, path
        whole = html.fromstring(text)
        stood = whole.xpath("//form[@class='web-form']/preceding::h2[not(ancestor::details)]")
        assert stood[0].get("id") == "fyll-ut", path
