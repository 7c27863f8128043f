"""Pages → finished HTML: the article in its frame. A page equal to the last one is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import markdown

from handbook.document.linker import Linker
from handbook.memory import Forgetful, Memory
from handbook.model.handbook import Handbook
from handbook.pages.fast_html import convert
from handbook.pages.frame import Frame, site_root
from handbook.pages.lost import lost_page
from handbook.pages.page import Page
from handbook.render.html import article


def printed(
    pages: Iterable[Page], frame: Frame, memory: Memory | None = None
) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of every page, in order."""
    kept = memory or Forgetful()
    for page in pages:
        made = kept.again((Page, page.url), (page, frame), partial(_whole, page, frame))
        yield page.url, made


def _whole(page: Page, frame: Frame) -> bytes:
    return frame.around(page, article_html(page)).encode()


def article_html(page: Page) -> str:
    """The article of a page."""
    if page.section:
        return article(page.section, page.path)
    done = convert(page.markdown, lambda target: _address(page, target))
    if done is None:
        return markdown.markdown(page.markdown, extensions=["attr_list", "tables", "toc"])
    return done.html


def _address(page: Page, target: str) -> str | None:
    file, hash_sign, anchor = target.partition("#")
    return file.removesuffix(".md") + ".html" + hash_sign + anchor


def lost_html(book: Handbook, frame: Frame) -> bytes:
    """The page for whoever follows a dead link, with addresses from the root of the site."""
    page, root = lost_page(Linker(book)), site_root(book.edition)
    assert page.section is not None
    return frame.around(page, article(page.section, page.path, root), root).encode()
