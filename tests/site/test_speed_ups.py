"""Every way to save time can be switched off, and not one byte of the site is another."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from project import ROOT, run_mkdocs

TINY = Path(__file__).parent.parent / "checks" / "tiny"
SWITCHES = ("cache", "libyaml")
ON, OFF = "on", "off"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny handbook with a page by hand, and settings with everything on and everything off."""
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (folder / "hooks").symlink_to(ROOT / "hooks")
    (folder / "docs/redaksjon").mkdir(parents=True)
    for name, words in (("om", "Se [modellene](modeller/index.md)."), ("redaksjon/index", "Her.")):
        page = f"---\ntitle: Om\n---\n\n# Om\n\n{words}\n"
        (folder / "docs" / f"{name}.md").write_text(page, "utf-8")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("  handbook:\n", "  handbook:\n    today: 2026-11-22\n")
    (folder / f"{ON}.yml").write_text(text, encoding="utf-8")
    for switch in SWITCHES:
        assert text.count(f"    {switch}: true") == 1
        text = text.replace(f"    {switch}: true", f"    {switch}: false")
    (folder / f"{OFF}.yml").write_text(text, encoding="utf-8")
    return folder


def watched(project: Path, settings: str) -> dict[str, bytes]:
    """What one build of this process writes, begun as `mkdocs serve` begins it; pages alone."""
    target = project / "site"
    config = load_config(str(project / f"{settings}.yml"), site_dir=str(target))
    config.extra["handbook"]["files"] = False
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    return tree(target)


def built(project: Path, settings: str) -> dict[str, bytes]:
    """What a process of its own writes, files and all."""
    run = run_mkdocs(project, project / "site", "-f", f"{settings}.yml")
    assert run.returncode == 0, run.stdout + run.stderr
    return tree(project / "site")


def tree(folder: Path) -> dict[str, bytes]:
    files = (f for f in folder.rglob("*") if f.is_file())
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in files}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.slow
def test_a_site_that_is_watched_is_the_same_after_every_edit(project: Path) -> None:
    first = watched(project, OFF)
    assert len([name for name in first if name.endswith(".html")]) > 30
    for _ in range(2):  # the second time, all is as it was
        assert watched(project, ON) == first
    for name, old, new in (
        ("model/mini/model.yml", "short_title: ", "short_title: Ny "),
        ("docs/om.md", "Se ", "Se nå "),
        ("model/roles.yml", "title: fadder", "title: kontaktperson"),
        ("forms/SKJ-01.yml", "label: Fornavn", "label: Navn"),
    ):
        edit(project / name, old, new)
        edited = watched(project, ON)
        assert edited != first
        assert edited == watched(project, OFF)
        first = edited


@pytest.mark.slow
def test_a_page_that_comes_or_goes_is_seen_on_a_site_that_is_watched(project: Path) -> None:
    first = watched(project, ON)
    theme = project / "model/themes/personvern.yml"
    text = theme.read_text(encoding="utf-8").replace("id: personvern", "id: pauser")
    theme.with_stem("pauser").write_text(text.replace("Personvern", "Pauser"), encoding="utf-8")
    more = watched(project, ON)
    assert more == watched(project, OFF)
    assert more.keys() - first.keys() == {"tema/pauser.html", "tema/pauser.md"}
    theme.with_stem("pauser").unlink()
    assert watched(project, ON) == first


@pytest.mark.slow
def test_files_from_the_cache_are_the_files_made_anew(project: Path) -> None:
    anew = built(project, OFF)
    assert not (project / ".cache").exists()
    assert any(name.endswith(".pdf") for name in anew)
    for _ in range(2):
        assert built(project, ON) == anew
    assert any((project / ".cache" / "handbook").iterdir())


def made_here(project: Path, site: Path, **asked: object) -> bool:
    """Build in this process, pages alone; whether a new site was laid out."""
    before = site.stat().st_ino if site.exists() else 0
    config = load_config(str(project / f"{ON}.yml"), site_dir=str(site))
    config.extra["handbook"] |= {"files": False, **asked}
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return site.stat().st_ino != before


OTHER: dict[str, dict[str, object]] = {
    "preview": {"preview": True}, "day": {"today": "2026-11-23"}, "commit": {"commit": "abc"},
    "no cache": {"cache": False},
}  # fmt: skip
HARM: dict[str, Callable[[Path], object]] = {
    "a file is changed": lambda site: (site / "index.html").write_text("x"),
    "a file is gone": lambda site: (site / "index.html").unlink(),
    "a file is laid there": lambda site: (site / "ny.html").write_text("x"),
    "no list": lambda site: (site / "data/manifest.json").unlink(),
    "a damaged entry": lambda site: (site / "../.cache/handbook/site.kept").write_bytes(b"x"),
    "no site": shutil.rmtree,
}


@pytest.mark.slow
@pytest.mark.parametrize(("asked", "harms"), [
    pytest.param(["preview"], ["a file is changed"], id="one of each"),
    pytest.param([*OTHER], [*HARM], id="all", marks=pytest.mark.exhaustive),
])  # fmt: skip
def test_a_site_is_made_when_and_only_when_something_is_another(
    asked: list[str], harms: list[str], project: Path
) -> None:
    site = project / "site"
    assert made_here(project, site)
    first = tree(site)
    assert not made_here(project, site)
    for name in asked:
        assert made_here(project, site, **OTHER[name]), name
        made_here(project, site)
    for name in harms:
        HARM[name](site)
        assert made_here(project, site), name
    assert tree(site) == first
    edit(project / "docs/om.md", "Se ", "Se nå ")
    assert made_here(project, site)
    assert tree(site) != first
