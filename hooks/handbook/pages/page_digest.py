"""What a page says, in a few letters: two that are equal tell the reader the same."""

from __future__ import annotations

import hashlib
from itertools import pairwise

from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.pages.page import Page
from handbook.render.markdown import Markdown


class _Content(Markdown):
    """A page without what follows the edition, the day or the machine, or only leads elsewhere.

    That is the foot, a warning that time is up, buttons, spots of old links, and files,
    whose sizes change with every edition – with the line that leads to them and a heading that has
    nothing else below it.
    """

    def spots(self, former: tuple[str, ...]) -> str:
        return ""

    def body(self, blocks: b.Blocks) -> str:
        pairs = pairwise((*blocks, None))
        return super().body(tuple(one for one, then in pairs if one and not _leads_to(one, then)))

    def headed(self, block: b.Section, body: str) -> str:
        return super().headed(block, body) if body else ""

    def facts(self, block: b.Facts) -> str:
        return "" if block.kind == "foot" else super().facts(block)

    def notice(self, block: b.Notice) -> str:
        return "" if block.kind in ("expired", "overdue") else super().notice(block)

    def until(self, piece: i.Until) -> str:
        return piece.day.isoformat()

    def files(self, block: b.Files) -> str:
        return ""

    def actions(self, block: b.Actions) -> str:
        return ""

    def pager(self, block: b.Pager) -> str:
        return ""


def _leads_to(block: b.Block, then: b.Block | None) -> bool:
    return isinstance(block, b.Paragraph) and not block.kind and isinstance(then, b.Files)


def page_digest(page: Page) -> str:
    """Of all a page says to its reader."""
    told = _Content(page.path).section(page.section)
    return hashlib.sha256(f"{page.title}\n{told}".encode()).hexdigest()[:16]
