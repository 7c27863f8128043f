"""The list of a site's files sees everything that is changed, gone or new."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from handbook.__main__ import main
from handbook.model.handbook import Edition
from handbook.publishing.manifest import NoManifestError, faults, with_manifest
from handbook.publishing.whole_folder import write_files
from handbook.reading.folder import read_handbook
from handbook.sections.downloads import MANIFEST
from project import ROOT

TINY = ROOT / "tests/checks/tiny"


@pytest.fixture(scope="module")
def edition() -> Edition:
    """That of the tiny handbook."""
    book = read_handbook(TINY).handbook
    assert book is not None
    return book.edition


@pytest.fixture
def site(tmp_path: Path, edition: Edition) -> Path:
    """Two files and the list of them."""
    write_files(tmp_path, with_manifest([("index.html", b"hei"), ("a/b.md", b"")], edition))
    return tmp_path


def test_the_list_names_the_edition_and_every_file_but_itself(site: Path, edition: Edition) -> None:
    said = json.loads((site / MANIFEST).read_text())
    assert said["edition"] == edition.edition
    assert dt.date.fromisoformat(said["date"]) == edition.date
    assert list(said["files"]) == ["a/b.md", "index.html"]
    assert list(faults(site)) == []


def test_the_list_names_what_the_site_was_built_from_when_somebody_tells(edition: Edition) -> None:
    def said(commit: str) -> dict[str, object]:
        told: dict[str, object] = json.loads(dict(with_manifest([], edition, commit))[MANIFEST])
        return told

    assert said("4f0c-dirty")["commit"] == "4f0c-dirty"
    assert "commit" not in said("")


def test_every_fault_is_told(site: Path) -> None:
    (site / "index.html").write_text("hej")
    (site / "a/b.md").unlink()
    (site / "a/ny.js").write_text("x")
    assert list(faults(site)) == [
        "a/b.md mangler.", "a/ny.js er ikke laget av bygget.", "index.html er endret.",
    ]  # fmt: skip


def test_a_link_with_the_right_content_is_no_file(site: Path) -> None:
    (site.parent / "ute.html").write_text("hei")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(site.parent / "ute.html")
    assert list(faults(site)) == ["index.html er ikke en vanlig fil."]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"files": 3}', b"\xff"])
def test_a_list_that_cannot_be_read_is_none(content: bytes, site: Path) -> None:
    (site / MANIFEST).write_bytes(content)
    with pytest.raises(NoManifestError):
        list(faults(site))


def test_two_files_of_one_name_are_refused(edition: Edition) -> None:
    with pytest.raises(ValueError, match="two files"):
        list(with_manifest([("a", b"1"), ("a", b"2")], edition))


def test_the_command_says_how_it_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-site", "--site", str(site)]) == 0
    assert "er hel: 2 filer" in capsys.readouterr().out
    (site / "index.html").write_text("hej")
    assert main(["verify-site", "--site", str(site)]) == 1
    assert "index.html er endret." in capsys.readouterr().out
    assert main(["verify-site", "--site", str(site / "a")]) == 2
