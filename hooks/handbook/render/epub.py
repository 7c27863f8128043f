"""Chapters → one EPUB 3 file, the same bytes every time."""

from __future__ import annotations

import datetime as dt
import io
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from handbook.document import blocks as b
from handbook.document.places import Place, url
from handbook.render.html import escape
from handbook.render.xhtml import Xhtml, page_anchor, spot_of, spots, with_spots

_STYLE = Path(__file__).with_name("epub.css")
_DEEPEST = 2
"""How many levels of headings below a chapter stand in the contents."""


class About(NamedTuple):
    """What a book is. `identifier` follows from `name`, which is its place on the site."""

    name: str
    title: str
    subtitle: str
    description: str
    publishers: tuple[str, ...]
    rights: str
    owners: tuple[str, ...]
    day: dt.date
    site: str
    drawn: b.Blocks = ()
    """What is drawn on the cover."""

    @property
    def identifier(self) -> str:
        """The same for the same file of the same edition."""
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.site}{self.name}#{self.day}").urn


Pages = Mapping[str, int]
"""Address of a place on the web, without ending → the page it stands on in the book on paper."""


class _Chapter(NamedTuple):
    name: str
    section: b.Section
    """With spots that are seen once in the book."""
    pages: dict[str, int]
    """Spot in the chapter → number of the paper page that begins there."""

    @property
    def file(self) -> str:
        return f"{self.name}.xhtml"


