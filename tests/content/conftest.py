"""The real content as nouns, read once for all tests of it."""

from __future__ import annotations

import pytest

from handbook.checks.where import Where
from handbook.model.handbook import Handbook
from handbook.reading.folder import Reading, read_handbook
from project import ROOT


@pytest.fixture(scope="session")
def reading() -> Reading:
    return read_handbook(ROOT)


@pytest.fixture(scope="session")
def book(reading: Reading) -> Handbook:
    assert reading.handbook
    return reading.handbook


@pytest.fixture(scope="session")
def where(reading: Reading, book: Handbook) -> Where:
    return Where(book, reading.places)
