"""What stands around a page: the way here, the menu, the header's links. Addresses are relative."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from handbook.document import places, titles, walk
from handbook.model.handbook import Edition
from handbook.norwegian import date_text
from handbook.pages.contents import sections
from handbook.pages.page import MenuItem, Page

HEADER = (places.MODELS, places.ROLES, places.FORMS, places.THEMES, places.GLOSSARY)
FOOTER = (
    places.ABOUT, places.DOWNLOADS, places.NEWS, places.PARTICIPANTS, places.QUALITY,
    places.SOURCES, places.EDITING,
)  # fmt: skip
_SHORT = {places.MODELS: "Modeller"}
"""What a page is called in the menu, where that is not its title."""


@dataclass(frozen=True)
class FrameLink:
    """A link in the frame; `current` is true on the page itself (or its section).

    `heads` is true when lines stand below it, even while they are not shown.
    """

    title: str
    url: str
    current: bool = False
    number: int | None = None
    items: tuple[FrameLink, ...] = ()
    heads: bool = False


@dataclass(frozen=True)
class Frame:
    """Everything a theme needs beside the article."""

    kind: str
    title: str
    tab_title: str
    """The title with the model it is about, said once."""
    description: str
    crumbs: tuple[FrameLink, ...]
    menu: FrameLink | None
    main: tuple[FrameLink, ...]
    footer: tuple[FrameLink, ...]
    edition: str
    edition_date: str
    licence: str
    short_address: str
    edit_url: str
    scripts: tuple[str, ...]
    policy: str
    moved_to: str = ""
    """Where a former address leads on to."""


def frame_of(edition: Edition, page: Page, *, edit_base: str = "", policy: str = "") -> Frame:
    """The frame of one page.

    `edit_base` is the address of the file viewer of the code host. `policy` is a Content Security
    Policy for servers that cannot send headers; empty where they can, and on disk.
    """
    here = page.path
    menu = None
    if page.menu:
        items = tuple(_menu_item(item, page) for item in page.menu.items)
        menu = FrameLink(page.menu.title, _to(page.menu.path, here), items=items)
    return Frame(
        kind=page.kind,
        title=page.title,
        tab_title=_tab_title(page),
        description=page.description,
        crumbs=tuple(FrameLink(crumb.title, _to(crumb.path, here)) for crumb in page.crumbs),
        menu=menu,
        main=tuple(FrameLink(_name(p), _to(p, here), _within(here, p)) for p in HEADER),
        footer=tuple(FrameLink(_name(p), _to(p, here), p == here) for p in FOOTER),
        edition=edition.edition,
        edition_date=date_text(edition.date),
        licence=edition.content_licence,
        short_address=edition.site_url.removeprefix("https://") + page.url,
        edit_url=edit_base + page.source if edit_base and page.source else "",
        scripts=tuple(places.relative(script, here) for script in page.scripts),
        moved_to=places.relative(places.url(page.moved_to), here) if page.moved_to else "",
        policy=policy,
    )


def from_root(frame: Frame, site_url: str) -> Frame:
    """The same frame with addresses that begin at the site's root, for a page at unknown depth."""
    root = urlsplit(site_url).path or "/"

    def moved(link: FrameLink) -> FrameLink:
        return replace(link, url=root + link.url)

    return replace(
        frame, main=tuple(map(moved, frame.main)), footer=tuple(map(moved, frame.footer))
    )


def _tab_title(page: Page) -> str:
    if page.menu is None or page.kind == "model" or page.title.endswith(page.menu.title):
        return page.title
    return f"{page.title} – {page.menu.title}"


def _menu_item(item: MenuItem, page: Page) -> FrameLink:
    """A line of the menu. Only the part the reader is in shows its lines, so all of it is seen."""
    here = page.path
    lines: tuple[FrameLink, ...] = ()
    if _holds(item, here):
        lines = tuple(_menu_item(inner, page) for inner in item.items)
    if item.shows_sections and item.path == here:
        lines = tuple(FrameLink(title, f"#{anchor}") for title, anchor in _sections(page))
    return FrameLink(
        item.title, _to(item.path, here), item.path == here, item.number, lines,
        heads=bool(item.items),
    )  # fmt: skip


def _holds(item: MenuItem, here: str) -> bool:
    return item.path == here or any(_holds(inner, here) for inner in item.items)


def _to(path: str, here: str) -> str:
    file, hash_sign, anchor = path.partition("#")
    return places.relative(f"{file}.html{hash_sign}{anchor}", here)


def _name(path: str) -> str:
    return _SHORT.get(path) or titles.PAGES[path]


def _within(here: str, path: str) -> bool:
    section = path.rpartition("/")[0]
    return here == path or (bool(section) and here.startswith(section + "/"))


def _sections(page: Page) -> tuple[tuple[str, str], ...]:
    return tuple(walk.sections(page.section)) if page.section else sections(page.markdown)
