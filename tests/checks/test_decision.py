"""An id in decision.yml that names nothing is told at its line, with what it may have meant."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from handbook.checks import run_checks
from handbook.findings import Finding
from handbook.reading.folder import read_handbook
from project import KEPT, ROOT, TODAY

DECISION = "model/decision.yml"
Change = Callable[[str, str], list[Finding]]


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Change:
    """Change words in the real table: what is said of ids then. Other files are read once."""
    root = tmp_path_factory.mktemp("decision")
    for name in ("model", "forms", "docs"):
        shutil.copytree(ROOT / name, root / name)

    def run(old: str, new: str) -> list[Finding]:
        text = (ROOT / DECISION).read_text(encoding="utf-8")
        assert old in text
        (root / DECISION).write_text(text.replace(old, new, 1), encoding="utf-8")
        found = run_checks(read_handbook(root, KEPT), today=TODAY, known=KEPT.from_bytes)
        return [finding for finding in found if finding.code in ("H03", "H22")]

    return run


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("fallback: samtale_nav", "fallback: samtale_nva", "utfallet «samtale_nva»"),
        ("    answer: samtale_nav", "    answer: borte", "utfallet «borte»"),
        ("      - stor_privat", "      - stor_privt", "svaret «stor_privt»"),
        ("        - usikker", "        - usiker", "svaret «usiker»"),
        ("      - arbeidsgivertelefonen", "      - arbeidsgivertelefon", "kontakten"),
        ("      - velg-kollega", "      - velg-kolega", "gjøremålet «velg-kolega»"),
        ("      - nav_veileder", "      - nav_veilder", "svaret «nav_veilder»"),
    ],
)
def test_every_answer_and_contact_is_there(change: Change, old: str, new: str, said: str) -> None:
    text = (ROOT / DECISION).read_text(encoding="utf-8").replace(old, new, 1)
    (one,) = change(old, new)
    assert said in one.problem
    assert one.place.file == DECISION
    assert new.strip(" -") in text.splitlines()[one.place.line - 1]
    assert one.fix


@pytest.mark.slow
def test_a_question_of_another_name_is_told(change: Change) -> None:
    found = change("  - id: sak\n", "  - id: saken\n")
    first = next(one for one in found if "spørsmålet" in one.problem)
    assert "spørsmålet «saken»" in first.problem
    assert "«sak»" in first.fix


def test_a_text_that_says_call_nav_has_a_number_to_call(change: Change) -> None:
    phone = "    phone: 55 55 33 36\n"
    (one,) = change(phone, "")
    assert one.code == "H22"
    assert "arbeidsgivertelefonen" in one.problem
    assert change(phone, "    phone: 55 55 33 37\n") == []
