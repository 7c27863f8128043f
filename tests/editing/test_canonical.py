"""Canonical form: the same twice, nothing lost, comments where they were, faults left alone."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
import yaml
from changing import TINY, edit

from handbook.__main__ import main
from handbook.editing.canonical import formatted, plain_is_safe
from handbook.editing.files import write_whole
from handbook.editing.shapes import content_files, kind_of
from handbook.reading.comments import comments_of

ROOT = Path(__file__).parents[2]
FILES = list(content_files(ROOT))
MODEL = "model/mini/model.yml"


@pytest.mark.slow
@pytest.mark.parametrize("file", [*content_files(TINY), *FILES])
def test_the_second_run_changes_nothing(file: str) -> None:
    root = TINY if (TINY / file).is_file() else ROOT
    once = formatted((root / file).read_bytes(), file).text
    assert once is not None
    assert formatted(once.encode(), file).text == once


def test_comments_stay_and_stand_with_what_they_are_about() -> None:
    text = (
        "# øverst\n"
        "title: Ord\n# om id\nid: ord  # varig\nsummary: En ting. # kort\n"
        "sections:  # alle\n# første\n- id: a\n  title: Ansvar\n  # om innholdet\n"
        "  statements: [{text: 'Se #her', basis: proposal}] # flyt\n# slutt\n"
    )
    assert formatted(text.encode(), "model/themes/ord.yml").text == (
        "# yaml-language-server: $schema=../../model/schemas/theme.json\n"
        "# øverst\n"
        "# om id\n"
        "id: ord # varig\n"
        "title: Ord\n"
        "summary: En ting. # kort\n"
        "sections: # alle\n"
        "  # første\n"
        "  - id: a\n"
        "    title: Ansvar\n"
        "    # om innholdet\n"
        "    statements:\n"
        "      - basis: proposal # flyt\n"
        '        text: "Se #her"\n'
        "# slutt\n"
    )


def test_comments_put_anywhere_are_kept() -> None:
    """A comment on a line of its own, before any line of any file that is not inside a text."""
    dice = random.Random(7)
    tried = 0
    for file in dice.sample(FILES, 8):
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        for _ in range(4):
            at = dice.randrange(1, len(lines))
            noted = [*lines[:at], "# merknad", *lines[at:]]
            text = "\n".join(noted) + "\n"
            made = formatted(text.encode(), file).text
            if made is None or "# merknad" not in [c.text for c in comments_of(text)]:
                continue  # the line came inside a text of several lines
            tried += 1
            assert made.count("# merknad") == 1
            assert formatted(made.encode(), file).text == made
    assert tried > 20


def test_a_sign_inside_a_block_text_is_no_comment() -> None:
    text = "a: |-\n  # ikke merknad\n  b\n# merknad\nc: >- # ved\n  tekst # også tekst\nd: 1 # e\n"
    assert [c.text for c in comments_of(text)] == ["# merknad", "# ved", "# e"]


@pytest.mark.parametrize("text", [
    "no", "Yes", "on", "1.10", "0012", "2026-11-22", "12:30", "1e3", ".inf", "~", "null", "=", "<<",
    "0x1F", "-1", "1_000", "#giensjanse", "Nav: tett", "a #b", "- a", "? a", "[a", "{a", "*a", "&a",
    "!a", "|", ">", "'a", '"a', "%a", "@a", "`a", "a:", "--- a", "a\u00a0", "", " a", "0b1", "0o7",
])  # fmt: skip
def test_text_that_yaml_takes_for_something_else_is_quoted(text: str) -> None:
    assert not plain_is_safe(text)


@pytest.mark.parametrize(
    "text", ["Én fadder", "a-b", "S60", "SKJ-01", "https://nav.no/a#b", "A, b"]
)
def test_plain_text_stays_plain(text: str) -> None:
    assert plain_is_safe(text)
    assert yaml.safe_load(f"a: {text}") == {"a": text}


def test_every_written_scalar_is_text_for_other_readers_too() -> None:
    """What the types call text, PyYAML's own 1.1 reader calls text as well."""
    made = formatted((TINY / MODEL).read_bytes(), MODEL).text
    assert made is not None
    assert yaml.safe_load(made)["version"] == "1.1"


def test_several_lines_become_a_block_and_long_lines_are_not_folded() -> None:
    text = "id: a\ntitle: Ab\nsummary: >-\n  En\n  lang setning.\n\n  To.\nsections:\n  - id: a\n" \
        f"    title: Ab\n    statements: [{{text: {'ord ' * 60}, basis: proposal}}]\n"  # fmt: skip
    made = formatted(text.encode(), "model/themes/a.yml").text
    assert made is not None
    assert "summary: |-\n  En lang setning.\n  To.\n" in made
    assert "ord " * 59 in made


def test_a_file_with_findings_is_left_alone(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(tiny, MODEL, "kind: method", "kind: metode")
    before = (tiny / MODEL).read_bytes()
    assert main(["--root", str(tiny), "format"]) == 1
    assert (tiny / MODEL).read_bytes() == before
    said = capsys.readouterr()
    assert "N04" in said.out and "Filer med feil er ikke rørt." in said.err


def test_a_merge_conflict_and_a_half_saved_file_are_told_calmly(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(tiny, MODEL, "title: Minimodellen\nshort", "<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n"
         ">>>>>>> gren\nshort")  # fmt: skip
    edit(tiny, "model/mini/practice.yml", "objections:", 'objections:\n  - claim: "Ikke')
    assert main(["--root", str(tiny), "format"]) == 1
    said = capsys.readouterr().out
    assert "Y12" in said and "Y02" in said and "Traceback" not in said


def test_check_says_and_changes_nothing(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {file: (tiny / file).read_bytes() for file in content_files(tiny)}
    assert main(["--root", str(tiny), "format", "--check"]) == 1
    assert before == {file: (tiny / file).read_bytes() for file in content_files(tiny)}
    assert "er ikke i fast form" in capsys.readouterr().out
    assert main(["--root", str(tiny), "format"]) == 0
    assert main(["--root", str(tiny), "format", "--check"]) == 0


def test_windows_line_ends_become_plain_ones() -> None:
    data = (TINY / MODEL).read_bytes()
    assert formatted(data.replace(b"\n", b"\r\n"), MODEL) == formatted(data, MODEL)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"gammel")
    monkeypatch.setattr(Path, "replace", _full_disk)
    with pytest.raises(OSError, match="full"):
        write_whole(file, b"ny")
    assert file.read_bytes() == b"gammel"
    assert [f.name for f in tmp_path.iterdir()] == ["a.yml"]


def _full_disk(self: Path, target: Path) -> Path:
    raise OSError("full")


def test_only_files_the_handbook_reads_have_a_kind(tmp_path: Path) -> None:
    assert kind_of("model/words.txt") is None
    assert kind_of("model/schemas/form.json") is None
    assert kind_of("model/mini/annet.yml") is None
    shutil.copytree(TINY, tmp_path / "t")
    read = {name.relative_to(TINY).as_posix() for name in TINY.rglob("*.yml")}
    assert set(content_files(tmp_path / "t")) == read
