"""Shared fixtures: the real handbook, and the real site built once per session."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.build import Build, build
from handbook.cache import Cache

ROOT = Path(__file__).parent.parent
TODAY = dt.date(2026, 11, 22)
"""The day the tests live in; the content is judged as on this date."""


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def real() -> Build:
    """The real content, read, checked and written in memory."""
    made = build(ROOT, TODAY, Cache(ROOT / ".cache" / "handbook"))
    assert not made.errors, "\n".join(f"{f.place}: {f.code} {f.problem}" for f in made.errors)
    return made


def run_mkdocs(project: Path, site: Path, *extra: str) -> subprocess.CompletedProcess[str]:
    """Build a project strictly in a process of its own, as `make site` does."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site), *extra]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


def copy_project(target: Path) -> Path:
    """A copy of the project that a test may break."""
    target.mkdir(parents=True)
    for name in ("model", "forms", "docs", "hooks"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, target / name, ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    site = tmp_path_factory.mktemp("built") / "site"
    run = run_mkdocs(ROOT, site)
    assert run.returncode == 0, run.stdout + run.stderr
    return site
