"""What every page needs beside its words: styles, scripts and letters, as they lie in our theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

THEME = Path(__file__).parents[2] / "theme"
_COMMENT = re.compile(rb"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
"""One that fills its lines; code after it on its last line, and it stays."""


def assets() -> Iterator[tuple[str, bytes]]:
    """Site path → bytes of each, in sorted order; our own scripts without their comments."""
    for file in sorted((THEME / "assets").rglob("*")):
        if file.is_file() and not file.name.startswith("."):
            content = file.read_bytes()
            ours = file.parent.name == "js"
            yield (
                file.relative_to(THEME).as_posix(),
                _COMMENT.sub(b"", content) if ours else content,
            )
