"""A judge is spared what it has passed, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import judged
from judged import Judge


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file to judge; nothing has been judged before."""
    monkeypatch.setattr(judged, "FOLDER", tmp_path / "judged")
    monkeypatch.delenv("HANDBOOK_JUDGE_ANEW", raising=False)
    file = tmp_path / "a.pdf"
    file.write_bytes(b"a")
    return file


def test_what_has_passed_is_known_by_its_bytes(shown: Path) -> None:
    judge = Judge("prøve", [Path(__file__)])
    assert not judge.has_passed(shown)
    judge.passed(shown)
    assert judge.has_passed(shown)
    assert judge.has_passed(shown.rename(shown.with_name("b.pdf")))
    shown.write_bytes(b"b")
    assert not judge.has_passed(shown)


def test_another_judge_is_asked(shown: Path) -> None:
    Judge("prøve", [Path(__file__)]).passed(shown)
    assert not Judge("prøve 2", [Path(__file__)]).has_passed(shown)
    assert not Judge("prøve", [Path(judged.__file__)]).has_passed(shown)


def test_everything_is_asked_about_when_it_is_to_be(
    shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = Judge("prøve", [])
    judge.passed(shown)
    monkeypatch.setenv("HANDBOOK_JUDGE_ANEW", "1")
    assert not judge.has_passed(shown)


def test_a_folder_that_takes_nothing_costs_only_time(
    shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judged, "FOLDER", shown / "judged")
    judge = Judge("prøve", [])
    judge.passed(shown)
    assert not judge.has_passed(shown)
