"""Where the same thing stands on the web: printed in feet and followed from single PDFs.

The addresses are permanent; a test holds them equal to those of the pages.
"""

from __future__ import annotations

from handbook.model.handbook import Handbook

_PATHS = {
    "role": "roller/{}.html",
    "form": "skjema/{}.html",
    "theme": "tema/{}.html",
    "source": "kilder/{}.html",
    "term": "ordliste.html#{}",
    "model": "modeller/{}/index.html",
}
_PARTS = {"status": "status-for-den-enkelte.html", "sources": "kilder/index.html"}


def address(book: Handbook, label: str) -> str:
    """The address on the web of what a label in the book names, `form:SKJ-09` for instance."""
    return book.edition.site_url.rstrip("/") + "/" + path(book, label)


def short_address(book: Handbook, label: str) -> str:
    """The address as one types it."""
    return address(book, label).partition("://")[2].removesuffix("index.html")


def path(book: Handbook, label: str) -> str:
    """The same from the site's root."""
    kind, _, name = label.partition(":")
    if kind == "step":
        model, _, step = name.partition("/")
        return f"modeller/{model}/steg-{step}.html"
    if kind == "phase":
        model, _, phase = name.partition("/")
        return f"modeller/{model}/fase-{phase}.html"
    if kind == "part":
        model, _, part = name.partition("/")
        return f"modeller/{model}/{part}.html"
    if kind == "finding":
        source = book.finding_by_id[name][0].id if name in book.finding_by_id else ""
        return f"kilder/{source}.html#{name}" if source else "kilder/index.html"
    return _PATHS[kind].format(name) if kind in _PATHS else _PARTS.get(kind, "")
