"""Drawings of people at work: small, in the colours of the page, heard as what they show."""

from __future__ import annotations

import gzip
import re
import struct
from xml.etree import ElementTree

import pytest

from handbook.build import Build
from handbook.document.blocks import Figure, Scene
from handbook.model.example import FICTION
from handbook.model.picture import FRONT
from handbook.pages.frame import SHARED, Frame
from handbook.pages.page import Page
from handbook.pages.printing import article_html
from handbook.pictograms import is_drawn, scene_on_page, scene_on_paper
from handbook.publishing.assets import THEME, assets
from handbook.publishing.stamped import with_stamped
from handbook.render.html import below
from handbook.render.typst import Typst
from handbook.render.xhtml import Xhtml

SCENES = (
    "aft", FRONT, "ia-vikar", "inkluderende-bedrift", "larekandidat", "springbrett",
    "tett-oppfolging-nav", "vta",
)  # fmt: skip
MOST_BYTES = 15_000
"""Packed, as it is sent."""


@pytest.mark.parametrize("name", SCENES)
def test_each_is_small_and_fetches_nothing(name: str) -> None:
    drawn = scene_on_page(name)
    assert len(gzip.compress(drawn.encode())) < MOST_BYTES
    assert 'viewBox="0 0 480 300"' in drawn
    assert not re.search(r"<image|href|url\(|<style|<script|<text|\bid=", drawn)


@pytest.mark.parametrize("name", SCENES)
def test_each_has_the_colours_of_the_page_and_no_other(name: str) -> None:
    painted = set(re.findall(r'(?:fill|stroke)="([^"]*)"', scene_on_page(name)))
    assert painted - {"none"}
    assert all(re.fullmatch(r"var\(--scene-\w+\)", one) for one in painted - {"none"})
    for sheet in ("base.css", "dark.css"):
        assert "--scene-ink" in (THEME / "assets" / "css" / sheet).read_text(encoding="utf-8")
    base = (THEME / "assets" / "css" / "base.css").read_text(encoding="utf-8")
    assert {one[4:-1] for one in painted - {"none"}} <= set(re.findall(r"--scene-\w+", base))


@pytest.mark.parametrize("name", SCENES)
def test_on_paper_the_colours_stand_in_the_drawing(name: str) -> None:
    assert "var(" not in scene_on_paper(name)
    assert set(re.findall(r'fill="(?!none)([^"]*)"', scene_on_paper(name))) >= {"#dcebec"}


def test_what_is_not_drawn_gives_nothing() -> None:
    assert not is_drawn("finnes-ikke")
    assert scene_on_page("finnes-ikke") == scene_on_paper("finnes-ikke") == ""


@pytest.mark.parametrize("name", SCENES)
def test_in_an_e_book_each_is_well_formed_and_heard(name: str) -> None:
    told = Xhtml(lambda _: "x", {}).figure(Figure(Scene(name), "Ada i <døra>.", ("Egen",)))
    drawn = ElementTree.fromstring(told)[0]
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    assert (drawn.get("role"), drawn.get("aria-label")) == ("img", "Ada i <døra>.")


def test_where_nothing_is_drawn_its_words_are_read() -> None:
    told = (Figure(Scene("finnes-ikke"), "Ada i døra."),)
    assert "<p>Ada i døra.</p>" in below(told, "x.html")
    assert "Ada i døra." in str(Typst().blocks(told))


def _page(real: Build, path: str) -> Page:
    return next(one for one in real.pages if one.path == path)


@pytest.mark.content
def test_each_story_shows_what_happens_and_says_that_nobody_in_it_exists(real: Build) -> None:
    assert real.book is not None
    assert real.book.examples
    for example in real.book.examples:
        assert example.picture is not None, example.id
        told = article_html(_page(real, f"modeller/{example.model}/eksempel"))
        (figure,) = re.findall(r'<figure class="scene-figure">.*?</figure>', told, re.DOTALL)
        assert f'role="img" aria-label="{example.picture.text}"' in figure
        assert f"{FICTION}. {example.picture.credit}" in figure


@pytest.mark.content
def test_the_front_page_has_its_ways_in_before_its_drawing(real: Build) -> None:
    told = article_html(_page(real, "index"))
    assert told.index('class="doors"') < told.index('class="scene-figure"')


@pytest.mark.content
def test_whoever_shares_an_address_shares_a_picture_that_is_there(real: Build) -> None:
    assert real.book is not None
    page = _page(real, "index")
    around = Frame(real.book.edition).around(page, article_html(page)).encode()
    files = dict(with_stamped([("index.html", around), *assets()], dict(assets())))
    (url,) = re.findall(rb'property="og:image" content="([^"]*)"', files["index.html"])
    site = real.book.edition.site_url.rstrip("/")
    picture = files[url.decode().removeprefix(f"{site}/")]
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert b'property="og:image:alt"' in files["index.html"]
    assert picture == (THEME / "assets" / SHARED).read_bytes()
