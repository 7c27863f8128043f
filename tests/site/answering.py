"""Answers a form in the browser and reads the files it gives with other libraries."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pypdfium2
from docx import Document
from playwright.sync_api import Page

Answers = dict[str, str | bool | int]
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


_SHOWN = """controls => controls.map(control => ({
  name: control.name, kind: control.tagName === 'SELECT' ? 'select' : control.type,
  value: control.value, date: control.hasAttribute('data-date'), mode: control.inputMode,
}))"""
"""What the controls of a form are, asked for once: each question to a page takes its time."""


_CHOSEN = ("radio", "checkbox", "select")

_WRITE = """(controls, answers) => controls.filter(({name}) => name in answers).filter(control => {
  control.focus();
  control.select();
  return control.disabled || document.activeElement !== control
    || !document.execCommand('insertText', false, answers[control.name]);
}).map(control => control.name)"""
"""Writes the answers as one who types, in one visit; names the controls that take no letters."""


FIRST_AND_LAST = ":is(:not([name*='.']), [name*='.1.'], [name*='.2.'], [name*='.20.'])"
"""Of a table of twenty rows the first two and the last, and all that stands in no table."""


def fill(page: Page, which: str = "") -> Answers:
    """Answer every question that is shown, and those that come then; a text has its own word.

    `which` of them, as a selector.
    """
    answers: Answers = {}
    while found := _answered(page, which, answers):
        answers |= found
    return answers


def _answered(page: Page, which: str, before: Answers) -> Answers:
    """What is answered to the questions that are shown now and were not before."""
    answers: Answers = {}
    shown = page.locator(f"form[data-form] [name]{which}:visible")
    chosen = []
    for at, about in enumerate(shown.evaluate_all(_SHOWN)):
        name = about["name"]
        if name not in before and name not in answers:
            answers[name] = _answer(about)
            if about["kind"] in _CHOSEN:
                chosen.append((at, about))
    handles = shown.element_handles() if chosen else []
    written = answers.keys() - {about["name"] for _, about in chosen}
    lost = shown.evaluate_all(_WRITE, {name: on_paper(answers[name]) for name in written})
    assert lost == [], "what cannot be written in"
    for at, about in chosen:
        if about["kind"] == "select":
            handles[at].select_option(index=1)
            answers[about["name"]] = handles[at].input_value()
        else:
            handles[at].check()
    return answers


def _answer(about: dict[str, Any]) -> str | bool | int:
    """What is answered to a question of this kind."""
    if about["kind"] == "radio":
        return str(about["value"])
    if about["kind"] == "checkbox":
        return True
    if about["date"]:
        return "2026-11-30"
    if about["mode"] == "decimal":
        return 3
    return "987 65 432" if about["name"].endswith("phone") else f"Blåbær «{about['name']}»"


def downloaded(page: Page, button: str) -> bytes:
    """What a click on a button gives."""
    with page.expect_download(timeout=60_000) as waiting:
        page.click(button)
    return Path(waiting.value.path()).read_bytes()


def take_in(page: Page, file: Path, said: str) -> None:
    """Choose a saved file, say yes to what it would do, and wait until the page says `said`."""
    page.set_input_files("input[type=file]", str(file))
    page.wait_for_function(
        "() => document.querySelector('dialog[data-proposal][open]') || "
        "/\\S/.test([...document.querySelectorAll('main [role=status]')]"
        ".map(status => status.textContent.replace(/^Leser fila …$/, '')).join(''))"
    )
    if page.locator("dialog[data-proposal][open]").count():
        page.click("dialog[data-proposal] [value=inn]")
    page.wait_for_function(
        "said => [...document.querySelectorAll('main [role=status]')]"
        ".some(status => status.textContent.includes(said))", arg=said,
    )  # fmt: skip


def on_paper(answer: str | bool | int) -> str:
    """An answer as it stands in a file: dates the Norwegian way, ticks as «Ja»."""
    return {"2026-11-30": "30.11.2026", "True": "Ja"}.get(str(answer), str(answer))


def pdf_answers(file: bytes) -> Answers:
    """The answers a filled file carries as data, as qpdf finds them."""
    with pikepdf.open(io.BytesIO(file)) as whole:
        saved = json.loads(whole.attachments["svar.json"].get_file().read_bytes())
    answers: Answers = saved["answers"]
    return answers


def pdf_words(file: bytes) -> str:
    """Everything that stands on its pages, as PDFium (Chrome, Edge) reads it."""
    document = pypdfium2.PdfDocument(file)
    said = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    document.close()
    return " ".join(" ".join(said).split())


def word_answers(file: bytes) -> dict[str, str]:
    """Content control → its words, in a file that python-docx opens; untouched ones left out."""
    Document(io.BytesIO(file))
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        body = ElementTree.fromstring(parts.read("word/document.xml"))
    return dict(_controls(body))


def _controls(body: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for control in body.iter(f"{_W}sdt"):
        about, content = control.find(f"{_W}sdtPr"), control.find(f"{_W}sdtContent")
        assert about is not None
        assert content is not None
        tag = about.find(f"{_W}tag")
        if tag is not None and about.find(f"{_W}showingPlcHdr") is None:
            words = "".join(
                "\n" if part.tag == f"{_W}br" else part.text or ""
                for part in content.iter()
                if part.tag in (f"{_W}t", f"{_W}br")
            )
            yield str(tag.get(f"{_W}val")), words
