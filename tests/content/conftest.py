"""The real content as nouns, read once for all tests of it, and what the check says about it."""

from __future__ import annotations

import datetime as dt

import pytest

from handbook.checks import run_checks
from handbook.checks.where import Where
from handbook.findings import Finding
from handbook.model.handbook import Handbook
from handbook.reading.folder import Reading
from project import real_reading


@pytest.fixture(scope="session")
def reading() -> Reading:
    return real_reading()


@pytest.fixture(scope="session")
def book(reading: Reading) -> Handbook:
    assert reading.handbook
    return reading.handbook


@pytest.fixture(scope="session")
def where(reading: Reading, book: Handbook) -> Where:
    return Where(book, reading.places)


@pytest.fixture(scope="session")
def findings(reading: Reading) -> list[Finding]:
    """What `make check` says today."""
    return [*reading.findings, *run_checks(reading, today=dt.date.today())]
