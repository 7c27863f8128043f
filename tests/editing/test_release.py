"""What the last edition promised: one case for each code, and a near miss."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from changing import TODAY, book_in, edit

from handbook.__main__ import main
from handbook.build import Options, build
from handbook.checking import find
from handbook.codes import CODES, COMPARED_CODES
from handbook.editing.release import (
    fields_of,
    freeze,
    last_release,
    nouns_bytes,
    read_release,
    release_bytes,
)
from handbook.model.handbook import Edition
from handbook.model.inclusion_model import InclusionModel

pytestmark = pytest.mark.slow

Break = Callable[[Path], None]
FORM = "forms/SKJ-01.yml"
MODEL = "model/mini/model.yml"
PROCESS = "model/mini/process.yml"
HANDBOOK = "model/handbook.yml"
_FIELD = "      - id: oppgaver\n        label: Oppgaver"
_NEW_FIELD = "      - {id: rom, label: Rom, type: text, personal_data: none}\n" + _FIELD


@pytest.fixture
def released(tiny: Path) -> Path:
    """The tiny handbook with an edition published."""
    edit(tiny, HANDBOOK, '  - version: "1.0"\n', '  - version: "2026.1"\n')
    assert main(["--root", str(tiny), "--today", "2026-11-22", "release", "2026.1"]) == 0
    return tiny


def _codes(root: Path) -> list[str]:
    return [f.code for f in find(root, TODAY)[1] if f.code in COMPARED_CODES]


def _without_term(root: Path) -> None:
    text = (root / "model/glossary.yml").read_text(encoding="utf-8")
    (root / "model/glossary.yml").write_text(text[: text.index("  - id: attforing")], "utf-8")


def _term_replaced(root: Path) -> None:
    edit(root, "model/glossary.yml", "term: attføring", "term: attføringen")


def _new_field(root: Path) -> None:
    edit(root, FORM, _FIELD, _NEW_FIELD)


def _new_field_told(root: Path) -> None:
    _new_field(root)
    edit(root, FORM, 'version: "1.0"', 'version: "1.1"\nchanges:\n  - version: "1.1"\n'
         "    date: 2026-11-20\n    size: minor\n    what: Nytt felt.")  # fmt: skip


def _new_accountable(root: Path) -> None:
    reads = "        inputs:\n          - artefact: romliste\n            action: read\n"
    edit(root, PROCESS, f"accountable: leder\n{reads}", f"accountable: fadder\n{reads}")


def _new_wording(root: Path) -> None:
    edit(root, PROCESS, "what: Vis fram stedet.", "what: Vis fram alle rommene.")


CASES: dict[str, tuple[Break, Break]] = {
    "V10": (_without_term, _term_replaced),
    "V11": (_new_field, _new_field_told),
    "V12": (_new_accountable, _new_wording),
}


@pytest.mark.parametrize("code", CASES)
def test_code_is_raised_and_its_near_miss_is_not(code: str, released: Path) -> None:
    wrong, near = CASES[code]
    near(released)
    assert code not in _codes(released)
    if code == "V11":
        edit(released, FORM, 'version: "1.1"\nchanges', 'version: "1.0"\nchanges')
    else:
        wrong(released)
    assert code in _codes(released)


@pytest.mark.slow
def test_a_published_address_that_is_gone_is_an_error(released: Path) -> None:
    file = released / "model/releases/2026.1.json"
    assert not [
        f for f in build(released, TODAY, options=Options(files=False)).findings if f.code == "V13"
    ]
    said = json.loads(file.read_text(encoding="utf-8"))
    said["addresses"]["roller/borte.html"] = ""
    file.write_text(json.dumps(said), encoding="utf-8")
    made = build(released, TODAY, options=Options(files=False))
    assert [f.code for f in made.errors] == ["V13"]
    assert "roller/borte.html" in made.errors[0].problem


def test_a_damaged_release_is_told_and_not_a_traceback(released: Path) -> None:
    (released / "model/releases/2026.1.json").write_text("{", encoding="utf-8")
    assert _codes(released) == ["V13"]


def test_every_code_has_a_test_and_an_explanation() -> None:
    assert sorted([*CASES, "V13"]) == sorted(COMPARED_CODES)
    assert not COMPARED_CODES.keys() & CODES.keys()
    for code in COMPARED_CODES.values():
        assert code.title and code.rule.endswith(".") and code.why.endswith("."), code.code
        assert code.wrong and code.right and code.wrong != code.right


def test_nothing_is_said_right_after_a_release(released: Path) -> None:
    assert _codes(released) == []
    book = book_in(released)
    assert book.edition.edition == "2026.1"
    assert book.edition.date == TODAY


def test_a_release_is_read_as_it_was_written(tiny: Path) -> None:
    release = freeze(book_in(tiny), {"b.html": "2", "a.html": "1"})
    assert read_release(release_bytes(release), "x") == release
    assert release_bytes(release) == release_bytes(
        freeze(book_in(tiny), {"a.html": "1", "b.html": "2"})
    )


def test_the_nouns_of_an_edition_can_be_read_again(released: Path) -> None:
    file = released / "model/releases/2026.1.nouns.json"
    said = json.loads(file.read_text(encoding="utf-8"))
    book = book_in(released)
    assert Edition.model_validate(said["edition"]) == book.edition
    assert tuple(map(InclusionModel.model_validate, said["models"])) == book.models
    assert nouns_bytes(book) == file.read_bytes()


def test_a_release_without_a_note_about_it_is_refused(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (tiny / HANDBOOK).read_bytes()
    assert main(["--root", str(tiny), "release", "2027.1"]) == 1
    assert "Fortell først hva som er nytt" in capsys.readouterr().err
    assert (tiny / HANDBOOK).read_bytes() == before
    assert not (tiny / "model/releases").exists()


def test_an_edition_is_never_issued_twice(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(released), "release", "2026.1"]) == 2
    assert "alt gitt ut" in capsys.readouterr().err


@pytest.mark.slow
def test_a_warning_stops_a_release_unless_allowed(tiny: Path) -> None:
    edit(tiny, HANDBOOK, '  - version: "1.0"\n', '  - version: "2026.1"\n')
    edit(tiny, MODEL, "verified_by: redaktør\n", "")
    assert main(["--root", str(tiny), "--today", "2026-11-22", "release", "2026.1"]) == 1
    assert last_release(tiny) is None
    assert main(["--root", str(tiny), "--today", "2026-11-22", "release", "2026.1",
                 "--allow-warnings"]) == 0  # fmt: skip


def test_the_wording_of_a_question_is_not_its_fields(tiny: Path) -> None:
    before = fields_of(book_in(tiny).forms[0])
    edit(tiny, FORM, "label: Fornavn", "label: Hele navnet")
    assert fields_of(book_in(tiny).forms[0]) == before
    edit(tiny, FORM, "{id: halv, label: Halv dag}", "{id: halvdag, label: Halv dag}")
    assert fields_of(book_in(tiny).forms[0]) != before
