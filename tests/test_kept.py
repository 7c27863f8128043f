"""The cache gives back what was made, and makes it again when it cannot be trusted."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook import kept
from handbook.kept import Cache, key_of
from handbook.programme import programme


def test_an_entry_is_made_once(tmp_path: Path) -> None:
    made = []

    def make() -> dict[str, bytes]:
        made.append(1)
        return {"a/b.pdf": b"x"}

    for _ in range(2):
        assert Cache(tmp_path).files(key_of("a"), make) == {"a/b.pdf": b"x"}
    assert len(made) == 1


def test_a_flipped_bit_anywhere_is_seen_and_the_entry_made_again(tmp_path: Path) -> None:
    key, right = key_of("a"), {"a": b"rett", "b/c": b"ogs\xc3\xa5"}
    Cache(tmp_path).files(key, lambda: right)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    for bit in range(len(whole) * 8):
        broken = bytearray(whole)
        broken[bit // 8] ^= 1 << bit % 8
        entry.write_bytes(broken)
        assert Cache(tmp_path).last(key) == {}, bit
    assert Cache(tmp_path).files(key, lambda: right) == right
    assert entry.read_bytes() == whole


@pytest.mark.parametrize("length", [0, 1, 31, 32, 33, 60])
def test_a_cut_entry_is_made_again(length: int, tmp_path: Path) -> None:
    key = key_of("a")
    Cache(tmp_path).files(key, lambda: {"a": b"rett"})
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(entry.read_bytes()[:length])
    assert Cache(tmp_path).files(key, lambda: {"a": b"rett"}) == {"a": b"rett"}


@pytest.mark.parametrize("fault", [errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_a_folder_that_takes_nothing_costs_only_time(
    fault: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    cache = Cache(tmp_path)
    assert cache.files(key_of("a"), lambda: {"a": b"1"}) == {"a": b"1"}
    cache.keep(key_of("b"), {"a": b"1"})
    cache.sweep()
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("en fil")
    cache = Cache(tmp_path / "cache")
    assert cache.files(key_of("a"), lambda: {"a": b"1"}) == {"a": b"1"}
    cache.sweep()


def test_what_a_dead_run_was_writing_is_swept_away(tmp_path: Path) -> None:
    for name, age in (("gammel", 4000), ("ny", 0)):
        part = tmp_path / f"{name}.1.part"
        part.write_bytes(b"halv")
        os.utime(part, (time.time() - age,) * 2)
    Cache(tmp_path).sweep()
    assert [file.name for file in tmp_path.iterdir()] == ["ny.1.part"]


def test_keys_keep_their_parts_apart() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")


def test_what_a_run_did_not_use_is_swept_away(tmp_path: Path) -> None:
    Cache(tmp_path).files(key_of("gammel"), lambda: {"a": b"1"})
    run = Cache(tmp_path)
    run.files(key_of("ny"), lambda: {"a": b"2"})
    run.sweep()
    assert [f.stem for f in tmp_path.iterdir()] == [key_of("ny")]


def test_a_cache_without_a_place_keeps_nothing() -> None:
    cache, made = Cache(), iter(range(9))
    assert [cache.files("x", lambda: {"a": b"%d" % next(made)})["a"] for _ in "ab"] == [b"0", b"1"]
    assert [cache.get_or_make("x", 1, lambda: next(made)) for _ in "ab"] == [2, 3]


def test_a_thing_is_made_anew_when_what_it_is_made_from_is_another() -> None:
    cache, made = Cache(in_process=True), iter(range(9))

    def get(given: str) -> int:
        return cache.get_or_make("x", given, lambda: next(made))

    assert [get("a"), get("a"), get("b"), get("a")] == [0, 0, 1, 2]


def test_what_a_build_did_not_ask_for_is_forgotten() -> None:
    cache, made = Cache(in_process=True), iter(range(9))
    seen = []
    for asked in (True, False, True):
        if asked:
            seen.append(cache.get_or_make("x", None, lambda: next(made)))
        cache.next_build()
    assert seen == [0, 1]


def counting(made: list[int]) -> Callable[[], list[str]]:
    def make() -> list[str]:
        made.append(1)
        return ["æ"]

    return make


def test_what_is_made_from_bytes_is_made_once_also_in_another_process(tmp_path: Path) -> None:
    made: list[int] = []
    for given in ((b"a",), (b"a",), (b"b",), (b"a", b"b"), (b"ab",)):
        cache = Cache(tmp_path)  # as a process that begins
        assert cache.from_bytes(given, counting(made)) == ["æ"]
        if given != (b"a", b"b"):
            cache.keep_shelf()
    assert len(made) == 4
    assert Cache().from_bytes((b"a",), counting(made)) == ["æ"]
    assert len(made) == 5, "nothing is kept without a folder"


def test_what_nobody_asked_for_leaves_the_shelf(tmp_path: Path) -> None:
    made: list[int] = []
    for given in (b"a", b"b", b"a"):
        cache = Cache(tmp_path)
        cache.from_bytes((given,), counting(made))
        cache.keep_shelf()
    assert len(made) == 3


def test_another_programme_trusts_nothing_on_the_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    for told in (b"1", b"2"):
        monkeypatch.setattr("handbook.kept.programme", lambda told=told: told)
        cache = Cache(tmp_path)
        cache.from_bytes((b"a",), counting(made))
        cache.keep_shelf()
    assert len(made) == 2


def test_a_file_of_the_programme_that_is_another_makes_another_programme() -> None:
    before = programme()
    assert programme() == before
    about = Path(kept.__file__).stat()
    os.utime(kept.__file__, (time.time(), time.time()))
    try:
        assert programme() != before
    finally:
        os.utime(kept.__file__, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert programme() == before


@pytest.mark.parametrize("harm", [lambda whole: whole[:-1], lambda whole: b"", lambda _: b"x" * 99])
def test_a_damaged_shelf_is_thrown_away(harm: Callable[[bytes], bytes], tmp_path: Path) -> None:
    made: list[int] = []
    cache = Cache(tmp_path)
    cache.from_bytes((b"a",), counting(made))
    cache.keep_shelf()
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(harm(entry.read_bytes()))
    assert Cache(tmp_path).from_bytes((b"a",), counting(made)) == ["æ"]
    assert len(made) == 2
