"""An id in decision.yml that names nothing is told at its line, with what it may have meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.checks import run_checks
from handbook.reading.folder import read_handbook
from project import ROOT, TODAY


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("fallback: samtale_nav", "fallback: samtale_nva", "utfallet «samtale_nva»"),
        ("    answer: samtale_nav", "    answer: borte", "utfallet «borte»"),
        ("      - stor_privat", "      - stor_privt", "svaret «stor_privt»"),
        ("        - usikker", "        - usiker", "svaret «usiker»"),
        ("      - arbeidsgivertelefonen", "      - arbeidsgivertelefon", "kontakten"),
    ],
)
def test_every_answer_and_contact_is_there(tmp_path: Path, old: str, new: str, said: str) -> None:
    for name in ("model", "forms", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "model/decision.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    reading = read_handbook(tmp_path)
    (one,) = [f for f in run_checks(reading, today=TODAY) if f.code == "H03"]
    assert said in one.problem
    assert one.place.file == "model/decision.yml"
    assert new.strip(" -") in text.replace(old, new, 1).splitlines()[one.place.line - 1]
    assert one.fix


def test_a_question_of_another_name_is_told(tmp_path: Path) -> None:
    for name in ("model", "forms", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "model/decision.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  - id: sak\n", "  - id: saken\n", 1), encoding="utf-8")
    found = [f for f in run_checks(read_handbook(tmp_path), today=TODAY) if f.code == "H03"]
    assert "spørsmålet «saken»" in found[0].problem
    assert "«sak»" in found[0].fix
