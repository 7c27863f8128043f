"""The build as MkDocs runs it: faults leave the last site, the same input gives the same bytes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from project import copy_project, run_mkdocs

pytestmark = pytest.mark.slow


def tree(site: Path) -> dict[str, bytes]:
    files = (f for f in site.rglob("*") if f.is_file())
    return {f.relative_to(site).as_posix(): f.read_bytes() for f in files}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("project") / "p")


def test_a_fault_leaves_the_last_good_site_and_no_traceback(
    project: Path, built_site: Path
) -> None:
    site = Path(shutil.copytree(built_site, project / "site"))
    roles = project / "model/roles.yml"
    good = roles.read_text(encoding="utf-8")
    roles.write_text(good.replace("title: fadder", "title: fadder: hei", 1), encoding="utf-8")
    run = run_mkdocs(project, site)
    roles.write_text(good, encoding="utf-8")
    said = run.stdout + run.stderr
    assert run.returncode == 1
    assert "Traceback" not in said
    assert "model/roles.yml:" in said
    assert "slik retter du det" in said
    assert tree(site) == tree(built_site)


def test_another_folder_gives_the_same_bytes(project: Path, built_site: Path) -> None:
    other = project / "other"
    run = run_mkdocs(project, other)
    assert run.returncode == 0, run.stdout + run.stderr
    ours, others = tree(built_site), tree(other)
    assert ours.keys() == others.keys()
    assert [name for name, content in ours.items() if others[name] != content] == []
