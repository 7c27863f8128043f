"""«Nytt i håndboka» as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
from xml.sax.saxutils import escape, quoteattr

from handbook.document.places import FEED, NEWS, Place, page, url
from handbook.model.form import Change
from handbook.model.handbook import Handbook
from handbook.model.news import NewsItem, news_items

__all__ = ["FEED", "NewsItem", "atom_feed", "news_items"]


def atom_feed(book: Handbook) -> bytes:
    """The feed. The same handbook gives the same bytes; an entry keeps its id for ever."""
    site = book.edition.site_url.rstrip("/") + "/"
    items = news_items(book)
    updated = max((item.date for item in items), default=book.edition.date)
    told = site + url(page(NEWS))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb">',
        f"  <title>{escape(book.edition.title)}: nytt i håndboka</title>",
        f"  <id>{_tag(book, 'nytt')}</id>",
        f"  <updated>{_moment(max(updated, book.edition.date))}</updated>",
        f'  <link rel="self" type="application/atom+xml" href={quoteattr(site + FEED)}/>',
        f'  <link rel="alternate" type="text/html" href={quoteattr(told)}/>',
        *(f"  <author><name>{escape(name)}</name></author>" for name in book.edition.publishers),
    ]
    for item in items:
        lines += _entry(book, item, site)
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def _entry(book: Handbook, item: NewsItem, site: str) -> list[str]:
    title = f"{item.title}, versjon {item.change.version}"
    if item.kind == "edition":
        title = f"{item.title}, utgave {item.change.version}"
    return [
        "  <entry>",
        f"    <title>{escape(title)}</title>",
        f"    <id>{_tag(book, item.key)}</id>",
        f"    <updated>{_moment(item.date)}</updated>",
        f'    <link rel="alternate" type="text/html" href={quoteattr(site + _page(item))}/>',
        f"    <category term={quoteattr(item.change.size.value)} "
        f"label={quoteattr(item.change.size.label)}/>",
        f'    <content type="text">{escape(_told(book, item.change))}</content>',
        "  </entry>",
    ]


def _told(book: Handbook, change: Change) -> str:
    roles = [book.role_by_id[r].title if r in book.role_by_id else r for r in change.affects]
    return change.what.plain + (f" Gjelder {', '.join(roles)}." if roles else "")


def _page(item: NewsItem) -> str:
    return url(page(NEWS) if item.kind == "edition" else Place(item.kind, item.subject))


_NOBODY = "inkluderingshandboka.example,2026"
"""Stands in until the owners have named a domain of theirs; V14 says so."""


def _tag(book: Handbook, key: str) -> str:
    """A name that is not an address (RFC 4151): it stays when the site moves to another host."""
    return f"tag:{book.edition.feed_authority or _NOBODY}:{key}"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
