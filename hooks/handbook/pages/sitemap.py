"""The list of pages for search engines; former addresses and the page for the lost are no pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from html import escape

from handbook.pages.page import Page

SITEMAP = "sitemap.xml"
_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[Page], site_url: str, changed: Mapping[str, dt.date]) -> bytes:
    """The sitemap as sitemaps.org describes it; `changed` has the day of each page's content."""
    lines = [
        f"<url><loc>{escape(site_url + page.url)}</loc>"
        f"<lastmod>{changed[page.url].isoformat()}</lastmod></url>"
        for page in pages
        if page.moved_to is None
    ]
    whole = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{_XMLNS}">', *lines]
    return ("\n".join([*whole, "</urlset>"]) + "\n").encode()
