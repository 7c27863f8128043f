"""No door is open to what lies elsewhere, never ends, or is larger than anybody meant."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.reading.folder import Reading, read_handbook
from handbook.reading.plain_files import MAX_BYTES
from handbook.render.html import article

TINY = Path(__file__).parent.parent / "checks" / "tiny"
SECRET = "hemmelig-verdi"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny handbook, with a secret beside it."""
    (tmp_path / "hemmelig").mkdir()
    (tmp_path / "hemmelig/id.md").write_text(f"---\ntitle: x\n---\n\n# {SECRET}\n")
    (tmp_path / "hemmelig/model.yml").write_text("id: hemmelig\n")
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (root / "docs").mkdir()
    return root


def _told(root: Path) -> set[tuple[str, str]]:
    reading = read_handbook(root)
    assert SECRET not in repr((reading.by_hand, reading.pictures))
    return {(f.code, f.place.file) for f in reading.findings}


def _file_in_docs(root: Path) -> str:
    (root / "docs/om.md").symlink_to(root.parent / "hemmelig/id.md")
    return "docs/om.md"


def _environment(root: Path) -> str:
    (root / "docs/miljo.txt").symlink_to("/proc/self/environ")
    return "docs/miljo.txt"


def _folder_in_docs(root: Path) -> str:
    (root / "docs/mappe").symlink_to(root.parent / "hemmelig")
    return "docs/mappe"


def _for_developers(root: Path) -> str:
    (root / "docs/hosting").mkdir()
    (root / "docs/hosting/om.md").symlink_to(root.parent / "hemmelig/id.md")
    return "docs/hosting/om.md"


def _docs_itself(root: Path) -> str:
    (root / "docs").rmdir()
    (root / "docs").symlink_to(root.parent / "hemmelig")
    return "docs"


def _nowhere(root: Path) -> str:
    (root / "docs/borte").symlink_to("/finnes/ikke")
    return "docs/borte"


def _model_folder(root: Path) -> str:
    (root / "model/hemmelig").symlink_to(root.parent / "hemmelig")
    return "model/hemmelig"


def _forms(root: Path) -> str:
    shutil.move(root / "forms", root.parent / "skjemaer")
    (root / "forms").symlink_to(root.parent / "skjemaer")
    return "forms"


def _device(root: Path) -> str:
    (root / "model/handbook.yml").unlink()
    (root / "model/handbook.yml").symlink_to("/dev/zero")
    return "model/handbook.yml"


def _pipe(root: Path) -> str:
    os.mkfifo(root / "docs/ror.md")
    return "docs/ror.md"


WAYS = [
    _file_in_docs, _environment, _folder_in_docs, _for_developers, _docs_itself, _nowhere,
    _model_folder, _forms, _device, _pipe,
]  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_what_is_no_plain_file_is_refused_where_it_lies(
    way: Callable[[Path], str], tiny: Path
) -> None:
    file = way(tiny)
    assert ("Y14", file) in _told(tiny)


@pytest.mark.parametrize("name", ["docs/om.md", "docs/stor.png", "model/roles.yml"])
def test_a_huge_file_is_refused_before_it_is_read(name: str, tiny: Path) -> None:
    with (tiny / name).open("wb") as file:
        file.truncate(3_000_000_000)
    reading = read_handbook(tiny)
    told = [f for f in reading.findings if f.code == "Y07"]
    assert [f.place.file for f in told] == [name]
    assert "3000000 kB" in told[0].problem
    assert sum(map(len, reading.files.values())) < MAX_BYTES


def test_a_file_as_large_as_may_be_is_read(tiny: Path) -> None:
    (tiny / "docs/stor.png").write_bytes(PNG.ljust(MAX_BYTES, b"\0"))
    reading: Reading = read_handbook(tiny)
    assert not reading.findings
    assert len(reading.pictures["stor.png"]) == MAX_BYTES


@pytest.mark.parametrize(
    "name", ["skript.js", "side.html", "tegning.svg", "arkiv.zip", "om.md.bak", "uten", "om.MD"]
)
def test_only_pages_and_pictures_lie_in_docs(name: str, tiny: Path) -> None:
    (tiny / "docs" / name).write_text("# Hei")
    assert _told(tiny) == {("D03", f"docs/{name}")}


def test_a_picture_is_a_picture(tiny: Path) -> None:
    (tiny / "docs/bilde.png").write_text("<script>alert(1)</script>")
    assert _told(tiny) == {("D03", "docs/bilde.png")}


@pytest.mark.parametrize(
    "name",
    ["Stor.md", "æ.md", "a b.md", "con.md", "a..md", "-a.md", "lpt1/a.md", "a" * 130 + ".md"],
)
def test_a_name_works_on_every_machine(name: str, tiny: Path) -> None:
    (tiny / "docs" / name).parent.mkdir(exist_ok=True)
    (tiny / "docs" / name).write_text("---\ntitle: Hei\n---\n\n# Hei\n")
    assert _told(tiny) == {("D04", f"docs/{name}")}


def test_files_of_the_machine_are_left_alone(tiny: Path) -> None:
    (tiny / "docs/.DS_Store").write_bytes(b"x")
    reading = read_handbook(tiny)
    assert not reading.findings
    assert not reading.pictures


@pytest.mark.parametrize(
    "line",
    [
        "kind: 'x\"><script>alert(1)</script>'",
        "kind: front",
        "kind: [guide]",
        "script: ond.js",
        "description: {a: b}",
        f"description: {'x' * 301}",
    ],
)
def test_the_top_of_a_page_says_what_it_may(line: str, tiny: Path) -> None:
    (tiny / "docs/om.md").write_text(f"---\ntitle: Hei\n{line}\n---\n\n# Hei\n")
    told = [(f.code, f.place.line) for f in read_handbook(tiny).findings]
    assert told == [("D02", 3)]


def test_a_bomb_of_aliases_at_the_top_of_a_page_is_refused(tiny: Path) -> None:
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
    )
    (tiny / "docs/om.md").write_text(f"---\ntitle: Hei\n{bomb}kind: *a8\n---\n\n# Hei\n")
    assert ("Y05", "docs/om.md") in _told(tiny)


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "//x.no", "a.html"])
def test_a_link_leads_to_a_page_or_to_the_open_web(target: str, tiny: Path) -> None:
    (tiny / "docs/om.md").write_text(f"---\ntitle: Hei\n---\n\n# Hei\n\n[x]({target})\n")
    reading = read_handbook(tiny)
    (page,) = reading.by_hand
    assert "href" not in article(page.section, page.path)
    assert target.startswith(("javascript:", "data:")) or _codes(reading) == ["D01"]


def _codes(reading: Reading) -> list[str]:
    return [f.code for f in reading.findings]
