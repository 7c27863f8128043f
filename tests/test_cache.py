"""The cache gives back what was made, and makes it again when it cannot be trusted."""

from __future__ import annotations

from pathlib import Path

from handbook.cache import Cache, key_of


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


def test_without_a_folder_nothing_is_kept() -> None:
    assert Cache(None).files("x", lambda: {"a": b"1"}) == {"a": b"1"}
