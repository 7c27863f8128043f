"""What people lay in docs/ and what the handbook makes: one site, and nothing unseen in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.build import Build, Options, build, site
from project import ROOT, TODAY

TINY = ROOT / "tests/checks/tiny"
PNG = b"\x89PNG\r\n\x1a\n"
SIGNS = "<script>alert(1)</script> & \"x\" 'y'"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny handbook with the pages that every site has."""
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    for name in ("om", "redaksjon/index"):
        write(root / f"docs/{name}.md")
    return root


def write(file: Path, title: str = "Hei") -> None:
    """A page by hand."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: {title}\ndescription: {title}\n---\n\n# {title}\n")


def made_of(root: Path) -> Build:
    """The site, without the files that take time."""
    return build(root, TODAY, options=Options(files=False, twins=True))


@pytest.mark.parametrize("name", ["ordliste.md", "index.md", "404.md"])
def test_no_page_takes_the_place_of_another(name: str, tiny: Path) -> None:
    write(tiny / "docs" / name)
    assert [(f.code, f.place.file) for f in made_of(tiny).findings] == [("D05", f"docs/{name}")]


def test_pictures_are_part_of_the_site(tiny: Path) -> None:
    (tiny / "docs/redaksjon/a.png").write_bytes(PNG)
    made = made_of(tiny)
    assert not made.findings
    assert made.files["redaksjon/a.png"] == PNG


def test_signs_in_a_title_are_signs(tiny: Path) -> None:
    quoted = SIGNS.replace('"', '\\"')
    write(tiny / "docs/om.md", f'"{quoted}"')
    made = made_of(tiny)
    assert not made.findings
    page = dict(site(made, Options()))["om.html"].decode()
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)") >= 3  # the tab, the description and the heading
    assert 'content="&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;' in page
