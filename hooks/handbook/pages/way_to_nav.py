"""No page tells an employer to call Nav without saying how."""

from __future__ import annotations

import re
from dataclasses import replace

from handbook.document.walk import walk
from handbook.pages.context import Context
from handbook.pages.page import Page
from handbook.sections.choice import way_to_nav

SAYS_CALL = re.compile(r"\b(?:ring|spør|kontakt|snakk med|be)(?: først)? Nav\b", re.IGNORECASE)
"""What asks the reader to turn to Nav."""

_TO_OTHERS = ("participant", "participants", "news", "quality", "chooser")
"""Pages to those who are no employers, about the handbook itself, or with every number on them."""


def with_way_to_nav(context: Context, page: Page) -> Page:
    """The page, with the number before its foot when it says «ring Nav»."""
    if page.kind in _TO_OTHERS or "/deltaker" in page.path or not _says_call(page):
        return page
    *told, foot = page.section.blocks
    blocks = (*told, *way_to_nav(context.linker), foot)
    return replace(page, section=replace(page.section, blocks=blocks))


def _says_call(page: Page) -> bool:
    runs = (getattr(piece, "words", ()) for piece in walk(page.section))
    texts = (one for run in runs if isinstance(run, tuple) for one in run)
    return any(isinstance(one, str) and SAYS_CALL.search(one) for one in texts)
