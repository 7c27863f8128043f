"""Where every finding and rule is used: the way back from them to the claims that rest on them."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document.blocks import Fact, Section
from handbook.document.inline import Ref
from handbook.document.linker import Linker
from handbook.document.places import GLOSSARY, Place
from handbook.document.walk import Ends, ends, walk
from handbook.pages.page import Page
from handbook.sections.reference import Uses, cited_at, known_as


class BackLinks:
    """Finding or rule → the ways to what cites it, in reading order; gathered page by page."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._found: dict[str, list[Ref]] = {}

    @property
    def found(self) -> Uses:
        """What has been gathered so far."""
        return self._found

    def add(self, page: Page) -> None:
        """Note what a page cites, each at its narrowest place on the page."""
        if cited(page.ends):
            for place, title, at in _pieces(page, page.section):
                numbers = cited(at)
                ref = Ref(place, known_as(self._linker, place, title)) if numbers else None
                for number in numbers:
                    assert ref
                    self._found.setdefault(number, []).append(ref)


def cited(at: Ends) -> tuple[str, ...]:
    """The numbers of the findings that links lead to, and the keys of the rules."""
    return tuple(key for to in at.targets if (key := cited_at(to)))


def _pieces(page: Page, told: Section) -> Iterator[tuple[Place, str, Ends]]:
    """A page as the places that stand on it, for pages that hold several."""
    assert told.place
    if page.path == GLOSSARY:
        terms = (found for found in walk(told) if isinstance(found, Fact))
        for term in terms:
            yield Place("term", term.anchor), term.term, ends(Section(term.term, term.blocks))
        return
    inner = [one for one in told.blocks if isinstance(one, Section) and one.place]
    if not inner:
        yield told.place, page.title, page.ends
    for one in inner:
        assert one.place
        yield one.place, one.title, ends(one)
