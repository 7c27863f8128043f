"""The handbook as a tree of plain files that another engine can build: the way out of MkDocs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from handbook.build import Build
from handbook.model.handbook import Edition
from handbook.pages.navigation import Nav, navigation
from handbook.pages.page import Page
from handbook.render.markdown import source

EXTENSIONS = (
    "attr_list", "tables", "sane_lists", "pymdownx.superfences", "pymdownx.tasklist", "toc",
)  # fmt: skip
"""What an engine must know of Markdown beside its core; each of them reads like CommonMark."""
_MARK = ".handbook-export"


class FolderNotOursError(Exception):
    """The folder holds something that an earlier export did not put there."""


def export(made: Build, out: Path) -> int:
    """Write `docs/` and `mkdocs.yml` under a folder and return how many files were written.

    An earlier export in the same folder is replaced whole. Any other content raises
    FolderNotOursError.
    """
    if out.exists() and any(out.iterdir()) and not (out / _MARK).exists():
        raise FolderNotOursError(str(out))
    assert made.book is not None
    shutil.rmtree(out / "docs", ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    (out / _MARK).write_text("Denne mappa er laget av «handbook export».\n", encoding="utf-8")
    files = made.files | {page.uri: _source(page).encode() for page in made.pages}
    for name, content in files.items():
        target = out / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    settings = _settings(made.book.edition, navigation(made.pages))
    (out / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return len(files)


def _source(page: Page) -> str:
    """A page as an engine reads it, with what it is called before its text."""
    head = f"title: {_quoted(page.title)}\ndescription: {_quoted(page.description)}"
    text = source(page.section, page.path)
    return f"---\n{head}\n---\n\n{text}"


def _settings(edition: Edition, nav: Nav) -> str:
    lines = [
        f"site_name: {_quoted(edition.title)}",
        f"site_url: {_quoted(edition.site_url)}",
        "use_directory_urls: false",
        "theme:",
        "  name: material",
        "  language: nb",
        "  font: false",
        "  features:",
        "    - navigation.prune",
        "markdown_extensions:",
        *(f"  - {name}" for name in EXTENSIONS),
        "nav:",
        *_nav_lines(nav, 1),
    ]
    return "\n".join(lines) + "\n"


def _nav_lines(nav: Nav, depth: int) -> list[str]:
    lines = []
    pad = "  " * depth
    for entry in nav:
        for title, target in entry.items():
            if isinstance(target, str):
                lines.append(f"{pad}- {_quoted(title)}: {_quoted(target)}")
            else:
                lines.append(f"{pad}- {_quoted(title)}:")
                lines += _nav_lines(target, depth + 2)
    return lines


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
