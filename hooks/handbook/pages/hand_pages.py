"""Pages that people write in `docs/`, among the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.document.blocks import Section
from handbook.document.hand_written import HandWritten
from handbook.document.places import page
from handbook.pages.guide_pages import crumbs_of
from handbook.pages.page import Page


def hand_pages(written: Iterable[HandWritten]) -> Iterator[Page]:
    """A page for each, in the order they were read."""
    for one in written:
        told = one.section
        yield Page(
            path=one.path,
            title=one.title,
            kind=one.kind,
            description=one.description,
            source=one.file,
            crumbs=crumbs_of(one.path),
            section=Section(told.title, told.blocks, "topp", place=page(one.path)),
        )
