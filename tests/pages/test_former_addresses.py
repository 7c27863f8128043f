"""What was called otherwise before, is still found by its old address, wherever it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.build import Build, Options, build, site
from handbook.document.places import url
from project import ROOT, TODAY

TINY = ROOT / "tests/checks/tiny"
_RENAMED = {
    "model/mini/process.yml": (
        ("- id: start", "- id: start\n    former_ids: [for-start]"),
        ("- id: lag-plan", "- id: lag-plan\n        former_ids: [planlegg, legg-plan]"),
    ),
    "model/roles.yml": (("- id: fadder", "- id: fadder\n    former_ids: [mentor]"),),
    "model/glossary.yml": (("- id: tiltak", "- id: tiltak\n    former_ids: [mentor]"),),
    "model/themes/personvern.yml": (("id: personvern", "id: personvern\nformer_ids: [prat]"),),
    "model/sources/rapport.yml": (("id: rapport", "id: rapport\nformer_ids: [notat]"),),
    "forms/SKJ-01.yml": (("id: SKJ-01", "id: SKJ-01\nformer_ids: [SKJ-90]"),),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The tiny handbook where everything has had another name; the model has in its own file."""
    root = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("former") / "tiny"))
    for file, changes in _RENAMED.items():
        text = (root / file).read_text(encoding="utf-8")
        for old, new in changes:
            assert f"{old}\n" in text, (file, old)
            text = text.replace(f"{old}\n", f"{new}\n", 1)
        (root / file).write_text(text, encoding="utf-8")
    return build(root, TODAY, options=Options(files=False))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("modeller/mini-modellen/index.html", "modeller/mini/index.html"),
        ("modeller/mini-modellen/plan.html", "modeller/mini/plan.html"),
        ("modeller/mini/steg-planlegg.html", "modeller/mini/steg-lag-plan.html"),
        ("modeller/mini/steg-legg-plan.html", "modeller/mini/steg-lag-plan.html"),
        ("modeller/mini-modellen/steg-planlegg.html", "modeller/mini/steg-lag-plan.html"),
        ("modeller/mini/fase-for-start.html", "modeller/mini/stegene.html#fase-start"),
        ("roller/mentor.html", "roller/fadder/mini.html"),
        ("roller/mentor/mini-modellen.html", "roller/fadder/mini.html"),
        ("tema/prat.html", "tema/personvern.html"),
        ("kilder/notat.html", "kilder/rapport.html"),
        ("skjema/SKJ-90.html", "skjema/SKJ-01.html"),
    ],
)
def test_a_former_address_leads_on(made: Build, old: str, new: str) -> None:
    assert not made.errors
    page = next(page for page in made.pages if page.url == old)
    assert page.moved_to
    assert url(page.moved_to) == new
    assert f"/{old} /{new} 301" in made.files["_redirects"].decode().splitlines()
    assert f'"/{old}" "/{new}";' in made.files["_redirects.nginx"].decode().splitlines()
    assert f'redir "/{old}" "/{new}" 301' in made.files["_redirects.caddy"].decode().splitlines()


@pytest.mark.parametrize(
    ("address", "old", "new"),
    [
        ("ordliste.html", "mentor", "tiltak"),
        ("modeller/mini/stegene.html", "fase-for-start", "fase-start"),
    ],
)
def test_a_former_anchor_stays_beside_the_new(
    made: Build, address: str, old: str, new: str
) -> None:
    page = next(page for page in made.pages if page.url == address)
    assert {old, new} <= page.ends.anchors
    html = dict(site(made, Options(files=False)))[address].decode()
    assert f'<span id="{old}"></span>' in html


def test_no_former_address_takes_that_of_a_page(made: Build) -> None:
    addresses = [page.url for page in made.pages]
    assert len(addresses) == len(set(addresses))
