"""A statement is called by the weakest finding it rests on."""

from __future__ import annotations

from typing import Any

import pytest

from handbook.model.evidence import mark_of
from handbook.model.noun import Basis
from handbook.model.source import Source, SourceFinding


def _read(
    kind: str, by: str = "other", how: str = "A", *, own: str | None = None
) -> tuple[Source, SourceFinding]:
    finding: dict[str, Any] = {"id": "X1", "statement": "Noe.", "confidence": own}
    source = Source.model_validate(
        {"id": "x", "type": kind, "title": "Noe", "publisher": "Noen", "publisher_is": by,
         "confidence": how, "findings": [finding]}
    )  # fmt: skip
    return source, source.findings[0]


@pytest.mark.parametrize(
    ("found", "mark"),
    [
        (_read("law", "authority"), Basis.REGULATION),
        (_read("regulation", "authority", "B"), Basis.REGULATION),
        (_read("agreement", "authority"), Basis.AGREEMENT),
        (_read("website", "authority"), Basis.GUIDANCE),
        (_read("guidance", "authority"), Basis.GUIDANCE),
        (_read("advertisement", "owner"), Basis.OWNER),
        (_read("report", "owner"), Basis.REPORT),
        (_read("news"), Basis.ARTICLE),
        (_read("law", "authority", "C"), Basis.ARTICLE),
        (_read("law", "authority", "G"), Basis.INTERPRETATION),
        (_read("law", "authority", "C", own="B"), Basis.REGULATION),
        (_read("law", "authority", "A", own="C"), Basis.ARTICLE),
    ],
)
def test_a_finding_is_worth_its_document_and_how_it_was_read(
    found: tuple[Source, SourceFinding], mark: Basis
) -> None:
    assert mark_of([found]) is mark


def test_a_statement_is_worth_its_weakest_finding() -> None:
    law, page, paper = _read("law", "authority"), _read("website", "authority"), _read("news")
    assert mark_of([law, page]) is mark_of([page, law]) is Basis.GUIDANCE
    assert mark_of([law, page, paper]) is Basis.ARTICLE


def test_resting_on_nothing_it_is_a_proposal() -> None:
    assert mark_of([]) is Basis.PROPOSAL


def test_no_finding_makes_a_mark_stronger() -> None:
    others = map(_read, ("agreement", "news", "report", "website"))
    kinds = [*(_read("law", how=how) for how in "ABCG"), *others]
    for one in kinds:
        for other in kinds:
            assert mark_of([one, other]).rank >= mark_of([one]).rank
