"""Every link inside every output lands: on the real handbook, a tiny one and a made-up one."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from benchmark.synthetic import write_synthetic
from browser.built import BuiltSite
from browser.landing import broken_links
from handbook.build import Build
from handbook.publishing.offline import offline_files
from handbook.publishing.packages import FOLDER as PACKAGES
from project import ROOT, run_mkdocs

pytestmark = pytest.mark.slow


@pytest.fixture(
    scope="module", params=["tiny", pytest.param("synthetic", marks=pytest.mark.exhaustive)]
)
def other_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another handbook in the same house: its own model and forms, our hand-written pages."""
    project = tmp_path_factory.mktemp(request.param)
    if request.param == "synthetic":
        write_synthetic(3, project)
    else:
        shutil.copytree(ROOT / "tests/checks/tiny", project, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs", project / "docs", dirs_exist_ok=True)
    (project / "hooks").symlink_to(ROOT / "hooks")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    run = run_mkdocs(project, project / "site")
    assert run.returncode == 0, run.stdout + run.stderr
    return project / "site"


def test_every_link_of_another_handbook_lands(other_site: Path) -> None:
    faults = broken_links(other_site, BuiltSite(other_site).pages)
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])


def test_every_link_of_the_offline_copy_lands(
    real: Build, built_site: Path, tmp_path: Path
) -> None:
    assert real.book is not None
    for name, content in offline_files(built_site, real.book.edition).items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    assert not (tmp_path / PACKAGES).exists()
    faults = broken_links(tmp_path, BuiltSite(tmp_path).pages)
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])


def test_every_link_in_every_pdf_lands(real: Build) -> None:
    assert real.book is not None
    own = real.book.edition.site_url.rstrip("/") + "/"
    answers = {own, *(own + page.url for page in real.pages), *(own + name for name in real.files)}
    named, faults = 0, []
    for name, content in real.files.items():
        if not name.endswith(".pdf"):
            continue
        with pikepdf.open(io.BytesIO(content)) as pdf:
            ends = _names(pdf)
            pages = {page.obj.objgen for page in pdf.pages}
            for link in _links(pdf):
                to = link.get("/Dest") or link.get("/A", {}).get("/D")
                uri = str(link.get("/A", {}).get("/URI", ""))
                named += isinstance(to, pikepdf.String)
                if isinstance(to, pikepdf.String) and str(to) not in ends:
                    faults.append(f"{name}: no place called {to}")
                if isinstance(to, pikepdf.Array) and to[0].objgen not in pages:
                    faults.append(f"{name}: no page behind a link")
                if uri.startswith(own) and uri.partition("#")[0] not in answers:
                    faults.append(f"{name}: no page behind {uri}")
                if to is None and not uri:
                    faults.append(f"{name}: a link that leads nowhere")
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])
    assert named > 1000


def _names(pdf: pikepdf.Pdf) -> set[str]:
    names = pdf.Root.get("/Names", {}).get("/Dests")
    return set(pikepdf.NameTree(names)) if names is not None else set()


def _links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        for note in page.obj.get("/Annots", ()):
            if note.get("/Subtype") == "/Link":
                yield note
