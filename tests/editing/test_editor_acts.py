"""Whoever follows the guide never meets a red cross: ordinary acts, and `make proposal` is green.

The acts are done to a copy of the real handbook, in a folder with nothing but the programs that a
proposal of content may ask for.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import acts
import pytest
from acts import ORDINARY, Act, command
from changing import git

from handbook import checking
from handbook.build import find
from handbook.editing.shapes import KINDS, kind_of
from handbook.editing.skeleton import KINDS as NEW_KINDS
from handbook.findings import Severity
from handbook.reading import folder
from project import CACHE, KEPT, ROOT

pytestmark = pytest.mark.slow

PROGRAMS = ("cat", "env", "git", "hunspell", "make", "mkdir", "sh", "test", "uname")
"""All that a machine needs to judge a proposal, beside Python; hunspell is not even missed."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project as an editor has cloned it."""
    root = tmp_path / "p"
    for name in _said(ROOT, "ls-files", "-co", "--exclude-standard").splitlines():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    if CACHE.is_dir():
        shutil.copytree(CACHE, root / CACHE.relative_to(ROOT))
    git(root, "init", "-q")
    commit(root, "slik det var")
    return root


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with the few programs there are: no browser, no Java, no LibreOffice, no node."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in PROGRAMS:
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    return folder


def commit(root: Path, what: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", what)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has been read, for all that is done in this process: an act changes a file or two."""
    for module in (folder, checking):
        monkeypatch.setattr(module, "Cache", lambda: KEPT)


def propose(root: Path, act: Act, nth: int) -> None:
    """Do it, and judge it as far as goes fast within this process."""
    act(root, nth)
    errors = [f for f in find(root, dt.date.today())[1] if f.severity is Severity.ERROR]
    assert errors == [], act.__name__


def make_proposal(root: Path, programs: Path) -> None:
    """What a host runs."""
    there = ("-o", ".venv/site.ok", "-o", ".venv/test.ok", f"BIN={Path(sys.executable).parent}")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "HANDBOOK"))}
    run = subprocess.run(
        [programs / "make", *there, "proposal"], cwd=root, capture_output=True, text=True,
        encoding="utf-8", env={**environment, "PATH": str(programs), "PYTHONPATH": "hooks"},
    )  # fmt: skip
    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"


@pytest.mark.usefixtures("kept")
def test_every_act_is_green(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each act an editor does, judged by itself, and a release."""
    given = recorded(monkeypatch)
    all_acts(copy, 1)
    commit(copy, "en utgave")
    assert {words[1] for words in given if words[0] == "new"} == set(NEW_KINDS)
    assert changed_kinds(copy) == {kind.name for kind in KINDS}


@pytest.mark.exhaustive
def test_after_a_release_every_act_is_green_again(copy: Path, programs: Path) -> None:
    """And a host lets the proposal through, after a build and all that judges content."""
    all_acts(copy, 1)
    acts.command(copy, "review", "--base", "HEAD")
    commit(copy, "en utgave")
    all_acts(copy, 2)
    make_proposal(copy, programs)


def all_acts(copy: Path, nth: int) -> None:
    for act in (*ORDINARY, acts.release):
        propose(copy, act, nth)


def recorded(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The commands that are given from now on."""
    given: list[tuple[str, ...]] = []

    def telling(root: Path, *words: str) -> None:
        given.append(words)
        command(root, *words)

    monkeypatch.setattr(acts, "command", telling)
    return given


def changed_kinds(root: Path) -> set[str]:
    """The kinds of file that differ from what the editor began with."""
    first = _said(root, "rev-list", "--max-parents=0", "HEAD").strip()
    files = _said(root, "diff", "--name-only", first).splitlines()
    return {kind.name for kind in map(kind_of, files) if kind}


def _said(root: Path, *arguments: str) -> str:
    run = subprocess.run(
        ["git", "-c", "core.quotePath=false", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


@pytest.mark.exhaustive
def test_each_act_of_a_year_is_green_where_a_host_judges_it(copy: Path, programs: Path) -> None:
    """The same with `make proposal` after every one."""
    for nth in (1, 2):
        for act in (*ORDINARY, acts.release):
            act(copy, nth)
            make_proposal(copy, programs)
            commit(copy, act.__name__)


@pytest.mark.exhaustive
def test_what_the_check_lets_through_does_not_get_past_a_proposal(
    copy: Path, programs: Path
) -> None:
    """A fact of the source texts that is lost, and a command in the guide that does not exist."""
    kept = next(
        fact["id"] for file in (copy / "model/sources").glob("*.yml")
        for fact in acts.plain(copy, file.relative_to(copy).as_posix())["findings"]
        if fact["id"].startswith("S") and fact.get("unused_because")
    )  # fmt: skip
    for file in (copy / "model/sources").glob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f"id: {kept}\n", "id: S9001\n"), encoding="utf-8")
    with (copy / "docs/redaksjon/forslag.md").open("a", encoding="utf-8") as page:
        page.write("\nSkriv `make finnesikke`.\n")
    acts.command(copy, "check")
    with pytest.raises(AssertionError) as told:
        make_proposal(copy, programs)
    for test in ("test_every_fact_is_cited", "test_every_command_in_the_guide_exists"):
        assert f"::{test}" in str(told.value)
    assert "2 failed" in str(told.value)
