"""Text files packed once, so that a server need not pack them for every reader."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

PACKED = frozenset({".html", ".md", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".csv", ".ics"})
LEAST = 1000
"""Bytes; below this the headers weigh more than what is won."""


def with_packed(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files as they come, each text file followed by `x.gz`; the same file, the same bytes."""
    for name, content in files:
        yield name, content
        if len(content) >= LEAST and PurePosixPath(name).suffix in PACKED:
            yield f"{name}.gz", gzip.compress(content, 9, mtime=0)
