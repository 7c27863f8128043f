"""No page tells an employer to call Nav without saying how."""

from __future__ import annotations

from dataclasses import fields, replace

from handbook.document.blocks import Blocks
from handbook.document.inline import Link
from handbook.document.walk import walk
from handbook.model.decision import SAYS_CALL
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Side
from handbook.pages.context import Context
from handbook.pages.page import Page
from handbook.sections.contacts import way_to_nav
from handbook.sections.participant import way_for_participant

_TO_PARTICIPANT = ("participant", "participants")
_TO_OTHERS = ("news", "quality", "chooser")
"""Pages about the handbook itself, or with every number on them."""
_ONE_SHEET = "memo"
"""What has no room for a number twice."""


def with_way_to_nav(context: Context, page: Page) -> Page:
    """The page, with the number before its foot when it says «ring Nav»."""
    if page.kind in _TO_OTHERS or not _says_call(page):
        return page
    if page.kind == _ONE_SHEET and _has_number(page):
        return page
    *told, foot = page.section.blocks
    blocks = (*told, *_way(context, page), foot)
    return replace(page, section=replace(page.section, blocks=blocks))


def _has_number(page: Page) -> bool:
    links = (piece for piece in walk(page.section) if isinstance(piece, Link))
    return any(link.url.startswith("tel:") for link in links)


def _way(context: Context, page: Page) -> Blocks:
    if to_participant(context.book, page):
        return way_for_participant(context.linker, model_of(context.book, page))
    return way_to_nav(context.linker, model_of(context.book, page))


def model_of(book: Handbook, page: Page) -> InclusionModel | None:
    """The model a page is about, by its address: `modeller/vta/til-deg`, `roller/deltaker/aft`."""
    folder, *names = page.path.split("/")
    at = names[:1] if folder == "modeller" else names[1:]
    return next((book.model_by_id[name] for name in at if name in book.model_by_id), None)


def to_participant(book: Handbook, page: Page) -> bool:
    """Whether a page speaks to somebody who takes part."""
    own = (one.id for one in book.roles if one.belongs_to is Side.PARTICIPANT)
    return page.kind in _TO_PARTICIPANT or any(
        f"{page.path}/".startswith(f"roller/{role}/") for role in own
    )


def _says_call(page: Page) -> bool:
    return any(
        isinstance(run, tuple | str) and _asks(run if isinstance(run, str) else _read(run))
        for piece in walk(page.section)
        for run in (getattr(piece, name) for name in _TOLD_IN[type(piece)])
    )


def _asks(words: str) -> bool:
    """Plain letters are sought fastest, and are mostly not there."""
    return "nav" in words.lower() and SAYS_CALL.search(words) is not None


class _ToldIn(dict[type, tuple[str, ...]]):
    """Kind of node → where it has words: most have none, and nodes are hundreds of thousands."""

    def __missing__(self, kind: type) -> tuple[str, ...]:
        own = {field.name for field in fields(kind)}
        names = ("words", "title", "summary")
        self[kind] = tuple(name for name in names if name in own or hasattr(kind, name))
        return self[kind]


_TOLD_IN = _ToldIn()


def _read(run: tuple[object, ...]) -> str:
    """Words as one reads them, those of a link too."""
    inner = (one if isinstance(one, str) else getattr(one, "words", "") for one in run)
    return "".join(one if isinstance(one, str) else _read(one) for one in inner)
