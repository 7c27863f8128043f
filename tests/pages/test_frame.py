"""What stands around an article: the menu opens where the reader is, and nowhere else."""

from __future__ import annotations

from lxml import html

from handbook.build import Build
from handbook.document.blocks import Section
from handbook.pages.frame import Frame, site_root
from handbook.pages.page import Page
from handbook.pages.printing import lost_html


def _menu(made: Build, path: str) -> html.HtmlElement:
    assert made.book is not None
    page = next(page for page in made.pages if page.path == path)
    whole = html.fromstring(Frame(made.book.edition).around(page, ""))
    return whole.find('.//nav[@class="side"]')


def _titles(line: html.HtmlElement) -> list[str]:
    return [a.xpath("string(.)").strip() for a in line.xpath("./ol/li/a")]


def test_the_menu_shows_the_sections_of_the_page_it_is_on(real: Build) -> None:
    assert real.book is not None
    model = real.book.models[0]
    menu = _menu(real, f"modeller/{model.id}/index")
    opened = menu.xpath(".//div/ol/li[ol]")
    assert [line.xpath("string(a/@aria-current)") for line in opened] == ["page"]
    assert opened[0].xpath("string(ol/li[1]/a/@href)").startswith("#")


def test_the_menu_opens_the_phase_that_holds_the_step_and_no_other(real: Build) -> None:
    assert real.book is not None
    model = real.book.models[0]
    phase = model.phases[1]
    menu = _menu(real, f"modeller/{model.id}/steg-{phase.steps[0].id}")
    (process,) = menu.xpath(".//div/ol/li[ol]")
    assert _titles(process) == [phase.title for phase in model.phases]
    (opened,) = process.xpath("./ol/li[ol]")
    assert opened.xpath("string(a)") == phase.title
    current = [line.get("aria-current") for line in opened.xpath("./ol/li/a")]
    assert current == ["page"] + [None] * (len(phase.steps) - 1)


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


def test_whoever_is_lost_at_any_depth_finds_the_way(real: Build) -> None:
    assert real.book is not None
    edition = real.book.edition
    whole = html.fromstring(lost_html(real.book, Frame(edition)).decode())
    root = site_root(edition)
    links = [*whole.xpath("//a/@href"), *whole.xpath("//link/@href"), *whole.xpath("//script/@src")]
    assert links
    assert [link for link in links if not link.startswith((root, "#"))] == []


def test_a_page_with_wide_tables_has_the_room_of_the_menu(real: Build) -> None:
    assert real.book is not None
    folder = f"modeller/{real.book.models[0].id}"
    assert _menu(real, f"{folder}/personvern") is None
    assert _menu(real, f"{folder}/stegene") is not None
