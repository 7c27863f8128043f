"""The data of a tool → one JSON element beside its markup, for the script to read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

from handbook.document.places import Place
from handbook.document.tools import ToolData

Href = Callable[[Place], str]
"""A place → the way to it from the page being printed."""


def data_element(tool: ToolData, href: Href) -> str:
    """All a script needs, as one value."""
    told = json.dumps(_plain(tool, href), ensure_ascii=False, separators=(",", ":"))
    inert = told.replace("<", "\\u003c")
    return f'<script type="application/json" data-tool>{inert}</script>'


def _plain(value: Any, href: Href) -> Any:
    """A value as JSON has it: places are ways from the page."""
    if isinstance(value, Place):
        return href(value)
    if isinstance(value, tuple):
        return [_plain(one, href) for one in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name), href) for field in fields(value)}
    return value
