"""No word is lost: what a person writes stands whole on every paper, and comes back from it."""

from __future__ import annotations

import functools
import itertools
import json
import os
import shutil
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser

from papers.every_word import ROUNDS, Filled, draw_word, fill_forms, filled, opened
from papers.pages import faults_of_ink
from verapdf.verapdf_runner import validate

pytestmark = pytest.mark.slow

SOME = ["SKJ-09", "SKJ-12", "SKJ-26"]
"""Long answers, a long table and many rows: what ran over first."""


WITH_ROWS = ("SKJ-09", "script")
"""The form and the round that get seven rows more than the form has."""


@pytest.fixture(scope="module")
def some(
    chromium: Browser, built_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], Filled]:
    """Form and round → its papers; LibreOffice, which is slow to start, draws all at once."""
    out, found = tmp_path_factory.mktemp("papers"), {}
    for which in itertools.product(SOME, ("long", "script")):
        page = opened(chromium, built_site, which[0])
        found[which] = filled(page, *which, out, rows=7 if which == WITH_ROWS else 0)
        page.context.close()
    draw_word([*found.values()], out)
    return found


def faults(papers: list[Filled]) -> list[str]:
    drawn = [f"{one.form} {fault}" for one in papers for fault in faults_of_ink(one.papers["pdf"])]
    return [line for one in papers for line in one.missing()] + drawn


def test_every_word_of_three_forms(some: dict[tuple[str, str], Filled]) -> None:
    without = [one for which, one in some.items() if which != WITH_ROWS]
    assert len(without) == 5
    assert faults(without) == []


@pytest.mark.exhaustive
def test_every_word_of_every_form(chromium: Browser, built_site: Path, tmp_path: Path) -> None:
    forms = sorted(file.stem for file in (built_site / "skjema").glob("SKJ-??.html"))
    found = fill_forms(functools.partial(opened, chromium, built_site), forms, ROUNDS, tmp_path)
    assert faults(found) == []
    verdicts = validate([one.papers["pdf"] for one in found], ("ua1", "3a"), tmp_path)
    assert [(v.flavour, v.rules) for v in verdicts if not v.passed] == []


def test_rows_that_were_added_are_on_every_paper(some: dict[tuple[str, str], Filled]) -> None:
    """All that the form has without them is there too."""
    one = some[WITH_ROWS]
    assert one.papers.keys() == {"pdf", "print", "word"}
    assert "present.11.name" in one.saved["answers"]
    assert faults([one]) == []
    with pikepdf.open(one.papers["pdf"]) as whole:
        assert json.loads(whole.attachments["svar.json"].get_file().read_bytes()) == one.saved


PLANTED = {
    "an answer ends with its page": (
        "long", "pdf-sheet", "if (at < lines.length) this.newPage();", "break;",
    ),
    "cells are cut after two lines": (
        "long", "pdf-sheet", "const count = tallest(cells);", "const count = 2;",
    ),
    "the last row is left out": (
        "long", "pdf-sheet", "for (const row of rows) {", "for (const row of rows.slice(1)) {",
    ),
    "long words are not broken": (
        "unbroken", "pdf-lines", "if (space || wide <= row.room)", "if (space || wide)",
    ),
    "pictures are not painted": (
        "script", "pdf-sheet", "/${picture.name} Do Q", "Q",
    ),
    "no text lies under pictures": (
        "script", "pdf-sheet", "this.under(run, y);", "",
    ),
    "print cuts what is long": (
        "long", "paper-view", ": said(item.value)]", ": said(item.value.slice(0, 300))]",
    ),
}  # fmt: skip
"""What is wrong → the round that shows it, the script, and how the script is changed to be so."""


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_caught(
    chromium: Browser, built_site: Path, tmp_path: Path, fault: str
) -> None:
    round_, script, right, wrong = PLANTED[fault]
    site = tmp_path / "site"
    shutil.copytree(built_site, site, copy_function=os.link)
    (file,) = (site / "assets/js").glob(f"{script}.*.js")
    code = file.read_text("utf-8")
    assert code.count(right) == 1
    file.unlink()
    file.write_text(code.replace(right, wrong), encoding="utf-8")
    assert faults([filled(opened(chromium, site, "SKJ-09"), "SKJ-09", round_, tmp_path)])
