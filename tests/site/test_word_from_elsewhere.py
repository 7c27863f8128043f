"""Word files that another program has saved, or that somebody wrote in beside the fields."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from answering import downloaded, fill, take_in
from playwright.sync_api import Page
from test_filling_forms import saved, told

pytestmark = pytest.mark.slow

Visit = Callable[[str], Page]
OUTSIDE = "UTENFOR FELT: husk nøkkelkort til Øyås"


def through_libreoffice(file: bytes, folder: Path) -> bytes:
    """The same file as LibreOffice saves it: it drops the tags of all fields."""
    (folder / "inn").mkdir()
    (folder / "inn" / "a.docx").write_bytes(file)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", "docx:Office Open XML Text", "--outdir", str(folder),
         str(folder / "inn" / "a.docx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return (folder / "a.docx").read_bytes()


def rewritten(file: bytes, change: Callable[[str], str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = change(content.decode()).encode()
            target.writestr(name, content)
    return out.getvalue()


def with_more(file: bytes, text: str) -> bytes:
    """With a paragraph of somebody's own at the end."""
    more = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:sectPr"
    return rewritten(file, lambda body: more.join(body.rsplit("<w:sectPr", 1)))


def proposed(page: Page, file: Path, content: bytes) -> str:
    """What the page would take in from a file."""
    file.write_bytes(content)
    page.set_input_files("input[type=file]", str(file))
    dialog = page.locator("dialog[data-proposal][open]")
    dialog.wait_for()
    return dialog.inner_text()


@pytest.mark.parametrize("form", ["SKJ-09", "SKJ-12", "SKJ-13", "SKJ-17"])
def test_libreoffice_may_save_the_file(visit: Visit, tmp_path: Path, form: str) -> None:
    page = visit(f"skjema/{form}.html")
    fill(page)
    answers = fill(page)
    file = through_libreoffice(downloaded(page, '[data-action="docx"]'), tmp_path)
    assert b"<w:tag " not in zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml")
    page.click('[data-action="clear"]')
    assert "utenfor feltene" not in proposed(page, tmp_path / "ut.docx", file)
    page.click("dialog[data-proposal] [value=inn]")
    page.locator("[data-form-status]", has_text=f"Satt inn {len(answers)} svar").wait_for()
    assert saved(page) == answers
    assert "utenfor feltene" not in told(page)


def test_a_blank_file_from_libreoffice_has_no_answers(visit: Visit, tmp_path: Path) -> None:
    """What invites one to write is no answer, also where nothing marks it as that."""
    page = visit("skjema/SKJ-09.html")
    file = tmp_path / "tom.docx"
    file.write_bytes(through_libreoffice(downloaded(page, '[data-action="docx"]'), tmp_path))
    take_in(page, file, "Fila har ingen svar.")


def test_a_field_more_or_less_moves_no_answer(visit: Visit, tmp_path: Path) -> None:
    """When the places no longer can be counted, titles decide, and the rest is told."""
    page = visit("skjema/SKJ-09.html")
    page.fill('[name="participant_initials"]', "K. N.")
    page.fill('[name="meeting_date"]', "30.11.2026")
    page.fill('[name="next_place"]', "Møterom 2")
    file = through_libreoffice(downloaded(page, '[data-action="docx"]'), tmp_path)
    extra = "<w:p><w:sdt><w:sdtContent><w:r><w:t>ekstra</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    file = rewritten(file, lambda body: body.replace("<w:p>", f"{extra}<w:p>", 1))
    page.click('[data-action="clear"]')
    said = proposed(page, tmp_path / "ut.docx", file)
    assert "«ekstra»" in said
    assert "«30.11.2026»" in said
    page.click("dialog[data-proposal] [value=inn]")
    assert saved(page) == {"participant_initials": "K. N.", "next_place": "Møterom 2"}


def test_a_file_without_names_of_another_form_says_where_it_belongs(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit("skjema/SKJ-09.html")
    page.fill('[name="participant_initials"]', "K. N.")
    file = tmp_path / "ni.docx"
    file.write_bytes(through_libreoffice(downloaded(page, '[data-action="docx"]'), tmp_path))
    take_in(visit("skjema/SKJ-06.html"), file, "bare hentes inn på siden til SKJ-09")


def test_words_outside_the_fields_are_told(visit: Visit, tmp_path: Path) -> None:
    page = visit("skjema/SKJ-09.html")
    page.fill('[name="participant_initials"]', "K. N.")
    file = with_more(downloaded(page, '[data-action="docx"]'), OUTSIDE)
    page.click('[data-action="clear"]')
    said = proposed(page, tmp_path / "ut.docx", file)
    assert f"Teksten «{OUTSIDE}» står utenfor feltene og blir ikke tatt med." in said
    page.click("dialog[data-proposal] [value=inn]")
    page.locator("[data-form-status]", has_text="Satt inn 1 svar").wait_for()
    assert f"Teksten «{OUTSIDE}» står utenfor feltene og ble ikke tatt med." in told(page)


def test_words_outside_are_told_also_when_there_is_no_answer(visit: Visit, tmp_path: Path) -> None:
    page = visit("skjema/SKJ-09.html")
    file = tmp_path / "ut.docx"
    file.write_bytes(with_more(downloaded(page, '[data-action="docx"]'), OUTSIDE))
    take_in(page, file, f"Fila har ingen svar. Teksten «{OUTSIDE}»")


def test_an_answer_without_a_place_comes_back(visit: Visit, tmp_path: Path) -> None:
    """It is written at the end of the file, outside every field."""
    page = visit("skjema/SKJ-09.html")
    file = tmp_path / "eldre.json"
    file.write_text('{"form": "SKJ-09", "answers": {"gammelt": "Viktig: to\\nlinjer"}}')
    take_in(page, file, "Satt inn 1 svar")
    word = downloaded(page, '[data-action="docx"]')
    page.click('[data-action="clear"]')
    assert "utenfor feltene" not in proposed(page, tmp_path / "ut.docx", word)
    page.click("dialog[data-proposal] [value=inn]")
    page.locator("[data-form-status]", has_text="Satt inn 1 svar").wait_for()
    assert "gammelt: Viktig: to" in page.locator("[data-left-over]").inner_text()
