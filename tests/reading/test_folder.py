"""Folders → one handbook: everything is read before anything is reported."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from handbook.reading.folder import Reading, read_handbook

TINY = Path(__file__).parent.parent / "checks" / "tiny"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny handbook."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def _codes(reading: Reading) -> list[tuple[str, str]]:
    return sorted((f.code, f.place.file) for f in reading.findings)


def test_tiny_handbook_is_read_whole(tiny: Path) -> None:
    reading = read_handbook(tiny)
    assert reading.findings == []
    assert reading.handbook is not None
    assert [m.id for m in reading.handbook.models] == ["andre", "mini"]
    assert str(reading.places["role", "fadder"].place(("title",))) == "model/roles.yml:19:12"


def test_one_broken_file_does_not_hide_the_next(tiny: Path) -> None:
    (tiny / "model/mini/process.yml").write_text("a: b: c")
    (tiny / "forms/SKJ-01.yml").write_text("[")
    (tiny / "model/glossary.yml").write_text("terms: [{id: a}]")
    reading = read_handbook(tiny)
    assert reading.handbook is None
    assert {file for _, file in _codes(reading)} == {
        "model/mini/process.yml", "forms/SKJ-01.yml", "model/glossary.yml"
    }  # fmt: skip


def test_empty_project_says_what_is_missing(tmp_path: Path) -> None:
    reading = read_handbook(tmp_path)
    assert reading.handbook is None
    assert _codes(reading) == [
        ("N10", f"model/{name}.yml") for name in ("glossary", "handbook", "roles")
    ]


def test_a_folder_with_steps_but_no_model_is_told(tiny: Path) -> None:
    (tiny / "model/ny").mkdir()
    (tiny / "model/ny/process.yml").write_text("phases: []")
    assert _codes(read_handbook(tiny)) == [("N11", "model/ny/process.yml")]


@pytest.mark.parametrize("name", ["model/steg.yml", "forms/under/SKJ-02.yml", "forms/SKJ-03.YML"])
def test_a_file_nobody_reads_is_told(name: str, tiny: Path) -> None:
    (tiny / name).parent.mkdir(exist_ok=True)
    (tiny / name).write_text("id: x")
    assert _codes(read_handbook(tiny)) == [("N11", name)]


def test_other_files_are_let_be(tiny: Path) -> None:
    (tiny / "model/README.md").write_text("Hei")
    (tiny / "forms/.DS_Store").write_bytes(b"\x00")
    assert read_handbook(tiny).findings == []


def test_same_id_twice_names_both_places(tiny: Path) -> None:
    shutil.copy(tiny / "forms/SKJ-01.yml", tiny / "forms/SKJ-02.yml")
    reading = read_handbook(tiny)
    assert _codes(reading) == [("H01", "forms/SKJ-02.yml"), ("H02", "forms/SKJ-02.yml")]
    assert "forms/SKJ-01.yml:1:5" in reading.findings[0].found


def test_values_of_a_model_have_places_in_their_own_files(tiny: Path) -> None:
    places = read_handbook(tiny).places["model", "mini"]
    assert places.place(("phases", 0, "title")).file == "model/mini/process.yml"
    assert places.place(("outcomes", 0, "id")).file == "model/mini/results.yml"
    assert places.place(("title",)).file == "model/mini/model.yml"


def test_reading_twice_gives_the_same(tiny: Path) -> None:
    assert read_handbook(tiny).handbook == read_handbook(tiny).handbook


def test_a_folder_named_as_a_file_is_no_file(tiny: Path) -> None:
    (tiny / "forms/SKJ-02.yml").mkdir()
    assert [code for code, _ in _codes(read_handbook(tiny))] in ([], ["N11"])


@pytest.mark.parametrize(("where", "method"), [(os, "open"), (Path, "iterdir")])
def test_what_may_not_be_opened_is_told(
    where: object, method: str, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine's own refusal is feigned: those who run tests may often read everything."""
    usual, at = getattr(where, method), "model/roles.yml" if where is os else "forms"

    def closed(path: Path, *more: Any) -> Any:
        if Path(path) == tiny / at:
            raise PermissionError(13, "Permission denied")
        return usual(path, *more)

    monkeypatch.setattr(where, method, closed)
    reading = read_handbook(tiny)
    assert reading.handbook is None
    told = {(f.code, f.place.file) for f in reading.findings if f.place.file != "forms/SKJ-01.yml"}
    assert told == {("Y13", at)}


