"""The whole command on changes in a Git repository, compared with what it is to say.

A folder in tests/goldens/review is a test: `change.json` has the edits, `expected.md` the report.
To accept a new wording, run with `HANDBOOK_UPDATE=1`, then read the difference like prose.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from changing import edit

from handbook.__main__ import main
from handbook.editing.inert_markdown import inert

pytestmark = pytest.mark.slow

GOLDENS = Path(__file__).parents[1] / "goldens" / "review"
CASES = sorted(folder.name for folder in GOLDENS.iterdir() if folder.is_dir())
FORM = "forms/SKJ-01.yml"


def _review(root: Path, *extra: str) -> int:
    return main(["--root", str(root), "--today", "2026-11-22", "review", *extra])


@pytest.mark.parametrize("case", CASES)
def test_report_reads_as_agreed(
    case: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file, old, new in json.loads((GOLDENS / case / "change.json").read_text("utf-8")):
        edit(repository, file, old, new)
    _review(repository, "--format", "markdown")
    said, expected = capsys.readouterr().out, GOLDENS / case / "expected.md"
    if os.environ.get("HANDBOOK_UPDATE"):
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text("utf-8")


@pytest.mark.slow
def test_nothing_changed_says_so_in_every_format(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _review(repository) == 0
    assert capsys.readouterr().out == "Ingen endring i innholdet.\n"
    assert _review(repository, "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["changes"] == [] and said["pages_known"] is True


@pytest.mark.parametrize(
    "name", ["hooks/handbook/ny.py", "docs/skript.js", "mkdocs.yml", ".github/workflows/a.yml"]
)
def test_a_proposal_that_changes_code_says_so(
    name: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / name).parent.mkdir(parents=True, exist_ok=True)
    (repository / name).write_text("x")
    _review(repository)
    said = capsys.readouterr().out
    assert "DETTE FORSLAGET ENDRER KODE" in said
    assert f"  – {name}\n" in said


def test_a_proposal_about_content_does_not_change_code(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, FORM, "label: Fornavn", "label: Hele navnet ditt")
    (repository / "docs").mkdir()
    (repository / "docs/om.md").write_text("---\ntitle: Om\n---\n\n# Om\n")
    _review(repository)
    assert "KODE" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    ["@team", "#12", "a/b#12", "GH-12", "!7", "https://ond.no", "www.ond.no", "a@b.no",
     "<script>", "![x](y)", "[x](https://y)", "0123456789abcdef", "| a |", "- [ ] a\n# b"],
)  # fmt: skip
def test_what_a_proposal_says_does_nothing_in_a_comment(text: str) -> None:
    said = inert(text)
    assert said != text
    assert said.replace("<!-- -->", "").replace("\\", "") == text.replace("\n", " ")
    left = said.replace("\\<", "")
    acts = r"@\w|[#!]\d|GH-\d|://|www\.|[0-9a-f]{7}|<(?!!-- -->)|(?<!\\)[\[\]|]"
    assert not re.search(acts, left)


@pytest.mark.parametrize("text", ["Skriv 12 timer, 50 prosent – se steg 3.", "S12 og SKJ-05"])
def test_usual_words_stand_as_they_are(text: str) -> None:
    assert inert(text) == text


def test_git_is_only_read(repository: Path) -> None:
    edit(repository, FORM, "label: Fornavn", "label: Hele navnet ditt")
    before = _state(repository)
    _review(repository)
    assert _state(repository) == before


def _state(root: Path) -> dict[str, bytes]:
    return {str(f.relative_to(root)): f.read_bytes() for f in root.rglob("*") if f.is_file()}


def test_a_base_that_is_not_there_is_told(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _review(repository, "--base", "finnes-ikke") == 2
    assert "Finner ikke «finnes-ikke» i historikken" in capsys.readouterr().err
    assert _review(repository, "--base=--output=/tmp/x") == 2


def test_a_change_that_cannot_be_read_is_told_with_its_findings(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, FORM, "title: Plan\n", "title: Nav: plan\n")
    assert _review(repository) == 1
    assert "forms/SKJ-01.yml:2:" in capsys.readouterr().out


def test_it_compares_with_any_revision(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository, FORM, "label: Fornavn", "label: Hele navnet ditt")
    subprocess.run(["git", "-C", repository, "-c", "user.name=a", "-c", "user.email=a@b.no",
                    "commit", "-qam", "nytt"], check=True)  # fmt: skip
    _review(repository)
    assert "Ingen endring" in capsys.readouterr().out
    _review(repository, "--base", "HEAD~1")
    assert "Hele navnet ditt" in capsys.readouterr().out
