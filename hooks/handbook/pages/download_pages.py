"""What can be taken away, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document.blocks import File
from handbook.pages.context import Context, compose
from handbook.pages.page import Page
from handbook.sections.downloads import PACKAGES, Kind, downloads_section


def download_pages(context: Context) -> Iterator[Page]:
    """The download page."""
    downloads = context.downloads

    def files_of(kind: Kind) -> tuple[File, ...]:
        if kind is PACKAGES:
            return downloads.whole_models(kind.folder)
        return downloads.under(kind.folder)

    yield compose(
        downloads_section(
            context.linker,
            files_of,
            downloads.named,
            downloads.missing,
            with_twins=context.with_twins,
        ),
        kind="downloads",
        description="Boka, hefter, rollekort, skjemaer og data, med størrelse og sjekksum.",
    )
