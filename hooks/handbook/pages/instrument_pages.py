"""Pages of what Nav and the municipality offer beside the models."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.places import INSTRUMENTS
from handbook.model.instrument import Instrument
from handbook.pages.case_line import CASE_SCRIPTS
from handbook.pages.context import CALCULATOR, Context, compose, contents
from handbook.pages.page import Crumb, Page
from handbook.sections.around import brief_foot
from handbook.sections.case import contact_line
from handbook.sections.instrument_cost import cost_of_instrument
from handbook.sections.instruments import ended, instrument_section, instruments_section

_ALL = (Crumb(titles.PAGES[INSTRUMENTS], INSTRUMENTS),)


def instrument_pages(context: Context) -> Iterator[Page]:
    """All instruments, then each."""
    told = instruments_section(context.linker)
    yield compose(
        told,
        kind="instruments",
        description="Arbeidstrening, lønnstilskudd, mentor og annet Nav og kommunen kan tilby.",
        above=(contents(told),),
    )
    yield from (_page(context, one) for one in context.book.instruments)


def _page(context: Context, one: Instrument) -> Page:
    source = f"model/instruments/{one.id}.yml"
    line = (contact_line(),) if context.book.decision else ()  # the card stands by the chooser
    return compose(
        instrument_section(context.linker, one),
        kind="instrument",
        description=one.summary.plain,
        above=(*ended(one, context.today), *line),
        below=(brief_foot(None, source),),
        source=source,
        crumbs=_ALL,
        scripts=(*CASE_SCRIPTS, *(CALCULATOR if cost_of_instrument(context.linker, one) else ())),
    )
