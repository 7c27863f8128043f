"""The sections of a page, made from the headings that stand in it."""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

PLACE = "<!-- innholdet på denne siden -->"
"""What a template writes where the list shall stand."""

_SECTION = re.compile(r"^## (?P<title>.+) \{#(?P<anchor>[^}\s]+)\}$", re.MULTILINE)
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


class Section(NamedTuple):
    """A heading of the second level: its plain text, and the anchor that leads to it."""

    title: str
    anchor: str


def sections(markdown: str) -> tuple[Section, ...]:
    """The sections in the order they stand."""
    return tuple(
        Section(_ESCAPED.sub("", found["title"]), found["anchor"])
        for found in _SECTION.finditer(markdown)
    )


def with_contents(markdown: str) -> str:
    """The page with its list of sections in place; a page that asks for none is left as it is."""
    if PLACE not in markdown:
        return markdown
    lines = "\n".join(
        f'<li><a href="#{section.anchor}">{escape(section.title)}</a></li>'
        for section in sections(markdown)
    )
    return markdown.replace(
        PLACE, f'<nav class="on-this-page" aria-label="På denne siden"><ul>\n{lines}\n</ul></nav>'
    )
