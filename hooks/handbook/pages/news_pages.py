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
    here = desk.at(addresses.NEWS)
    items = news_items(desk.book)
    yield desk.page(
        addresses.NEWS,
        "news.md.j2",
        title="Nytt i håndboka",
        kind="news",
        description="Hva som er endret i modeller, skjemaer og utgaver.",
        feed=_FEED,
        days=tuple(
            (day, tuple(NewsLine(i.title, here.to(_path(i)), i.change) for i in group))
            for day, group in groupby(items, key=lambda item: item.date)
        ),
    )


def _path(item: NewsItem) -> str:
    if item.kind == "model":
        return addresses.model(item.subject)
    return addresses.form(item.subject) if item.kind == "form" else addresses.FRONT
