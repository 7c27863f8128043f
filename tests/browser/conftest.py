"""The site in a real browser: one Chromium, one server, and pages that are watched while open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.built import BuiltSite
from browser.serving import serve
from browser.watching import Watch

NewPage = Callable[..., Page]

_summary: list[str] = []


@pytest.fixture(scope="session")
def site(built_site: Path) -> BuiltSite:
    """The real site."""
    return BuiltSite(built_site)


def each_kind(most: str) -> pytest.MarkDecorator:
    """Judges one page of each kind, and in the exhaustive layer `kinds` or `usual` of the site."""
    every = pytest.param(most, marks=pytest.mark.exhaustive)
    return pytest.mark.parametrize("pages", ["one_each", every])


@pytest.fixture(scope="session")
def server(site: BuiltSite) -> Iterator[str]:
    """The real site's address on this machine."""
    with serve(site.folder) as address:
        yield address


@pytest.fixture
def new_page(chromium: Browser, server: str) -> Iterator[NewPage]:
    """Opens watched pages; when the test is over, nothing may have gone wrong behind it."""
    open_now: list[tuple[BrowserContext, Watch]] = []

    def open_page(
        *, width: int = 1280, height: int = 900, scheme: str = "light", **options: Any
    ) -> Page:
        options.setdefault("reduced_motion", "reduce")
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **options
        )
        context.set_default_timeout(15_000)
        watch = Watch(context, allowed=(server, "file:"))
        page = context.new_page()
        page.base = server  # type: ignore[attr-defined]
        open_now.append((context, watch))
        return page

    yield open_page
    faults = []
    for context, watch in open_now:
        context.close()
        faults += watch.faults
    assert not faults, "\n".join(dict.fromkeys(faults))


@pytest.fixture
def report_line() -> Callable[[str], None]:
    """Adds a line to the summary at the end of the run."""
    return _summary.append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _summary:
        terminalreporter.section("Nettstedet i nettleseren")
        for line in _summary:
            terminalreporter.write_line(line)
