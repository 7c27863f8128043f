"""Pages to look things up in: glossary, themes, sources."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import Contents
from handbook.document.places import SOURCES, THEMES
from handbook.document.walk import sections
from handbook.model.people import Theme
from handbook.model.source import Source
from handbook.pages.context import Context, compose
from handbook.pages.page import Crumb, Page
from handbook.sections.around import brief_foot
from handbook.sections.reference import (
    Uses,
    glossary_section,
    source_section,
    sources_section,
    theme_on_screen,
    themes_section,
)

_THEMES = (Crumb(titles.PAGES[THEMES], THEMES),)
_SOURCES = (Crumb(titles.PAGES[SOURCES], SOURCES),)


def reference_pages(context: Context) -> Iterator[Page]:
    """Glossary, then themes."""
    linker = context.linker
    words = glossary_section(linker)
    yield compose(
        words,
        kind="glossary",
        description="Ordene i arbeidsinkludering, forklart i én setning hver.",
        above=(Contents(tuple(sections(words)), "letters"),),
        source="model/glossary.yml",
    )
    yield compose(
        themes_section(linker),
        kind="themes",
        description="Personvern, taushetsplikt, tilrettelegging og annet som går på tvers.",
    )
    yield from (_theme_page(context, theme) for theme in context.book.themes)


def _theme_page(context: Context, theme: Theme) -> Page:
    told, source = theme_on_screen(context.linker, theme), f"model/themes/{theme.id}.yml"
    return compose(
        told,
        kind="theme",
        description=theme.summary.plain,
        above=(Contents(tuple(sections(told))),),
        below=(brief_foot(None, source),),
        source=source,
        crumbs=_THEMES,
    )


def source_pages(context: Context, used: Uses) -> Iterator[Page]:
    """All sources, then each; `used` is known when all that cites them is composed."""
    yield compose(
        sources_section(context.linker),
        kind="sources",
        description="Kildene håndboka bygger på, med nummererte funn.",
    )
    yield from (_source_page(context, source, used) for source in context.book.sources)


def _source_page(context: Context, source: Source, used: Uses) -> Page:
    return compose(
        source_section(context.linker, source, used),
        kind="source",
        description=f"{source.publisher}: {len(source.findings)} funn i {source.title}.",
        source=f"model/sources/{source.id}.yml",
        crumbs=_SOURCES,
    )
