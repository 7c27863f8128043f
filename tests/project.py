"""The project under test: where it is, the day the tests live in, and how it is built."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from handbook.kept import Cache
from handbook.model.handbook import Handbook
from handbook.pages.page import Page
from handbook.reading.folder import Reading, read_handbook
from handbook.render.html import article

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache" / "handbook"
TODAY = dt.date(2026, 11, 28)
"""The day that tests of the code live in. The real content is judged as it is today."""


KEPT = Cache(CACHE, in_process=True)
"""What has been read, also of copies: a file with the same name and bytes gives the same."""


@cache
def real_reading() -> Reading:
    """The real model/, forms/ and docs/ as they are today, read once in a process.

    It is handed out again and again, so nobody may change it.
    """
    return read_handbook(ROOT, KEPT)


def real_book() -> Handbook:
    """The real handbook as it is today."""
    book = real_reading().handbook
    assert book is not None, real_reading().findings
    return book


def chromium_program() -> str | None:
    """The system's Chromium; the one without a window takes two thirds of the time."""
    names = ("chromium-headless-shell", "chromium", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def run_mkdocs(project: Path, site: Path, *extra: str) -> subprocess.CompletedProcess[str]:
    """Build a project strictly in a process of its own, as `make site` does."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site), *extra]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


def copy_project(target: Path) -> Path:
    """A copy of the project that a test may break; slow files come from a copy of the cache."""
    target.mkdir(parents=True)
    for name in ("model", "forms", "docs", "hooks"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, target / name, ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", target)
    if CACHE.is_dir():
        shutil.copytree(CACHE, target / ".cache" / "handbook")
    return target


def article_of(page: Page) -> str:
    """The article of a page as its reader meets it; lines may break anywhere."""
    html = article(page.section, page.path)
    return html.replace("\u00a0", " ")
