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
