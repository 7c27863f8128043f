"""How hard a hole weighs depends on how far the model has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from check_cases import MODEL, PROCESS, Edit

from handbook.findings import Finding, Severity

Find = Callable[[Sequence[Edit]], list[Finding]]
_WITHOUT_WHY = Edit(PROCESS, "        why: Da blir det trygt.\n", "")


def _holes(find: Find, status: str) -> list[Severity]:
    edits = [_WITHOUT_WHY, Edit(MODEL, "status: published", f"status: {status}")]
    return [f.severity for f in find(edits) if f.code == "N20"]


def test_hole_in_a_published_model_is_an_error(find: Find) -> None:
    assert [f.severity for f in find([_WITHOUT_WHY])] == [Severity.ERROR]


@pytest.mark.parametrize("status", ["consultation", "under_revision"])
def test_hole_on_the_way_is_a_warning(status: str, find: Find) -> None:
    assert _holes(find, status) == [Severity.WARNING]


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_hole_in_a_draft_is_silent(status: str, find: Find) -> None:
    assert _holes(find, status) == []


def test_todo_in_an_entry_without_status_is_an_error(find: Find) -> None:
    found = find([Edit("model/roles.yml", "spørre om helse.", "TODO")])
    assert [(f.code, f.severity) for f in found] == [("N22", Severity.ERROR)]


def test_missing_practice_is_reported_in_the_file_it_belongs_in(find: Find) -> None:
    found = find([Edit("model/mini/practice.yml", None, "objections: []\n")])
    places = {f.place.file for f in found if f.code == "N20" and "success_factors" in f.problem}
    assert places == {"model/mini/practice.yml"}


def test_form_about_people_needs_privacy_when_a_published_model_uses_it(find: Find) -> None:
    start, end = "privacy:\n", "sections:\n"
    form = _form_text()
    bare = form[: form.index(start)] + form[form.index(end) :]
    found = find([Edit("forms/SKJ-01.yml", None, bare)])
    assert [(f.code, f.severity) for f in found] == [("N20", Severity.ERROR)]


def _form_text() -> str:
    return (Path(__file__).parent / "tiny/forms/SKJ-01.yml").read_text(encoding="utf-8")
