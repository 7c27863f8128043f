"""Word files that another program has saved, or that somebody wrote in beside the fields."""

from __future__ import annotations

import io
import itertools
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from answering import FIRST_AND_LAST, downloaded, fill, take_in
from playwright.sync_api import Browser, Page
from test_filling_forms import saved, told
from visiting import visiting

pytestmark = pytest.mark.slow

Visit = Callable[[str], Page]
Through = Callable[..., list[bytes]]
LONGEST = "SKJ-12"
FORMS = ("SKJ-09", LONGEST, "SKJ-13", "SKJ-17")
OUTSIDE = "UTENFOR FELT: husk nøkkelkort til Øyås"


@pytest.fixture(scope="module")
def through_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Through:
    """Files as LibreOffice saves them, which drops the tags of all fields.

    It takes seconds to make itself at home on a machine, so it has one home and many files at once.
    """
    home = tmp_path_factory.mktemp("libreoffice")
    numbers = itertools.count(1)

    def saved_again(*files: bytes) -> list[bytes]:
        given, back = home / f"inn{next(numbers)}", home / f"ut{next(numbers)}"
        given.mkdir()
        for at, file in enumerate(files):
            (given / f"{at}.docx").write_bytes(file)
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{home}/profile",
             "--convert-to", "docx:Office Open XML Text", "--outdir", str(back),
             *map(str, sorted(given.iterdir()))],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        return [(back / f"{at}.docx").read_bytes() for at in range(len(files))]

    return saved_again


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


@pytest.mark.parametrize("which", [FIRST_AND_LAST, pytest.param("", marks=pytest.mark.exhaustive)])
def test_libreoffice_may_save_the_file(
    visit: Visit, through_libreoffice: Through, tmp_path: Path, which: str
) -> None:
    answers, files = [], []
    for form in FORMS:
        page = visit(f"skjema/{form}.html")
        answers.append(fill(page, which if form == LONGEST else ""))
        files.append(downloaded(page, '[data-action="docx"]'))
        page.click('[data-action="clear"]')
    for form, given, file in zip(FORMS, answers, through_libreoffice(*files), strict=True):
        assert b"<w:tag " not in zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml")
        page = visit(f"skjema/{form}.html")
        assert saved(page) == {}
        assert "utenfor feltene" not in proposed(page, tmp_path / f"{form}.docx", file)
        page.click("dialog[data-proposal] [value=inn]")
        page.locator("[data-form-status]", has_text=f"Satt inn {len(given)} svar").wait_for()
        assert saved(page) == given
        assert "utenfor feltene" not in told(page)


@pytest.fixture(scope="module")
def nine_through_libreoffice(
    chromium: Browser, built_site: Path, through_libreoffice: Through
) -> tuple[bytes, bytes]:
    """SKJ-09 blank and with three answers, as LibreOffice saves them; started once for both."""
    with visiting(chromium, built_site) as go:
        page = go("skjema/SKJ-09.html")
        blank = downloaded(page, '[data-action="docx"]')
        page.fill('[name="participant_initials"]', "K. N.")
        page.fill('[name="meeting_date"]', "30.11.2026")
        page.fill('[name="next_place"]', "Møterom 2")
        answered = downloaded(page, '[data-action="docx"]')
    blank, answered = through_libreoffice(blank, answered)
    return blank, answered


def test_a_blank_file_from_libreoffice_has_no_answers(
    visit: Visit, nine_through_libreoffice: tuple[bytes, bytes], tmp_path: Path
) -> None:
    """What invites one to write is no answer, also where nothing marks it as that."""
    file = tmp_path / "tom.docx"
    file.write_bytes(nine_through_libreoffice[0])
    take_in(visit("skjema/SKJ-09.html"), file, "Fila har ingen svar.")


def test_a_field_more_or_less_moves_no_answer(
    visit: Visit, nine_through_libreoffice: tuple[bytes, bytes], tmp_path: Path
) -> None:
    """When the places no longer can be counted, titles decide, and the rest is told."""
    page = visit("skjema/SKJ-09.html")
    extra = "<w:p><w:sdt><w:sdtContent><w:r><w:t>ekstra</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    file = rewritten(
        nine_through_libreoffice[1], lambda body: body.replace("<w:p>", f"{extra}<w:p>", 1)
    )
    said = proposed(page, tmp_path / "ut.docx", file)
    assert "«ekstra»" in said
    assert "«30.11.2026»" in said
    page.click("dialog[data-proposal] [value=inn]")
    assert saved(page) == {"participant_initials": "K. N.", "next_place": "Møterom 2"}


def test_a_file_without_names_of_another_form_says_where_it_belongs(
    visit: Visit, nine_through_libreoffice: tuple[bytes, bytes], tmp_path: Path
) -> None:
    file = tmp_path / "ni.docx"
    file.write_bytes(nine_through_libreoffice[1])
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
