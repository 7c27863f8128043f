"""What the participant takes along on the last day, filled from the plan saved as a file."""

from __future__ import annotations

from handbook.document import places, titles
from handbook.document.blocks import Tool
from handbook.pages.context import Context, compose
from handbook.pages.page import Crumb, Page
from handbook.render.form_scripts import HANDOVER_SCRIPTS
from handbook.sections.handover import handover_section, handover_tool, plan_of

FORMS_CRUMB = Crumb(titles.PAGES[places.FORMS], places.FORMS)


def handover_page(context: Context) -> Page | None:
    """The page, where certificates take answers from a plan."""
    plan = plan_of(context.book)
    if plan is None:
        return None
    blanks = context.downloads.under(places.FORM_FILES)
    return compose(
        handover_section(context.linker, plan),
        kind="handover",
        description="Attest, dokumentasjon og kontaktliste, fylt ut fra planen.",
        below=(Tool(handover_tool(plan, context.book, blanks)),),
        crumbs=(FORMS_CRUMB,),
        scripts=HANDOVER_SCRIPTS,
    )
