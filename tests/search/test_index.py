"""The index holds every thing a reader looks for, at an address that answers, in few bytes."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from handbook.build import Build
from handbook.document.blocks import Group, Paragraph
from handbook.render.search_text import found_text
from handbook.search import index as index_room
from handbook.search.entries import KINDS, Entry, entries
from handbook.search.index import FOLDER, MAIN, search_files
from project import article_of

_CALL = re.compile(r'^handbookSearchData\("(\w+)",(\d+),(.*)\);$', re.MULTILINE)


@pytest.fixture(scope="module")
def files(real: Build, root: Path) -> dict[str, bytes]:
    assert real.book is not None
    return search_files(real.book, real.pages)


def read(code: bytes) -> dict[str, Any]:
    return {name: json.loads(value) for name, _, value in _CALL.findall(code.decode())}


def test_every_noun_is_an_entry_of_its_own_kind(real: Build) -> None:
    book = real.book
    assert book is not None
    found = entries(book, real.pages)
    counts = {kind: sum(entry.kind == kind for entry in found) for kind, _ in KINDS}
    assert counts["Modell"] == len(book.models)
    assert counts["Rolle"] == len(book.roles)
    assert counts["Skjema"] == len(book.forms)
    assert counts["Tema"] == len(book.themes)
    assert counts["Ord"] == len(book.terms)
    assert counts["Steg"] == len(book.steps)
    assert len({entry.path for entry in found}) == len(found)


def test_every_page_is_found(real: Build) -> None:
    assert real.book is not None
    found = {entry.path.partition("#")[0] for entry in entries(real.book, real.pages)}
    assert {page.path for page in real.pages if page.moved_to is None} <= found


def test_every_address_answers(real: Build) -> None:
    assert real.book is not None
    pages = {page.path: article_of(page) for page in real.pages}
    for entry in entries(real.book, real.pages):
        path, _, anchor = entry.path.partition("#")
        assert path in pages, entry.path
        if anchor:
            text = pages[path]
            assert f"{{#{anchor}}}" in text or f'id="{anchor}"' in text, entry.path


def test_hand_written_pages_are_found(real: Build, root: Path) -> None:
    assert real.book is not None
    found = {entry.path for entry in entries(real.book, real.pages)}
    assert {file.stem for file in (root / "docs").glob("*.md")} <= found
    assert not any(path.startswith("decisions") for path in found)


def test_nobody_is_led_to_what_only_paper_has() -> None:
    shown = Group((Paragraph(("Ring lederen.",)),), "on-screen")
    printed = Group((Paragraph(("Hele svaret.",)),), "on-paper")
    assert found_text((shown, printed)) == "Ring lederen."


def test_same_book_same_bytes(real: Build, root: Path, files: dict[str, bytes]) -> None:
    assert real.book is not None
    assert search_files(real.book, real.pages) == files


def test_a_book_of_this_size_is_one_small_file(files: dict[str, bytes], root: Path) -> None:
    assert list(files) == [MAIN]
    scripts = [
        root / "hooks/theme/assets/js" / name
        for name in (
            "search.js",
            "search-words.js",
            "search-index.js",
            "search-phrases.js",
            "search-engine.js",
        )
    ]
    whole = [files[MAIN], *(script.read_bytes() for script in scripts)]
    assert sum(len(gzip.compress(part)) for part in whole) <= 340_000


def test_a_common_word_is_not_indexed_where_it_is_hardly_mentioned() -> None:
    many = [{"nav": 2, "attest": 2}, {"nav": 10}, *({"nav": 2} for _ in range(14))]
    kept = list(index_room._without_mentions(many))
    assert kept == [{"attest": 2}, {"nav": 10}, *({} for _ in range(14))]


def test_each_model_has_a_number_however_many_they_are(real: Build) -> None:
    assert real.book is not None
    first = real.book.models[0]
    many = tuple(
        first.model_copy(update={"id": f"modell-{n}", "short_title": f"Modell {n}"})
        for n in range(1, 41)
    )
    main = read(search_files(replace(real.book, models=many))[MAIN])["main"]
    assert set(main["modelNames"].values()) == {*range(1, 41)}
    assert set(main["modelOf"]) == {*range(41)}


def test_what_people_ask_is_looked_up_as_a_whole() -> None:
    """One word of a long question does not make its page an answer about that word."""
    asked = Entry("Tema", "tema/hms", "HMS", "", topics=("stjeler fra kassa", "tyveri"))
    apart = index_room._taken_apart(asked)
    assert apart.asked == {"stjel", "kass"}
    assert apart.weights.keys() & {"stjel", "kass", "tyveri"} == {"tyveri"}


def test_nothing_in_the_index_can_end_a_script(files: dict[str, bytes]) -> None:
    assert all(line.startswith("handbookSearchData(") for line in files[MAIN].decode().splitlines())


def test_a_large_book_is_put_in_chunks_that_hold_the_same(
    real: Build, root: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert real.book is not None
    monkeypatch.setattr(index_room, "_ONE_FILE", 1000)
    monkeypatch.setattr(index_room, "_CHUNK", 20_000)
    many = search_files(real.book, real.pages)
    whole = read(files[MAIN])
    main = read(many[MAIN])["main"]
    for name in ("words", "phrases", "entries"):
        joined: list[Any] = []
        for first, file in main[name]:
            assert first == len(joined)
            joined += read(many[f"{FOLDER}/{file}"])[name]
        assert joined == whole[name]
    assert max(map(len, many.values())) < 200_000
