"""Addresses: relative ways are right, and every address once published still answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.build import Build
from handbook.document.linker import Linker
from handbook.document.places import path as path_of
from handbook.document.places import relative
from handbook.pages import compose_pages
from handbook.pages.context import Context
from handbook.pages.downloads import Downloads


@pytest.mark.parametrize(
    ("target", "base", "way"),
    [
        ("roller/fadder.html", "index", "roller/fadder.html"),
        ("index.html", "modeller/ia-vikar/steg-x", "../../index.html"),
        ("modeller/ia-vikar/index.html", "modeller/ia-vikar/steg-x", "index.html"),
        ("ordliste.html#aft", "modeller/ia-vikar/index", "../../ordliste.html#aft"),
        ("skjema/SKJ-01.html", "skjema/SKJ-02", "SKJ-01.html"),
    ],
)
def test_the_way_from_page_to_page(target: str, base: str, way: str) -> None:
    assert relative(target, base) == way


@pytest.mark.content
def test_no_two_pages_share_an_address(real: Build) -> None:
    addresses = [page.url for page in real.pages]
    assert len(addresses) == len(set(addresses))


@pytest.mark.content
def test_every_address_ever_published_still_answers(real: Build) -> None:
    published = Path(__file__).with_name("published_addresses.txt").read_text().split()
    assert published
    answers = {page.url for page in real.pages}
    assert set(published) - answers == set()


def test_a_model_that_had_another_id_leads_on_from_every_address(real: Build) -> None:
    assert real.book is not None
    first, *others = real.book.models
    renamed = first.model_copy(update={"former_ids": ("gammel",)})
    book = replace(real.book, models=(renamed, *others))
    pages = {page.path: page for page in compose_pages(Context(Linker(book), Downloads()))}
    own = [path for path in pages if path.startswith(f"modeller/{first.id}/")]
    standing = [path for path in own if pages[path].moved_to is None]
    assert len(standing) > 15
    for path in standing:
        old = pages[path.replace(f"/{first.id}/", "/gammel/")]
        assert old.moved_to is not None and path_of(old.moved_to) == path
        assert old.title == f"Flyttet: {pages[path].title}"
