"""What is retired keeps its page and says so; nobody is asked to use it, nor to delete it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.__main__ import main
from handbook.book.forms import forms_chapter
from handbook.build import Build, Options, build
from handbook.document.linker import Linker
from handbook.document.walk import walk
from project import ROOT, TODAY, article_of

TINY = ROOT / "tests/checks/tiny"
NEW_FORM = (TINY / "forms/SKJ-01.yml").read_text(encoding="utf-8")
_GONE = "withdrawn:\n  date: 2026-11-01\n  reason: Det nye er kortere.\n  replaced_by: SKJ-01\n"


@pytest.fixture
def retired(tmp_path: Path) -> Path:
    """The tiny handbook with a form that was in the last edition, and has been retired since."""
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    book = root / "model/handbook.yml"
    text = book.read_text(encoding="utf-8")
    book.write_text(text.replace('- version: "1.0"', '- version: "2026.1"', 1), encoding="utf-8")
    old = NEW_FORM.replace("id: SKJ-01", "id: SKJ-02", 1).replace("title: ", "title: Gammel ", 1)
    (root / "forms/SKJ-02.yml").write_text(old, encoding="utf-8")
    theme = root / "model/themes/personvern.yml"
    unused = theme.read_text(encoding="utf-8")
    theme.write_text(unused.replace("[SKJ-01]", "[SKJ-01, SKJ-02]"), encoding="utf-8")
    assert main(["--root", str(root), "--today", "2026-11-20", "release", "2026.1"]) == 0
    theme.write_text(unused, encoding="utf-8")
    (root / "forms/SKJ-02.yml").write_text(old + _GONE, encoding="utf-8")
    return root


def _built(root: Path) -> Build:
    return build(root, TODAY, options=Options(files=False))


@pytest.mark.slow
def test_a_retired_form_says_since_when_why_and_what_to_use(retired: Path) -> None:
    made = _built(retired)
    assert not made.findings, made.findings
    page = next(page for page in made.pages if page.path == "skjema/SKJ-02")
    html = article_of(page)
    assert "Trukket tilbake 1. november 2026." in html.replace("\u00a0", " ")
    assert "Det nye er kortere." in html
    assert 'href="SKJ-01.html"' in html
    assert "gjeldende" not in html


@pytest.mark.slow
def test_the_code_on_paper_still_answers(retired: Path) -> None:
    page = next(page for page in _built(retired).pages if page.path == "skjema/SKJ-02")
    assert "v1.0" in page.ends.anchors
    assert "Versjon 1.0 gjelder ikke." in article_of(page)


@pytest.mark.slow
def test_a_retired_form_is_listed_last_and_is_no_sheet_in_the_book(retired: Path) -> None:
    made = _built(retired)
    assert made.book is not None
    page = next(page for page in made.pages if page.path == "skjema/index")
    html = article_of(page)
    assert html.index('id="trukket"') < html.index("SKJ-02")
    chapter = forms_chapter(Linker(made.book))
    sheets = {str(node.place.name) for node in walk(chapter.blocks) if getattr(node, "place", None)
              and node.place.kind == "form" and hasattr(node, "blocks")}  # fmt: skip
    assert sheets == {"SKJ-01"}


def test_a_form_that_is_deleted_instead_is_told_to_be_retired(retired: Path) -> None:
    (retired / "forms/SKJ-02.yml").unlink()
    found = [one for one in _built(retired).findings if one.code == "V10"]
    assert len(found) == 1
    assert "make retire" in found[0].fix


@pytest.mark.slow
def test_the_next_edition_can_be_made(retired: Path) -> None:
    book = retired / "model/handbook.yml"
    news = 'changes:\n  - version: "2026.2"\n    date: 2026-11-22\n'
    news += "    size: minor\n    what: Nytt.\n"
    text = book.read_text(encoding="utf-8")
    assert "changes:\n" in text
    book.write_text(text.replace("changes:\n", news, 1), encoding="utf-8")
    assert main(["--root", str(retired), "--today", "2026-11-22", "release", "2026.2"]) == 0
