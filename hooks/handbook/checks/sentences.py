"""The sentence around a spot in a text, and what stands over it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from handbook.checks.walk import Value
from handbook.model.form import Form
from handbook.model.handbook import Handbook
from handbook.model.instrument import Instrument
from handbook.model.people import Theme
from handbook.model.routine import Routine
from handbook.model.rule import Rule

_END = re.compile(r"(?:(?<!\d)[.!?]|(?<=\d)[.!?](?![ \u00a0][a-zæøå]))(?=\s|$)|\n\s*\n|\n\s*-")
"""A number with a point before a small letter is a date: `1. juni`."""


def sentence_at(text: str, at: int) -> str:
    """The sentence around a spot."""
    ends = [end.end() for end in _END.finditer(text)]
    place = bisect_right(ends, at)
    return text[ends[place - 1] if place else 0 : ends[place] if place < len(ends) else len(text)]


def heading_over(book: Handbook, text: Value) -> str:
    """What stands right over a text and says what it is about: a word, or a section's heading."""
    kind, name = text.owner
    if kind == "term":
        return book.term_by_id[name].term
    if kind == "theme" and text.path[0] == "sections":
        return book.theme_by_id[name].sections[int(text.path[1])].title
    return ""


def title_of_owner(book: Handbook, text: Value) -> str:
    """The title of the form, rule, instrument, theme or routine that a text stands in."""
    kind, name = text.owner
    titled: dict[str, Mapping[str, Form | Rule | Instrument | Theme | Routine]] = {
        "form": book.form_by_id, "rule": book.rule_by_id, "routine": book.routine_by_id,
        "instrument": book.instrument_by_id, "theme": book.theme_by_id,
    }  # fmt: skip
    entry = titled[kind].get(name) if kind in titled else None
    return entry.title if entry else ""
