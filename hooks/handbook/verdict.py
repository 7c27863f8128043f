"""What a check said, kept for as long as nothing that it looks at is another.

Whoever checks again without having changed anything, or opens the handbook where somebody else has
checked it, waits for the bytes to be read and for nothing else: no noun is made, no rule is loaded.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from handbook.findings import Finding, Place, Severity
from handbook.kept import Cache
from handbook.programme import digest_of, programme

CONTENT = ("model", "forms", "docs")
"""All that a check reads below the project's folder."""

SCHEMAS = "model/schemas"
"""What a check writes itself; as in `editing/shapes.py`, which is not loaded for this."""

KEY = "check"
"""Of the entry in the cache."""
_MOST = 4_000_000
"""Bytes; what is larger is refused unread, so its size says enough."""


class Verdict(NamedTuple):
    """What one check came to."""

    findings: tuple[Finding, ...]
    waiting: int
    """Rules that could not be asked."""
    rules: int
    """Rules there are."""
    stopped: bool
    """Whether errors in the files kept everything else from being tried."""


class Kept:
    """The last verdict on a project; `made` is the folder of what a check writes itself."""

    def __init__(self, cache: Cache, root: Path, today: dt.date, made: str) -> None:
        self._cache, self._root, self._made = cache, root, made
        self._state = state(root, today, made)

    def last(self) -> Verdict | None:
        """What was found when all was as it is now."""
        kept = self._cache.last(KEY)
        if kept.get("state") != self._state or kept.get("made") != self._written():
            return None
        rows, *rest = json.loads(kept["verdict"])
        return Verdict(tuple(map(from_row, rows)), *rest)

    def keep(self, verdict: Verdict) -> None:
        """Keep what was found of the files as they were when this began."""
        rows = [as_row(one) for one in verdict.findings]
        said = json.dumps([rows, *verdict[1:]]).encode()
        entry = {"state": self._state, "made": self._written(), "verdict": said}
        self._cache.keep(KEY, entry)

    def _written(self) -> bytes:
        return _digest(_entries(self._root / self._made))


def state(root: Path, today: dt.date, made: str = SCHEMAS) -> bytes:
    """Everything a verdict depends on: the content, the day, the programme and its libraries."""
    own = root / made
    content = (
        one
        for folder in CONTENT
        for one in _entries(root / folder)
        if own not in (one[0], *one[0].parents)
    )
    return b"".join((_digest(content), programme(), today.isoformat().encode()))


def _digest(entries: Iterator[tuple[Path, bytes]]) -> bytes:
    return digest_of(part for path, content in entries for part in (os.fsencode(path), content))


def _entries(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file below a folder with its bytes, and whatever else is there; no link is followed."""
    try:
        found = sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError as error:
        yield folder, b"%d" % (error.errno or 0)
        return
    for one in found:
        path = Path(one.path)
        yield path, _what(path)
        if one.is_dir(follow_symlinks=False):
            yield from _entries(path)


def _what(path: Path) -> bytes:
    """The bytes of a plain file; of anything else what it is."""
    try:
        about = path.lstat()
        if stat.S_ISREG(about.st_mode) and about.st_size <= _MOST:
            return b"=" + path.read_bytes()
    except OSError as error:
        return b"!%d" % (error.errno or 0)
    return b"?%d %d" % (about.st_mode, about.st_size)


def as_row(one: Finding) -> tuple[str | int, ...]:
    """A finding as JSON can hold it."""
    place = one.place
    return (place.file, place.line, place.column, one.code, one.problem, one.found, one.fix,
            int(one.severity))  # fmt: skip


def from_row(row: list[str | int]) -> Finding:
    """A finding from its row."""
    file, line, column, code, problem, found, fix, severity = row
    place = Place(str(file), int(line), int(column))
    return Finding(place, str(code), str(problem), str(found), str(fix), Severity(int(severity)))
