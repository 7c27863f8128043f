"""What stands around an article: the menu opens where the reader is, and nowhere else."""

from __future__ import annotations

from lxml import html

from handbook.build import Build
from handbook.document.blocks import Section
from handbook.pages.frame import Frame, site_root
from handbook.pages.page import Page
from handbook.pages.printing import lost_html


def _ways(made: Build, path: str) -> list[tuple[str, str | None]]:
    """The ways on a page of a model, each with what says that one is there."""
    assert made.book is not None
    page = next(page for page in made.pages if page.path == path)
    whole = html.fromstring(Frame(made.book.edition).around(page, ""))
    links = whole.xpath('.//main/nav[@class="section-nav"]//a')
    return [(a.text, a.get("aria-current")) for a in links]


def _folder(made: Build) -> str:
    assert made.book is not None
    return f"modeller/{made.book.models[0].id}"


def test_pages_of_a_model_lead_to_the_few_that_are_asked_for_most(real: Build) -> None:
    ways = _ways(real, f"{_folder(real)}/index")
    assert [title for title, _ in ways] == [
        "Oversikt", "Steg for steg", "Plan med datoer", "Skjemaene",
    ]  # fmt: skip
    assert [here for _, here in ways] == ["page", None, None, None]


def test_a_page_that_is_none_of_them_stands_among_them(real: Build) -> None:
    ways = _ways(real, f"{_folder(real)}/resultater")
    assert ("Resultater", "page") in ways
    assert len(ways) == 5


def test_a_step_has_no_menu_but_leads_to_its_place_among_the_steps(real: Build) -> None:
    assert real.book is not None
    model = real.book.models[0]
    path = f"{_folder(real)}/steg-{model.phases[1].steps[0].id}"
    assert _ways(real, path) == []
    page = next(page for page in real.pages if page.path == path)
    number = len(model.phases[0].steps) + 1
    assert page.crumbs[-1].title == f"Steg {number} av {len(model.steps)}"
    assert page.crumbs[-1].path == f"{_folder(real)}/stegene#fase-{model.phases[1].id}"


def test_frames_that_say_the_same_are_equal(real: Build) -> None:
    assert real.book is not None
    edition = real.book.edition
    assert Frame(edition) == Frame(edition)
    assert Frame(edition) != Frame(edition, edit_base="https://eksempel.no/")


def test_titles_are_words_and_no_markup(real: Build) -> None:
    assert real.book is not None
    page = Page("a", "Lønn & <tid>", "text", 'Om "lønn" & <tid>', Section("A", ()))
    whole = Frame(real.book.edition).around(page, "")
    assert "<title>Lønn &amp; &lt;tid&gt; – " in whole
    assert 'content="Om &quot;lønn&quot; &amp; &lt;tid&gt;"' in whole


def test_a_shared_page_says_what_it_is_and_where_news_are(real: Build) -> None:
    assert real.book is not None
    edition = real.book.edition
    page = next(page for page in real.pages if page.path == "roller/fadder")
    whole = html.fromstring(Frame(edition).around(page, ""))
    said = {one.get("property"): one.get("content") for one in whole.xpath("//meta[@property]")}
    assert said["og:title"] == page.title
    assert said["og:description"] == page.description
    assert said["og:url"] == f"{edition.site_url}roller/fadder.html"
    feeds = whole.xpath('//link[@type="application/atom+xml"]/@href')
    assert feeds == ["../nytt.xml"]


def test_whoever_is_lost_at_any_depth_finds_the_way(real: Build) -> None:
    assert real.book is not None
    edition = real.book.edition
    whole = html.fromstring(lost_html(real.book, Frame(edition)).decode())
    root = site_root(edition)
    links = [*whole.xpath("//a/@href"), *whole.xpath("//link/@href"), *whole.xpath("//script/@src")]
    assert links
    assert [link for link in links if not link.startswith((root, "#"))] == []
