"""What a check said, kept for as long as nothing that it looks at is another.

Whoever checks again without having changed anything, or opens the handbook where somebody else has
checked it, waits for the bytes to be read and for nothing else: no noun is made, no rule is loaded.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from handbook.findings import Finding, Place, Severity
from handbook.kept import Cache

CONTENT = ("model", "forms", "docs")
"""All that a check reads below the project's folder."""

KEY = "check"
"""Of the entry in the cache."""
_PROGRAMME = Path(__file__).parent
_MOST = 2_000_000
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
        self._state = _state(root, today, made)

    def last(self) -> Verdict | None:
        """What was found when all was as it is now."""
        kept = self._cache.last(KEY)
        if kept.get("state") != self._state or kept.get("made") != self._written():
            return None
        rows, *rest = json.loads(kept["verdict"])
        return Verdict(tuple(map(_finding, rows)), *rest)

    def keep(self, verdict: Verdict) -> None:
        """Keep what was found of the files as they were when this began."""
        rows = [_row(one) for one in verdict.findings]
        said = json.dumps([rows, *verdict[1:]]).encode()
        entry = {"state": self._state, "made": self._written(), "verdict": said}
        self._cache.keep(KEY, entry)

    def _written(self) -> bytes:
        return _digest(_entries(self._root / self._made))


def _state(root: Path, today: dt.date, made: str) -> bytes:
    """Everything a verdict depends on: the content, the day, the programme and its libraries."""
    own = root / made
    content = (
        one for folder in CONTENT for one in _entries(root / folder) if own not in one[0].parents
    )
    python = "\n".join([today.isoformat(), sys.version, *map(_installed, sys.path)])
    parts = (_digest(content), _digest(_programme(_PROGRAMME)), python.encode())
    return b"".join(hashlib.sha256(part).digest() for part in parts)


def _digest(entries: Iterator[tuple[Path, bytes]]) -> bytes:
    digest = hashlib.sha256()
    for path, content in entries:
        for part in (os.fsencode(path), content):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


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


def _programme(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file of the programme, known by its size and when it was written."""
    for one in sorted(os.scandir(folder), key=lambda one: one.name):
        if one.name == "__pycache__":
            continue
        if one.is_dir():
            yield from _programme(Path(one.path))
        else:
            about = one.stat()
            yield Path(one.path), b"%d %d" % (about.st_size, about.st_mtime_ns)


def _installed(place: str) -> str:
    """A place for libraries, and when one was last put there."""
    try:
        return f"{place} {Path(place).stat().st_mtime_ns}" if "-packages" in place else place
    except OSError:
        return place


def _row(one: Finding) -> tuple[str | int, ...]:
    place = one.place
    return (place.file, place.line, place.column, one.code, one.problem, one.found, one.fix,
            int(one.severity))  # fmt: skip


def _finding(row: list[str | int]) -> Finding:
    file, line, column, code, problem, found, fix, severity = row
    place = Place(str(file), int(line), int(column))
    return Finding(place, str(code), str(problem), str(found), str(fix), Severity(int(severity)))
