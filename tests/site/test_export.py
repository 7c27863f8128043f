"""The way out: the exported tree, built by MkDocs without our hook, holds the same articles."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from handbook.build import Build
from handbook.export import FolderNotOursError, export
from handbook.pages.fast_html import convert
from project import ROOT, run_mkdocs

pytestmark = pytest.mark.slow


def test_the_exported_tree_gives_the_same_articles(
    real: Build, built_site: Path, tmp_path: Path
) -> None:
    tree = tmp_path / "tree"
    export(real, ROOT, tree)
    site = tmp_path / "site"
    run = run_mkdocs(tree, site)
    assert run.returncode == 0, run.stdout + run.stderr
    for page in real.pages:
        built = (site / page.url).read_text(encoding="utf-8")
        done = convert(page.markdown, lambda target: target.replace(".md", ".html"))
        assert done is not None
        assert done.html in built, page.path
    pictures = {file.relative_to(built_site) for file in built_site.rglob("*.png")}
    assert pictures and all((site / name).is_file() for name in pictures)


def test_the_command_writes_it_and_refuses_a_strange_folder(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "handbook",
        "--root",
        str(ROOT),
        "export",
        "--pages-only",
        "--out",
    ]
    run = subprocess.run([*command, str(tmp_path / "ny")], cwd=ROOT / "hooks", capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    assert (tmp_path / "ny/docs/index.md").exists()
    strange = tmp_path / "annet"
    strange.mkdir()
    (strange / "mitt.txt").write_text("behold", encoding="utf-8")
    run = subprocess.run([*command, str(strange)], cwd=ROOT / "hooks", capture_output=True)
    assert run.returncode == 2
    assert (strange / "mitt.txt").read_text() == "behold"


def test_a_strange_folder_is_named(real: Build, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x", encoding="utf-8")
    with pytest.raises(FolderNotOursError):
        export(real, ROOT, tmp_path)
