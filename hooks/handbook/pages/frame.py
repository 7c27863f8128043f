"""What stands around an article: head, header, the way here, the menu and the footer, as HTML.

Most of a frame is the same on many pages, so each piece is made once for all that share it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from urllib.parse import quote, urlsplit

from handbook.document import places, titles
from handbook.model.handbook import Edition
from handbook.norwegian import date_text
from handbook.pages import icons
from handbook.pages.page import Crumb, Menu, MenuItem, Page
from handbook.sections.accessibility import TELL

HEADER = (
    places.MODELS, places.ROLES, places.FORMS, places.THEMES, places.GLOSSARY, places.PARTICIPANTS,
)  # fmt: skip
FOOTER = (
    places.ABOUT, places.DOWNLOADS, places.NEWS, places.PARTICIPANTS, places.QUALITY,
    places.INSTRUMENTS, places.ROUTINES, places.RULES, places.SOURCES, places.SITE_PRIVACY,
    places.ACCESSIBILITY, places.EDITING,
)  # fmt: skip
SHARED = "deling.png"
"""What is shown where somebody shares the address of a page; 1200 by 630."""
_SHORT = {places.MODELS: "Modeller", places.PARTICIPANTS: "Til deltakere"}
"""What a page is called in the menu, where that is not its title."""

CLOCK = "assets/js/clock.js"
_ASKS_CLOCK = (' data-passed="', ' data-from="')
"""What is said otherwise when a day has passed; the script asks the reader's own clock."""

_NAMED_AFTER = {
    "rule": places.RULES, "instrument": places.INSTRUMENTS,
    "routine": places.ROUTINES, "source": places.SOURCES,
}  # fmt: skip
"""Kinds of pages that may be called the same as one of another kind; the tab says which it is."""

_PREVIEW = (
    '<p class="banner banner-preview" role="note">Dette er et forslag, ikke håndboka. '
    "Det du skriver her, blir ikke tatt vare på.</p>\n"
)

_STYLES = (
    ("base", ""),
    ("dark", ' media="screen and (prefers-color-scheme: dark)" id="morke-farger"'),
    ("layout", ""),
    ("components", ""),
    ("tools", ""),
    ("search", ""),
    ("print", ' media="print"'),
)


