"""Text files packed once, so that a server need not pack them for every reader."""

from __future__ import annotations

import gzip
from pathlib import Path

PACKED = frozenset({".html", ".md", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".csv", ".ics"})
_LEAST = 1000
"""Bytes; below this the headers weigh more than what is won."""


def compress(site: Path) -> tuple[int, int, int]:
    """Write `x.gz` beside every text file: how many, their bytes before, their bytes after.

    The same file gives the same bytes. A packed file that has no original any more is left alone,
    since the site's folder is emptied before each build.
    """
    files = [file for file in sorted(site.rglob("*")) if _worth_it(file)]
    before = after = 0
    for file in files:
        content = file.read_bytes()
        packed = gzip.compress(content, 9, mtime=0)
        file.with_name(file.name + ".gz").write_bytes(packed)
        before += len(content)
        after += len(packed)
    return len(files), before, after


def _worth_it(file: Path) -> bool:
    return file.suffix in PACKED and file.is_file() and file.stat().st_size >= _LEAST
