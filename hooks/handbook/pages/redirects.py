"""Former addresses: real pages that lead on, so that no link on paper or elsewhere dies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from handbook.document.blocks import Paragraph, Section
from handbook.document.inline import Ref
from handbook.document.places import FILLED, page
from handbook.model.former import Former
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.pages.context import Context
from handbook.pages.page import Page

MOVED = "moved"
"""The kind of page that is a former address and nothing more."""

_WITH_SPOT = "assets/js/moved.js"
"""Takes the spot in the address along; a version on paper is asked for as `SKJ-09.html#v1.0`."""


def moved(path: str, to: Ref) -> Page:
    """A page that sends its reader on, by itself or by a click."""
    words = ("Det du leter etter, står nå på siden ", to, ".")
    told = Section("Siden er flyttet", (Paragraph(words),), "topp", place=page(path))
    title = f"Flyttet: {to.words}"
    return Page(path, title, MOVED, "", section=told, scripts=(_WITH_SPOT,), moved_to=to.place)


def phase_pages(context: Context, model: InclusionModel) -> Iterator[Page]:
    """A phase had a page of its own; now it stands among the others of its model."""
    for phase in model.phases:
        to = context.linker.to("phase", f"{model.id}/{phase.id}")
        yield moved(f"modeller/{model.id}/fase-{phase.id}", to)


def former_pages(book: Handbook, pages: Iterable[Page]) -> Iterator[Page]:
    """A page at every address that a page had while something was called otherwise."""
    former = Former(book)
    known = tuple(pages)
    taken = {one.path for one in known}
    for one in known:
        to = Ref(one.moved_to or page(one.path), one.title.removeprefix("Flyttet: "))
        for old in former_paths(former, one.path):
            if old not in taken:
                taken.add(old)
                yield moved(old, to)


def former_paths(former: Former, now: str) -> Iterator[str]:
    """Every path that the page at a path had before."""
    parts = now.split("/")
    spelled: list[tuple[str, ...]] = [(part,) for part in parts]
    for at, kind, before in _named(parts):
        after = FILLED if kind == "form" and parts[at].endswith(FILLED) else ""
        name = parts[at].removeprefix(before).removesuffix(after)
        own = f"{parts[1]}/{name}" if kind in ("step", "phase") else name
        spelled[at] = (parts[at], *(before + old + after for old in former.of(kind, own)))
    for spelling in product(*spelled):
        if (old := "/".join(spelling)) != now:
            yield old


_FIRST = {"modeller": "model", "roller": "role", "skjema": "form", "tema": "theme",
          "regler": "rule", "virkemidler": "instrument", "rutiner": "routine",
          "kilder": "source"}  # fmt: skip
"""Folder → what its pages are named after."""


def _named(parts: list[str]) -> Iterator[tuple[int, str, str]]:
    """Which parts of a path are ids: the part, of what kind, and what stands before the id."""
    kind = _FIRST.get(parts[0], "") if len(parts) > 1 else ""
    if kind:
        yield 1, kind, ""
    if len(parts) > 2 and kind == "role":
        yield 2, "model", ""
    if len(parts) > 2 and kind == "model":
        for inner, before in (("step", "steg-"), ("phase", "fase-")):
            if parts[2].startswith(before):
                yield 2, inner, before
