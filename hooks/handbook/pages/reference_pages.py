"""Pages to look things up in: glossary, themes, sources."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.people import Term
from handbook.model.source import SourceType
from handbook.pages import addresses
from handbook.pages.page import Crumb, Page
from handbook.pages.writer import Desk

_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"


def reference_pages(desk: Desk) -> Iterator[Page]:
    """Glossary, then themes, then sources."""
    yield _glossary(desk)
    yield from _themes(desk)
    yield from _sources(desk)


def _glossary(desk: Desk) -> Page:
    return desk.page(
        addresses.GLOSSARY,
        "glossary.md.j2",
        title="Ordliste",
        kind="glossary",
        description="Ordene i arbeidsinkludering, forklart i én setning hver.",
        source="model/glossary.yml",
        count=len(desk.book.terms),
        letters=tuple(_letters(desk.book.terms)),
    )


def _letters(terms: tuple[Term, ...]) -> Iterator[tuple[str, tuple[Term, ...]]]:
    ordered = sorted(terms, key=lambda term: norwegian_order(term.term))
    first: dict[str, list[Term]] = {}
    for term in ordered:
        first.setdefault(term.term[0].upper(), []).append(term)
    for letter, group in first.items():
        yield letter, tuple(group)


def norwegian_order(text: str) -> tuple[int, ...]:
    """Sort key: æ, ø, å last, in that order; case and other signs do not count."""
    return tuple(_ALPHABET.find(sign) for sign in text.lower() if sign in _ALPHABET)


def _themes(desk: Desk) -> Iterator[Page]:
    book = desk.book
    yield desk.page(
        addresses.THEMES,
        "themes.md.j2",
        title="Temaer",
        kind="themes",
        description="Personvern, taushetsplikt, tilrettelegging og annet som går på tvers.",
        themes=book.themes,
    )
    for theme in book.themes:
        yield desk.page(
            addresses.theme(theme.id),
            "theme.md.j2",
            title=theme.title,
            kind="theme",
            description=theme.summary.plain,
            source=f"model/themes/{theme.id}.yml",
            crumbs=(Crumb("Temaer", addresses.THEMES),),
            theme=theme,
            steps=book.steps_by_theme.get(theme.id, ()),
        )


def _sources(desk: Desk) -> Iterator[Page]:
    book = desk.book
    yield desk.page(
        addresses.SOURCES,
        "sources.md.j2",
        title="Kilder",
        kind="sources",
        description="Kildene håndboka bygger på, med nummererte funn.",
        types=tuple(
            (kind, sources)
            for kind in SourceType
            if (sources := tuple(s for s in book.sources if s.type is kind))
        ),
    )
    used = desk.back_links
    for source in book.sources:
        yield desk.page(
            addresses.source(source.id),
            "source.md.j2",
            title=source.title,
            kind="source",
            description=f"{source.publisher}: {len(source.findings)} funn i {source.title}.",
            source=f"model/sources/{source.id}.yml",
            crumbs=(Crumb("Kilder", addresses.SOURCES),),
            document=source,
            used={f.id: used.get(f.id, ()) for f in source.findings},
        )