@pytest.mark.parametrize("name", ["roles.yml", "themes/rundt.yml"])
def test_a_link_that_leads_to_itself_is_told(name: str, tiny: Path) -> None:
    (tiny / "model" / name).unlink(missing_ok=True)
    (tiny / "model" / name).symlink_to(Path(name).name)
    (tiny / "model/rundt").symlink_to(tiny / "model")
    told = set(_codes(read_handbook(tiny)))
    assert told == {("Y14", f"model/{name}"), ("Y14", "model/rundt")}


def test_a_file_name_that_is_no_text_can_be_told(tiny: Path) -> None:
    (tiny / "model/themes" / os.fsdecode(b"\xff.yml")).write_text("id: x")
    (told, *_) = read_handbook(tiny).findings
    assert told.place.file == "model/themes/\\udcff.yml"
    assert told.place.file.encode()


def test_a_page_by_hand_in_another_encoding_is_told(tiny: Path) -> None:
    (tiny / "docs").mkdir()
    (tiny / "docs/om.md").write_bytes("# Om\nBl\u00e5".encode("latin-1"))
    assert _codes(read_handbook(tiny)) == [("Y01", "docs/om.md")]


_CONFLICT = "a\n<<<<<<< HEAD\nen\n=======\nto\n>>>>>>> gren\n"


@pytest.mark.parametrize("name", [
    "model/words.txt", "model/releases/2026.1.json", "model/releases/2026.1.nouns.json",
    "model/mini/process.yml", "docs/om.md",
])  # fmt: skip
def test_two_changes_that_met_are_told_in_every_kind_of_file(name: str, tiny: Path) -> None:
    file = tiny / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_CONFLICT, encoding="utf-8")
    (one,) = [f for f in read_handbook(tiny).findings if f.code == "Y12"]
    assert (one.place.file, one.place.line) == (name, 2)


def test_a_page_may_show_what_a_conflict_looks_like(tiny: Path) -> None:
    (tiny / "docs").mkdir(exist_ok=True)
    shown = f"---\ntitle: Om\n---\n\n# Om\n\n```text\n{_CONFLICT}F\u00c3\u00b8r\n```\n"
    (tiny / "docs/om.md").write_text(shown, encoding="utf-8")
    assert read_handbook(tiny).findings == []


def test_the_top_of_a_page_is_told_at_its_own_line(tiny: Path) -> None:
    (tiny / "docs").mkdir(exist_ok=True)
    page = "---\ntitle: Om: oss\n---\n\n# Om\n"
    (tiny / "docs/om.md").write_text(page, encoding="utf-8")
    assert {f.place.line for f in read_handbook(tiny).findings if f.code == "Y02"} == {2}


@pytest.mark.parametrize(("old", "new", "fix"), [
    ("model/themes/personvern.yml", "model/themes/Personvern 2.yml",
     "gi fila navnet «personvern.yml»"),
    ("model/andre", "model/Andre-Modell", "gi mappa navnet «andre»"),
    ("forms/SKJ-01.yml", "forms/skj-01.yml", "gi fila navnet «SKJ-01.yml»"),
    ("model/sources/avis.yml", "model/sources/blad.yml",
     "skriv «blad» som id, eller gi fila navnet «avis.yml»"),
])  # fmt: skip
def test_a_name_that_is_no_id_is_what_is_mended(old: str, new: str, fix: str, tiny: Path) -> None:
    (tiny / old).rename(tiny / new)
    (one,) = [f for f in read_handbook(tiny).findings if f.code == "H02"]
    assert one.fix == fix


@pytest.mark.parametrize(("copy", "fix"), [
    ("forms/SKJ-01 (1).yml",
     "er dette en kopi, sletter du fila; ellers gir du den en ny id og samme navn"),
    ("forms/SKJ-02.yml", "skriv «SKJ-02»; id og navn skal være like"),
])  # fmt: skip
def test_a_copy_is_not_told_to_take_the_name_of_what_it_copies(
    copy: str, fix: str, tiny: Path
) -> None:
    (tiny / copy).write_bytes((tiny / "forms/SKJ-01.yml").read_bytes())
    (one,) = [f for f in read_handbook(tiny).findings if f.code == "H02"]
    assert (one.place.file, one.fix) == (copy, fix)
