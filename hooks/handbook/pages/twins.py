"""A twin of each page in Markdown, the list of them, and the list of every address there is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial

from handbook.document.places import url
from handbook.kept import Cache
from handbook.model.handbook import Edition
from handbook.norwegian import date_text
from handbook.pages.navigation import SECTIONS
from handbook.pages.page import Page
from handbook.render.markdown import markdown
from handbook.render.markdown_signs import escaped
from handbook.sections.downloads import ADDRESSES

_FIRST = "Håndboka"
_OPTIONAL = "Optional"
"""The section that llmstxt.org lets a short reader pass by; its name is part of the format."""
_PASSED_BY = ("Kilder", "Redaksjon")
_BY_NAME = frozenset({"step", "duties"})
"""Kinds of page that are many, and whose titles tell enough."""


def twins(pages: Iterable[Page], cache: Cache | None = None) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of every twin, in order. A page equal to the last one is kept."""
    kept = cache or Cache()
    for page in pages:
        if page.twin:
            yield page.twin, kept.get_or_make(page.twin, page.section, partial(_twin, page))


def _twin(page: Page) -> bytes:
    return markdown(page.section, page.path).encode()


def llms(pages: Iterable[Page], edition: Edition) -> bytes:
    """The twins as one list, as llmstxt.org describes it: title, summary, sections of links."""
    groups: dict[str, list[Page]] = {}
    for page in pages:
        if page.twin:
            groups.setdefault(_group(page), []).append(page)
    groups[_OPTIONAL] = groups.pop(_OPTIONAL, [])
    head = (
        f"# {escaped(edition.title)}",
        f"> {escaped(edition.front.promise)}",
        f"Utgave {edition.edition}, {date_text(edition.date)}. Hver side finnes som Markdown på "
        "samme adresse, med «.md» der nettsiden har «.html».",
    )
    told = (_listed(title, found, edition.site_url) for title, found in groups.items() if found)
    return ("\n\n".join((*head, *told)) + "\n").encode()


def _group(page: Page) -> str:
    if page.menu:
        return page.menu.title
    names = (title for title, folder in SECTIONS if page.path.startswith(folder))
    name = next(names, _FIRST)
    return _OPTIONAL if name in _PASSED_BY else name


def _listed(title: str, pages: Iterable[Page], site_url: str) -> str:
    lines = (f"- [{escaped(page.title)}]({site_url}{page.twin}){_note(page)}" for page in pages)
    return "\n".join((f"## {escaped(title)}", "", *lines))


def _note(page: Page) -> str:
    if page.kind in _BY_NAME or not page.description:
        return ""
    return f": {escaped(page.description)}"


_PARTS = "assets/"
"""What pages are made with has no address of its own: its name changes with its content."""


def addresses(
    pages: Iterable[Page], files: Iterable[str], edition: Edition,
    *, with_twins: bool,
) -> bytes:  # fmt: skip
    """Every address of the edition as JSON: pages with their twins, former addresses, files."""
    known = tuple(pages)
    told = {
        "$schema": "schemas/data-addresses.json",
        "edition": edition.edition,
        "date": edition.date.isoformat(),
        "site": edition.site_url,
        "pages": [_page(page, with_twins=with_twins) for page in known if not page.moved_to],
        "moved": {page.url: url(page.moved_to) for page in known if page.moved_to},
        "files": sorted({ADDRESSES, *(file for file in files if not file.startswith(_PARTS))}),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _page(page: Page, *, with_twins: bool) -> dict[str, str]:
    told = {"address": page.url, "title": page.title, "kind": page.kind, "source": page.source}
    if with_twins and page.twin:
        told["markdown"] = page.twin
    return {name: value for name, value in told.items() if value}
