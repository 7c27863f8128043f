"""Finding a model: the chooser with its decision table, and the models side by side."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.chooser import QUESTIONS, table
from handbook.pages import addresses
from handbook.pages.comparison import comparison
from handbook.pages.page import Crumb, Page
from handbook.pages.writer import Desk

_TRAIL = (Crumb("Modeller", addresses.MODELS),)


def choice_pages(desk: Desk) -> Iterator[Page]:
    """The chooser, then the comparison."""
    yield desk.page(
        addresses.CHOOSER,
        "chooser.md.j2",
        title="Hvilken modell passer oss?",
        kind="chooser",
        description="Seks spørsmål om dere, og hvorfor hver modell passer eller ikke.",
        crumbs=_TRAIL,
        scripts=("assets/js/chooser.js",),
        book=desk.book,
        questions=QUESTIONS,
        suits=table(desk.book.models),
    )
    yield desk.page(
        addresses.COMPARISON,
        "comparison.md.j2",
        title="Sammenlign modellene",
        kind="comparison",
        description="Modellene side om side, felt for felt, med forskjellene merket.",
        crumbs=_TRAIL,
        scripts=("assets/js/compare.js",),
        book=desk.book,
        downloads=desk.downloads,
        groups=comparison(desk.book),
    )
