"""What readers take away: packages, privacy papers, data, the offline zip."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import json
import posixpath
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from docx import Document
from lxml import html

from handbook.__main__ import main
from handbook.build import Build
from handbook.document.linker import Linker
from handbook.findings import Place
from handbook.kept import Cache
from handbook.model.form import Form, PersonalData
from handbook.model.privacy import processing_rows
from handbook.pages import compose_pages
from handbook.pages.context import Context
from handbook.publishing import form_files
from handbook.publishing.book_files import PdfBuilder, book_files
from handbook.publishing.deck_files import deck_bytes, deck_files
from handbook.publishing.dump import dump
from handbook.publishing.files import build_files, place_of
from handbook.publishing.form_files import FormFiles
from handbook.publishing.offline import offline_files, offline_zip
from handbook.publishing.packages import packages
from handbook.publishing.privacy_files import privacy_files
from handbook.publishing.word_papers import message_files
from handbook.reading.folder import Reading, read_handbook
from project import ROOT, article_of, real_reading


@pytest.fixture(scope="module")
def reading() -> Reading:
    return real_reading()


def test_a_start_pack_holds_the_forms_of_the_first_phase_and_a_readme(real: Build) -> None:
    assert real.book
    for model in real.book.models:
        wanted = {form for step in model.phases[0].steps for form in step.forms}
        address = f"last-ned/skjemapakker/{model.id}-startpakke.zip"
        assert (address in real.files) == bool(wanted), model.id
        if not wanted:
            continue
        with zipfile.ZipFile(io.BytesIO(real.files[address])) as pack:
            names = pack.namelist()
            readme = pack.read("LESMEG.txt").decode("utf-8-sig")
        for form in wanted:
            assert any(n.startswith(f"{form}-") and n.endswith(".pdf") for n in names), form
            assert any(n.startswith(f"{form}-") and n.endswith(".docx") for n in names), form
            assert f"{form} {real.book.form_by_id[form].title}" in readme
        assert all(" " not in name and name.isascii() for name in names)


def test_the_pack_of_everything_holds_every_form(real: Build) -> None:
    assert real.book
    with zipfile.ZipFile(io.BytesIO(real.files["last-ned/skjemapakker/alle-skjemaer.zip"])) as pack:
        pdfs = {n[:6] for n in pack.namelist() if n.endswith(".pdf")}
    assert pdfs == {form.id for form in real.book.forms}


def test_the_record_has_a_row_for_each_form_with_personal_data(real: Build) -> None:
    assert real.book
    for model in real.book.models:
        text = real.files[f"last-ned/personvern/{model.id}-personvern.csv"].decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))[1:]
        wanted = [
            form.id
            for form in (real.book.form_by_id[i] for i in model.forms)
            if any(f.personal_data is not PersonalData.NONE for f in form.fields)
        ]
        assert [row[0].split()[0] for row in rows] == wanted
        cells = [cell for row in rows for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
        assert "" in cells
        assert "'" not in cells
        assert all(row[-1].startswith("Utkast.") for row in rows)


def test_the_word_file_says_it_is_a_draft_and_leaves_blanks(real: Build) -> None:
    assert real.book
    model = real.book.models[0]
    content = real.files[f"last-ned/personvern/{model.id}-personvern.docx"]
    text = "\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs)
    assert "Utkast" in text
    assert "Fylles ut av virksomheten" in text
    for row in processing_rows(real.book, model):
        assert row.form.id in text


def test_the_data_file_holds_every_noun(real: Build) -> None:
    assert real.book
    data = json.loads(real.files["data/handbook.json"])
    assert [m["id"] for m in data["models"]] == [m.id for m in real.book.models]
    assert [f["id"] for f in data["forms"]] == [f.id for f in real.book.forms]
    assert sum(len(s["findings"]) for s in data["sources"]) == len(real.book.finding_by_id)


@pytest.mark.slow
def test_only_a_form_that_changed_is_made_again(
    reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `mkdocs serve` does each time an editor saves."""
    assert reading.handbook
    book = dataclasses.replace(reading.handbook, forms=reading.handbook.forms[:3])
    made: list[str] = []

    def write(form: Form, *_: object) -> dict[str, bytes]:
        made.append(form.id)
        return {"a.pdf": form.title.encode()}

    monkeypatch.setattr(form_files, "write", write)
    place = Place("forms/x.yml", 1, 1)
    first, *others = book.forms
    changed = first.model_copy(update={"title": "Ny tittel"})
    for forms in (book.forms, book.forms, (changed, *others)):
        again = dataclasses.replace(book, forms=forms)
        assert len(FormFiles(again, Cache(tmp_path), lambda *_: place).by_form) == 3
    assert made == [*(form.id for form in book.forms), first.id]


