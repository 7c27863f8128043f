"""Pages → finished HTML: the article in its frame. A page equal to the last one is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from handbook.document.linker import Linker
from handbook.kept import Cache
from handbook.model.handbook import Handbook
from handbook.pages.frame import Frame, site_root
from handbook.pages.lost import lost_page
from handbook.pages.page import Page
from handbook.render.html import article, below


def printed(
    pages: Iterable[Page], frame: Frame, cache: Cache | None = None
) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of every page, in order."""
    kept = cache or Cache()
    for page in pages:
        made = kept.get_or_make((Page, page.url), (page, frame), partial(_whole, page, frame))
        yield page.url, made


def _whole(page: Page, frame: Frame) -> bytes:
    return frame.around(page, article_html(page)).encode()


def article_html(page: Page) -> str:
    """The article of a page."""
    told = article(page.section, page.path)
    return f"{told}\n{below(page.behind, page.path)}" if page.behind else told


def lost_html(book: Handbook, frame: Frame) -> bytes:
    """The page for whoever follows a dead link, with addresses from the root of the site."""
    page, root = lost_page(Linker(book)), site_root(book.edition)
    return frame.around(page, article(page.section, page.path, root), root).encode()
