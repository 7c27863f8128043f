"""Every code is raised by one case and not by its near miss, and points at the right line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from check_cases import CASES, ELSEWHERE, Case, Edit

from handbook.codes import CODES, finding
from handbook.findings import Finding, Place, Severity

Find = Callable[[Sequence[Edit]], list[Finding]]
_MACHINE_WORDS = re.compile(r"pydantic|Traceback|None|<class|\bstr\b|_type\b")
_IDS = [case.code for case in CASES]


def test_the_tiny_handbook_has_no_findings(find: Find) -> None:
    assert find([]) == []


@pytest.mark.parametrize("case", CASES, ids=_IDS)
def test_code_is_raised_at_its_line(case: Case, find: Find, tiny_handbook: Path) -> None:
    found = [f for f in find(case.wrong) if f.code == case.code]
    assert found, f"{case.code} ble ikke meldt"
    lines = [_line(tiny_handbook, f.place) for f in found]
    assert any(case.at in line for line in lines), lines


@pytest.mark.parametrize("case", CASES, ids=_IDS)
def test_near_miss_is_left_alone(case: Case, find: Find) -> None:
    assert [f for f in find(case.near) if f.code == case.code] == []


@pytest.mark.parametrize("case", CASES, ids=_IDS)
def test_finding_tells_an_editor_what_to_do(case: Case, find: Find) -> None:
    for one in find(case.wrong):
        assert one.problem
        assert one.code in CODES
        assert one.fix or one.code in ("Y02",), one
        assert "\n" not in one.problem + one.found + one.fix
        assert not _MACHINE_WORDS.search(one.problem + one.found)
        assert one.severity is CODES[one.code].severity


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    assert {*_IDS, *ELSEWHERE} == set(CODES)


def test_every_code_is_explained_to_editors() -> None:
    for code in CODES.values():
        assert code.title and code.rule.endswith(".") and code.why.endswith("."), code.code
        assert code.wrong and code.right, code.code
        assert code.wrong != code.right, code.code


def test_titles_in_the_registry_are_unique() -> None:
    titles = [code.title for code in CODES.values()]
    assert len(titles) == len(set(titles))


def test_only_a_code_that_follows_the_status_takes_a_severity() -> None:
    with pytest.raises(ValueError, match="Y01"):
        finding("Y01", Place("a.yml"), "galt", severity=Severity.WARNING)


def _line(root: Path, place: Place) -> str:
    file = root / place.file
    if not file.is_file():
        return ""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return lines[place.line - 1] if lines else ""
