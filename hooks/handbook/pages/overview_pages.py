"""Pages over the whole: front, models, status for the individual, participants."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import places
from handbook.document.blocks import Actions
from handbook.pages.context import Context, compose
from handbook.pages.page import Page
from handbook.pages.practice_pages import participants_page
from handbook.sections.accessibility import accessibility_section
from handbook.sections.overview import front_section, models_section, status_section
from handbook.sections.plan import reckoning_section
from handbook.sections.site_privacy import site_privacy_section


def overview_pages(context: Context) -> Iterator[Page]:
    """The front page first."""
    yield _front(context)
    yield _models(context)
    yield _status(context)
    yield participants_page(context)
    yield _site_privacy(context)
    yield _accessibility(context)


def _front(context: Context) -> Page:
    return compose(
        front_section(context.linker),
        kind="front",
        description=context.book.edition.front.promise,
        source="model/handbook.yml",
    )


def _models(context: Context) -> Page:
    linker = context.linker
    choose = linker.page(places.CHOOSER, kind="button")
    compare = linker.page(places.COMPARISON, kind="button-secondary")
    return compose(
        models_section(linker),
        kind="models",
        description="Måter å inkludere på, og når de passer.",
        above=(Actions((choose, compare) if linker.book.decision else (compare,)),),
        below=(reckoning_section(),),
    )


def _status(context: Context) -> Page:
    return compose(
        status_section(context.linker),
        kind="status",
        description="Ansatt eller ikke, lønn, arbeidsmiljøloven og avtale i hver modell.",
    )


def _site_privacy(context: Context) -> Page:
    return compose(
        site_privacy_section(context.linker),
        kind="text",
        description="Hva nettleseren kan ta vare på, hvor lenge, og hva en tjener kan se.",
        scripts=("assets/js/kept.js", "assets/js/wipe.js"),
    )


def _accessibility(context: Context) -> Page:
    return compose(
        accessibility_section(context.linker),
        kind="text",
        description="Hva som er målt, hva ingen har prøvd, og hvem du kan si fra til.",
        source="model/handbook.yml",
    )
