"""What is new in the handbook, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from handbook.document import places, titles
from handbook.document.blocks import Item, ItemList, Paragraph, Section, said
from handbook.document.inline import Ref
from handbook.document.linker import Linker
from handbook.document.places import Place, page
from handbook.model.news import NewsItem, news_items
from handbook.norwegian import date_text
from handbook.sections.around import change_words

_LEAD = (
    "Dette er endret i modeller, skjemaer og utgaver. Hvis dere har skrevet ut noe, ser dere her "
    "om det fortsatt gjelder."
)


def news_section(linker: Linker) -> Section:
    """Every change, newest day first."""
    days = tuple(_days(linker)) or (Paragraph(("Ingenting er endret ennå.",), "absence"),)
    blocks = (Paragraph((_LEAD,), "lead"), *days)
    return Section(titles.PAGES[places.NEWS], blocks, place=page(places.NEWS))


def _days(linker: Linker) -> Iterator[Section]:
    for day, items in groupby(news_items(linker.book), key=lambda item: item.date):
        lines = ItemList(tuple(_line(linker, item) for item in items), kind="changes")
        yield Section(date_text(day), (lines,), f"d-{day}")


def _line(linker: Linker, item: NewsItem) -> Item:
    words = change_words(linker, item.change)
    return Item(said(words), before=item.change.version, title=about(item))


def about(item: NewsItem) -> Ref:
    """The way to what has changed; an edition is what one downloads."""
    edition = item.kind == "edition"
    place = page(places.DOWNLOADS) if edition else Place(item.kind, item.subject)
    return Ref(place, item.title)
