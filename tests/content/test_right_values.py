"""What reviews found wrong stands right, with where it was read; an editor's slip turns it red."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from handbook.model.handbook import Handbook
from handbook.model.rule import Rule
from project import ROOT, real_reading

TABLE: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "right_values.toml").read_text(encoding="utf-8")
)
RULES, TEXTS, NEVER = TABLE["rule"], TABLE["text"], TABLE["never"]


@pytest.fixture(scope="module")
def book() -> Handbook:
    book = real_reading().handbook
    assert book
    return book


def _told(rule: Rule) -> str:
    texts = (rule.wording, rule.condition, rule.exceptions)
    return _plain(" ".join(text.plain for text in texts if text))


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", text)


@pytest.mark.content
@pytest.mark.parametrize("row", RULES, ids=[row["id"] for row in RULES])
def test_a_rule_says_what_its_source_says(row: dict[str, Any], book: Handbook) -> None:
    rule = book.rule_by_id[row["id"]]
    told = _told(rule)
    assert [words for words in row["says"] if words not in told] == [], row["source"]
    assert row.get("basis", "") in "; ".join(rule.legal_basis), row["source"]
    assert {one.id: one.amount for one in rule.amounts} == row.get("numbers", {}), row["source"]
    if "valid" in row:
        days = [day.isoformat() if day else "" for day in (rule.valid_from, rule.valid_to)]
        assert days == row["valid"], row["source"]


@pytest.mark.content
def test_every_rule_with_a_number_has_its_row(book: Handbook) -> None:
    numbered = {rule.id for rule in book.rules if rule.amounts and not rule.withdrawn}
    assert sorted(numbered - {row["id"] for row in RULES}) == []
    assert len(RULES) == len({row["id"] for row in RULES})


@pytest.mark.content
@pytest.mark.parametrize("row", TEXTS, ids=[f"{row['file']} {row['says'][0]}" for row in TEXTS])
def test_a_file_says_what_its_source_says(row: dict[str, Any]) -> None:
    told = _plain((ROOT / row["file"]).read_text(encoding="utf-8"))
    assert [words for words in row["says"] if words not in told] == [], row["source"]


@pytest.mark.content
def test_what_was_wrong_is_told_nowhere() -> None:
    files = [
        file for file in (*ROOT.glob("model/**/*.yml"), *ROOT.glob("forms/*.yml"))
        if file.parent.name != "sources"
    ]  # fmt: skip
    told = {file: _plain(file.read_text(encoding="utf-8")) for file in files}
    assert len(told) > 100
    found = [
        f"{file.relative_to(ROOT)}: «{row['words']}» ({row['source']})"
        for file, text in told.items() for row in NEVER if row["words"] in text
    ]  # fmt: skip
    assert found == []


_ACT = re.compile(r"(?:lov|lova|loven|forskriften|forskrift|forordningen)\b", re.I)


@pytest.mark.content
def test_a_legal_basis_names_the_paragraph_or_says_that_it_was_not_to_be_read(
    book: Handbook,
) -> None:
    for rule in book.rules:
        for basis in rule.legal_basis:
            placed = re.search(r"§|artikkel|paragrafnummeret står i Lovdata|ikke lest", basis)
            assert placed or not _ACT.search(basis), f"{rule.id}: {basis}"


@pytest.mark.content
def test_the_eleven_points_each_have_a_place_in_the_agreement(book: Handbook) -> None:
    form = book.form_by_id["SKJ-13"]
    field = {one.id: one for section in form.sections for one in section.fields}
    points = re.findall(r"^\d+\. ", field["eleven_points"].text.source, re.M)  # type: ignore[union-attr]
    asked = "period_kind tasks working_hours extent responsibilities insurance termination"
    assert len(points) == 11
    for name in (*asked.split(), "revision_date"):
        assert field[name].required, name
