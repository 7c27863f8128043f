"""Pages that are kept from one build to the next are the pages that would be written anew."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from handbook.checking import find
from handbook.document.linker import Linker
from handbook.kept import Cache
from handbook.model.coverage import coverage
from handbook.pages import compose_pages
from handbook.pages.context import Context
from handbook.pages.downloads import Downloads
from handbook.pages.frame import Frame
from handbook.pages.page import Page
from handbook.pages.printing import printed
from handbook.pages.twins import twins
from handbook.search.index import search_files
from project import TODAY

pytestmark = pytest.mark.slow

TINY = Path(__file__).parent.parent / "checks" / "tiny"

EDITS = (
    ("model/mini/model.yml", "Én fadder følger", "En fadder følger"),
    ("model/mini/model.yml", "short_title: Mini", "short_title: Minste"),
    ("model/andre/model.yml", "title: Den andre modellen", "title: Den neste modellen"),
    ("model/mini/process.yml", "title: Lag plan", "title: Lag en plan"),
    ("model/mini/process.yml", "Da blir det trygt.", "Da blir det tryggere."),
    ("model/andre/process.yml", "title: Først", "title: Først av alt"),
    ("model/mini/practice.yml", "title: Deltakeren slutter", "title: Deltakeren vil slutte"),
    ("model/mini/results.yml", "measure: I lønnet arbeid", "measure: I arbeid med lønn"),
    ("model/roles.yml", "title: fadder", "title: kontaktperson"),
    ("model/roles.yml", "Du leder avdelingen.", "Du leder hele avdelingen."),
    ("model/glossary.yml", "Trening i arbeid", "Øving i arbeid"),
    ("model/glossary.yml", "term: tiltak", "term: arbeidstiltak"),
    ("forms/SKJ-01.yml", "label: Fornavn", "label: Navn"),
    ("forms/SKJ-01.yml", "title: Plan", "title: Felles plan"),
    ("model/themes/personvern.yml", "title: Personvern", "title: Vern om personen"),
    ("model/themes/personvern.yml", "Spør bare om", "Spør aldri om mer enn"),
    ("model/sources/rapport.yml", "title: Rapport om prøven", "title: Rapporten om prøven"),
    ("model/sources/rapport.yml", "Deltakerne hadde", "Alle deltakerne hadde"),
    ("model/handbook.yml", "2026.1", "2026.2"),
)
"""One of every kind of thing that a page shows of another."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny handbook, where one step names a thing of every kind."""
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    named = "[[andre]] [[mini/lag-plan]] [[tiltak]] [[fadder]] [[personvern]] [[rapport]]"
    edit(folder, "model/mini/process.yml", "Vis fram stedet.", f"Vis {named} og [[SKJ-01]].")
    return folder


def edit(project: Path, name: str, old: str, new: str) -> None:
    file = project / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


class Watcher:
    """Writes a handbook again and again in one process, as when somebody watches the site."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.cache = Cache(in_process=True)

    def write(self, today: dt.date = TODAY) -> list[Page]:
        """Every page; kept or not, they and the search are as a first build makes them."""
        reading, findings = find(self.project, today, self.cache)
        book = reading.handbook
        assert book is not None, findings
        context = Context(Linker(book), Downloads(), today=today, findings=findings)
        pages = list(compose_pages(context))
        frame = Frame(book.edition)
        assert dict(printed(pages, frame, self.cache)) == dict(printed(pages, frame))
        assert dict(twins(pages, self.cache)) == dict(twins(pages))
        assert search_files(book, pages, self.cache) == search_files(book, pages)
        self.cache.next_build()
        return pages


def test_what_is_edited_is_seen_wherever_it_is_shown(project: Path) -> None:
    watcher = Watcher(project)
    before = watcher.write()
    for name, old, new in EDITS:
        edit(project, name, old, new)
        after = watcher.write()
        assert after != before, f"{name}: {old}"
        before = after


def test_things_that_come_and_go_are_seen(project: Path) -> None:
    watcher = Watcher(project)
    first = watcher.write()
    theme = project / "model/themes/personvern.yml"
    text = theme.read_text(encoding="utf-8").replace("personvern", "pauser")
    theme.with_stem("pauser").write_text(text, encoding="utf-8")
    assert "tema/pauser" in {page.path for page in watcher.write()}
    theme.with_stem("pauser").unlink()
    assert watcher.write() == first


def test_a_day_that_passes_is_seen(project: Path) -> None:
    watcher = Watcher(project)
    first = watcher.write()
    assert watcher.write(TODAY.replace(year=2040)) != first
    assert watcher.write() == first


def test_what_is_not_touched_is_not_written_again(project: Path) -> None:
    watcher = Watcher(project)
    before = {page.path: page for page in watcher.write()}
    edit(project, "model/mini/model.yml", "Én fadder følger", "En fadder følger")
    after = {page.path: page for page in watcher.write()}
    kept = {path for path, page in after.items() if page == before[path]}
    assert {"kilder/rapport", "ordliste", "modeller/andre/index"} <= kept
    assert "modeller/mini/index" not in kept


def test_a_copy_with_other_values_is_not_taken_for_the_noun_it_was_made_from() -> None:
    book = find(TINY, TODAY)[0].handbook
    assert book is not None
    model = book.model_by_id["mini"]
    before = coverage(model)
    without = model.model_copy(update={"criteria": ()})
    assert coverage(without) != before
    assert coverage(without.model_copy(update={"criteria": model.criteria})) == before
    assert coverage(model) is before
