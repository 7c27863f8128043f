"""Which programme this is: what it has made before is trusted by the very same one only."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent


def programme() -> bytes:
    """What is another when a file of the programme is, or Python, or the libraries."""
    files = (part for path, about in _files(_FOLDER) for part in (os.fsencode(path), about))
    python = (sys.version, *_installed())
    return digest_of((*files, *map(os.fsencode, python)))


def digest_of(parts: Iterable[bytes]) -> bytes:
    """One number for many bytes, in their order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def _files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file of the programme, known by its size and when it was written."""
    for one in sorted(os.scandir(folder), key=lambda one: one.name):
        if one.name == "__pycache__":
            continue
        if one.is_dir():
            yield from _files(Path(one.path))
        else:
            about = one.stat()
            yield Path(one.path), b"%d %d" % (about.st_size, about.st_mtime_ns)


def _installed() -> Iterator[str]:
    """Every place that libraries are installed in, and when one was last put there."""
    for place in sys.path:
        if "-packages" in place and (folder := Path(place)).is_dir():
            yield f"{place} {folder.stat().st_mtime_ns}"
