"""The way out: the exported tree, built by MkDocs without our hook, holds the same articles."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbook.build import Build
from handbook.document import blocks as b
from handbook.document import inline as i
from handbook.export import FolderNotOursError, export
from handbook.pages.page import Page
from handbook.pages.printing import article_html
from handbook.render.blank_form import blank_question
from handbook.render.html import Html
from project import ROOT, run_mkdocs

TINY = ROOT / "tests/checks/tiny"

pytestmark = pytest.mark.slow


def test_the_exported_tree_gives_the_same_articles(
    real: Build, built_site: Path, tmp_path: Path
) -> None:
    tree = tmp_path / "tree"
    export(real, tree)
    site = tmp_path / "site"
    run = run_mkdocs(tree, site)
    assert run.returncode == 0, run.stdout + run.stderr
    for page in real.pages:
        built = (site / page.url).read_text(encoding="utf-8")
        assert_says_all(page, built)
    every = (file.relative_to(built_site) for file in built_site.rglob("*.png"))
    pictures = {name for name in every if name.parts[0] != "assets"}  # which are the frame's
    assert pictures and all((site / name).is_file() for name in pictures)


class _Instead(Html):
    """An article without what only scripts wake up; a form is one to fill in by hand.

    Nor is it told how to look at the drawing of a process where that is told in words.
    """

    def figure(self, block: b.Figure) -> str:
        told = isinstance(block.data, b.Process)
        return super().figure(replace(block, caption=()) if told else block)

    def tool(self, block: b.Tool) -> str:
        return "".join(self.blocks(block.instead))

    def notice(self, block: b.Notice) -> str:
        """One that is still to come is hidden until a script has read the reader's clock."""
        return "" if block.first_day else super().notice(block)

    def mark(self, piece: i.Mark) -> str:
        """Plain text says at each mark what it is, since no line on the page tells of them all."""
        ways = (f'<a href="{self.href(ref.place)}">{ref.words}</a>' for ref in piece.findings)
        return " ".join((piece.basis.label, *ways))

    def question(self, block: b.Question) -> str:
        return "".join(self.blocks(blank_question(block)))

    def actions(self, block: b.Actions) -> str:
        return super().actions(replace(block, printing=""))


def assert_says_all(page: Page, built: str) -> None:
    """Every word, link and spot of the article stands on the page another engine makes of it.

    What is drawn is told in words instead, and the list of what a page holds is the engine's own.
    """
    article = _Instead(page.path).section(page.section) if page.section else article_html(page)
    whole, ours = _Read(built), _Read(_DRAWN.sub("", article))
    assert not ours.words - whole.words, page.path
    assert not ours.links - whole.links, page.path
    assert not ours.spots - whole.spots, page.path


_DRAWN = re.compile(r"<svg.*?</svg>|<nav class=\"on-this-page.*?</nav>", re.DOTALL)


_STATE = re.compile(r"#[^#]*=.*")
"""What only a script reads behind an address: an engine has no such spot."""


class _Read(HTMLParser):
    """The words, links and spots in some HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.spots: set[str] = set()
        self._told: list[str] = []
        self.feed(text)
        self.words = Counter(re.findall(r"\w+", " ".join(self._told)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "a" and held.get("href"):
            self.links.add(_STATE.sub("", held["href"] or ""))
        if held.get("id"):
            self.spots.add(held["id"] or "")

    def handle_data(self, data: str) -> None:
        self._told.append(data)


def test_the_command_writes_it_and_refuses_a_strange_folder(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "handbook",
        "--root",
        str(TINY),
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
        export(real, tmp_path)
