"""A file or a browser that is not as it should be: a sentence, and what stood there stands."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from answering import downloaded, take_in, word_answers
from playwright.sync_api import Browser, Page

from waking import awake

pytestmark = pytest.mark.slow

FORM = "skjema/SKJ-09.html"
Visit = Callable[[str], Page]


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"<w:document>" + b" " * 300_000_000)
    return packed.getvalue()


def _answers(answers: dict[str, Any], **more: Any) -> bytes:
    return json.dumps({"form": "SKJ-09", "answers": answers, **more}).encode()


NOT_OURS = "ikke lagret fra et skjema i håndboka"
REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "100 MB": ("a.json", lambda: b'{"answers":{"a":"' + b"x" * 100_000_000 + b'"}}',
               "større enn noe skjema herfra"),
    "2 million letters": ("a.json", lambda: _answers({"own_assessment": "x" * 2_000_000}),
                           "mer tekst enn noe skjema"),
    "6 000 answers": ("a.json", lambda: _answers({f"x{n}": "y" for n in range(6000)}),
                      "flere svar enn noe skjema"),
    "a damaged PDF": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 200, "ingen svar som"),
    "a damaged Word file": ("a.docx", lambda: b"PK\x03\x04" + bytes(range(256)) * 200, NOT_OURS),
    "a Word file that swells": ("a.docx", _bomb, NOT_OURS),
    "a form with a name of code": (
        "a.json", lambda: _answers({"a": "b"}, form="<img src=x onerror=alert(1)>"),
        "Ingen svar fra <img src=x onerror=alert(1)> passer her"),
}  # fmt: skip
"""What somebody chose → its name, its bytes, and what the page says of it."""


@pytest.mark.parametrize("wrong", REFUSED)
def test_a_file_that_cannot_be_used_changes_nothing(
    visit: Visit, tmp_path: Path, wrong: str
) -> None:
    name, made, said = REFUSED[wrong]
    (tmp_path / name).write_bytes(made())
    page = visit(FORM)
    page.fill('[name="participant_initials"]', "AB")
    take_in(page, tmp_path / name, said)
    assert page.input_value('[name="participant_initials"]') == "AB"


def test_names_of_no_question_are_kept_and_make_no_rows(visit: Visit, tmp_path: Path) -> None:
    """Row 1 000 000 000, and what every object has in a browser."""
    strange = ["present.51.name", "present.1000000000.name", "constructor", "hasOwnProperty"]
    file = tmp_path / "svar.json"
    hostile = _answers(dict.fromkeys(strange, "x") | {"own_assessment": "Bra"})
    file.write_bytes(
        hostile.replace(b'"own_assessment"', b'"__proto__": {"a": 1}, "own_assessment"')
    )
    page = visit(FORM)
    take_in(page, file, "Satt inn 5 svar")
    whole = json.loads(downloaded(page, '[data-action="json"]'))
    assert whole["answers"] == {"own_assessment": "Bra"}
    assert whole["left"] == dict.fromkeys(strange, "x")
    assert page.locator('[name^="present."][name$=".name"]').count() == 4
    written = word_answers(downloaded(page, '[data-action="docx"]'))
    assert not [name for name in written if name.startswith("present.5")]
    page.reload()
    page.wait_for_selector("[data-left-over]:not([hidden])")
    for name in strange:
        assert f"{name}: x" in page.locator("[data-left-over]").inner_text()


def test_a_file_of_a_later_version_says_so(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "svar.json"
    file.write_bytes(_answers({"own_assessment": "Bra"}, version="9.9"))
    page = visit(FORM)
    page.set_input_files("[data-import-file]", str(file))
    dialog = page.locator("dialog[data-proposal][open]")
    assert "Fila er fra versjon 9.9 av skjemaet." in dialog.inner_text()
    file.write_bytes(_answers({"own_assessment": "Bra"}, version="0.9"))
    dialog.locator("text=Avbryt").click()
    page.set_input_files("[data-import-file]", str(file))
    dialog.wait_for()
    assert "Fila er fra versjon" not in dialog.inner_text()


def test_ten_thousand_emoji_are_an_answer(visit: Visit, tmp_path: Path) -> None:
    """In one word, so that nothing can be measured whole."""
    file = tmp_path / "svar.json"
    file.write_bytes(_answers({"own_assessment": "👩🏽‍🏭" * 10_000}))
    page = visit(FORM)
    take_in(page, file, "Satt inn 1 svar")
    assert downloaded(page, '[data-action="pdf"]').startswith(b"%PDF")
    assert len(
        json.loads(downloaded(page, '[data-action="json"]'))["answers"]["own_assessment"]
    ) == (len("👩🏽‍🏭") * 10_000)


FORBIDDEN = (
    "for (const kind of ['localStorage', 'sessionStorage']) Object.defineProperty(window, kind, "
    "{ get() { throw new DOMException('no', 'SecurityError'); } });"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('x', 'QuotaExceededError'); };"
BLURRED = (
    "const read = CanvasRenderingContext2D.prototype.getImageData; "
    "CanvasRenderingContext2D.prototype.getImageData = function (...where) { "
    "const dots = read.apply(this, where); "
    "dots.data.forEach((_, at) => { dots.data[at] = Math.random() * 255; }); return dots; };"
)


@pytest.fixture
def in_browser(chromium: Browser, built_site: Path) -> Iterator[Callable[[str], Page]]:
    """A form in a browser that is changed by a script before the page runs."""
    context = chromium.new_context(accept_downloads=True)

    def opened(script: str) -> Page:
        context.add_init_script(script)
        page = context.new_page()
        page.goto(f"file://{built_site / FORM}")
        return awake(page)

    yield opened
    context.close()


@pytest.mark.parametrize("script", [FORBIDDEN, FULL])
def test_what_cannot_be_stored_is_said(in_browser: Callable[[str], Page], script: str) -> None:
    page = in_browser(script)
    page.fill('[name="participant_initials"]', "AB")
    page.wait_for_function(
        "document.querySelector('[data-form-status]').textContent.includes('IKKE lagret')"
    )
    saved = json.loads(downloaded(page, '[data-action="json"]'))
    assert saved["answers"] == {"participant_initials": "AB"}


def test_a_browser_that_blurs_what_is_drawn_names_the_signs(
    in_browser: Callable[[str], Page],
) -> None:
    page = in_browser(BLURRED)
    page.fill('[name="own_assessment"]', "Hei محمد")
    page.click('[data-action="pdf"]')
    said = page.locator("[data-form-status]", has_text="slipper ikke til tegnene «محمد»")
    said.wait_for()
    page.fill('[name="own_assessment"]', "Hei Łukasz")
    assert downloaded(page, '[data-action="pdf"]').startswith(b"%PDF")


def test_signs_that_no_font_has_are_named(in_browser: Callable[[str], Page]) -> None:
    """The box that stands for them is no letter, though there is ink; emoji have a font here."""
    page = in_browser("")
    page.fill('[name="own_assessment"]', "Hei \U0001e7ff\U0001e7fe 👩🏽‍🏭 محمد")
    downloaded(page, '[data-action="pdf"]')
    said = page.locator("[data-form-status]").inner_text()
    assert "hadde ingen tegn for «\U0001e7ff\U0001e7fe»." in said
