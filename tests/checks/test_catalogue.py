"""Every mistake of the catalogue says what the guide says that it says, and can be mended so.

To accept a new wording, run with `HANDBOOK_UPDATE=1`, then read the page like prose.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from catalogue import MISTAKES, TINY, Mistake, found_in, pages

from handbook.findings import Finding
from project import ROOT

pytestmark = pytest.mark.slow

GUIDE = ROOT / "docs/redaksjon"
Told = dict[str, tuple[list[Finding], list[Finding]]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Title → what is said when it is done wrong, and what is said when it is mended."""
    root = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("mistakes") / "tiny"))
    made = {}
    for one in MISTAKES:
        before = (root / one.file).read_bytes() if (root / one.file).exists() else None
        one.make(root)
        found = found_in(root)
        one.mend(root, TINY)
        made[one.title] = (found, found_in(root))
        if before is not None:
            (root / one.file).write_bytes(before)
    return made


@pytest.mark.content
def test_the_guide_shows_word_for_word_what_is_said(told: Told) -> None:
    made = pages(lambda one: told[one.title][0])
    if os.environ.get("HANDBOOK_UPDATE"):
        for name, text in made.items():
            (GUIDE / name).write_text(text, encoding="utf-8", newline="\n")
    there = {f.name: f.read_text(encoding="utf-8") for f in GUIDE.glob("vanlige-feil*.md")}
    assert there == made


def test_the_catalogue_is_large_and_nothing_in_it_is_told_twice() -> None:
    assert len(MISTAKES) >= 60
    assert len({one.title for one in MISTAKES}) == len(MISTAKES)


@pytest.mark.parametrize("one", MISTAKES, ids=[one.title for one in MISTAKES])
def test_the_message_points_at_the_mistake_and_mending_it_is_enough(
    one: Mistake, told: Told
) -> None:
    found, mended = told[one.title]
    assert any(f.place.file == one.file for f in found), found
    assert all(f.fix for f in found), "the editor is told what to do"
    assert len(found) <= 3, "one mistake is not a heap of messages"
    here = " ".join(f.fix for f in found if f.place.file == one.file)
    for offered in re.findall(r"skriv «([^»]+)»(?:$|;)", here):
        assert offered in (one.right or one.base), "the offer is what mends it"
    assert mended == []
