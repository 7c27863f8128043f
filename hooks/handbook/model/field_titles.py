"""What a field is called in Norwegian, beside its name in the files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from handbook.model.noun import Noun

_NO_FIELDS = (
    r"\(", "skriv ", "feltet ", "kolonnen ", "svaret på ", "resultatet ", "modellen ", "steget ",
    "rollen ", "skjemaet ", "temaet ", "kilden ", "fasen ", "regelen ",
)  # fmt: skip
"""What stands before an id of the editor's own, or of a form's question."""
_NAMED = re.compile("".join(f"(?<!{before})" for before in _NO_FIELDS) + "«([a-z_]+)(:?)»")
"""A field's name as it stands in a message."""


def called(kind: type[Noun], field: str) -> str:
    """«Ansvarlig (`accountable`)» without the marks; the name alone when it has no title."""
    info = kind.model_fields.get(field)
    return f"{info.title} (`{field}`)" if info and info.title else field


def with_titles(message: str) -> str:
    """A message where each field named in it is also called what the pages call it."""
    return _NAMED.sub(_with_title, message) if "«" in message else message


def _with_title(named: re.Match[str]) -> str:
    title = _titles().get(named[1])
    return f"«{title} (`{named[1]}{named[2]}`)»" if title else named[0]


@cache
def _titles() -> dict[str, str]:
    """Name → title, where nearly all fields of that name are called the same."""
    counts: dict[str, Counter[str]] = {}
    for kind in _kinds(Noun):
        for name, info in kind.model_fields.items():
            if info.title:
                counts.setdefault(name, Counter())[info.title] += 1
    usual = {name: said.most_common(1)[0] for name, said in counts.items()}
    return {
        name: title
        for name, (title, times) in usual.items()
        if times * 3 > counts[name].total() * 2
    }


def _kinds(kind: type[Noun]) -> Iterator[type[Noun]]:
    for inner in kind.__subclasses__():
        if inner.__module__.startswith("handbook."):
            yield inner
        yield from _kinds(inner)
