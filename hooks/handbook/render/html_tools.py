"""What works on screen only → the markup its script wakes up; without scripts nothing shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handbook.document import tools as t
from handbook.document.blocks import Tool
from handbook.document.places import Place

Href = Callable[[Place], str]
"""A place → the way to it from the page being printed."""


def tool_markup(tool: Tool, href: Href, instead: Callable[[], str]) -> str:
    """The markup of a tool; `instead` prints what it carries, for the tool to take over."""
    return _MARKUP[type(tool.data)](tool.data, href, instead)


def _source_switch(_: t.SourceSwitch, __: Href, ___: Callable[[], str]) -> str:
    box = '<input type="checkbox" data-source-switch>'
    return f'<p class="source-switch" hidden><label>{box} Vis bare det kildene sier</label></p>'


_MARKUP: dict[type, Callable[[Any, Href, Callable[[], str]], str]] = {
    t.SourceSwitch: _source_switch,
}
"""Kind of tool → its markup; a test holds that each kind has one."""
