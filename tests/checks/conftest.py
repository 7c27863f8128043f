"""The tiny handbook: two models, three roles, one form; whole, and without a single finding."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from check_cases import Edit

from handbook.checks import run_checks
from handbook.findings import Finding
from handbook.kept import Cache
from handbook.reading.folder import read_handbook

TINY = Path(__file__).parent / "tiny"
TODAY = dt.date(2026, 11, 22)

_CACHE = Cache(in_process=True)
"""Most of a handbook that is broken in one place has been read before."""

Find = Callable[[Sequence[Edit]], list[Finding]]


def find_in(root: Path) -> list[Finding]:
    """Everything that reading and checking say about a folder."""
    reading = read_handbook(root, _CACHE)
    return reading.findings + run_checks(reading, today=TODAY)


@pytest.fixture
def tiny_handbook(tmp_path: Path) -> Path:
    """A copy of the tiny handbook to break."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def find(tiny_handbook: Path) -> Find:
    """Break the tiny handbook and read it."""

    def run(edits: Sequence[Edit]) -> list[Finding]:
        for edit in edits:
            edit.apply(tiny_handbook)
        return find_in(tiny_handbook)

    return run
