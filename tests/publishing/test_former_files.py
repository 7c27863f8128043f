"""A file keeps its former addresses when its form, model, role, phase or edition is renamed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from pathlib import Path

import pytest

from handbook.__main__ import main
from handbook.build import Options, build
from handbook.editing.release import published
from handbook.kept import Cache
from handbook.model.handbook import Handbook
from handbook.model.published import Published
from handbook.publishing.former_files import former_files
from handbook.reading.folder import read_handbook
from project import CACHE, ROOT, TODAY

TINY = ROOT / "tests/checks/tiny"


@pytest.fixture(scope="module")
def book() -> Handbook:
    """The tiny handbook where the form, the model and a role have been called otherwise."""
    read = read_handbook(TINY).handbook
    assert read
    form = read.form_by_id["SKJ-01"].model_copy(
        update={"title": "Ny plan", "former_ids": ("SKJ-90",)}
    )
    role = read.role_by_id["leder"].model_copy(update={"former_ids": ("sjef",)})
    return dataclasses.replace(
        read,
        forms=(form, *read.forms[1:]),
        roles=tuple(role if one.id == role.id else one for one in read.roles),
    )


THEN = Published(
    ["2025.1"],
    {"SKJ-01": ["Gammel plan"], "SKJ-90": ["Eldst"]},
    {"mini": [("Start", "Før"), ("Start", "Da")], "mini-modellen": [("Start", "Aller først")]},
)


@pytest.mark.parametrize(("now", "before"), [
    ("skjema/filer/SKJ-01-ny-plan.pdf", {
        "skjema/filer/SKJ-01-gammel-plan.pdf", "skjema/filer/SKJ-90-eldst.pdf",
        "skjema/filer/SKJ-90-ny-plan.pdf"}),
    ("skjema/filer/SKJ-01-ny-plan.pdf.js", set()),
    ("last-ned/modeller/mini.pdf", {"last-ned/modeller/mini-modellen.pdf"}),
    ("last-ned/personvern/mini-personvern.csv", {
        "last-ned/personvern/mini-modellen-personvern.csv"}),
    ("last-ned/roller/leder.pdf", {"last-ned/roller/sjef.pdf"}),
    ("last-ned/skjemapakker/mini-fase-2-nå.zip", {
        f"last-ned/skjemapakker/{model}-fase-2-{phase}.zip"
        for model in ("mini", "mini-modellen") for phase in ("for", "da", "aller-forst", "nå")
    } - {"last-ned/skjemapakker/mini-fase-2-nå.zip"}),
    ("data/handbook.json", set()),
])  # fmt: skip
def test_every_former_name_leads_to_the_file_of_now(
    now: str, before: set[str], book: Handbook
) -> None:
    assert former_files(book, {now}, THEN) == dict.fromkeys(before, now)


def test_a_book_leads_from_the_editions_before(book: Handbook) -> None:
    edition = book.edition.edition
    now = {f"last-ned/bok/bok-{edition}.pdf", f"last-ned/bok/bok-{edition}-roller.epub"}
    assert former_files(book, now, THEN) == {
        one.replace(edition, "2025.1"): one for one in now
    }  # fmt: skip


def test_no_former_name_takes_that_of_another_file(book: Handbook) -> None:
    files = {"last-ned/roller/leder.pdf", "last-ned/roller/sjef.pdf"}
    assert former_files(book, files, THEN) == {}


def test_editions_remember_what_names_of_files_are_made_of(tmp_path: Path) -> None:
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    handbook = root / "model/handbook.yml"
    text = handbook.read_text(encoding="utf-8")
    handbook.write_text(text.replace('- version: "1.0"', '- version: "2026.1"', 1), "utf-8")
    assert main(["--root", str(root), "--today", str(TODAY), "release", "2026.1"]) == 0
    then = published(root)
    book = read_handbook(root).handbook
    assert book
    assert list(then.editions) == ["2026.1"]
    assert list(then.forms["SKJ-01"]) == [book.form_by_id["SKJ-01"].title]
    phases = tuple(phase.title for phase in book.model_by_id["mini"].phases)
    assert list(then.phases["mini"]) == [phases]


@pytest.mark.slow
def test_the_site_has_the_file_and_servers_lead_on(tmp_path: Path) -> None:
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    form = root / "forms/SKJ-01.yml"
    text = form.read_text(encoding="utf-8")
    form.write_text(text.replace("id: SKJ-01\n", "id: SKJ-01\nformer_ids: [SKJ-90]\n", 1), "utf-8")
    made = build(root, dt.date(2026, 11, 22), Cache(CACHE), Options())
    assert not made.errors
    (new,) = [one for one in made.files if "SKJ-01" in one and one.endswith(".docx")]
    old = new.replace("SKJ-01", "SKJ-90")
    assert made.files[old] == made.files[new]
    assert f"/{old} /{new} 301" in made.files["_redirects"].decode().splitlines()
