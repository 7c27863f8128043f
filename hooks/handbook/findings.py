"""What a check found: where, which rule, what is wrong, and how to mend it.

A finding is written for an editor who knows the field and not the code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import IntEnum


class Severity(IntEnum):
    """An error stops the site; a warning stops a release."""

    ERROR = 0
    WARNING = 1

    @property
    def label(self) -> str:
        """The Norwegian word."""
        return "feil" if self is Severity.ERROR else "advarsel"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A spot in a file; line and column are counted from 1, the path is relative and POSIX."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One broken rule at one place. Sorts by place, then code."""

    place: Place
    code: str
    problem: str
    found: str = ""
    fix: str = ""
    severity: Severity = Severity.ERROR


def told_with(words: Callable[[str], str], finding: Finding) -> Finding:
    """The same finding in other words."""
    problem, found, fix = map(words, (finding.problem, finding.found, finding.fix))
    return replace(finding, problem=problem, found=found, fix=fix)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one, or an empty string."""
    by_small = {name.lower(): name for name in known}
    matches = get_close_matches(word.lower(), by_small, n=1, cutoff=0.6)
    return by_small[matches[0]] if matches else ""


def listed(words: Iterable[str], *, limit: int = 12) -> str:
    """`a, b, c` – cut off with a count when there are many."""
    names = list(words)
    if len(names) <= limit:
        return ", ".join(names)
    return ", ".join(names[:limit]) + f" … ({len(names) - limit} til)"
