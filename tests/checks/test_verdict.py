"""A check of what has not changed says the same again; a check of anything else is made anew."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.__main__ import main
from handbook.commands import check
from handbook.editing.shapes import SCHEMA_FOLDER
from handbook.kept import CACHE_FOLDER
from handbook.verdict import SCHEMAS

pytestmark = pytest.mark.slow

Said = tuple[int, str, str]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The projects whose rules have been asked, from now on."""
    made: list[Path] = []
    really = check._told

    def told(options: object, cache: object) -> object:
        made.append(options.root)  # type: ignore[attr-defined]
        return really(options, cache)  # type: ignore[arg-type]

    monkeypatch.setattr(check, "_told", told)
    return made


@pytest.fixture
def said(tiny_handbook: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Check the tiny handbook: the exit code and all that is written."""

    def check_it(*words: str, day: str = "2026-11-28") -> Said:
        code = main(["--root", str(tiny_handbook), "--today", day, "check", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return check_it


def with_faults(root: Path) -> None:
    """A warning, an error, and a file that makes rules wait."""
    file = root / "model/glossary.yml"
    file.write_text(file.read_text("utf-8") + "\n  - id: [\n", "utf-8")
    (root / "forms/SKJ-99 (1).yml").write_text("id: SKJ-99\n", "utf-8")


@pytest.mark.parametrize("change", [lambda _: None, with_faults])
def test_the_same_is_said_with_and_without_what_was_kept(
    change: Callable[[Path], None],
    tiny_handbook: Path, said: Callable[..., Said], asked: list[Path],
) -> None:  # fmt: skip
    change(tiny_handbook)
    for words in ((), ("--format", "json"), ("--format", "github")):
        anew = said("--anew", *words)
        first, again = said(*words), said(*words)
        assert anew == first == again
    assert len(asked) == 4  # anew three times, and once to be kept


def _edit(root: Path) -> None:
    file = root / "model/roles.yml"
    about = file.stat()
    text = file.read_text("utf-8")
    file.write_text(text.replace("fadder", "faddar", 1), "utf-8")  # as long as it was, and as old
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))


def _page(root: Path) -> None:
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/ny.md").write_text("---\ntitle: Ny\n---\n\n# Ny\n", "utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "one letter": _edit,
    "a page": _page,
    "a file that is gone": lambda root: (root / "model/sources/rapport.yml").unlink(),
    "a file moved": lambda root: (root / "forms/SKJ-01.yml").rename(root / "forms/SKJ-02.yml"),
    "a link": lambda root: (root / "forms/SKJ-02.yml").symlink_to(root / "forms/SKJ-01.yml"),
    "an empty folder": lambda root: (root / "forms/ny").mkdir(),
    "ids for the editor's program": lambda root: (root / SCHEMA_FOLDER / "ids.json").unlink(),
    "a damaged entry": lambda root: (root / CACHE_FOLDER / "check.kept").write_bytes(b"x" * 99),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_is_checked_anew(
    change: Callable[[Path], object],
    tiny_handbook: Path, said: Callable[..., Said], asked: list[Path],
) -> None:  # fmt: skip
    said()
    change(tiny_handbook)
    anew = said()
    assert len(asked) == 2
    assert anew == said("--anew")


def test_another_day_and_another_programme_are_checked_anew(
    said: Callable[..., Said], asked: list[Path]
) -> None:
    said()
    said(day="2031-01-01")
    assert len(asked) == 2
    file = Path(check.__file__)
    about = file.stat()
    os.utime(file, (time.time(), time.time()))
    try:
        said(day="2031-01-01")
    finally:
        os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert len(asked) == 3


def test_what_only_making_can_tell_is_made_each_time(
    said: Callable[..., Said], asked: list[Path]
) -> None:
    said()
    said("--outputs")
    assert len(asked) == 2


def test_the_folder_that_a_check_writes_is_the_schemas() -> None:
    assert SCHEMAS == SCHEMA_FOLDER
