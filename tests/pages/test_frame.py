"""What stands around an article: the menu opens where the reader is, and nowhere else."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from lxml import html

from handbook.build import Build
from handbook.document.blocks import Section
from handbook.model.handbook import Edition
from handbook.pages.frame import Frame, site_root
from handbook.pages.page import Page
from handbook.pages.printing import lost_html
from handbook.reading.folder import read_handbook
from project import ROOT


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
        "Oversikt", "Steg for steg", "Plan med datoer", "Skjemaer", "Eksempel",
    ]  # fmt: skip
    assert [here for _, here in ways] == ["page", None, None, None, None]


def test_a_page_that_is_none_of_them_stands_among_them(real: Build) -> None:
    ways = _ways(real, f"{_folder(real)}/resultater")
    assert ("Resultater", "page") in ways
    assert len(ways) == 6


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


TOLD = Page("roller/fadder", "Fadder & venn", "role", "", Section("A", ()))


def _edition() -> Edition:
    book = read_handbook(ROOT / "tests/checks/tiny").handbook
    assert book is not None
    return book.edition


def _tells(contact: str | None) -> str:
    """Where «Si fra om denne siden» leads when the owners have given that contact."""
    frame = Frame(_edition().model_copy(update={"contact": contact}))
    whole = html.fromstring(frame.around(TOLD, ""))
    (way,) = whole.xpath('//footer//a[.="Si fra om denne siden"]/@href')
    return str(way)


def test_whoever_tells_of_a_page_says_which_and_of_what_edition() -> None:
    edition = _edition()
    way = urlsplit(_tells("mailto:felles@eksempel.no"))
    assert (way.scheme, way.path) == ("mailto", "felles@eksempel.no")
    said = parse_qs(way.query)
    assert said["subject"] == [f"{edition.title} {edition.edition}: {TOLD.title}"]
    assert said["body"] == [f"{edition.site_url}roller/fadder.html"]


def test_a_contact_on_the_web_is_led_to_and_none_is_made_up() -> None:
    assert _tells("https://eksempel.no/kontakt") == "https://eksempel.no/kontakt"
    assert _tells(None) == "../tilgjengelighet.html#si-fra"


def test_whoever_is_lost_at_any_depth_finds_the_way(real: Build) -> None:
    assert real.book is not None
    edition = real.book.edition
    whole = html.fromstring(lost_html(real.book, Frame(edition)).decode())
    root = site_root(edition)
    links = [*whole.xpath("//a/@href"), *whole.xpath("//link/@href"), *whole.xpath("//script/@src")]
    assert links
    assert [link for link in links if not link.startswith((root, "#"))] == []
