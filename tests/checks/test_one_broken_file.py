"""A file that cannot be read hides nothing in others, and makes nothing up about them."""

from __future__ import annotations

import datetime as dt
import shutil
from functools import cache
from pathlib import Path

import pytest
from catalogue import TINY, found_in
from check_cases import FORM, MODEL, OTHER, OTHER_PROCESS, PROCESS, ROLES, Edit

from handbook.__main__ import main
from handbook.checks import NEEDS, RULES, run_checks, waiting
from handbook.editing.shapes import content_files
from handbook.findings import Finding
from handbook.reading.folder import Reading, read_handbook
from project import KEPT, ROOT, real_reading

_BROKEN = "title: Nav: den andre\n"
_ONE_OF_EACH = [
    "model/handbook.yml", "model/roles.yml", "model/glossary.yml", "model/search.yml",
    "model/words.yml",
    *(str(sorted((ROOT / folder).glob("*.yml"))[0].relative_to(ROOT))
      for folder in ("forms", "model/themes", "model/sources")),
    *(f"model/ia-vikar/{name}.yml" for name in ("model", "process", "practice", "results")),
]  # fmt: skip


@pytest.mark.parametrize("file", list(content_files(TINY)))
def test_nothing_is_made_up_about_the_other_files(file: str, tiny_handbook: Path) -> None:
    (tiny_handbook / file).write_text(_BROKEN, encoding="utf-8")
    assert {f.place.file for f in found_in(tiny_handbook)} == {file}


def checked(reading: Reading) -> list[Finding]:
    """What the rules say today; of what is not new, what they said before."""
    return run_checks(reading, today=dt.date.today(), known=KEPT.from_bytes)


@cache
def _real_findings() -> frozenset[Finding]:
    """What is said of the real content as it is."""
    return frozenset(checked(real_reading()))


@pytest.mark.content
@pytest.mark.parametrize("file", _ONE_OF_EACH)
def test_nothing_is_made_up_about_the_real_content(file: str, tmp_path: Path) -> None:
    for folder in ("model", "forms"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / file).write_text(_BROKEN, encoding="utf-8")
    reading = read_handbook(tmp_path, KEPT)
    after = [*reading.findings, *checked(reading)]
    assert {f.place.file for f in after if f not in _real_findings()} == {file}


@pytest.mark.parametrize(("broken", "planted", "code"), [
    (PROCESS, Edit(OTHER_PROCESS, "accountable: leder", "accountable: leeder"), "H03"),
    (PROCESS, Edit(OTHER, "Enda en modell", "Enda <b>en</b> modell"), "N08"),
    (PROCESS, Edit(MODEL, "status: published", "status: ferdig"), "N04"),
    (FORM, Edit(OTHER, "owner: ASVL", "eier: ASVL"), "N02"),
    (ROLES, Edit(FORM, "label: Arbeidstid", "label: Diagnose"), "F13"),
    ("model/glossary.yml", Edit(PROCESS, "sources: [S2]", "sources: [S999]"), "H06"),
])  # fmt: skip
def test_what_is_wrong_elsewhere_is_told_in_the_same_run(
    broken: str, planted: Edit, code: str, tiny_handbook: Path
) -> None:
    if planted.old and planted.old not in (tiny_handbook / planted.file).read_text("utf-8"):
        pytest.fail(f"{planted.old} stands no longer in {planted.file}")
    text = (tiny_handbook / planted.file).read_text("utf-8")
    changed = text.replace(planted.old or "", str(planted.new), 1)
    (tiny_handbook / planted.file).write_text(changed, encoding="utf-8")
    (tiny_handbook / broken).write_text(_BROKEN, encoding="utf-8")
    told = {(f.place.file, f.code) for f in found_in(tiny_handbook)}
    assert {(broken, "Y02"), (planted.file, code)} <= told


def test_what_waits_is_counted_and_told(
    tiny_handbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert waiting(read_handbook(tiny_handbook)) == 0
    (tiny_handbook / ROLES).write_text(_BROKEN, encoding="utf-8")
    assert 0 < waiting(read_handbook(tiny_handbook)) < len(NEEDS)
    assert main(["--root", str(tiny_handbook), "check", "--outputs"]) == 1
    said = capsys.readouterr().err
    assert "regler venter" in said and "ikke prøvd" in said
    (tiny_handbook / "model/handbook.yml").write_text(_BROKEN, encoding="utf-8")
    assert waiting(read_handbook(tiny_handbook)) > len(RULES)
