"""The tools of a model's pages → the markup their scripts wake up."""

from __future__ import annotations

from collections.abc import Callable

from handbook.document import tools as t
from handbook.render.tool_data import Href, data_element


def deletion_plan(tool: t.DeletionPlan, href: Href, instead: Callable[[], str]) -> str:
    """A last day to type over the table whose dates are counted from it."""
    return (
        '<div data-deletion><p class="js-only">'
        '<label for="siste-dag">Siste dag i perioden (dd.mm.åååå)</label> '
        '<input type="text" inputmode="numeric" maxlength="10" id="siste-dag" data-last-day> '
        '<span role="status" data-deletion-status></span></p>\n'
        f"{instead()}{data_element(tool, href)}</div>"
    )
