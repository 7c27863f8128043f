"""Handbook → pages: which sections stand on which page, and the frame around them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from handbook.document.hand_written import HandWritten
from handbook.document.linker import Linker
from handbook.findings import Finding
from handbook.memory import Memory
from handbook.model.handbook import Handbook
from handbook.pages.back_links import BackLinks
from handbook.pages.choice_pages import choice_pages
from handbook.pages.context import Context
from handbook.pages.download_pages import download_pages
from handbook.pages.downloads import Downloads
from handbook.pages.form_pages import form_pages
from handbook.pages.guide_pages import guide_pages
from handbook.pages.hand_pages import hand_pages
from handbook.pages.model_pages import model_pages
from handbook.pages.news_page import news_page
from handbook.pages.overview_pages import overview_pages
from handbook.pages.page import Page
from handbook.pages.quality_page import quality_page
from handbook.pages.reference_pages import reference_pages, source_pages
from handbook.pages.role_pages import role_pages
from handbook.pages.writer import Desk


def write_pages(
    book: Handbook,
    findings: Sequence[Finding] = (),
    *,
    codes: tuple[Any, ...] = (),
    downloads: Downloads | None = None,
    issued: Mapping[str, tuple[str, ...]] | None = None,
    today: dt.date | None = None,
    memory: Memory | None = None,
    by_hand: Sequence[HandWritten] = (),
    with_twins: bool = False,
) -> Iterator[Page]:
    """Every page the handbook makes of itself, in reading order; the same book, the same text.

    `issued` has the versions of models and forms in earlier editions, by id. On the day `today`,
    readers are told which models should have been gone through. With a `memory`, pages made from
    the same as before are not written again.
    """
    desk = Desk(book, downloads or Downloads(), issued, today, memory)
    context = Context(
        Linker(book), desk.downloads, issued or {}, today, findings, codes, with_twins
    )
    used = BackLinks(context.linker)
    for page in _telling_pages(context, desk):
        used.add(page)
        yield page
    yield from source_pages(context, used.found)
    yield quality_page(context, used.found)
    yield from guide_pages(context)
    yield from hand_pages(by_hand)


def _telling_pages(context: Context, desk: Desk) -> Iterator[Page]:
    """The pages that say something of the world, and so may cite a finding."""
    yield from overview_pages(context)
    yield news_page(context)
    yield from choice_pages(context)
    for model in context.book.models:
        yield from model_pages(context, desk, model)
    yield from role_pages(context)
    yield from form_pages(context)
    yield from download_pages(context)
    yield from reference_pages(context)
