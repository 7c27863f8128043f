"""What every page needs beside its words: styles, scripts and letters, as they lie in our theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

THEME = Path(__file__).parents[2] / "theme"


def assets() -> Iterator[tuple[str, bytes]]:
    """Site path → bytes of each, in sorted order."""
    for file in sorted((THEME / "assets").rglob("*")):
        if file.is_file() and not file.name.startswith("."):
            yield file.relative_to(THEME).as_posix(), file.read_bytes()
