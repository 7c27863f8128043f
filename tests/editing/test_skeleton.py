"""A new entry fails only on what must be filled in, and filling it in is enough."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from changing import TINY, TODAY, book_in

from handbook.__main__ import main
from handbook.build import Options, build
from handbook.checking import find
from handbook.codes import CODES
from handbook.editing.canonical import formatted
from handbook.editing.skeleton import CannotStartError, Started, start
from handbook.findings import Finding, Severity

ROOT = Path(__file__).parents[2]
_CODES_TO_FILL = {"N03", "N04"}
_ANSWERS = {
    "id": "en-ting", "title": "Gjør en ting", "short_title": "Ny", "accountable": "leder",
    "performed_by": "leder", "role": "leder", "filled_in_by": "leder", "duty": "false",
    "participant_involved": "false", "personal_data": "none", "definition": "Et ord.",
    "you_are": "Du er en kollega.", "confidence": "A", "type": "text", "kind": "plan",
    "belongs_to": "employer", "source_kind": "news", "evidence_level": "1", "score": "1",
    "method": "document", "applies_to": "lag-plan", "asked_of": "leder", "sources": "S1",
    "check_by": "2027-01-01", "who": "leder", "proof": "SKJ-01",
}  # fmt: skip
_BY_FILE = {"model.yml": {"kind": "method"}, "results.yml": {"kind": "no_figures"}}


def fill(root: Path, started: Started) -> int:
    """Write an answer in every empty place the to-do list names; returns how many."""
    by_line: dict[tuple[str, int], Finding] = {
        (f.place.file, f.place.line): f for f in started.to_do
    }
    for (file, line), finding in by_line.items():
        path = root / file
        lines = path.read_text(encoding="utf-8").splitlines()
        lines[line - 1] = f"{lines[line - 1]} {_answer(finding, path, line)}"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(by_line)


def _field_named(problem: str) -> str:
    """The name of the first field of a message: «Ansvarlig (`accountable`)»."""
    found = re.search(r"\(`([a-z_]+):?`\)|«([a-z_]+)»|^([a-z_]+)»", problem)
    return next(filter(None, found.groups()), "") if found else ""


_IN_FOLDER = {
    ("sources", "type"): "report", ("rules", "kind"): "duty", ("instruments", "state"): "in_use",
    ("routines", "stage"): "always",
}  # fmt: skip
"""What a field is answered with where its name says other things in other folders."""


def _answer(finding: Finding, path: Path, line: int) -> str:
    name = _field_named(finding.problem.rsplit("«", 1)[-1])
    if finding.code == "N03":
        name = _field_named(finding.problem)
    known = {**_ANSWERS, **_BY_FILE.get(path.name, {})}
    if name == "id" and path.parent.name == "sources":
        return "S999"
    if name == "id":
        style = "_" if path.parent.name == "forms" else "-"
        return f"ting{style}{line}"
    return _IN_FOLDER.get((path.parent.name, name)) or known.get(name, "En kort tekst.")


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "name"), [
    ("model", "ny-modell"), ("step", "mini/en-ting"), ("form", "SKJ-77"), ("term", "nyord"),
    ("role", "vert"), ("theme", "okonomi"), ("source", "ny-rapport"), ("rule", "ny-regel"),
    ("instrument", "nytt-tilskudd"), ("routine", "ny-rutine"),
    ("phase", "mini/midt"), ("question", "SKJ-01/ny_ting"), ("finding", "rapport/S99"),
    ("result", "mini/ett"), ("result", "andre/ett"), ("criterion", "mini/ett"),
])  # fmt: skip
def test_a_skeleton_fails_only_on_what_must_be_filled_in(kind: str, name: str, tiny: Path) -> None:
    assert [f for f in find(tiny, TODAY)[1] if f.severity is Severity.ERROR] == []
    started = start(tiny, kind, name, today=TODAY)
    said = find(tiny, TODAY)[1]
    assert {f.code for f in said} <= _CODES_TO_FILL, said
    assert set(started.to_do) == set(said)
    assert fill(tiny, started)
    left = [f for f in find(tiny, TODAY)[1] if f.code[0] in "YN"]
    assert [f for f in left if not CODES[f.code].by_status] == []
    book_in(tiny)
    for file in started.files:
        data = (tiny / file).read_bytes()
        assert formatted(data, file).text is not None


@pytest.mark.slow
def test_an_eighth_model_needs_no_code(tmp_path: Path) -> None:
    """The real handbook, a new model filled in mechanically: checked, and on the site."""
    for folder in ("model", "forms"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = len(book_in(tmp_path).models)
    today = dt.date.today()
    fill(tmp_path, start(tmp_path, "model", "attende", today=today))
    text = (tmp_path / "model/attende/process.yml").read_text(encoding="utf-8")
    (tmp_path / "model/attende/process.yml").write_text(
        text.replace("participant_involved: false", "participant_involved: false\n"
                     "        no_form: Det trengs ikke."), encoding="utf-8")  # fmt: skip
    made = build(tmp_path, today, options=Options(files=False))
    assert made.errors == ()
    assert made.book and len(made.book.models) == before + 1
    assert "modeller/attende/index.html" in {page.url for page in made.pages}


def test_the_command_prints_a_to_do_list(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tiny), "new", "term", "nyord"]) == 0
    said = capsys.readouterr().out
    assert "[ ] model/glossary.yml:" in said and "«Forklaring (`definition`)» er tomt" in said


@pytest.mark.parametrize(("kind", "name", "said"), [
    ("model", "mini", "finnes fra før"),
    ("model", "Ny Modell", "ikke en gyldig id"),
    ("form", "SKJ-1", "SKJ- og to siffer"),
    ("step", "lag-plan", "modell/steg"),
    ("step", "borte/ny", "finnes ikke"),
    ("step", "mini/lag-plan", "finnes i mini"),
    ("term", "tiltak", "fra før"),
])  # fmt: skip
def test_what_cannot_be_started_is_told_and_nothing_is_written(
    kind: str, name: str, said: str, tiny: Path
) -> None:
    before = {file: file.read_bytes() for file in tiny.rglob("*.yml")}
    with pytest.raises(CannotStartError, match=said):
        start(tiny, kind, name, today=TODAY)
    assert before == {file: file.read_bytes() for file in tiny.rglob("*.yml")}


def test_a_step_comes_last_in_the_phase_that_is_named(tiny: Path) -> None:
    started = start(tiny, "step", "mini/en-ting", today=TODAY, phase="start")
    fill(tiny, started)
    phases = book_in(tiny).model_by_id["mini"].phases
    assert [step.id for step in phases[0].steps] == ["lag-plan", "vis-rundt", "en-ting"]


@pytest.mark.parametrize(("kind", "name", "after", "file"), [
    ("step", "mini/en-ting", "lag-plan", "model/mini/process.yml"),
    ("phase", "mini/midt", "start", "model/mini/process.yml"),
    ("role", "vert", "leder", "model/roles.yml"),
    ("question", "SKJ-01/ny_ting", "SKJ-01/oppgaver", "forms/SKJ-01.yml"),
    ("finding", "rapport/S99", "S1", "model/sources/rapport.yml"),
])  # fmt: skip
def test_a_new_thing_stands_right_after_what_is_named(
    kind: str, name: str, after: str, file: str, tiny: Path
) -> None:
    start(tiny, kind, name, today=TODAY, after=after)
    every = re.findall(r"(?m)^\s+(?:- )?id: (\S+)$", (tiny / file).read_text(encoding="utf-8"))
    own, before = name.rpartition("/")[2], after.rpartition("/")[2]
    dashes = [one for one in every if one in _siblings(kind) or one == own]
    assert dashes[dashes.index(before) + 1] == own


def _siblings(kind: str) -> set[str]:
    """Ids of things of a kind in the tiny handbook as it lies, before anything is new."""
    book = book_in(TINY)
    model = book.model_by_id["mini"]
    found: dict[str, tuple[Any, ...]] = {
        "step": model.steps, "phase": model.phases, "role": book.roles,
        "question": book.forms[0].fields, "finding": book.source_by_id["rapport"].findings,
    }  # fmt: skip
    return {one.id for one in found[kind]}


def test_a_new_version_is_dated_today(tiny: Path) -> None:
    start(tiny, "form", "SKJ-77", today=dt.date(2030, 1, 2))
    assert "valid_from: 2030-01-02\n" in (tiny / "forms/SKJ-77.yml").read_text(encoding="utf-8")
