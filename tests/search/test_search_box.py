"""The search box, driven in Chromium: finds, says what it found, keeps out of the way."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handbook.build import Build
from handbook.document import titles
from handbook.model.search_words import SearchedPage
from handbook.pages.page import Page
from handbook.render.search_text import search_text
from handbook.search.analysis import fold, split, stem, words
from handbook.search.entries import entries
from search.conftest import Query, SearchBox, read_queries

pytestmark = pytest.mark.slow

SETS = (
    "queries.yml",
    *(f"held_out{n}.yml" for n in ("", *(f"_{n}" for n in range(2, 12)))),
    "asked_by_employers.yml",
    "asked_by_others.yml",
    "asked_in_detail.yml",
    "messages.yml",
    "routines.yml",
)
UNREAD = ("held_out_12.yml", "held_out_13.yml")
"""What nobody who tends the search has read: they tell what a stranger meets. Never tuned on, so
what was missed is not printed."""
LEAST = dict.fromkeys(UNREAD, (0.80, 0.91))
"""Share first and share among the first three; decision 15 tells how far it is to the aim."""
OFF = "offtopic"
QUIET = SETS[:6]
"""The sets whose off-topic queries find little. The others do not yet: most of theirs share a word
with us («melding», «bytte»), with up to 30 hits."""


def figures(asked: list[tuple[Query, int, int]], *, missed: bool) -> str:
    """Per kind: how many, share first, share among the first three, how many without a hit.

    With `missed`, also each query whose answer did not come first.
    """
    kinds: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for query, rank, count in asked:
        kinds[query.kind].append((rank, count))
        kinds["alle"].append((rank, count))
    lines = []
    for kind, rows in kinds.items():
        first = sum(rank == 1 for rank, _ in rows) / len(rows)
        three = sum(0 < rank <= 3 for rank, _ in rows) / len(rows)
        none = sum(count == 0 for _, count in rows)
        lines.append(f"{kind:16} {len(rows):4} {first:7.1%} {three:7.1%} {none:3}")
    if missed:
        lines += [f"  {rank or '–'} «{q.text}»" for q, rank, _ in asked if rank != 1]
    return "\n".join(lines)


@pytest.mark.parametrize("name", (*SETS, *UNREAD))
def test_the_right_page_comes_first(asked: SearchBox, name: str, capsys: Any) -> None:
    queries = [query for query in read_queries(name) if query.kind != OFF]
    asked.ask("varm opp")
    answers = asked.ask_all([query.text for query in queries])
    ranked = [
        (query, query.rank(answer.addresses), len(answer.addresses))
        for query, answer in zip(queries, answers, strict=True)
    ]
    report = figures(ranked, missed=name not in UNREAD)
    with capsys.disabled():
        print(f"\n{name}\n{report}")
    ranks = [rank for _, rank, _ in ranked]
    first, among_three = LEAST.get(name, (0.85, 0.95))
    assert sum(0 < rank <= 3 for rank in ranks) / len(ranks) >= among_three, report
    assert sum(rank == 1 for rank in ranks) / len(ranks) >= first, report
    assert all(count for _, _, count in ranked), report
    assert not asked.problems


@pytest.mark.parametrize("name", QUIET)
def test_what_does_not_belong_gives_few_hits_and_a_way_on(asked: SearchBox, name: str) -> None:
    asked.ask("varm opp")
    texts = [query.text for query in read_queries(name) if query.kind == OFF]
    counts = [len(answer.addresses) for answer in asked.ask_all(texts)]
    assert statistics.median(counts) <= 2
    assert counts.count(0) >= len(counts) / 2
    asked.ask("xqzwv")
    asked.page.wait_for_selector("[data-search-status]:has-text('Ingen treff')", state="attached")
    doors = asked.page.locator("[data-search-results] .search-door a")
    assert doors.count() >= 4
    assert doors.first.get_attribute("href")


@pytest.mark.parametrize("page", list(SearchedPage), ids=str)
def test_every_page_with_search_words_is_there(page: SearchedPage, real: Build) -> None:
    assert real.book is not None
    addresses = {path.removesuffix("/index") for path in _last_parts(real)}
    assert str(page) in addresses


def test_every_page_without_a_file_may_have_search_words() -> None:
    """An editor can give search words to each page that is told of by name."""
    known = {str(page) for page in SearchedPage}
    assert {path.removesuffix("/index") for path in titles.PAGES} - known == set()
    assert {part.address for part in titles.PARTS} - known == set()


def _last_parts(real: Build) -> Iterator[str]:
    """Addresses, names of the pages of a model, and anchors of the ways it goes wrong."""
    assert real.book is not None
    for page in real.pages:
        yield page.path
        if page.path.startswith("modeller/"):
            yield page.path.rsplit("/", 1)[-1]
    for model in real.book.models:
        yield from (str(way.kind) for way in model.exceptions)


@pytest.mark.parametrize("word", ["bedriftshelsetjenesten", "verneutstyr"])
def test_a_word_that_is_only_mentioned_is_found_where_it_is(
    asked: SearchBox, real: Build, word: str
) -> None:
    """Pages about its parts, here «bedrift» and «vern», do not come before."""
    says = {page.path for page in real.pages if stem(word) in map(stem, _shown(page))}
    first = asked.ask(word)[0].partition("#")[0]
    assert first in {path.removesuffix("/index") for path in says}


def test_hits_show_their_kind_and_model(box: SearchBox) -> None:
    box.ask("lær sammen med fadder")
    kinds = box.page.locator("[data-search-results] .search-kind").all_inner_texts()
    assert {"Steg", "Rolle"} <= set(kinds)
    step = box.page.locator("[data-search-results] li", has_text="Lær sammen").first
    assert "IA-vikar" in step.inner_text()


def test_pages_that_say_the_same_about_each_model_are_one_hit(box: SearchBox) -> None:
    found = box.ask("deltakeren er syk")
    assert sum("#sickness" in address for address in found) == 1
    also = box.page.locator("[data-search-results] .search-also").first
    assert "Også i" in also.inner_text()


def test_the_number_of_hits_is_said(box: SearchBox) -> None:
    found = box.ask("fadder")
    status = box.page.locator("[data-search-status]")
    assert status.get_attribute("role") == "status"
    box.page.wait_for_selector("[data-search-status]:has-text('treff')", state="attached")
    assert status.inner_text().startswith(f"{len(found)} treff")


def test_a_correction_is_told(box: SearchBox) -> None:
    box.ask("kravspesifikasion")
    box.page.wait_for_selector("[data-search-status]:has-text('«kravspesifikasjon»')")


def test_a_misspelt_search_word_is_never_shown(box: SearchBox) -> None:
    box.ask("veksbedirft")
    box.page.wait_for_selector("[data-search-status]:has-text('Leser')")
    assert "veksbedrift»" not in box.page.inner_text("[data-search-status]")


def test_escape_closes_focus_returns_and_the_question_is_kept(box: SearchBox) -> None:
    box.ask("attest")
    box.page.keyboard.press("Escape")
    assert box.page.locator("#sok[open]").count() == 0
    assert box.page.evaluate("document.activeElement.hasAttribute('data-open-search')")
    box.open()
    assert box.page.input_value("#sok-ord") == "attest"
    assert box.page.evaluate("document.activeElement.id") == "sok-ord"


def test_enter_goes_to_the_first_hit(box: SearchBox) -> None:
    box.page.fill("#sok-ord", "SKJ-12")
    box.page.keyboard.press("Enter")
    box.page.wait_for_url("**/skjema/SKJ-12.html")


def test_back_comes_to_the_question_and_its_answers(box: SearchBox) -> None:
    box.ask("mal for attest")
    box.page.locator("[data-search-results] > li > a").first.click()
    box.page.wait_for_url("**/skjema/SKJ-11.html")
    box.page.go_back()
    box.page.wait_for_selector("#sok[open] [data-search-results] > li > a")
    assert box.page.input_value("#sok-ord") == "mal for attest"
    assert box.page.evaluate("location.href").endswith("#sok=mal%20for%20attest")


def test_the_fragment_is_as_it_was_when_the_search_is_closed(box: SearchBox) -> None:
    box.page.evaluate("history.replaceState(null, '', '#hovedinnhold')")
    box.ask("attest")
    box.page.wait_for_url("**/index.html#sok=attest")
    box.page.keyboard.press("Escape")
    box.page.wait_for_url("**/index.html#hovedinnhold")
    assert not any("attest" in address for address in box.fetched)


def test_where_nothing_is_said_the_number_of_nav_stands(box: SearchBox, real: Build) -> None:
    assert real.book is not None and real.book.decision is not None
    phone = real.book.decision.contacts[0].phone
    assert phone
    box.ask("xqzwv")
    number = box.page.locator("[data-search-results] .search-door a").last
    assert number.get_attribute("href") == f"tel:+47{phone.replace(' ', '')}"


def test_keys_move_through_the_hits(box: SearchBox) -> None:
    box.ask("fadder")
    active = "document.activeElement.closest('li') ? document.activeElement.textContent : 'boks'"
    first = box.page.locator("[data-search-results] > li > a").first.inner_text()
    box.page.keyboard.press("ArrowDown")
    assert box.page.evaluate(active) == first
    box.page.keyboard.press("ArrowUp")
    assert box.page.evaluate(active) == "boks"
    box.page.keyboard.press("Tab")
    assert box.page.evaluate(active) == first


def test_single_letters_open_nothing(chromium: Any, search_address: str) -> None:
    page = chromium.new_page()
    SearchBox(page).go(f"{search_address}/index.html")
    for key in "sf/?k":
        page.keyboard.press(key)
    assert page.locator("#sok[open]").count() == 0
    page.close()


def test_nothing_is_loaded_before_the_search_is_opened(chromium: Any, search_address: str) -> None:
    page = chromium.new_page()
    box = SearchBox(page).go(f"{search_address}/roller/fadder.html")
    page.wait_for_load_state("networkidle")
    assert not any("search-engine" in url or "/search/" in url for url in box.fetched)
    box.open().ask("verneombud")
    assert any("/assets/search/index." in url for url in box.fetched)
    assert all(url.startswith(search_address) for url in box.fetched)
    assert not box.problems
    page.close()


def test_it_works_from_a_disk(chromium: Any, built_site: Path) -> None:
    page = chromium.new_page()
    box = SearchBox(page).go((built_site / "modeller/ia-vikar/index.html").as_uri())
    assert box.open().ask("fadderavtale")[0] == "skjema/SKJ-07"
    page.locator("[data-search-results] a").first.click()
    page.wait_for_url("**/skjema/SKJ-07.html")
    assert not box.problems
    page.close()


def test_it_fits_a_narrow_screen(chromium: Any, search_address: str) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 640})
    box = SearchBox(page).go(f"{search_address}/index.html")
    box.open().ask("deltakeren er syk")
    assert page.evaluate("document.getElementById('sok').scrollWidth") <= 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_without_scripts_there_is_no_button_but_a_word_about_it(
    chromium: Any, search_address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{search_address}/index.html")
    assert page.locator("[data-open-search]:visible").count() == 0
    assert "Søket trenger JavaScript" in page.inner_text("header")
    context.close()


def test_a_lost_index_leaves_a_way_on(chromium: Any, search_address: str) -> None:
    page = chromium.new_page()
    page.route("**/assets/search/*", lambda route: route.abort())
    box = SearchBox(page).go(f"{search_address}/index.html").open()
    page.fill("#sok-ord", "fadder")
    page.wait_for_selector("[data-search-results] .search-door a")
    assert "lot seg ikke laste" in page.inner_text("[data-search-status]")
    assert box.page.locator("#sok[open]").count() == 1
    page.close()


def test_the_first_hit_comes_within_a_tenth_of_a_second(asked: SearchBox) -> None:
    asked.ask("varm opp")
    answers = asked.ask_all([query.text for query in read_queries("queries.yml")])
    times = sorted(answer.milliseconds for answer in answers)
    assert times[len(times) * 95 // 100] <= 100, times[-10:]


def test_python_and_script_take_words_apart_alike(asked: SearchBox, real: Build) -> None:
    asked.ask("fadder")
    assert real.book is not None
    text = " ".join(
        " ".join((*e.names, *e.words, *e.topics, e.lead, e.body))
        for e in entries(real.book, real.pages)
    )
    ours = sorted({word for word in text.split() if len(word) < 60})[::2]
    theirs = asked.page.evaluate(
        "all => all.map(w => window.handbookWords.words(w).map(x => [x,"
        " window.handbookWords.fold(x), window.handbookWords.stem(x)]))",
        ours,
    )
    mine = [[[x, fold(x), stem(x)] for x in words(word)] for word in ours]
    wrong = [row for row in zip(ours, mine, theirs, strict=True) if row[1] != row[2]]
    assert wrong == []


@pytest.mark.parametrize("word", ["oppstartsmote", "sjekklistemal", "fadderkursplan", "xqzwvabc"])
def test_python_and_script_split_alike(asked: SearchBox, word: str) -> None:
    asked.ask("fadder")
    named = set(asked.page.evaluate("() => window.handbookSearch.named()"))
    theirs = asked.page.evaluate(
        "([w, named]) => window.handbookWords.split(w, x => named.includes(x))", [word, list(named)]
    )
    assert list(split(word, named.__contains__)) == theirs


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("fader", "fadder", 1),
        ("bedirft", "bedrift", 1),
        ("", "ab", 2),
        ("møte", "møte", 0),
        ("abc", "xyz", 3),
    ],
)
def test_distance_counts_mistakes(asked: SearchBox, one: str, other: str, apart: int) -> None:
    asked.ask("fadder")
    ask = "([a, b]) => window.handbookWords.distance(a, b, 5)"
    assert asked.page.evaluate(ask, [one, other]) == apart


def _own_words(text: str) -> str:
    """As much of a statement as somebody would copy into the box."""
    return " ".join(text.split()[:9])


def test_findings_are_found_by_their_own_words(asked: SearchBox, real: Build) -> None:
    assert real.book is not None
    found = [(f, f"kilder/{source.id}") for source in real.book.sources for f in source.findings]
    answers = asked.ask_all([_own_words(f.statement.plain) for f, _ in found])
    missed = [
        f.id
        for (f, page), answer in zip(found, answers, strict=True)
        if not any(address.startswith(page) for address in answer.addresses)
    ]
    assert len(missed) <= len(found) / 10, missed


def test_rules_are_found_by_their_own_words(asked: SearchBox, real: Build) -> None:
    """A rule that several models tell is found where one of them, or a theme, tells it."""
    assert real.book is not None
    points = [point for model in real.book.models for point in _points(model.legal)]
    texts = [_own_words(point.text.plain) for point in points]
    says = {page.path.removesuffix("/index"): set(_shown(page)) for page in real.pages}
    missed = [
        text
        for text, answer in zip(texts, asked.ask_all(texts), strict=True)
        if not any(set(words(text)) <= says[a.partition("#")[0]] for a in answer.addresses)
    ]
    assert len(missed) <= len(points) / 10, missed


def _shown(page: Page) -> Iterator[str]:
    return words(search_text(page.section.blocks))


def _points(legal: Any) -> tuple[Any, ...]:
    return legal if isinstance(legal, tuple) else ()
