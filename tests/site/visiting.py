"""A page of the site opened from disk without a network, as in a meeting room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from waking import awake

Visit = Callable[[str], Page]


@contextmanager
def visiting(chromium: Browser, site: Path) -> Iterator[Visit]:
    """Opens an address of the site; nothing may be asked of a network, and no script may fail."""
    context = chromium.new_context(offline=True, accept_downloads=True)
    asked: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: errors.append(str(error.error)))
    page = context.new_page()

    def go(address: str) -> Page:
        page.goto(f"file://{site / address}")
        if page.locator("form[data-form]").count():
            awake(page)
        return page

    yield go
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
    assert errors == []
    context.close()
