"""A title with signs of HTML is escaped once on every page, in the menu and in the contents."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from handbook.build import Options, build, site

TINY = Path(__file__).parents[1] / "checks" / "tiny"
_TITLES = {
    "model/themes/personvern.yml": ("title: Hovedregel", "title: Lønn & tid < 18 år"),
    "model/mini/model.yml": ("title: Minimodellen", "title: Mini & co < 18"),
    "model/mini/process.yml": ("title: Lag plan", "title: Lag plan & mål < 3"),
    "forms/SKJ-01.yml": ("title: Plan", "title: Plan & mål < 3"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("titles") / "tiny"))
    for file, (old, new) in _TITLES.items():
        text = (root / file).read_text(encoding="utf-8")
        assert old in text, file
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    options = Options(files=False)
    made = build(root, dt.date(2026, 11, 22), options=options)
    assert made.errors == ()
    return {name: data.decode() for name, data in site(made, options) if name.endswith(".html")}


@pytest.mark.parametrize("title", [new.removeprefix("title: ") for _, new in _TITLES.values()])
def test_it_stands_on_pages_escaped_once(title: str, pages: dict[str, str]) -> None:
    once = title.replace("&", "&amp;").replace("<", "&lt;")
    assert any(once in page for page in pages.values())
    for name, page in pages.items():
        assert once.replace("&", "&amp;") not in page, name
        assert title not in page, name
