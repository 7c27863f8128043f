"""The cache gives back what was made, and makes it again when it cannot be trusted."""

from __future__ import annotations

from pathlib import Path

from handbook.kept import Cache, key_of


def test_an_entry_is_made_once(tmp_path: Path) -> None:
    made = []

    def make() -> dict[str, bytes]:
        made.append(1)
        return {"a/b.pdf": b"x"}

    for _ in range(2):
        assert Cache(tmp_path).files(key_of("a"), make) == {"a/b.pdf": b"x"}
    assert len(made) == 1


def test_a_damaged_entry_is_made_again(tmp_path: Path) -> None:
    key = key_of("a")
    Cache(tmp_path).files(key, lambda: {"a": b"rett"})
    (tmp_path / f"{key}.zip").write_bytes(b"PK\x03\x04 skadet")
    assert Cache(tmp_path).files(key, lambda: {"a": b"rett"}) == {"a": b"rett"}


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
