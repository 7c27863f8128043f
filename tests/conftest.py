"""Shared fixtures: the real handbook, and the real site built once per session."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.build import Build, build
from handbook.cache import Cache
from project import CACHE, ROOT, TODAY, run_mkdocs


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def real() -> Build:
    """The real content, read, checked and written in memory."""
    made = build(ROOT, TODAY, Cache(CACHE))
    assert not made.errors, "\n".join(f"{f.place}: {f.code} {f.problem}" for f in made.errors)
    return made


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    site = tmp_path_factory.mktemp("built") / "site"
    run = run_mkdocs(ROOT, site)
    assert run.returncode == 0, run.stdout + run.stderr
    return site
