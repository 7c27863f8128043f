"""Publishing keeps the last sites, shows a whole one, and goes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.__main__ import main
from handbook.model.handbook import Edition
from handbook.publishing.manifest import faults, with_manifest
from handbook.publishing.releases import (
    CURRENT,
    NotPublishedError,
    publish,
    published,
    rollback,
    shown,
)
from handbook.publishing.whole_folder import replace_folder
from handbook.reading.folder import read_handbook
from project import ROOT


@pytest.fixture(scope="module")
def edition() -> Edition:
    """That of the tiny handbook."""
    book = read_handbook(ROOT / "tests/checks/tiny").handbook
    assert book is not None
    return book.edition


def _site(folder: Path, edition: Edition, text: str) -> Path:
    files = [("index.html", text.encode()), ("a/b.md", b"")]
    replace_folder(folder, with_manifest(files, edition), faults)
    return folder


@pytest.fixture
def home(tmp_path: Path, edition: Edition) -> Path:
    """Four sites published, and the three last kept."""
    for text in ("en", "to", "tre", "fire"):
        publish(_site(tmp_path / "site", edition, text), tmp_path / "www", keep=3)
    return tmp_path / "www"


def _front(home: Path) -> str:
    return (home / CURRENT / "index.html").read_text()


def test_the_last_ones_are_kept_and_the_newest_is_shown(home: Path) -> None:
    numbers = [name.partition("-")[0] for name in published(home)]
    assert numbers == ["0002", "0003", "0004"]
    assert _front(home) == "fire"
    assert shown(home) == published(home)[-1]
    assert {entry.name for entry in home.iterdir()} == {"releases", CURRENT}


def test_back_as_far_as_there_are_sites_and_forth_again(home: Path, edition: Edition) -> None:
    rollback(home)
    assert _front(home) == "tre"
    rollback(home)
    assert _front(home) == "to"
    with pytest.raises(NotPublishedError, match="ikke noe eldre"):
        rollback(home)
    publish(_site(home.parent / "site", edition, "fem"), home, keep=3)
    assert _front(home) == "fem"


def test_a_site_that_is_not_whole_is_not_published(home: Path) -> None:
    (home.parent / "site/index.html").write_text("endret")
    with pytest.raises(NotPublishedError, match=r"index\.html er endret"):
        publish(home.parent / "site", home, keep=3)
    assert _front(home) == "fire"


def test_back_to_a_site_that_is_not_whole_is_refused(home: Path) -> None:
    (home / "releases" / published(home)[-2] / "a/b.md").unlink()
    with pytest.raises(NotPublishedError, match=r"a/b\.md mangler"):
        rollback(home)
    assert _front(home) == "fire"


def test_the_commands_say_what_they_did(
    home: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    to = ["--to", str(home)]
    assert main(["publish", *to, "--site", str(tmp_path / "site")]) == 0
    assert "Publiserte 0005-" in capsys.readouterr().out
    assert main(["rollback", *to]) == 0
    assert "Viser 0004-" in capsys.readouterr().out
    assert main(["publish", *to, "--site", str(tmp_path / "borte")]) == 2
    assert main(["rollback", "--to", str(tmp_path / "tom")]) == 1


def test_a_place_that_cannot_be_written_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = home / CURRENT / "index.html"
    assert main(["publish", "--to", str(to), "--site", str(home.parent / "site")]) == 2
    assert "Det ligger en fil der mappa skulle vært" in capsys.readouterr().err
