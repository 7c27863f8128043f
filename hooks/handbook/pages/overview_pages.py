"""Pages over the whole: front, models, status for the individual, participants, quality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.document import places
from handbook.document.blocks import Actions
from handbook.findings import Finding, Severity
from handbook.model.coverage import basis_counts, coverage, total
from handbook.model.noun import Basis
from handbook.pages import addresses
from handbook.pages.context import SWITCH, Context, compose
from handbook.pages.page import Page
from handbook.pages.practice_pages import participants_page
from handbook.pages.writer import Desk
from handbook.sections.overview import front_section, models_section, status_section


def overview_pages(context: Context, desk: Desk, findings: Sequence[Finding]) -> Iterator[Page]:
    """The front page first."""
    yield _front(context)
    yield _models(context)
    yield _status(context)
    yield participants_page(context)
    yield _quality(desk, findings)


def _front(context: Context) -> Page:
    return compose(
        front_section(context.linker),
        kind="front",
        description=context.book.edition.front.promise,
        source="model/handbook.yml",
    )


def _models(context: Context) -> Page:
    linker = context.linker
    choose = linker.page(places.CHOOSER, "Hvilken passer oss?", "button")
    compare = linker.page(places.COMPARISON, kind="button-secondary")
    return compose(
        models_section(linker),
        kind="models",
        description="Måter å inkludere på, og når de passer.",
        above=(Actions((choose, compare)),),
    )


def _status(context: Context) -> Page:
    return compose(
        status_section(context.linker),
        kind="status",
        description="Ansatt eller ikke, lønn, arbeidsmiljøloven og avtale i hver modell.",
        above=(SWITCH,),
    )


def _quality(desk: Desk, findings: Sequence[Finding]) -> Page:
    book = desk.book
    columns = [coverage(model) for model in book.models]
    headings = [heading for heading, _ in columns[0]] if columns else []
    bases = [basis_counts(model) for model in book.models]
    used = desk.back_links
    known = [(source, f) for source in book.sources for f in source.findings]
    return desk.page(
        addresses.QUALITY,
        "quality.md.j2",
        title="Kvalitet",
        kind="quality",
        description="Hva som er fylt ut, hva som mangler, og hva utsagnene hviler på.",
        book=book,
        rows=tuple(
            (heading, tuple(column[n][1] for column in columns))
            for n, heading in enumerate(headings)
        ),
        totals=tuple(total(model) for model in book.models),
        bases=tuple((basis, tuple(counts[basis] for counts in bases)) for basis in Basis),
        finding_count=len(known),
        cited_count=sum(f.id in used for _, f in known),
        unused=tuple((s, f) for s, f in known if f.unused_because),
        unused_count=sum(f.unused_because is not None for _, f in known),
        loose=tuple(f.id for _, f in known if f.id not in used and not f.unused_because),
        warnings=tuple(f for f in findings if f.severity is Severity.WARNING),
    )
