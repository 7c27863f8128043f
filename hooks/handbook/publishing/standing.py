"""The site that stands where it is to be: nothing is made when it was made of the very same."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from handbook.findings import Finding
from handbook.kept import Cache, key_of
from handbook.publishing.manifest import NoManifestError, faults
from handbook.sections.downloads import MANIFEST
from handbook.verdict import as_row, from_row, state

KEY = "site"
"""Of the entry in the cache."""


class Told(NamedTuple):
    """What a build says when it is done."""

    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    site_url: str


class Standing:
    """A site, and what was said when it was made; `asked` is all that a build was told to do."""

    def __init__(self, cache: Cache, root: Path, today: dt.date, site: Path, asked: str) -> None:
        self._cache, self._site = cache, site
        self._made_of = state(root, today) + key_of(str(site), asked).encode()

    def told(self) -> Told | None:
        """What was said, when all is as it was, and every file stands as it was made."""
        kept = self._cache.last(KEY)
        if kept.get("made of") != self._made_of or kept.get("list") != self._list():
            return None
        with suppress(NoManifestError, OSError):
            if not any(faults(self._site)):
                rows, lines, site_url = json.loads(kept["told"])
                return Told(tuple(map(from_row, rows)), tuple(lines), site_url)
        return None

    def keep(self, told: Told) -> None:
        """Keep what is said of the site that now stands there."""
        rows = [as_row(one) for one in told.findings]
        said = json.dumps([rows, told.lines, told.site_url]).encode()
        self._cache.keep(KEY, {"made of": self._made_of, "list": self._list(), "told": said})

    def _list(self) -> bytes:
        try:
            return (self._site / MANIFEST).read_bytes()
        except OSError:
            return b""
