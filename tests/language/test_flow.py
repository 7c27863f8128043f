"""What is chopped, has nobody who acts, or is heavy with nouns is told, and what flows is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.checks.where import Where
from handbook.language.flow import (
    every_duty_has_an_actor,
    no_sentence_is_carried_by_nouns,
    no_text_is_chopped,
)
from handbook.reading.folder import read_handbook
from project import ROOT

RULES = {
    "O32": no_text_is_chopped,
    "O33": every_duty_has_an_actor,
    "O34": no_sentence_is_carried_by_nouns,
}
TINY = ROOT / "tests/checks/tiny"
SPOT = "text: Spør om behov på jobb.\n        basis: regulation\n        sources: [L1]"

FLOWS = [
    "Ring Nav og spør om fristen. Skriv datoen i kalenderen. Det er alt du trenger i dag, takk.",
    "Si «Hei. Bra. Takk.» til deltakeren.",
    "Uke 1: ring. Uke 2: skriv. Uke 3: møt.",
    "|-\n          Ta med:\n\n          - Ring Nav.\n          - Spør.\n          - Skriv dato.",
    "Søk mellom 1. juni og 31. august. Ring Nav.",
    "Dere skal slette planen.",
    "Planen skal slettes av lederen.",
    "Spør Nav om hva som skal rettes.",
    "Snakk om opplæring, oppfølging og tilrettelegging.",
    "Dere vurderer arbeidet og avklarer hva som trengs.",
]
FAULTS = [
    ("Ring Nav. Spør om frist. Skriv datoen.", "O32"),
    ("Det er viktig å vite. Ring Nav. Spør om frist. Skriv datoen i kalenderen.", "O32"),
    ("Referatet skal slettes.", "O33"),
    ("Da må det også avtales med Ola.", "O33"),
    ("Gjennomføring av kartlegging krever avklaring.", "O34"),
    ("Etter vurderingen skjer iverksettelsen ved beslutning.", "O34"),
]  # fmt: skip


def _told(tmp_path: Path, text: str, basis: str = "basis: proposal") -> set[str]:
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    file = root / "model/themes/personvern.yml"
    whole = file.read_text(encoding="utf-8")
    assert SPOT in whole
    said = text if text.startswith("|-") else f'"{text}"'
    file.write_text(whole.replace(SPOT, f"text: {said}\n        {basis}"), encoding="utf-8")
    reading = read_handbook(root)
    assert reading.handbook
    where = Where(reading.handbook, reading.places)
    return {code for code, rule in RULES.items() if list(rule(reading.handbook, where))}


@pytest.mark.parametrize("text", FLOWS)
def test_what_flows_is_left_alone(text: str, tmp_path: Path) -> None:
    assert _told(tmp_path, text) == set()


@pytest.mark.parametrize(("text", "code"), FAULTS)
def test_a_fault_is_told_by_its_own_code(text: str, code: str, tmp_path: Path) -> None:
    assert _told(tmp_path, text) == {code}


def test_a_law_may_leave_open_who_acts(tmp_path: Path) -> None:
    rests = "basis: regulation\n        sources: [L1]"
    assert _told(tmp_path, "Referatet skal slettes.", rests) == set()