class Frame:
    """Puts what is told into whole pages of one edition.

    `edit_base` is the address of the file viewer of the code host. `policy` is a Content Security
    Policy for servers that cannot send headers; empty where they can, and on disk. `with_twins`
    is true when pages are there in Markdown too. `preview` is true for the site of a proposal:
    its pages say so, and its scripts keep away from what lies in the browser.
    """

    def __init__(
        self,
        edition: Edition,
        *,
        edit_base: str = "",
        policy: str = "",
        with_twins: bool = False,
        preview: bool = False,
    ) -> None:
        self.edition = edition
        self._with_twins = with_twins
        self._edit_base = edit_base
        self._policy = policy
        self._preview = preview
        self._name = _text(edition.title)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frame) and other._key == self._key

    def __hash__(self) -> int:
        return hash(self._key[1:])

    @property
    def _key(self) -> tuple[object, ...]:
        return self.edition, self._edit_base, self._policy, self._with_twins, self._preview

    def around(self, page: Page, article: str, root: str | None = None) -> str:
        """The whole page. `root` is the way to the site's root where a page has no fixed depth."""
        up = "../" * page.path.count("/") if root is None else root
        kind = page.kind or "text"
        clock = (CLOCK,) if any(sign in article for sign in _ASKS_CLOCK) else ()
        return (
            f"{self._head(page, up, clock)}"
            f'<body class="page-{kind}" data-root="{up or "./"}">\n'
            f"{_header(self._name, up, _within(page.path), page.kind == 'front')}"
            f'<div class="layout">\n<main id="hovedinnhold" tabindex="-1">\n'
            f"{_PREVIEW if self._preview else ''}"
            f"{_crumbs(page.crumbs, up)}{_section_nav(page, up)}"
            f'<article class="prose kind-{kind}">\n{article}\n</article>\n</main>\n</div>\n'
            f"{self._footer(page, up)}{icons.SEARCH_DIALOG}</body>\n</html>\n"
        )

    def _head(self, page: Page, up: str, more: tuple[str, ...]) -> str:
        preview = " data-preview" if self._preview else ""
        lines = [
            "<!doctype html>",
            f'<html lang="nb"{preview}>',
            "<head>",
            '<meta charset="utf-8">',
        ]
        if self._policy:
            policy = escape(self._policy)
            lines.append(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')
        lines.append('<meta name="viewport" content="width=device-width, initial-scale=1">')
        lines.append(f"<title>{self._tab(page)}</title>")
        if page.description:
            lines.append(f'<meta name="description" content="{escape(page.description)}">')
        lines.append('<meta name="color-scheme" content="light dark">')
        lines += self._whereabouts(page)
        lines.append(_assets(up))
        lines += [
            f'<script src="{up}{script}" defer></script>' for script in (*page.scripts, *more)
        ]
        return "\n".join((*lines, "</head>\n"))

    def _shared(self, page: Page, address: str) -> Iterator[str]:
        """What a page is called and says where somebody shares its address."""
        said = {
            "type": "website", "site_name": self.edition.title, "locale": "nb_NO",
            "url": address, "title": self._called(page), "description": page.description,
        }  # fmt: skip
        for name, value in said.items():
            if value:
                yield f'<meta property="og:{name}" content="{escape(value)}">'
        if picture := self.edition.front.picture:
            site = self.edition.site_url.rstrip("/")
            yield f'<meta property="og:image" content="{site}/assets/{SHARED}">'
            yield '<meta property="og:image:width" content="1200">'
            yield '<meta property="og:image:height" content="630">'
            yield f'<meta property="og:image:alt" content="{escape(picture.text)}">'

    def _whereabouts(self, page: Page) -> list[str]:
        """Which address is the page's own; a former address tells where the page is now."""
        if self._preview and not page.moved_to:
            return ['<meta name="robots" content="noindex">']
        if page.moved_to:
            new = places.relative(places.url(page.moved_to), page.path)
            return [
                f'<meta http-equiv="refresh" content="0; url={escape(new)}">',
                '<meta name="robots" content="noindex">',
            ]
        if page.kind == "lost":
            return []
        address = self.edition.site_url + page.url
        feed = escape(places.relative(places.FEED, page.path))
        lines = [
            f'<link rel="canonical" href="{escape(address)}">',
            *self._shared(page, address),
            '<link rel="alternate" type="application/atom+xml" '
            f'title="{titles.PAGES[places.NEWS]}" href="{feed}">',
        ]
        if self._with_twins and page.twin:
            twin = page.twin.rpartition("/")[2]
            lines.append(f'<link rel="alternate" type="text/markdown" href="{escape(twin)}">')
        return lines

    def _tab(self, page: Page) -> str:
        return self._name if page.kind == "front" else f"{_text(self._called(page))} – {self._name}"

    def _called(self, page: Page) -> str:
        """The title with the model it is about, said once."""
        title = page.title
        if page.menu and page.kind != "model" and not title.endswith(page.menu.title):
            title = f"{title} – {page.menu.title}"
        if page.kind in _NAMED_AFTER:
            title = f"{title} – {titles.PAGES[_NAMED_AFTER[page.kind]]}"
        return title

    def _footer(self, page: Page, up: str) -> str:
        edition = self.edition
        edit = f'<li><a href="{escape(self._tell(page, up))}">Si fra om denne siden</a></li>\n'
        if self._edit_base and page.source:
            address = escape(self._edit_base + page.source)
            edit += f'<li><a href="{address}">Rediger siden</a></li>\n'
        current = page.path if page.path in FOOTER else ""
        short = edition.site_url.removeprefix("https://") + page.url
        version = f", {page.version}" if page.version else ""
        return (
            f"{_foot_start(self._name, edition.edition, date_text(edition.date), up, current)}"
            f'{edit}</ul>\n</nav>\n<p class="footer-licence">{_text(edition.content_licence)}</p>\n'
            f'{icons.COLOURS}</div>\n</footer>\n<p class="print-foot" aria-hidden="true">'
            f"<span>{self._name} {_text(edition.edition + version)}</span> "
            f"<span>{_text(short)}</span></p>\n"
        )

    def _tell(self, page: Page, up: str) -> str:
        """Where a reader tells what is wrong: a letter that says which page, of which edition."""
        edition = self.edition
        contact = edition.contact or ""
        if not contact:
            return f"{up}{_address(places.ACCESSIBILITY)}#{TELL}"
        if not contact.startswith("mailto:"):
            return contact
        subject = f"{edition.title} {edition.edition}: {page.title}"
        return f"{contact}?subject={quote(subject)}&body={quote(edition.site_url + page.url)}"


def site_root(edition: Edition) -> str:
    """The path of the site's root on its server, with / at both ends."""
    return urlsplit(edition.site_url).path or "/"


def _section_nav(page: Page, up: str) -> str:
    """The few ways a reader of a model takes most, and the page one is on; a step has none."""
    if page.menu is None or page.kind == "step":
        return ""
    lines = "".join(_way(item, page.path, up) for item in _shown(page.menu, page.path))
    label = escape(page.menu.title)
    return f'<nav class="section-nav" aria-label="{label}">\n<ul>\n{lines}</ul>\n</nav>\n'


def _shown(menu: Menu, here: str) -> Iterator[MenuItem]:
    """Always the same, with one more where the page is none of them."""
    yield from (item for item in menu.items if item.always or item.path == here)


def _way(item: MenuItem, here: str, up: str) -> str:
    current = _current(item.path == here)
    return f'<li><a href="{up}{_address(item.path)}"{current}>{_text(item.title)}</a></li>\n'


def _address(path: str) -> str:
    """A path as an address; a spot on a page keeps its anchor."""
    file, hash_sign, anchor = path.partition("#")
    return f"{file}.html{hash_sign}{anchor}"


def _name_of(path: str) -> str:
    return _SHORT.get(path) or titles.PAGES[path]


@lru_cache(maxsize=64)
def _within(path: str) -> str:
    """The page of the header that a page belongs to, or empty."""
    for one in HEADER:
        section = one.rpartition("/")[0]
        if path == one or (section and path.startswith(section + "/")):
            return one
    return ""


@lru_cache(maxsize=16)
def _assets(up: str) -> str:
    folder = f"{up}assets"
    lines = [f'<link rel="icon" href="{folder}/favicon.svg" type="image/svg+xml">']
    lines += [
        f'<link rel="stylesheet" href="{folder}/css/{name}.css"{more}>' for name, more in _STYLES
    ]
    lines.append(f'<script src="{folder}/js/colours.js"></script>')
    lines += [
        f'<script src="{folder}/js/{name}.js" defer></script>' for name in ("theme", "search")
    ]
    return "\n".join(lines)


@lru_cache(maxsize=256)
def _header(name: str, up: str, within: str, front: bool) -> str:
    current = ' aria-current="page"' if front else ""
    links = "".join(
        f'<li><a href="{up}{_address(path)}"{_current(path == within, "true")}>'
        f"{_name_of(path)}</a></li>\n"
        for path in HEADER
    )
    home = f'<a class="brand" href="{up}index.html"{current}>{icons.MARK}<span>{name}</span></a>'
    return icons.HEADER.format(home=home, links=links)


@lru_cache(maxsize=256)
def _foot_start(name: str, edition: str, day: str, up: str, current: str) -> str:
    links = "".join(
        f'<li><a href="{up}{_address(path)}"{_current(path == current)}>{_name_of(path)}</a></li>\n'
        for path in FOOTER
    )
    return (
        '<footer class="site-footer">\n<div class="footer-row">\n'
        f'<p class="footer-name"><strong>{name}</strong><br>Utgave {_text(edition)}, {day}</p>\n'
        f'<nav class="footer-nav" aria-label="Om håndboka">\n<ul>\n{links}'
    )


def _current(here: bool, how: str = "page") -> str:
    return f' aria-current="{how}"' if here else ""


def _crumbs(crumbs: tuple[Crumb, ...], up: str) -> str:
    if not crumbs:
        return ""
    lines = "".join(
        f'<li><a href="{up}{_address(crumb.path)}">{_text(crumb.title)}</a></li>\n'
        for crumb in crumbs
    )
    return f'<nav class="crumbs" aria-label="Du er her">\n<ol>\n{lines}</ol>\n</nav>\n'


def _text(text: str) -> str:
    return escape(text, quote=False)
