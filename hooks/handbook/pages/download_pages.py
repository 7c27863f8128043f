"""What can be taken away: the page of all files, and the privacy papers of each model."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.privacy import processing_rows
from handbook.pages import addresses
from handbook.pages.page import Crumb, Page
from handbook.pages.writer import Desk


def download_pages(desk: Desk) -> Iterator[Page]:
    """The download page, then a privacy page for each model that has personal data."""
    yield desk.page(
        addresses.DOWNLOADS,
        "downloads.md.j2",
        title="Last ned",
        kind="downloads",
        description="Boka, hefter, rollekort, skjemaer og data, med størrelse og sjekksum.",
        downloads=desk.downloads,
    )
    for model in desk.book.models:
        rows = processing_rows(desk.book, model)
        if not rows:
            continue
        yield desk.page(
            addresses.part(model.id, "personvern"),
            "privacy.md.j2",
            title=f"Personvern – {model.short_title}",
            kind="privacy",
            description=f"{model.short_title}: protokoll, informasjon og sletteplan, som utkast.",
            crumbs=(
                Crumb("Modeller", addresses.MODELS),
                Crumb(model.short_title, addresses.model(model.id)),
            ),
            scripts=("assets/js/deletion.js",),
            model=model,
            rows=rows,
            papers=desk.downloads.named("last-ned/personvern", model.id),
            recipients=_recipients(desk.book, model.id),
        )


def _recipients(book: Handbook, model_id: str) -> str:
    rows = processing_rows(book, book.model_by_id[model_id])
    seen = dict.fromkeys(name for row in rows for name in row.privacy.recipients)
    return "; ".join(seen) or "Fylles ut av virksomheten"
