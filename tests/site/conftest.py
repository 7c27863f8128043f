"""Pages of the site opened from disk without a network, as in a meeting room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from visiting import Visit, visiting


@pytest.fixture
def visit(chromium: Browser, built_site: Path) -> Iterator[Visit]:
    """A reader of one test, who has nothing kept from before."""
    with visiting(chromium, built_site) as go:
        yield go
