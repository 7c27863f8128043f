"""Several files changed in one go or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from handbook.editing.files import write_whole
from handbook.findings import Finding

Changes = Mapping[str, bytes | None]
"""Path from the project's root → what the file will hold; None for one that goes."""
Judge = Callable[[Path], Iterable[Finding]]
_READ = ("model", "forms", "docs")
"""What a handbook is read from."""


def tried(root: Path, changes: Changes, judge: Judge) -> tuple[Finding, ...]:
    """What is found when the changes are made on a copy."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in _READ:
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part)
        carry_out(copy, changes)
        return tuple(judge(copy))


def carry_out(root: Path, changes: Changes) -> None:
    """Make the changes; when one of them cannot be made, those before it are taken back."""
    before = {name: _held(root / name) for name in changes}
    done: dict[str, bytes | None] = {}
    try:
        for name, content in changes.items():
            done[name] = before[name]
            _put(root / name, content)
    except OSError:
        for name, content in done.items():
            _put(root / name, content)
        raise


def _held(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _put(file: Path, content: bytes | None) -> None:
    if content is not None:
        write_whole(file, content)
        return
    file.unlink(missing_ok=True)
    if file.parent.is_dir() and not any(file.parent.iterdir()):
        file.parent.rmdir()
