"""What a judge has had nothing to say of, it is not asked about again.

A judge – veraPDF, EPUBCheck – is a programme that says the same of the same bytes. Kept is only
that it had nothing to say, by the bytes that it was shown and by what the judge itself is; a fault
is asked about each time. With HANDBOOK_JUDGE_ANEW, as in `make exhaustive`, everything is.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from project import CACHE

FOLDER = CACHE.with_name("judged")


class Judge:
    """One judge, known by its name and the files that it is made of."""

    def __init__(self, name: str, made_of: Iterable[Path]) -> None:
        about = ((str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in made_of)
        self._name = f"{name} {sorted(about)}"

    def has_passed(self, file: Path) -> bool:
        """Whether it had nothing to say of a file with these bytes."""
        return "HANDBOOK_JUDGE_ANEW" not in os.environ and self._note(file).is_file()

    def passed(self, file: Path) -> None:
        """Note that it had nothing to say."""
        with suppress(OSError):
            FOLDER.mkdir(parents=True, exist_ok=True)
            self._note(file).touch()

    def _note(self, file: Path) -> Path:
        shown = hashlib.sha256(self._name.encode() + b"\0" + file.read_bytes())
        return FOLDER / shown.hexdigest()
