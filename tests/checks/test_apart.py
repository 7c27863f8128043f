"""What is kept of a check is what a check made anew says, whatever was edited since."""

from __future__ import annotations

import datetime as dt
import pickle
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from catalogue import TINY, TODAY
from check_cases import CASES, FORM, OTHER, Case, Edit

from handbook.checking import find
from handbook.checks import APART, run_checks
from handbook.checks.walk import walked
from handbook.checks.where import Where
from handbook.findings import Finding
from handbook.kept import CACHE_FOLDER, Cache
from handbook.reading.folder import Reading, read_handbook

SOME = pytest.param(CASES[::16], id="every sixteenth")
APART_CODES = frozenset(
    "B01 E06 G01 G05 G06 G09 N08 N22 O01 O04 O05 O06 O07 O08 O10 O21 O22 O23 O24 O32 O33 O34 R08 "
    "R09 V04".split()
)
"""What the rules that stand apart say."""
_SUMMARY = "summary: Enda en modell, ikke ferdig."
MARKUP = (
    Case("N08", (Edit(OTHER, _SUMMARY, "summary: Enda en <b>modell</b>."),), (), ""),
    Case("N08", (Edit(FORM, "title: Plan", "title: Plan [[SKJ-01]]"),), (), ""),
)
ALL = pytest.param(CASES, id="all", marks=pytest.mark.exhaustive)


def made_now(given: Iterable[bytes], make: Callable[[], Any]) -> Any:
    """Nothing is kept: every entry is asked of, by itself."""
    list(given)
    return make()


@contextmanager
def broken(root: Path, case: Case) -> Iterator[None]:
    """The tiny handbook with a case in it; mended when that is done."""
    try:
        for edit in case.wrong:
            edit.apply(root)
        yield
    finally:
        for folder in ("model", "forms", "docs"):
            shutil.rmtree(root / folder, ignore_errors=True)
        shutil.copytree(TINY, root, dirs_exist_ok=True)


@pytest.mark.parametrize("cases", [SOME, ALL])
def test_after_every_edit_the_same_is_found_as_anew(
    cases: Sequence[Case], tiny_handbook: Path
) -> None:
    assert found_again(tiny_handbook) == ()
    for case in cases:
        with broken(tiny_handbook, case):
            anew = find(tiny_handbook, TODAY)[1]
            for _ in range(2):
                assert found_again(tiny_handbook) == anew, case.code


def found_again(root: Path) -> tuple[Finding, ...]:
    """What a process finds that begins with what the last one kept."""
    cache = Cache(root / CACHE_FOLDER)
    found = find(root, TODAY, cache)[1]
    cache.keep_shelf()
    return found


def test_every_rule_that_stands_apart_says_the_same_of_each_entry_by_itself(
    tiny_handbook: Path,
) -> None:
    cache, met = Cache(in_process=True), set()
    for case in (case for case in (*CASES, *MARKUP) if case.code in APART_CODES):
        with broken(tiny_handbook, case):
            reading = read_handbook(tiny_handbook, cache)
        if found := finding_rules(reading):
            met |= found
            whole = run_checks(reading, today=TODAY)
            assert run_checks(reading, today=TODAY, known=made_now) == whole, case.code
    assert met == {rule.__name__ for rule in APART}, "each has a case where it finds something"


def finding_rules(reading: Reading) -> set[str]:
    """The rules that stand apart and find something."""
    book = reading.readable
    if book is None:
        return set()
    where = Where(book, reading.places, reading.unread, reading.by_hand)
    return {rule.__name__ for rule in APART if any(True for _ in rule(book, where))}


@pytest.mark.exhaustive
def test_the_real_handbook_is_told_the_same(root: Path) -> None:
    reading, today = read_handbook(root), dt.date.today()
    whole = run_checks(reading, today=today)
    assert run_checks(reading, today=today, known=made_now) == whole


def test_what_was_found_out_about_a_noun_is_not_put_away_with_it(tiny_handbook: Path) -> None:
    book = read_handbook(tiny_handbook).handbook
    assert book
    for noun in (book.roles[0], book.models[0]):
        before = pickle.dumps(noun)
        assert walked(noun).search(re.compile("e")), "it holds matches, which cannot be pickled"
        assert pickle.loads(pickle.dumps(noun)) == pickle.loads(before) == noun


def test_where_a_value_stands_is_found_when_somebody_asks(tiny_handbook: Path) -> None:
    for _ in range(2):
        cache = Cache(tiny_handbook / CACHE_FOLDER)
        reading = read_handbook(tiny_handbook, cache)
        cache.keep_shelf()
    anew = read_handbook(tiny_handbook)
    assert reading.handbook == anew.handbook
    for owner, places in anew.places.items():
        for document in places.documents:
            for path in document.values:
                assert reading.places[owner].place(path) == places.place(path)
                assert reading.places[owner].near(path, "a") == places.near(path, "a")
