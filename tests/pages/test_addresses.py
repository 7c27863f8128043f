"""Addresses: relative ways are right, and every address once published still answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.build import Build
from handbook.document.places import relative


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