@pytest.mark.slow
def test_papers_that_are_kept_are_those_made_anew(tmp_path: Path) -> None:
    """After every edit they are the ones that a first build makes."""
    project = Path(shutil.copytree(ROOT / "tests/checks/tiny", tmp_path / "tiny"))
    cache = Cache(in_process=True)
    for name, old, new in (
        ("forms/SKJ-01.yml", "id: SKJ-01", "id: SKJ-01"),
        ("forms/SKJ-01.yml", "label: Fornavn", "label: Navn"),
        ("forms/SKJ-01.yml", "Slettes tre", "Slettes fire"),
        ("model/mini/model.yml", "short_title: Mini", "short_title: Minste"),
        ("model/mini/process.yml", "title: Lag plan", "title: Lag en plan"),
        ("model/handbook.yml", "2026.1", "2026.2"),
    ):
        text = (project / name).read_text(encoding="utf-8")
        assert old in text
        (project / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        book = read_handbook(project, cache).handbook
        assert book
        made = {form.id: {f"{form.id}.pdf": form.model_dump_json().encode()} for form in book.forms}
        assert packages(book, made, cache) == packages(book, made)
        for model in book.models:
            assert privacy_files(book, model, cache) == privacy_files(book, model)
            assert message_files(book, model, cache) == message_files(book, model)
            for deck in deck_files(book, model):
                assert deck_bytes(deck, book.edition, cache) == deck_bytes(deck, book.edition)
        cache.next_build()


def test_the_data_are_laid_out_as_json_usually_is(reading: Reading) -> None:
    assert reading.handbook
    for book in (reading.handbook, dataclasses.replace(reading.handbook, terms=())):
        data = dump(book)
        whole = json.dumps(json.loads(data), ensure_ascii=False, indent=1)
        assert data.decode() == whole + "\n"


def test_a_form_that_cannot_be_laid_out_is_a_finding_at_its_line(reading: Reading) -> None:
    book = reading.handbook
    assert book
    form = book.form_by_id["SKJ-09"]
    section = form.sections[0]
    field = section.fields[0].model_copy(update={"label": "漢字"})
    sections = (
        section.model_copy(update={"fields": (field, *section.fields[1:])}),
        *form.sections[1:],
    )
    broken = dataclasses.replace(book, forms=(form.model_copy(update={"sections": sections}),))
    places = reading.places
    files = FormFiles(broken, Cache(), lambda *at: place_of(places, broken, *at))
    assert files.by_form == {"SKJ-09": {}}
    (found,) = files.findings
    assert found.code == "F30"
    assert found.place.file == "forms/SKJ-09.yml"
    line = (ROOT / found.place.file).read_text("utf-8").splitlines()[found.place.line - 1]
    assert line.strip() == f"- id: {field.id}"
    assert "SKJ-09" in found.problem


@pytest.mark.slow
def test_a_book_that_cannot_be_set_is_a_finding_at_its_line(reading: Reading) -> None:
    book = reading.handbook
    assert book
    term = book.terms[0].model_copy(update={"english": "漢字"})
    broken = dataclasses.replace(book, terms=(term, *book.terms[1:]))
    pdfs = PdfBuilder(broken, Cache())
    files, (found,) = book_files(pdfs, reading.places)
    assert (files, pdfs.missing) == ({}, "")
    assert found.code == "B01"
    assert found.place.file == "model/glossary.yml"
    assert found.place.line > 1


@pytest.mark.slow
def test_without_files_a_form_can_still_be_filled_in(reading: Reading) -> None:
    assert reading.handbook
    bare = build_files(reading.handbook, reading.places, Cache(), files=False).downloads
    assert bare.files == {}
    pages = compose_pages(Context(Linker(reading.handbook), bare))
    shown = article_of(next(page for page in pages if page.path == "skjema/SKJ-01"))
    assert 'data-form="SKJ-01"' in shown
    assert "Last ned tomt" not in shown


def test_the_offline_zip_is_whole_checkable_and_always_the_same(
    reading: Reading, tmp_path: Path
) -> None:
    assert reading.handbook
    left_out = ("_headers", "data/manifest.json", "index.html.gz", "last-ned/skjemapakker/x.zip")
    for name in ("index.html", "skjema/a.html", *left_out):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    once = offline_zip(tmp_path, reading.handbook.edition)
    assert once == offline_zip(tmp_path, reading.handbook.edition)
    with zipfile.ZipFile(io.BytesIO(once)) as pack:
        names = {name.partition("/")[2] for name in pack.namelist()}
    assert names == {"index.html", "skjema/a.html", "SJEKKSUMMER.txt", "LESMEG.txt"}


def test_the_sum_of_the_offline_zip_lies_outside_it(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("hei")
    made = ["--site", str(tmp_path / "site"), "--out", str(tmp_path / "ut")]
    assert main(["--root", str(ROOT / "tests/checks/tiny"), "offline", *made]) == 0
    pack, sums = sorted((tmp_path / "ut").iterdir())
    digest, name = sums.read_text().split()
    assert (sums.name, name) == (f"{pack.name}.sha256", pack.name)
    assert digest == hashlib.sha256(pack.read_bytes()).hexdigest()


@pytest.mark.content
@pytest.mark.slow
def test_every_link_in_the_offline_copy_leads_to_a_file_in_it(
    built_site: Path, reading: Reading
) -> None:
    assert reading.handbook
    files = offline_files(built_site, reading.handbook.edition)
    lost, seen = [], 0
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        page = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
        ways = [end for _, attribute, end, _ in page.iterlinks() if attribute in ("href", "src")]
        for end in ways:
            target = urlsplit(end)
            if target.scheme or target.netloc or not target.path:
                continue
            seen += 1
            found = posixpath.normpath(posixpath.join(posixpath.dirname(name), target.path))
            if unquote(found) not in files:
                lost.append(f"{name}: {end}")
    assert seen > 10_000
    assert not lost, "\n".join(lost[:20])


@pytest.mark.slow
def test_the_offline_copy_can_be_checked_by_its_sums_and_names_its_edition(
    built_site: Path, reading: Reading
) -> None:
    assert reading.handbook
    files = offline_files(built_site, reading.handbook.edition)
    lines = files["SJEKKSUMMER.txt"].decode().splitlines()
    assert len(lines) == len(files) - 2
    for line in lines:
        checksum, _, name = line.partition("  ")
        assert hashlib.sha256(files[name]).hexdigest() == checksum, name
    assert reading.handbook.edition.edition in files["LESMEG.txt"].decode("utf-8-sig")
    assert sum(map(len, files.values())) < 60_000_000


def test_a_package_left_out_is_led_to_on_the_web(reading: Reading, tmp_path: Path) -> None:
    assert reading.handbook
    page = '<li><a href="../skjemapakker/aft.zip" download>AFT</a> <span>zip</span></li>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    edition = reading.handbook.edition
    said = offline_files(tmp_path, edition)["index.html"].decode()
    web = f"{edition.site_url.rstrip('/')}/last-ned/skjemapakker/aft.zip"
    assert said == f'<li><a href="{web}">AFT (på nett)</a> <span>zip</span></li>'
