"""Ways to change a handbook in a test."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

from handbook.model.handbook import Handbook
from handbook.reading.folder import read_handbook

TINY = Path(__file__).parents[1] / "checks" / "tiny"
TODAY = dt.date(2026, 11, 22)


def git(folder: Path, *arguments: str) -> None:
    """Run Git without anybody's settings."""
    name = ("-c", "user.name=Prøve", "-c", "user.email=prove@example.org")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace a piece that stands once in a file; an empty piece means a whole new file."""
    path = root / file
    if not old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(new, encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} × {text.count(old)} i {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def book_in(root: Path) -> Handbook:
    """The handbook in a folder, which must be readable."""
    reading = read_handbook(root)
    assert reading.handbook is not None, reading.findings
    return reading.handbook
