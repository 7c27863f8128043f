"""«Nytt i håndboka» as a page, with the way to its feed."""

from __future__ import annotations

from handbook.document.blocks import Paragraph
from handbook.document.inline import Ref
from handbook.document.places import FEED, file
from handbook.pages.context import Context, compose
from handbook.pages.page import Page
from handbook.sections.news import news_section


def news_page(context: Context) -> Page:
    """What changed, day by day; the feed beside it is a file."""
    feed = Ref(file(FEED), "Følg med i en nyhetsleser (Atom)")
    return compose(
        news_section(context.linker),
        kind="news",
        description="Hva som er endret i modeller, skjemaer og utgaver.",
        above=(Paragraph((feed,)),),
    )
