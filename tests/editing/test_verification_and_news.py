"""Verified by an act of its own; news with ids that stay."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from changing import TODAY, book_in, edit

from handbook.__main__ import main
from handbook.build import Options, build
from handbook.checks.governance import looks_like_a_name
from handbook.document import places
from handbook.editing.news import FEED, atom_feed, news_items
from handbook.model.upkeep import overdue
from project import article_of

MODEL = "model/mini/model.yml"
OTHER = "model/andre/model.yml"
_ATOM = "{http://www.w3.org/2005/Atom}"


def test_verify_changes_two_lines_and_nothing_else(tiny: Path) -> None:
    edit(tiny, MODEL, "last_verified: 2026-11-01", "last_verified: 2026-11-01  # møtet")
    before = (tiny / MODEL).read_text(encoding="utf-8").splitlines()
    assert main(["--root", str(tiny), "--today", "2027-01-02", "verify", "mini", "--by",
                 "fagråd: VTA"]) == 0  # fmt: skip
    after = (tiny / MODEL).read_text(encoding="utf-8").splitlines()
    changed = [two for one, two in zip(before, after, strict=True) if one != two]
    assert changed == ["last_verified: 2027-01-02  # møtet", 'verified_by: "fagråd: VTA"']
    model = book_in(tiny).model_by_id["mini"]
    assert (model.last_verified, model.verified_by) == (dt.date(2027, 1, 2), "fagråd: VTA")


def test_verify_puts_the_lines_in_a_model_never_verified(tiny: Path) -> None:
    before = (tiny / OTHER).read_text(encoding="utf-8").splitlines()
    assert main(["--root", str(tiny), "--today", "2026-11-22", "verify", "andre", "--by",
                 "redaktør"]) == 0  # fmt: skip
    after = (tiny / OTHER).read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        "last_verified: 2026-11-22", "verified_by: redaktør",
    ]  # fmt: skip
    assert book_in(tiny).model_by_id["andre"].verified_by == "redaktør"


def test_verify_names_the_models_there_are(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tiny), "verify", "minni", "--by", "redaktør"]) == 2
    assert "Modellene er: andre, mini." in capsys.readouterr().err


def test_verify_leaves_a_broken_file_alone(tiny: Path) -> None:
    edit(tiny, MODEL, "title: Minimodellen", "title: Nav: mini")
    before = (tiny / MODEL).read_bytes()
    assert main(["--root", str(tiny), "verify", "mini", "--by", "redaktør"]) == 1
    assert (tiny / MODEL).read_bytes() == before


def test_a_model_is_overdue_the_day_after(tiny: Path) -> None:
    model = book_in(tiny).model_by_id["mini"]
    assert not overdue(model, dt.date(2027, 11, 1))
    assert overdue(model, dt.date(2027, 11, 2))
    assert not overdue(book_in(tiny).model_by_id["andre"], dt.date(2099, 1, 1))


def _pages(root: Path, today: dt.date) -> dict[str, str]:
    made = build(root, today, options=Options(files=False))
    assert not made.errors, made.errors
    return {page.path: article_of(page) for page in made.pages}


@pytest.mark.slow
def test_readers_are_told_calmly_when_the_day_has_passed(tiny: Path) -> None:
    model, step = "modeller/mini/index", "modeller/mini/steg-vis-rundt"
    before, after = (_pages(tiny, dt.date(2027, 11, day)) for day in (1, 2))
    for path in (model, step):
        assert "Skulle vært gjennomgått" not in before[path]
        assert "Skulle vært gjennomgått innen 1. november 2027." in after[path]
    assert "Skulle vært gjennomgått" not in after["modeller/andre/index"]


def test_pages_of_a_withdrawn_model_stay_and_say_so(tiny: Path) -> None:
    gone = (
        "status: withdrawn\nwithdrawn:\n  date: 2026-10-01\n  reason: Avløst.\n  replaced_by: mini"
    )
    edit(tiny, OTHER, "status: draft", gone)
    pages = _pages(tiny, TODAY)
    assert "Trukket tilbake 1. oktober 2026" in pages["modeller/andre/index"]
    assert 'Bruk <a href="../mini/index.html">Mini</a> i stedet.' in pages["modeller/andre/index"]
    for path in ("modeller/andre/steg-begynn", "modeller/andre/stegene"):
        assert "Modellen er trukket tilbake 1. oktober 2026." in pages[path]


def test_news_come_newest_first_with_ids_that_stay(tiny: Path) -> None:
    keys = [item.key for item in news_items(book_in(tiny))]
    assert keys == ["edition/1.0/1.0", "model/mini/1.1"]
    edit(tiny, MODEL, "what: Ny rutine for møter.", "what: Nye møter.")
    edit(tiny, MODEL, "title: Minimodellen", "title: Den lille modellen")
    assert [item.key for item in news_items(book_in(tiny))] == keys


def test_the_feed_is_valid_atom_and_the_same_every_time(tiny: Path) -> None:
    edit(tiny, MODEL, "what: Ny rutine for møter.", 'what: Møter < én time & "faste".')
    book = book_in(tiny)
    feed = atom_feed(book)
    assert feed == atom_feed(book)
    root = ET.fromstring(feed)
    assert root.tag == f"{_ATOM}feed"
    for name in ("title", "id", "updated", "author"):
        assert root.find(_ATOM + name) is not None
    entries = root.findall(f"{_ATOM}entry")
    assert len(entries) == len(news_items(book))
    ids = [entry.findtext(f"{_ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert entry.findtext(f"{_ATOM}title")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", entry.findtext(f"{_ATOM}updated") or "")
    assert any("& \"faste\". Gjelder leder." in (e.findtext(f"{_ATOM}content") or "")
               for e in entries)  # fmt: skip


def test_the_feed_is_named_by_the_authority_in_the_handbook_and_keeps_its_name(tiny: Path) -> None:
    """A new address of the site, or another title of the edition, gives no message anew."""

    def ids(root: Path) -> list[str]:
        return re.findall(r"<id>(.*?)</id>", atom_feed(book_in(root)).decode())

    named = ids(tiny)
    assert named and all(one.startswith("tag:eksempel.no,2026:") for one in named)
    edit(tiny, "model/handbook.yml", "https://eksempel.no/", "https://flyttet.no/")
    assert ids(tiny) == named
    edit(tiny, "model/handbook.yml", "feed_authority: eksempel.no", "feed_authority: annen.no")
    assert not {*ids(tiny)} & {*named}


def test_the_feed_and_the_news_page_are_published_and_its_links_land(tiny: Path) -> None:
    made = build(tiny, TODAY, options=Options(files=False))
    assert not made.errors
    feed = ET.fromstring(made.files[FEED])
    urls = {page.url for page in made.pages}
    assert places.NEWS + ".html" in urls
    for link in feed.iter(f"{_ATOM}link"):
        path = link.get("href", "").removeprefix("https://eksempel.no/")
        assert path in urls or path == FEED, path
    page = next(page for page in made.pages if page.path == places.NEWS)
    assert "Ny rutine for møter." in article_of(page)
    assert FEED in article_of(page)


@pytest.mark.parametrize("name", ["Kari Nordmann", "Ola N. Berg", "Anne-Lise Øy"])
def test_a_name_is_no_function(name: str, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (tiny / "model/mini/model.yml").read_bytes()
    assert main(["--root", str(tiny), "verify", "mini", "--by", name]) == 2
    assert "funksjonen" in capsys.readouterr().err
    assert (tiny / "model/mini/model.yml").read_bytes() == before


@pytest.mark.parametrize("by", ["redaktør", "Fagsjef Spekter", "Leder i ASVL", "rådgiver Nav"])
def test_a_function_is_no_name(by: str) -> None:
    assert not looks_like_a_name(by)