def epub(about: About, chapters: tuple[b.Section, ...], pages: Pages) -> bytes:
    """The whole book. Without `pages` it has no list of those on paper."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr(_entry("mimetype", zipfile.ZIP_STORED), "application/epub+zip")
        for name, text in _files(about, chapters, pages):
            book.writestr(_entry(name, zipfile.ZIP_DEFLATED), text)
    return made.getvalue()


def _entry(name: str, how: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = how
    entry.external_attr = 0o644 << 16
    return entry


def _files(
    about: About, sections: tuple[b.Section, ...], pages: Pages
) -> Iterator[tuple[str, str]]:
    ends = {
        spot.place: f"{_name(number)}.xhtml#{spot_of(spot.place)}"
        for number, section in enumerate(sections, 1)
        for spot in spots(section)
    }
    chapters = tuple(_chapters(sections, pages))

    def href(place: Place) -> str:
        return ends.get(place) or about.site + url(place)

    bodies = {one.name: Xhtml(href, one.pages).section(one.section) for one in chapters}
    yield "META-INF/container.xml", _CONTAINER
    yield "EPUB/package.opf", _package(about, chapters, bodies)
    yield "EPUB/nav.xhtml", _nav(about, chapters)
    yield "EPUB/book.css", _style()
    yield "EPUB/title.xhtml", title_page(about)
    for one in chapters:
        yield f"EPUB/{one.file}", _page(one.section.title, bodies[one.name])


def _name(number: int) -> str:
    return f"chapter-{number:02}"


def _chapters(sections: tuple[b.Section, ...], pages: Pages) -> Iterator[_Chapter]:
    last = 0
    for number, section in enumerate(sections, 1):
        begun: dict[str, int] = {}
        for place, headed in spots(section):
            page = pages.get(url(place, ""), 0) if headed else 0
            if page > last:
                begun[spot_of(place)] = last = page
        yield _Chapter(_name(number), with_spots(section), begun)


@lru_cache(maxsize=1)
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


def _page(title: str, body: str, kind: str = "") -> str:
    return _PAGE.format(title=escape(title), body=body, kind=kind)


def title_page(about: About) -> str:
    """What stands on the cover of the book on paper."""
    lines = (about.subtitle, about.description, *about.publishers, *about.owners, about.rights)
    told = "\n".join(f"<p>{escape(line)}</p>" for line in lines if line)
    told += "".join(Xhtml(url, {}).blocks(about.drawn))
    return _page(about.title, f"<h1>{escape(about.title)}</h1>\n{told}", ' epub:type="titlepage"')


def _nav(about: About, chapters: tuple[_Chapter, ...]) -> str:
    lines = "\n".join(_nav_line(one.section, one.file, 0) for one in chapters)
    toc = (
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="innhold">\n'
        f'<h1 id="innhold">Innhold</h1>\n<ol>\n{lines}\n</ol>\n</nav>'
    )
    return _page(about.title, toc + _page_list(chapters))


def _nav_line(section: b.Section, file: str, depth: int) -> str:
    inner = [one for one in section.blocks if isinstance(one, b.Section) and one.anchor]
    rows = "".join(_nav_line(one, file, depth + 1) for one in inner) if depth < _DEEPEST else ""
    under = f"\n<ol>\n{rows}</ol>\n" if rows else ""
    end = f"#{section.anchor}" if depth else ""
    return f'<li><a href="{file}{end}">{escape(section.title)}</a>{under}</li>\n'


def _page_list(chapters: tuple[_Chapter, ...]) -> str:
    rows = "".join(
        f'<li><a href="{one.file}#{page_anchor(page)}">{page}</a></li>\n'
        for one in chapters
        for page in one.pages.values()
    )
    if not rows:
        return ""
    return (
        '\n<nav epub:type="page-list" role="doc-pagelist" aria-labelledby="sider" hidden="">\n'
        f'<h2 id="sider">Sider i den trykte boka</h2>\n<ol>\n{rows}</ol>\n</nav>'
    )


def _package(about: About, chapters: tuple[_Chapter, ...], bodies: dict[str, str]) -> str:
    items = "\n".join(_manifest_line(one, bodies[one.name]) for one in chapters)
    spine = "".join(f'<itemref idref="{one.name}"/>' for one in chapters)
    title = ' properties="svg"' if about.drawn else ""
    return _PACKAGE.format(metadata="\n".join(_metadata(about, chapters, bodies)), items=items,
                           spine=spine, title=title)  # fmt: skip


def _manifest_line(one: _Chapter, body: str) -> str:
    drawn = ' properties="svg"' if "<svg " in body else ""
    kind = 'media-type="application/xhtml+xml"'
    return f'<item id="{one.name}" href="{one.file}" {kind}{drawn}/>'


def _metadata(
    about: About, chapters: tuple[_Chapter, ...], bodies: dict[str, str]
) -> Iterator[str]:
    yield f'<dc:identifier id="id">{about.identifier}</dc:identifier>'
    yield f"<dc:title>{escape(about.title)}</dc:title>"
    yield "<dc:language>nb</dc:language>"
    yield from (f"<dc:publisher>{escape(name)}</dc:publisher>" for name in about.publishers)
    yield f"<dc:date>{about.day}</dc:date>"
    yield f"<dc:description>{escape(about.description)}</dc:description>"
    yield f"<dc:rights>{escape(about.rights)}</dc:rights>"
    yield f'<meta property="dcterms:modified">{about.day}T12:00:00Z</meta>'
    drawn = bool(about.drawn) or any("<svg " in body for body in bodies.values())
    paged = any(one.pages for one in chapters)
    if paged:
        source = f"{about.identifier}:pdf"
        yield f'<dc:source id="paper">{source}</dc:source>'
        yield '<meta property="source-of" refines="#paper">pagination</meta>'
        yield f'<meta property="pageBreakSource">{source}</meta>'
    yield from (
        f'<meta property="schema:{name}">{value}</meta>'
        for name, value in _accessibility(drawn=drawn, paged=paged)
    )


def _accessibility(*, drawn: bool, paged: bool) -> Iterator[tuple[str, str]]:
    yield "accessMode", "textual"
    if drawn:
        yield "accessMode", "visual"
        yield "accessibilityFeature", "alternativeText"
    yield "accessModeSufficient", "textual"
    for feature in ("displayTransformability", "readingOrder", "structuralNavigation",
                    "tableOfContents"):  # fmt: skip
        yield "accessibilityFeature", feature
    if paged:
        yield "accessibilityFeature", "pageBreakMarkers"
        yield "accessibilityFeature", "pageNavigation"
    yield "accessibilityHazard", "none"
    yield "accessibilitySummary", _SUMMARY


_SUMMARY = (
    "Bare tekst, tabeller og enkle tegninger. Overskriftene følger innholdet, lenkene leder inne i "
    "boka, og det som er tegnet, står også i ord."
)
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="nb" xml:lang="nb">
<head>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="book.css"/>
</head>
<body{kind}>
{body}
</body>
</html>
"""
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="nb">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{metadata}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="title" href="title.xhtml" media-type="application/xhtml+xml"{title}/>
{items}
</manifest>
<spine><itemref idref="title"/>{spine}</spine>
</package>
"""
