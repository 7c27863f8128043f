"""A page: what it says, with a name and a place among the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from handbook.document.blocks import Blocks, Section
from handbook.document.places import Place
from handbook.document.walk import Ends, ends


@dataclass(frozen=True)
class Crumb:
    """One step on the way from the front page; `path` as in places.py."""

    title: str
    path: str


@dataclass(frozen=True)
class MenuItem:
    """One line in the menu of a model; those `always` shown stand on every page of it."""

    title: str
    path: str
    number: int | None = None
    items: tuple[MenuItem, ...] = ()
    always: bool = False


@dataclass(frozen=True)
class Menu:
    """The menu of one model; pages of other models are not in it, so it stays small."""

    title: str
    path: str
    items: tuple[MenuItem, ...]


@dataclass(frozen=True)
class Page:
    """One page of the handbook.

    `section` is all it says. `source` is the YAML file an editor would change, relative to the
    project root, or empty. `moved_to` is where the page leads on to, when it is nothing more than
    a former address. `behind` is what its marks rest on: for the web alone, no part
    of what it says. `version` is what a sheet of it on paper is known by, or empty.
    """

    path: str
    title: str
    kind: str
    description: str
    section: Section
    source: str = ""
    crumbs: tuple[Crumb, ...] = ()
    menu: Menu | None = None
    scripts: tuple[str, ...] = ()
    moved_to: Place | None = None
    behind: Blocks = ()
    version: str = ""

    @property
    def uri(self) -> str:
        """The file name an engine gets: `roller/fadder.md`."""
        return self.path + ".md"

    @property
    def twin(self) -> str:
        """The address of the same page in Markdown, or empty: `roller/fadder.md`."""
        return "" if self.moved_to else self.uri

    @property
    def url(self) -> str:
        """The address: `roller/fadder.html`."""
        return self.path + ".html"

    @cached_property
    def ends(self) -> Ends:
        """Both ends of the links in it."""
        return ends(self.section)

    def resting_on(self, behind: Blocks) -> Page:
        """The same page, with what its marks rest on; its links are the same, and known."""
        page = replace(self, behind=behind)
        vars(page)["ends"] = self.ends
        return page
