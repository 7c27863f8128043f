"""Slips, abbreviations and heavy sentences are found at their place, and only those."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.checks import run_checks
from handbook.checks.where import Where
from handbook.findings import Finding
from handbook.language import measures
from handbook.language.hunspell import unknown_words
from handbook.language.spelling import misspelled
from handbook.language.texts import spot
from handbook.model.handbook import Handbook
from handbook.model.readability import sentences
from handbook.reading.folder import read_handbook
from handbook.report import as_text

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests/checks/tiny"
TINY_WORDS = ("Navs", "noen", "noe", "personvernforordningen", "arbeidsrettet", "romliste")
"""Words of the tiny handbook that only our own list has."""
SLIPS = (
    "arbeidstrenning deltakr oppfølginng fadderr vilkor arbiedsgiver avtalle tilretteleging "
    "veileer kontaktpesron hjelpp fravvær skjemma gjenomgang opplærring erfarring ansvarligg mottke"
).split()


@pytest.fixture(scope="module")
def tiny() -> tuple[Handbook, Where]:
    """The tiny handbook, as it is."""
    reading = read_handbook(TINY)
    assert reading.handbook
    return reading.handbook, Where(reading.handbook, reading.places)


@pytest.fixture(scope="module", autouse=True)
def dictionary() -> None:
    """Without the dictionary nothing here is tested, so it must be there."""
    assert shutil.which("hunspell"), "installer hunspell og hunspell-no (apt-get install …)"
    assert not unknown_words(["arbeid"]), "ordboka nb_NO mangler: installer hunspell-no"


def _spelled(root: Path, own: tuple[str, ...] = ()) -> list[Finding]:
    """Findings of the spell check in a copy of the tiny handbook: only what the test wrote."""
    reading = read_handbook(root)
    assert reading.handbook, as_text(reading.findings)
    lines = {d.file: d.lines for places in reading.places.values() for d in places.documents}
    where = Where(reading.handbook, reading.places)
    return misspelled(reading.handbook, where, (*own, *TINY_WORDS), lines)


def _tiny(tmp_path: Path, file: str, old: str, new: str) -> Path:
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), encoding="utf-8")
    return root


def test_at_least_17_of_18_slips_are_caught() -> None:
    assert len(unknown_words(SLIPS)) >= 17


def test_a_slip_is_found_at_its_line_and_column_with_the_word_that_was_meant(
    tmp_path: Path,
) -> None:
    file = "model/themes/personvern.yml"
    root = _tiny(tmp_path, file, "Spør om behov på jobb.", "Spør om behov og oppfølginng.")
    (one,) = _spelled(root)
    line = (root / file).read_text(encoding="utf-8").splitlines()[one.place.line - 1]
    assert (one.code, one.place.file) == ("O20", file)
    assert line[one.place.column - 1 :].startswith("oppfølginng")
    assert "oppfølging" in one.found


def test_the_second_of_two_equal_slips_has_its_own_place(tmp_path: Path) -> None:
    file = "model/themes/personvern.yml"
    text = "|-\n          Spør fadern.\n\n          Så spør fadern igjen."
    root = _tiny(tmp_path, file, "Spør om behov på jobb.", text)
    first, second = _spelled(root)
    lines = (root / file).read_text(encoding="utf-8").splitlines()
    for one in (first, second):
        assert lines[one.place.line - 1][one.place.column - 1 :].startswith("fadern")
    assert first.place < second.place


def test_a_good_compound_is_told_from_a_slip_but_the_list_decides(tmp_path: Path) -> None:
    file = "model/themes/personvern.yml"
    root = _tiny(tmp_path, file, "Spør om behov på jobb.", "Bruk sletterutinen.")
    (one,) = _spelled(root)
    assert "kan være satt sammen av slette og rutinen" in one.found
    assert _spelled(root, ("sletterutinen",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Les [reglene](https://www.arbeidstilsynnet.no/xyzzy).",
        "Spør [[fadder|fadderen]].",
        "Gå inn på www.arbeidsgiverr.no.",
        "Fyll ut SKJ-01.",
    ],
)
def test_ids_and_addresses_are_not_spelled(tmp_path: Path, text: str) -> None:
    root = _tiny(tmp_path, "model/themes/personvern.yml", "Spør om behov på jobb.", text)
    assert _spelled(root) == []


def test_without_hunspell_the_command_says_so_and_ends_with_2(tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": str(tmp_path), "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-m", "handbook", "--root", str(ROOT), "spell"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 2
    assert "hunspell" in run.stderr and "apt-get install" in run.stderr
    assert "Traceback" not in run.stderr


def test_an_unknown_word_is_advice(tmp_path: Path) -> None:
    """Dictionaries differ: what is green for one editor may not be red for the next."""
    root = _tiny(tmp_path, "model/themes/personvern.yml", "behov på jobb", "behhov på jobb")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-m", "handbook", "--root", str(root), "spell"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr
    told = r"^model/themes/personvern\.yml:\d+:\d+: O20 advarsel: «behhov»"
    assert re.search(told, run.stdout, re.M)


def _short(find_in: Path) -> list[str]:
    reading = read_handbook(find_in)
    assert reading.handbook, as_text(reading.findings)
    found = run_checks(reading, today=dt.date(2026, 11, 22))
    return [f.code for f in found if f.code in ("O21", "O22", "O23")]


@pytest.mark.parametrize(
    "text",
    [
        "Tenk på helse, miljø og sikkerhet (HMS).",
        "Tenk på HMS (helse, miljø og sikkerhet).",
        "Tenk på HMS. HMS betyr helse, miljø og sikkerhet.",
        "Bruk [[term:tiltak|AFT]].",
        "Ring Nav, HR eller NRK.",
        "Fyll ut [[SKJ-01]].",
        "Se FOR-2015-12-11-1598.",
    ],
)
def test_an_abbreviation_that_is_explained_is_let_be(tmp_path: Path, text: str) -> None:
    root = _tiny(tmp_path, "model/themes/personvern.yml", "Spør om behov på jobb.", text)
    assert _short(root) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tenk på HMS.", "O21"),
        ("Gå en HMS-runde. Så ser dere mer.", "O21"),
        ("Se aml. kapittel 4.", "O22"),
        ("Ta ca. to timer.", "O22"),
    ],
)
def test_an_abbreviation_that_is_not_explained_is_found(
    tmp_path: Path, text: str, code: str
) -> None:
    root = _tiny(tmp_path, "model/themes/personvern.yml", "Spør om behov på jobb.", text)
    assert _short(root) == [code]


def test_once_a_page_is_enough_and_a_new_page_begins_anew(tmp_path: Path) -> None:
    root = _tiny(
        tmp_path, "model/mini/process.yml", "what: Vis fram stedet.",
        "what: Vis helse, miljø og sikkerhet (HMS). Gå en HMS-runde.",
    )  # fmt: skip
    assert _short(root) == []
    other = root / "model/mini/practice.yml"
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace("text: ", "text: Husk HMS. ", 1), encoding="utf-8")
    assert _short(root) == ["O21"]


def test_sentences_are_those_that_are_counted() -> None:
    told = list(sentences("Ett. To!\n\nTre? Nr. 4 er fire."))
    assert told == ["Ett", "To", "Tre", "Nr 4 er fire"]


def test_what_a_reader_meets_first_comes_first(tiny: tuple[Handbook, Where]) -> None:
    """The order of the page, not of the file: on a step the checklist comes before «why»."""
    _, where = tiny
    by_page: dict[str, list[str]] = {}
    for text in sorted(where.texts, key=spot):
        by_page.setdefault(spot(text).page, []).append(str(text.path[4:5]))
    step = next(f for page, f in by_page.items() if " steg " in page and "('do',)" in f)
    assert step.index("('what',)") < step.index("('do',)") < step.index("('why',)")


def test_the_report_is_the_same_for_a_person_and_a_tool(tiny: tuple[Handbook, Where]) -> None:
    rows = measures.measures(*tiny)
    told = json.loads(json.dumps(measures.as_rows(rows)))
    table = measures.as_table(rows).splitlines()
    assert len(told) == len(rows) == len(table) - 2
    assert {row["within"] for row in told} == {True}
