"""When a page's content changed: told to search engines from editions alone, without a history."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest

from handbook.__main__ import main
from handbook.build import Build, Options, build, site
from handbook.pages.page_digest import page_digest
from project import KEPT, ROOT

TINY = ROOT / "tests/checks/tiny"
FIRST, SECOND, THIRD = dt.date(2026, 11, 22), dt.date(2027, 2, 1), dt.date(2027, 9, 1)
NO_FILES = Options(files=False)
STEP = "modeller/mini/steg-vis-rundt.html"
ROLE = "roller/leder.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny handbook, given out for the first time."""
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    edit(root, "model/handbook.yml", '  - version: "1.0"\n', '  - version: "2026.1"\n')
    release(root, "2026.1", FIRST)
    return root


def edit(root: Path, name: str, old: str, new: str) -> None:
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def release(root: Path, edition: str, day: dt.date) -> None:
    news = (
        f'changes:\n  - version: "{edition}"\n    date: {day}\n    size: minor\n    what: Nytt.\n'
    )
    if edition != "2026.1":
        edit(root, "model/handbook.yml", "changes:\n", news)
    command = ["--root", str(root), "--today", str(day), "release", edition, "--allow-warnings"]
    assert main(command) == 0


def made_on(root: Path, day: dt.date = FIRST) -> Build:
    made = build(root, day, options=NO_FILES)
    assert not made.errors, made.errors
    return made


@pytest.mark.slow
def test_a_page_that_says_the_same_keeps_its_day(project: Path) -> None:
    edit(project, "model/mini/process.yml", "Da blir det trygt.", "Da blir det tryggere.")
    release(project, "2027.1", SECOND)
    changed = made_on(project, SECOND).changed
    assert changed[STEP] == SECOND
    assert changed[ROLE] == FIRST


@pytest.mark.slow
def test_a_page_changed_since_the_last_edition_has_the_day_of_the_edition_at_hand(
    project: Path,
) -> None:
    edit(project, "model/mini/process.yml", "Da blir det trygt.", "Da blir det tryggere.")
    edit(project, "model/handbook.yml", f"date: {FIRST}", f"date: {SECOND}")
    changed = made_on(project).changed
    assert changed[STEP] == SECOND
    assert changed[ROLE] == FIRST


@pytest.mark.slow
def test_words_that_come_back_are_a_change_too(project: Path) -> None:
    words = ("Da blir det trygt.", "Da blir det tryggere.")
    edit(project, "model/mini/process.yml", *words)
    release(project, "2027.1", SECOND)
    edit(project, "model/mini/process.yml", *words[::-1])
    release(project, "2027.2", THIRD)
    changed = made_on(project, THIRD).changed
    assert changed[STEP] == THIRD
    assert changed[ROLE] == FIRST


@pytest.mark.slow
def test_where_a_statement_comes_from_is_content(project: Path) -> None:
    before = {page.url: page_digest(page) for page in made_on(project).pages}
    words = "text: Gå runden.\n            basis: {}"
    new = words.format("interpretation")
    edit(project, "model/mini/process.yml", words.format("proposal"), new)
    after = {page.url: page_digest(page) for page in made_on(project).pages}
    assert STEP in {url for url in before if before[url] != after[url]}


@pytest.mark.slow
def test_an_edition_from_before_digests_is_still_read(project: Path) -> None:
    file = project / "model/releases/2026.1.json"
    said = json.loads(file.read_text(encoding="utf-8"))
    said["addresses"] = list(said["addresses"])
    file.write_text(json.dumps(said), encoding="utf-8")
    edit(project, "model/handbook.yml", f"date: {FIRST}", f"date: {SECOND}")
    made = made_on(project)
    assert set(made.changed.values()) == {SECOND}
    assert [f.code for f in made.findings if f.code == "V13"] == []


def test_without_an_edition_every_page_is_of_the_day_of_the_one_at_hand() -> None:
    made = build(TINY, FIRST, options=NO_FILES)
    assert made.book is not None
    assert set(made.changed.values()) == {made.book.edition.date}


@pytest.mark.slow
def test_the_sitemap_has_every_page_and_its_day_but_no_former_address(project: Path) -> None:
    made = made_on(project)
    assert made.book is not None
    text = dict(site(made, NO_FILES))["sitemap.xml"].decode()
    told = re.findall(r"<loc>(.*?)</loc><lastmod>(.*?)</lastmod>", text)
    pages = [page for page in made.pages if not page.moved_to]
    assert len(pages) < len(made.pages)
    url = made.book.edition.site_url
    assert told == [(url + page.url, str(made.changed[page.url])) for page in pages]


def test_the_day_and_the_files_of_a_build_are_no_content(real: Build) -> None:
    """What follows the edition may differ: files and the way there, what the check says, rates."""
    later = build(ROOT, dt.date(2040, 1, 1), KEPT, NO_FILES)
    then = {page.path: page for page in later.pages}
    assert {p.kind for p in real.pages if page_digest(p) != page_digest(then[p.path])} <= {
        "comparison", "downloads", "effort", "form", "instrument", "memo", "process", "quality",
    }  # fmt: skip
