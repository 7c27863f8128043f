"""«Nytt i håndboka»: what changed, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from handbook.model.form import Change
from handbook.model.news import NewsItem, news_items
from handbook.pages import addresses
from handbook.pages.page import Page
from handbook.pages.writer import Desk

_FEED = "nytt.xml"


@dataclass(frozen=True)
class NewsLine:
    """One change with the way to what it is about."""

    title: str
    address: str
    change: Change


def news_pages(desk: Desk) -> Iterator[Page]:
    """One page; the feed beside it is a file."""
    lines = _lines(desk, addresses.NEWS)
    yield desk.page(
        addresses.NEWS,
        "news.md.j2",
        title="Nytt i håndboka",
        kind="news",
        description="Hva som er endret i modeller, skjemaer og utgaver.",
        feed=_FEED,
        days=tuple(
            (day, tuple(group)) for day, group in groupby(lines, key=lambda line: line.change.date)
        ),
    )


def _lines(desk: Desk, path: str) -> tuple[NewsLine, ...]:
    here = desk.at(path)
    return tuple(
        NewsLine(item.title, here.to(_path(item)), item.change) for item in news_items(desk.book)
    )


def _path(item: NewsItem) -> str:
    if item.kind == "model":
        return addresses.model(item.subject)
    return addresses.form(item.subject) if item.kind == "form" else addresses.DOWNLOADS
