"""An auditor's table has every claim with its findings, and the numbers say what they are of."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import Counter

import pytest

from handbook.model.coverage import basis_counts
from handbook.model.handbook import Handbook
from handbook.publishing.claims_file import CLAIMS, claims_file
from handbook.publishing.dump import dump
from handbook.publishing.quality_file import QUALITY_DATA, quality_file
from project import real_reading

Row = dict[str, str]


@pytest.fixture(scope="module")
def book() -> Handbook:
    book = real_reading().handbook
    assert book
    return book


@pytest.fixture(scope="module")
def rows(book: Handbook) -> list[Row]:
    text = claims_file(book)[CLAIMS].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_every_claim_of_every_model_is_there_once_for_each_mark(
    book: Handbook, rows: list[Row]
) -> None:
    for model in book.models:
        mine = {(r["Sted i fila"], r["Merke"]) for r in rows if r["Fil"] == f"model {model.id}"}
        counted = Counter(mark for _, mark in mine if mark)
        told = {basis.label: n for basis, n in basis_counts(model).items() if n}
        assert counted == told, model.id


def test_every_finding_in_use_stands_with_its_own_quotation(
    book: Handbook, rows: list[Row]
) -> None:
    assert len({row["Funn"] for row in rows}) > 300
    for row in rows:
        assert row["Utsagn"], row
        if row["Funn"]:
            source, finding = book.finding_by_id[row["Funn"]]
            assert row["Kilde"] == source.title
            assert row["Sitat"].lstrip("'") == (finding.quote or "")
            assert bool(row["Sitat"]) != bool(row["Uten sitat, fordi"]), row["Funn"]
            assert row["Kontrollert"]


def test_nothing_in_the_table_is_read_as_a_formula(rows: list[Row]) -> None:
    assert [c for row in rows for c in row.values() if c.startswith(("=", "+", "-", "@"))] == []


def test_the_numbers_say_which_content_they_are_of(book: Handbook, rows: list[Row]) -> None:
    content = dump(book)
    told = json.loads(quality_file(book, content)[QUALITY_DATA])
    assert told["content_sha256"] == hashlib.sha256(content).hexdigest()
    assert sum(told["claims"].values()) == len(
        {(row["Fil"], row["Sted i fila"]) for row in rows if row["Merke"]}
    )
    findings = told["findings"]
    assert findings["quoted"] + findings["without_quote"] == findings["all"]
    assert {model["id"]: model["owner"] for model in told["models"]} == {
        model.id: model.owner for model in book.models
    }
