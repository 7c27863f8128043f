"""Journey 4: fill in a form from disk without a network; files, drafts and data come out right."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

FORM = "skjema/SKJ-09.html"


@pytest.fixture
def page(chromium: Browser, built_site: Path) -> Iterator[Page]:
    context = chromium.new_context(offline=True, accept_downloads=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"file://{built_site / FORM}")
    yield page
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
    assert errors == []
    context.close()


def fill(page: Page) -> dict[str, str | bool]:
    """Answer every plain question, the first option of each choice and the first row of tables."""
    answers: dict[str, str | bool] = {}
    for control in page.locator("form[data-form] [name]:visible").all():
        name = control.get_attribute("name")
        kind = control.get_attribute("type") or ""
        assert name
        if kind == "radio":
            if name not in answers:
                control.check()
                answers[name] = control.get_attribute("value") or ""
        elif kind == "checkbox":
            control.check()
            answers[name] = True
        elif control.evaluate("e => e.tagName") == "SELECT":
            control.select_option(index=1)
            answers[name] = control.input_value()
        elif control.get_attribute("data-date") is not None:
            control.fill("30.11.2026")
            answers[name] = "2026-11-30"
        elif control.get_attribute("inputmode") == "decimal":
            control.fill("3")
            answers[name] = 3  # type: ignore[assignment]
        else:
            control.fill("Blåbær «på» jobb")
            answers[name] = "Blåbær «på» jobb"
    return answers


def download(page: Page, action: str) -> bytes:
    with page.expect_download(timeout=60_000) as waiting:
        page.click(f'[data-action="{action}"]')
    return Path(waiting.value.path()).read_bytes()


def test_data_goes_out_and_comes_back(page: Page, tmp_path: Path) -> None:
    answers = fill(page)
    saved = json.loads(download(page, "json"))
    assert saved["form"] == "SKJ-09"
    assert saved["answers"] == answers
    file = tmp_path / "svar.json"
    file.write_text(json.dumps(saved), encoding="utf-8")
    page.reload()
    assert page.evaluate("document.querySelector('form').elements[2].value") == ""
    page.set_input_files("[data-import-file]", str(file))
    page.wait_for_function(
        "document.querySelector('[data-form-status]').textContent.startsWith('Hentet')"
    )
    assert json.loads(download(page, "json"))["answers"] == answers


def test_a_filled_pdf_holds_the_answers(page: Page) -> None:
    answers = fill(page)
    with pikepdf.open(io.BytesIO(download(page, "pdf"))) as pdf:
        values = {}
        for widget in pdf.Root.AcroForm.Fields:
            _values(widget, "", values)
    for name, answer in answers.items():
        want = {"2026-11-30": "30.11.2026", 3: "3"}.get(answer, answer)  # type: ignore[call-overload]
        got = values[name]
        assert got not in ("", "/Off") if answer is True else got.lstrip("/") == want, name


def _values(field: pikepdf.Object, above: str, values: dict[str, str]) -> None:
    own = str(field.get("/T", ""))
    name = ".".join(part for part in (above, own) if part)
    kids = field.get("/Kids")
    if kids is not None and any("/T" in kid for kid in kids):
        for kid in kids:
            _values(kid, name, values)
    else:
        values[name] = str(field.get("/V", ""))


def test_a_filled_word_file_holds_the_answers(page: Page) -> None:
    fill(page)
    with zipfile.ZipFile(io.BytesIO(download(page, "docx"))) as parts:
        xml = parts.read("word/document.xml").decode()
    assert xml.count("Blåbær «på» jobb") > 3
    assert "30.11.2026" in xml
    assert "2026-11-30T00:00:00Z" in xml


def test_what_is_missing_is_said_and_nothing_is_blocked(page: Page) -> None:
    assert download(page, "pdf").startswith(b"%PDF")
    summary = page.locator("[data-error-summary]")
    assert summary.is_visible()
    assert "mangler" in summary.inner_text()
    links = summary.locator("a").all()
    assert len(links) == page.locator("[data-required]:visible").count()
    links[0].click()
    assert page.evaluate("document.activeElement.name") != ""


def test_a_draft_stays_only_when_asked_for_and_can_be_deleted(page: Page) -> None:
    field = page.locator('form [name][type="text"]').first
    field.fill("AB")
    assert page.evaluate("localStorage.length") == 0
    page.check("[data-keep]")
    assert page.evaluate("localStorage.length") == 1
    page.reload()
    assert page.locator('form [name][type="text"]').first.input_value() == "AB"
    page.click("[data-forget]")
    assert page.evaluate("localStorage.length") == 0


def test_answers_from_another_form_fill_what_they_share(page: Page, tmp_path: Path) -> None:
    name = page.locator('form [name][type="text"]').first.get_attribute("name")
    file = tmp_path / "annet.json"
    file.write_text(json.dumps({"form": "SKJ-05", "answers": {name: "CD", "ukjent": "x"}}))
    page.set_input_files("[data-import-file]", str(file))
    page.wait_for_function(
        "document.querySelector('[data-form-status]').textContent.includes('SKJ-05')"
    )
    assert page.locator('form [name][type="text"]').first.input_value() == "CD"


def test_a_strange_file_is_refused_kindly(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "bilde.json"
    file.write_bytes(b"\x00\x01")
    page.set_input_files("[data-import-file]", str(file))
    page.wait_for_function(
        "document.querySelector('[data-form-status]').textContent.includes('ikke lagret fra')"
    )
