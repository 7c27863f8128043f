"""Text files packed once, so that a server need not pack them for every reader."""

from __future__ import annotations

import gzip
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import PurePosixPath

PACKED = frozenset({".html", ".md", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".csv", ".ics"})
LEAST = 1000
"""Bytes; below this the headers weigh more than what is won."""


def with_packed(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files as they come, and of each text file `x.gz`; the same file, the same bytes.

    They are packed on the other core, and come when they are ready, in their order.
    """
    packed: deque[tuple[str, Future[bytes]]] = deque()
    with ThreadPoolExecutor(1) as beside:
        for name, content in files:
            yield name, content
            if len(content) >= LEAST and PurePosixPath(name).suffix in PACKED:
                packed.append((f"{name}.gz", beside.submit(gzip.compress, content, 9, mtime=0)))
            while packed and packed[0][1].done():
                yield _taken(packed)
        while packed:
            yield _taken(packed)


def _taken(packed: deque[tuple[str, Future[bytes]]]) -> tuple[str, bytes]:
    name, content = packed.popleft()
    return name, content.result()
