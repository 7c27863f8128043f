"""Pages over the whole: front, models, status for the individual, participants, quality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.findings import Finding, Severity
from handbook.model.coverage import basis_counts, coverage, total
from handbook.model.noun import Basis
from handbook.pages import addresses
from handbook.pages.context import Context
from handbook.pages.news_pages import newest
from handbook.pages.page import Page
from handbook.pages.practice_pages import participants_page
from handbook.pages.writer import Desk


def overview_pages(context: Context, desk: Desk, findings: Sequence[Finding]) -> Iterator[Page]:
    """The front page first."""
    book = desk.book
    yield desk.page(
        addresses.FRONT,
        "front.md.j2",
        title=book.edition.title,
        kind="front",
        description=book.edition.front.promise,
        source="model/handbook.yml",
        book=book,
        news=newest(desk, addresses.FRONT, count=3),
    )
    yield desk.page(
        addresses.MODELS,
        "models.md.j2",
        title="Modellene",
        kind="models",
        description="Måter å inkludere på, og når de passer.",
        book=book,
    )
    yield desk.page(
        addresses.STATUS,
        "status.md.j2",
        title="Status for den enkelte",
        kind="status",
        description="Ansatt eller ikke, lønn, arbeidsmiljøloven og avtale i hver modell.",
        book=book,
    )
    yield participants_page(context)
    yield _quality(desk, findings)


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
