"""Links that lead nowhere, found before anything is published: no page, no such spot, no file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from handbook.codes import finding
from handbook.document import places
from handbook.document.blocks import Section
from handbook.document.places import Place, anchor, path, relative, url
from handbook.document.walk import Ends, ends
from handbook.findings import Finding
from handbook.findings import Place as Spot
from handbook.pages.page import MenuItem, Page

_NO_FILE = "model/handbook.yml"
"""Where a page with no file of its own is told of: it is made from the handbook as a whole."""
_BY_HAND = (places.ABOUT, places.EDITING)
"""Pages that every site has; a handbook without `docs/`, as in tests, is not asked for them."""


class ByHand(Protocol):
    """A page that somebody writes in `docs/`."""

    @property
    def path(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def section(self) -> Section: ...


def dead_links(
    pages: Sequence[Page], by_hand: Sequence[ByHand], files: Collection[str] | None,
    text_of: Callable[[str], str],
) -> Iterator[Finding]:  # fmt: skip
    """A finding for every place that links lead to and that is not there.

    `files` are the site's files beside its pages, None when they are left out of this build;
    `text_of` gives what stands in a file of the project.
    """
    written = {page.path: ends(page.section) for page in by_hand}
    made = [page for page in pages if page.path not in written]
    told = {page.path: page.ends for page in made}
    known = {name: at.anchors if at else None for name, at in (told | written).items()}
    site = _Site(known if by_hand else dict.fromkeys(_BY_HAND) | known, files)
    for place, lost in site.missing(_targets(made, told)).items():
        yield _finding(place, lost)
    for page in by_hand:
        for place in sorted(written[page.path].targets):
            if not site.has(place):
                yield _written_finding(place, page, text_of(page.file))


class _Site:
    """What links may lead to: pages with their spots, None where those are not known; and files."""

    def __init__(
        self, spots: Mapping[str, frozenset[str] | None], files: Collection[str] | None
    ) -> None:
        self.spots = spots
        self.files = files

    def missing(self, targets: Iterable[_Targets]) -> dict[Place, list[Page]]:
        """Places that are not there, with the pages that lead to them."""
        landed: set[Place] = set()
        missing: dict[Place, list[Page]] = {}
        for page, leads in targets:
            for place in leads - landed:
                if self.has(place):
                    landed.add(place)
                else:
                    missing.setdefault(place, []).append(page)
        return missing

    def has(self, place: Place) -> bool:
        """Whether a place stands on the site."""
        if place.kind == "file":
            return self.files is None or place.name in self.files
        return self.has_spot(path(place), anchor(place))

    def has_spot(self, page: str, spot: str) -> bool:
        """Whether there is such a page with such a spot. `a=b` is a state, not a spot."""
        if page not in self.spots:
            return False
        spots = self.spots[page]
        return not spot or "=" in spot or spots is None or spot in spots


_Targets = tuple[Page, frozenset[Place]]


def _targets(pages: Iterable[Page], told: Mapping[str, Ends | None]) -> Iterator[_Targets]:
    """Each page with where its links lead; a menu is told of once, with the first that has it."""
    menus: set[int] = set()
    for page in pages:
        around = [_place(crumb.path) for crumb in page.crumbs]
        if page.moved_to:
            around.append(page.moved_to)
        if page.menu and id(page.menu) not in menus:
            menus.add(id(page.menu))
            around += map(_place, (page.menu.path, *_lines(page.menu.items)))
        at = told[page.path]
        yield page, at.targets.union(around) if at else frozenset(around)


def _lines(items: Iterable[MenuItem]) -> Iterator[str]:
    for item in items:
        yield item.path
        yield from _lines(item.items)


def _place(address: str) -> Place:
    name, _, spot = address.partition("#")
    return Place("page", name, spot)


def _finding(place: Place, pages: Sequence[Page]) -> Finding:
    first = pages[0]
    more = f", og {len(pages) - 1} sider til" if len(pages) > 1 else ""
    return finding(
        "H21", Spot(first.source or _NO_FILE),
        f"siden «{first.title}» har en lenke som ikke leder noe sted",
        found=f"«{url(place)}» på {first.url}{more}",
        fix="rett lenken i fila; står den ikke der, er det en feil i programmet: meld den med "
        "adressen over",
    )  # fmt: skip


def _written_finding(place: Place, page: ByHand, text: str) -> Finding:
    target = relative(url(place, ".md"), page.path)
    return finding(
        "H21", _where(page.file, text, f"]({target})"),
        f"siden «{page.title}» har en lenke som ikke leder noe sted", found=f"«{target}»",
        fix="skriv adressen til en side som finnes, og bare en overskrift som står der",
    )  # fmt: skip


def _where(file: str, text: str, words: str) -> Spot:
    for number, line in enumerate(text.splitlines(), 1):
        if words in line:
            return Spot(file, number, line.index(words) + 3)
    return Spot(file)
