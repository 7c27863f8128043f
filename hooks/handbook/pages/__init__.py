"""Handbook → pages: which sections stand on which page, and the frame around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.document.hand_written import HandWritten
from handbook.pages.back_links import BackLinks, cited
from handbook.pages.choice_pages import choice_pages
from handbook.pages.context import Context
from handbook.pages.download_pages import download_pages
from handbook.pages.form_pages import form_pages
from handbook.pages.guide_pages import guide_pages
from handbook.pages.hand_pages import hand_pages
from handbook.pages.instrument_pages import instrument_pages
from handbook.pages.memo_pages import memo_pages
from handbook.pages.model_pages import model_pages
from handbook.pages.news_page import news_page
from handbook.pages.overview_pages import overview_pages
from handbook.pages.page import Page
from handbook.pages.quality_page import quality_page
from handbook.pages.redirects import former_pages
from handbook.pages.reference_pages import reference_pages, source_pages
from handbook.pages.role_pages import role_pages
from handbook.pages.routine_pages import routine_pages
from handbook.pages.rule_pages import rule_pages
from handbook.pages.way_to_nav import with_way_to_nav
from handbook.sections.evidence import provenance


def compose_pages(context: Context, by_hand: Iterable[HandWritten] = ()) -> Iterator[Page]:
    """Every page of the handbook, in reading order; the same book, the same pages."""
    pages = tuple(_pages(context, by_hand))
    yield from pages
    yield from former_pages(context.book, pages)


def _pages(context: Context, by_hand: Iterable[HandWritten]) -> Iterator[Page]:
    used = BackLinks(context.linker)
    for made in _telling_pages(context):
        page = with_way_to_nav(context, made)
        used.add(page)
        yield _with_evidence(context, page)
    for made in tuple(rule_pages(context, used.found)):
        page = with_way_to_nav(context, made)
        used.add(page)
        yield _with_evidence(context, page)
    yield from source_pages(context, used.found)
    yield quality_page(context, used.found)
    yield from guide_pages(context, used.found)
    yield from hand_pages(by_hand)


def _with_evidence(context: Context, page: Page) -> Page:
    """The page with what its marks rest on, told once for all of them."""
    behind = provenance(context.linker, page.ends.bases, cited(page.ends))
    return page.resting_on(behind) if behind else page


def _telling_pages(context: Context) -> Iterator[Page]:
    """The pages that say something of the world, and so may cite a finding."""
    yield from overview_pages(context)
    yield news_page(context)
    yield from choice_pages(context)
    for model in context.book.models:
        yield from model_pages(context, model)
    yield from role_pages(context)
    yield from form_pages(context)
    yield from download_pages(context)
    yield from instrument_pages(context)
    yield from memo_pages(context)
    yield from routine_pages(context)
    yield from reference_pages(context)
