"""Shared fixtures: the real handbook, the real site built once, and one browser for all."""

from __future__ import annotations

import datetime as dt
import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

import times
from handbook.build import Build, build
from project import KEPT, ROOT, chromium_program, run_mkdocs

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=en-US",  # a browser in another language, so that words of its own are told apart
]


gc.set_threshold(100_000, 20, 50)  # a handbook is 200 000 things that live on; a third of the time


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Half as many again as there are cores: a third of the time a test waits for a browser.

    In the quick part nothing waits, and each worker has all tests to find first.
    """
    cores = os.cpu_count() or 1
    return cores if "not slow" in config.option.markexpr else cores + cores // 2


def pytest_configure(config: pytest.Config) -> None:
    """Let it be noted what each file takes."""
    config.pluginmanager.register(times)


def pytest_itemcollected(item: pytest.Item) -> None:
    """What needs the whole handbook written is not quick; all in tests/content judges content."""
    whole = {"real", "built_site"} & set(getattr(item, "fixturenames", ()))
    if whole or item.get_closest_marker("exhaustive"):
        item.add_marker(pytest.mark.slow)
    if item.path.is_relative_to(ROOT / "tests/content"):
        item.add_marker(pytest.mark.content)


_WHOLE = ("real", "built_site")
"""What takes a core a while to make, when nothing of it is kept, and others wait for."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long files first, so that no core waits at the end while another is halfway through one.

    Those that need no site come before the others, which then find it made.
    """
    took = times.times_for(config)
    whole = {item.path for item in items if _wants(item, *_WHOLE)}
    slow = {item.path for item in items if item.get_closest_marker("slow")}

    def place(item: pytest.Item) -> tuple[bool, float]:
        usual = times.UNKNOWN if item.path in slow else 0.0
        return item.path in whole, -took.get(times.file_of(item.nodeid), usual)

    items.sort(key=place)


def _wants(item: pytest.Item, *fixtures: str) -> bool:
    return not {*fixtures}.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of one run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def real(shared: Path) -> Build:
    """The real content as it is today, written in memory; one worker makes the slow files."""
    with FileLock(shared / "files.lock"):
        made = build(ROOT, dt.date.today(), KEPT)
        KEPT.keep_shelf()
    assert not made.errors, "\n".join(f"{f.place}: {f.code} {f.problem}" for f in made.errors)
    return made


@pytest.fixture(scope="session")
def built_site(shared: Path) -> Path:
    """The real site, built once by whichever worker comes first, or before us: HANDBOOK_SITE."""
    if "HANDBOOK_SITE" in os.environ:
        return Path(os.environ["HANDBOOK_SITE"]).resolve()
    return _make_site(shared)


@pytest.fixture(scope="session", autouse=True)
def site_ahead(request: pytest.FixtureRequest, shared: Path) -> Iterator[None]:
    """Begins on the site at once, on the side, when there are workers and one of them wants it."""
    first = os.environ.get("PYTEST_XDIST_WORKER") == "gw0" and "HANDBOOK_SITE" not in os.environ
    if not first or not any(_wants(item, "built_site") for item in request.session.items):
        yield
        return
    making = threading.Thread(target=_make_site, args=(shared,))
    making.start()
    yield
    making.join()


def _make_site(shared: Path) -> Path:
    """The site that all workers share; whoever comes first makes it."""
    site = shared / "built" / "site"
    with FileLock(shared / "files.lock"):
        if not site.is_dir():
            run = run_mkdocs(ROOT, site)
            assert run.returncode == 0, run.stdout + run.stderr
    return site


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; one for the whole run, since Playwright allows one at a time."""
    program = chromium_program()
    assert program, "Chromium mangler. Installer pakken «chromium-headless-shell» (se .ci/run)."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_QUIET)
        yield browser
        browser.close()
