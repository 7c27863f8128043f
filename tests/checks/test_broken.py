"""Handbooks with every mistake, and the whole list of what is said about them.

A folder in tests/goldens/broken is a test. To accept a new wording, run this file with
`HANDBOOK_UPDATE=1 pytest`, then read the difference like prose.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from check_cases import ELSEWHERE

from handbook.checks import run_checks
from handbook.codes import CODES
from handbook.reading.folder import read_handbook
from handbook.report import as_text

BROKEN = Path(__file__).parents[1] / "goldens" / "broken"
CASES = sorted(p.name for p in BROKEN.iterdir() if p.is_dir())
TODAY = dt.date(2026, 11, 22)


def _said(case: str) -> str:
    reading = read_handbook(BROKEN / case)
    return as_text(reading.findings + run_checks(reading, today=TODAY)) + "\n"


@pytest.mark.parametrize("case", CASES)
def test_everything_that_is_said(case: str) -> None:
    expected = BROKEN / case / "expected.txt"
    said = _said(case)
    if os.environ.get("HANDBOOK_UPDATE"):
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text(encoding="utf-8")


def test_together_they_break_every_rule() -> None:
    said = "".join(_said(case) for case in CASES)
    assert [code for code in CODES if f" {code} " not in said and code not in ELSEWHERE] == []
