"""Every output of a handbook as named texts, for those who look something up in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial

from handbook.book.epub_files import epub_files
from handbook.book.front import cover
from handbook.book.volumes import all_chapters
from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.document.places import url
from handbook.kept import Cache
from handbook.model.handbook import Handbook
from handbook.pages import compose_pages
from handbook.pages.context import Context
from handbook.pages.page import Page
from handbook.publishing.files import build_files
from handbook.render.epub import title_page
from handbook.render.markdown import markdown
from handbook.render.typst_tree import typst_tree
from handbook.render.xhtml import Xhtml
from handbook.search.entries import entries
from handbook.search.vocabulary import synonyms
from project import TODAY, article_of

Texts = dict[str, str]
"""The name of a part of an output → all of its text, markup and addresses with it."""


Home = str | tuple[str, ...]
"""What the names of the parts that are asked for begin with."""

Kept = dict[tuple[str, str], tuple[Section, str]]
"""(Output, part) → the document that was printed, and what came of it."""


class Made:
    """A handbook and the pages it makes of itself.

    What is `kept` is printed anew only when its document has changed.
    """

    def __init__(self, book: Handbook, kept: Kept | None = None) -> None:
        self.book = book
        self.kept = {} if kept is None else kept
        downloads = build_files(book, {}, Cache(), files=False).downloads
        self.pages: tuple[Page, ...] = tuple(
            compose_pages(Context(Linker(book), downloads, today=TODAY))
        )

    @cached_property
    def chapters(self) -> tuple[Section, ...]:
        """The chapters of the book and the e-book."""
        return all_chapters(Linker(self.book))

    def pages_in(self, home: Home) -> tuple[Page, ...]:
        """The pages that somebody asks for."""
        return tuple(page for page in self.pages if page.path.startswith(home))

    def chapters_in(self, home: Home) -> Iterator[tuple[str, Section]]:
        """The chapters that somebody asks for, by the name of the part."""
        for chapter in self.chapters:
            name = url(chapter.place, "") if chapter.place else chapter.title
            if name.startswith(home):
                yield name, chapter

    def printed(self, output: str, part: str, told: Section, printer: Callable[[], str]) -> str:
        """A part of an output, from its document."""
        before = self.kept.get((output, part))
        if before is None or before[0] != told:
            before = self.kept[output, part] = told, printer()
        return before[1]


def web(made: Made, home: Home = "") -> Texts:
    """The article of every page, without what only scripts and styles can see."""
    return {
        page.path: made.printed("web", page.path, page.section, partial(_seen, page))
        for page in made.pages_in(home)
    }


def _seen(page: Page) -> str:
    return _UNSEEN.sub("", article_of(page))


_UNSEEN = re.compile(r'<script\b.*?</script>| (?:data-[\w-]+|class)="[^"]*"', re.DOTALL)


def plain(made: Made, home: Home = "") -> Texts:
    """Every page as Markdown."""
    return {
        page.path: made.printed(
            "markdown", page.path, page.section, partial(markdown, page.section, page.path)
        )
        for page in made.pages_in(home)
    }


def paper(made: Made, home: Home = "") -> Texts:
    """The cover and the chapters of the book, as the typesetter gets them."""
    site = made.book.edition.site_url
    parts = {"": json.dumps(cover(made.book.edition), ensure_ascii=False)}
    return parts | {
        name: made.printed("book", name, chapter, partial(_typeset, (chapter,), site))
        for name, chapter in made.chapters_in(home)
    }


def e_book(made: Made, home: Home = "") -> Texts:
    """The title page and the chapters of the e-book, without what only styles can see."""
    whole, *_ = epub_files(made.book)
    site = made.book.edition.site_url
    printer = Xhtml(lambda place: site + url(place), {})

    def printed(chapter: Section) -> str:
        return _UNSEEN.sub("", printer.section(chapter))

    return {"": title_page(whole.about)} | {
        name: made.printed("epub", name, chapter, partial(printed, chapter))
        for name, chapter in made.chapters_in(home)
    }


def whole_book(made: Made) -> str:
    """The book in one, where chapters lead to each other."""
    return _typeset(all_chapters(Linker(made.book)), made.book.edition.site_url)


def _typeset(told: tuple[Section, ...], site: str) -> str:
    return json.dumps(typst_tree(told, site).nodes, ensure_ascii=False)


def searched(made: Made, home: Home = "") -> Texts:
    """What each entry of the search is found by, and which words mean the same."""
    told = entries(made.book, made.pages_in(home))
    found = {one.path: repr(one) for one in told if one.path.startswith(home)}
    return found | {"": json.dumps(synonyms(made.book), ensure_ascii=False)}


OUTPUTS: dict[str, Callable[..., Texts]] = {
    "web": web,
    "markdown": plain,
    "book": paper,
    "epub": e_book,
    "search": searched,
}
"""What a reader calls it → how it is made, of a handbook, as far as one asks for: its home."""
