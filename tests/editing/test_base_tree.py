"""The project as it was: read from Git, on every Python that is supported."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path

import pytest

from handbook.editing.base_tree import tree_at


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one content file, changed since it was committed."""
    file = tmp_path / "model/roles.yml"
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms/SKJ-01.yml").write_text("id: SKJ-01\n", encoding="utf-8")
    file.parent.mkdir()
    file.write_text("før\n", encoding="utf-8")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "før"]):
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *command], check=True)
    file.write_text("etter\n", encoding="utf-8")
    return tmp_path


def test_a_file_is_read_as_it_was(repository: Path) -> None:
    with tree_at(repository, "HEAD") as base:
        assert (base / "model/roles.yml").read_text(encoding="utf-8") == "før\n"
    assert not base.exists()


def test_pages_by_hand_are_there_as_they_were(repository: Path) -> None:
    """Without them, each would be told as new in every proposal."""
    (repository / "docs").mkdir()
    (repository / "docs/om.md").write_text("# Om\n", encoding="utf-8")
    for command in (
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b.no", "commit", "-qm", "om"],
    ):
        subprocess.run(["git", "-C", str(repository), *command], check=True)
    with tree_at(repository, "HEAD") as base:
        assert (base / "docs/om.md").is_file()
    with tree_at(repository, "HEAD~1") as base:
        assert not (base / "docs").exists()


def test_python_3_11_2_has_no_filter_and_reads_it_all_the_same(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian 12 ships 3.11.2; `filter` came with 3.11.4."""
    new = tarfile.TarFile.extractall
    known = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}

    def old(self: tarfile.TarFile, path: Path) -> None:
        new(self, path, **known)  # type: ignore[arg-type]

    monkeypatch.delattr(tarfile, "data_filter", raising=False)  # 3.11.2 is such a one
    monkeypatch.setattr(tarfile.TarFile, "extractall", old)
    with tree_at(repository, "HEAD") as base:
        assert (base / "model/roles.yml").read_text(encoding="utf-8") == "før\n"
