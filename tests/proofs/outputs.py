"""Every output of a handbook as named texts, for those who look something up in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import astuple

from handbook.book.whole import book_job
from handbook.document.linker import Linker
from handbook.kept import Cache
from handbook.model.handbook import Handbook
from handbook.pages import compose_pages
from handbook.pages.context import Context
from handbook.pages.page import Page
from handbook.publishing.files import build_files
from handbook.render.markdown import markdown
from handbook.search.entries import entries
from handbook.search.vocabulary import synonyms
from project import TODAY, article_of

Texts = dict[str, str]
"""The name of a part of an output → all of its text, markup and addresses with it."""


class Made:
    """A handbook and the pages it makes of itself."""

    def __init__(self, book: Handbook) -> None:
        self.book = book
        downloads = build_files(book, {}, Cache(), files=False).downloads
        self.pages: tuple[Page, ...] = tuple(
            compose_pages(Context(Linker(book), downloads, today=TODAY))
        )


def web(made: Made) -> Texts:
    """The article of every page, without what only scripts and styles can see."""
    return {page.path: _UNSEEN.sub("", article_of(page)) for page in made.pages}


_UNSEEN = re.compile(r'<script\b.*?</script>| (?:data-[\w-]+|class)="[^"]*"', re.DOTALL)


def plain(made: Made) -> Texts:
    """Every page as Markdown."""
    return {page.path: markdown(page.section, page.path) for page in made.pages}


def paper(made: Made) -> Texts:
    """The chapters of the book, as the typesetter gets them."""
    job = book_job(made.book)
    parts = {"": json.dumps(job.more, ensure_ascii=False)}
    at = ""
    for node in job.tree.nodes:
        text = json.dumps(node, ensure_ascii=False)
        at = next(iter(_CHAPTER.findall(text)), at)
        parts[at] = parts.get(at, "") + text
    return parts


_CHAPTER = re.compile(r'"t": "h", "l": 1,[^}]*?"id": "([^"]+)"')


def searched(made: Made) -> Texts:
    """What each entry of the search is found by, and which words mean the same."""
    found = {one.path: repr(astuple(one)) for one in entries(made.book, made.pages)}
    return found | {"": json.dumps(synonyms(made.book), ensure_ascii=False)}


OUTPUTS: dict[str, Callable[[Made], Texts]] = {
    "web": web,
    "markdown": plain,
    "book": paper,
    "search": searched,
}
"""What a reader calls it → how it is made."""
