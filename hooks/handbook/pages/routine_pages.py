"""Pages of the routines for internal control."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import Files, Section
from handbook.document.places import ROUTINES as ALL
from handbook.model.routine import Routine
from handbook.pages.context import Context, compose
from handbook.pages.page import Crumb, Page
from handbook.sections.around import brief_foot
from handbook.sections.downloads import ROUTINES, ROUTINES_FILE
from handbook.sections.routines import routine_section, routines_section

_ALL = (Crumb(titles.PAGES[ALL], ALL),)


def routine_pages(context: Context) -> Iterator[Page]:
    """All routines with the file to edit, then each."""
    yield compose(
        routines_section(context.linker),
        kind="routines",
        description="Rutiner for internkontroll: hvem gjør hva, hvordan det kontrolleres og vises.",
        above=tuple(_to_edit(context)),
    )
    yield from (_page(context, one) for one in context.book.routines)


def _to_edit(context: Context) -> Iterator[Section]:
    files = context.downloads.named(ROUTINES.folder, ROUTINES_FILE)
    if files:
        yield Section("Ta dem med inn i deres eget system", (Files(files),), "fil")


def _page(context: Context, one: Routine) -> Page:
    source = f"model/routines/{one.id}.yml"
    return compose(
        routine_section(context.linker, one),
        kind="routine",
        description=one.purpose.plain,
        below=(brief_foot(None, source),),
        source=source,
        crumbs=_ALL,
    )
