"""What can be taken away, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pages import addresses
from handbook.pages.page import Page
from handbook.pages.writer import Desk


def download_pages(desk: Desk) -> Iterator[Page]:
    """The download page."""
    yield desk.page(
        addresses.DOWNLOADS,
        "downloads.md.j2",
        title="Last ned",
        kind="downloads",
        description="Boka, hefter, rollekort, skjemaer og data, med størrelse og sjekksum.",
        downloads=desk.downloads,
    )
