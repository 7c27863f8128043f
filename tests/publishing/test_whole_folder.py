"""Whoever looks, finds a whole folder: the old one or the new one, whatever happened meanwhile."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.publishing import whole_folder
from handbook.publishing.whole_folder import NotWholeError, recover, replace_folder
from project import ROOT

FILES = 60


def _files(mark: str) -> Iterator[tuple[str, bytes]]:
    for number in range(FILES):
        yield f"del-{number % 7}/{number}.html", mark.encode() * 4000


def _fine(_: Path) -> list[str]:
    return []


def _mark(folder: Path) -> str:
    """The one sign that all files consist of; a folder that is not whole has another number."""
    contents = [file.read_bytes() for file in folder.rglob("*.html")]
    assert len(contents) == FILES
    (mark,) = {content[:1].decode() for content in contents}
    assert {len(content) for content in contents} == {4000}
    return mark


def _beside(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture(params=[True, False], ids=["exchanged", "moved twice"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is there, on a system that can exchange two names and on one that cannot."""
    replace_folder(tmp_path / "site", _files("a"), _fine)
    if not request.param:
        monkeypatch.setattr(whole_folder, "_exchange", lambda *_: False)
    return tmp_path / "site"


def test_a_new_folder_takes_the_place_of_the_old(site: Path) -> None:
    (site / "gammel.txt").write_text("fra før")
    replace_folder(site, _files("b"), _fine)
    assert _mark(site) == "b"
    assert not (site / "gammel.txt").exists()
    assert _beside(site.parent) == ["site"]
    assert site.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_what_the_machine_refuses_leaves_the_old_folder(
    fault: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, left = Path.write_bytes, iter(range(FILES // 2))

    def write(path: Path, content: bytes) -> int:
        if next(left, None) is None:
            raise OSError(fault, os.strerror(fault), str(path))
        return usual(path, content)

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(OSError, match=os.strerror(fault)):
        replace_folder(site, _files("b"), _fine)
    assert _mark(site) == "a"
    assert _beside(site.parent) == ["site"]


def test_a_folder_that_is_not_whole_is_not_shown(site: Path) -> None:
    with pytest.raises(NotWholeError, match="halv"):
        replace_folder(site, _files("b"), lambda _: ["halv"])
    assert _mark(site) == "a"
    assert _beside(site.parent) == ["site"]


def test_a_move_that_fails_puts_the_old_folder_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Path.rename

    def rename(path: Path, to: Path) -> Path:
        if path.name.startswith(".site.ny-"):
            raise PermissionError(errno.EACCES, "closed", str(path))
        return usual(path, to)

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(whole_folder, "_exchange", lambda *_: False)
    with pytest.raises(PermissionError):
        replace_folder(site, _files("b"), _fine)
    assert _mark(site) == "a"


def test_the_next_run_puts_back_what_a_dead_one_took_away(site: Path) -> None:
    site.rename(site.with_name(".site.gammel-x"))
    site.with_name(".site.ny-x").mkdir()
    recover(site)
    assert _mark(site) == "a"
    assert _beside(site.parent) == ["site"]


def test_a_file_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("viktig")
    with pytest.raises(NotADirectoryError):
        replace_folder(tmp_path / "site", _files("b"), _fine)
    assert (tmp_path / "site").read_text() == "viktig"


def test_a_link_stays_and_what_it_leads_to_is_replaced(site: Path) -> None:
    link = site.with_name("lenke")
    link.symlink_to(site)
    replace_folder(link, _files("b"), _fine)
    assert link.is_symlink()
    assert _mark(site) == "b"


@pytest.mark.slow
def test_runs_at_once_leave_the_folder_of_one_of_them(site: Path) -> None:
    faults: list[BaseException] = []

    def run(mark: str) -> None:
        try:
            for _ in range(5):
                replace_folder(site, _files(mark), _fine)
        except BaseException as error:
            faults.append(error)

    runs = [threading.Thread(target=run, args=(mark,)) for mark in "bcd"]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert not faults
    assert _mark(site) in "bcd"
    assert _beside(site.parent) == ["site"]


_ENDLESS = """
import itertools, sys
from pathlib import Path
from handbook.publishing.whole_folder import replace_folder
for mark in itertools.cycle("abc"):
    files = ((f"del-{n % 7}/{n}.html", mark.encode() * 4000) for n in range(60))
    replace_folder(Path(sys.argv[1]), files, lambda _: [])
    print(mark, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_a_run_that_is_killed_leaves_a_whole_folder(seed: int, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    run = subprocess.Popen(
        [sys.executable, "-c", _ENDLESS, str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        stdout=subprocess.PIPE,
    )
    assert run.stdout is not None
    run.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.2))
    run.kill()
    run.wait()
    run.stdout.close()
    recover(folder)  # where names cannot be exchanged, this is what the next run begins with
    assert _mark(folder) in "abc"
    assert _beside(tmp_path) == ["site"]
