"""However a build ends, there is one whole site: the one from before, or the new one."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handbook.publishing.manifest import faults
from project import ROOT, run_mkdocs

pytestmark = pytest.mark.slow

TINY = ROOT / "tests/checks/tiny"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny handbook with the real settings, without the files that take time."""
    root = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("killed") / "tiny"))
    for name in ("om", "redaksjon/index"):
        page = root / f"docs/{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("---\ntitle: Runde 0\n---\n\n# Runde 0\n")
    (root / "hooks").symlink_to(ROOT / "hooks")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("files: true", "files: false"))
    return root


@pytest.fixture(scope="module")
def seconds(project: Path) -> float:
    """How long a build takes; the first site is there afterwards."""
    began = time.monotonic()
    run = run_mkdocs(project, project / "site")
    assert run.returncode == 0, run.stderr
    return time.monotonic() - began


def _killed(project: Path, after: float) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(after)
    run.kill()
    run.wait()


def _one_whole_site(project: Path, round_: int) -> None:
    assert list(faults(project / "site")) == []
    page = (project / "site/om.html").read_text(encoding="utf-8")
    assert any(f"Runde {number} –" in page for number in range(round_ + 1))


@pytest.mark.parametrize("moments", [3, pytest.param(30, marks=pytest.mark.exhaustive)])
def test_a_build_that_is_killed_leaves_a_whole_site(
    moments: int, project: Path, seconds: float
) -> None:
    chance = random.Random(moments)
    for round_ in range(1, moments + 1):
        page = project / "docs/om.md"
        page.write_text(f"---\ntitle: Runde {round_}\n---\n\n# Runde {round_}\n")
        # most of the moments lie at the end, when the site is written and put in place
        _killed(project, seconds * (1.15 - chance.random() ** 2))
        _one_whole_site(project, round_)
    assert run_mkdocs(project, project / "site").returncode == 0
    assert f"Runde {moments} –" in (project / "site/om.html").read_text(encoding="utf-8")
    left = [entry.name for entry in project.iterdir() if entry.name.startswith(".site")]
    assert left == []


@pytest.mark.usefixtures("seconds")
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(project: Path) -> None:
    (project / "opptatt").write_text("en fil")
    run = run_mkdocs(project, project / "opptatt")
    assert run.returncode == 1
    assert "Det ligger en fil der mappa skulle vært" in run.stderr
    assert "Traceback" not in run.stderr
    assert (project / "opptatt").read_text() == "en fil"
