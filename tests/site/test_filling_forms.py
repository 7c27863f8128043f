"""Journey 4: fill in a form from disk without a network; files, drafts and data come out right."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from answering import (
    FIRST_AND_LAST,
    downloaded,
    fill,
    on_paper,
    pdf_answers,
    pdf_words,
    take_in,
    word_answers,
)
from jsonschema import Draft202012Validator
from playwright.sync_api import Page

from verapdf.verapdf_runner import validate

pytestmark = pytest.mark.slow

FORM = "skjema/SKJ-09.html"
CONDITIONS = "skjema/SKJ-06.html"
Visit = Callable[[str], Page]

HOSTILE = (
    "<script>alert(1)</script>", "=cmd()|' /C calc'!A0", "{{ 7*7 }} {% raw %}", '#import "x"',
    "😀 👩🏽‍🏭", "Čáhppes giella đ ŋ š ŧ ž", "שלום עולם",
    "a & b < c > \"d\"", "\x0bskjult\x07tegn",
)  # fmt: skip
"""Values that must be nothing but letters in every file."""


def told(page: Page) -> str:
    return page.locator("[data-form-status]").inner_text()


def saved(page: Page) -> dict[str, object]:
    answers: dict[str, object] = json.loads(downloaded(page, '[data-action="json"]'))["answers"]
    return answers


def test_a_plan_is_made_in_a_meeting_room_without_a_network(visit: Visit, tmp_path: Path) -> None:
    """Journey 4, walked whole from the front page: what is missing, the papers, and back again."""
    page = visit("index.html")
    steps = ("main .more a[href$='skjema/index.html']", 'main a[href$="SKJ-05.html"]')
    for step in steps:
        page.locator(step).first.click()
    downloaded(page, '[data-action="pdf"]')
    assert page.locator("[data-error-summary] a").count() > 0
    answers = fill(page)
    read = pdf_answers(downloaded(page, '[data-action="pdf"]'))
    file = tmp_path / "plan.json"
    file.write_bytes(downloaded(page, '[data-action="json"]'))
    assert page.locator("[data-error-summary]").is_hidden()
    assert read == answers
    page = visit("skjema/SKJ-05.html")
    page.click('[data-action="clear"]')
    take_in(page, file, f"Satt inn {len(answers)} svar")
    assert saved(page) == answers


@pytest.mark.parametrize("form", [FORM, CONDITIONS, "skjema/SKJ-17.html"])
def test_data_goes_out_and_comes_back(visit: Visit, tmp_path: Path, form: str) -> None:
    """Tables, several ticks, lists, and what appears only after an answer."""
    page = visit(form)
    answers = fill(page)
    whole = json.loads(downloaded(page, '[data-action="json"]'))
    assert whole["form"] == Path(form).stem
    assert whole["answers"] == answers
    page.click('[data-action="clear"]')
    assert saved(page) == {}
    for kind, name in (("json", "svar.json"), ("pdf", "svar.pdf"), ("docx", "svar.docx")):
        page.click('[data-action="undo"]')
        assert saved(page) == answers
        file = tmp_path / name
        file.write_bytes(downloaded(page, f'[data-action="{kind}"]'))
        page.click('[data-action="clear"]')
        take_in(page, file, f"Satt inn {len(answers)} svar")
        assert saved(page) == answers, kind
        page.click('[data-action="clear"]')


def test_the_schema_accepts_what_the_page_saves(visit: Visit, built_site: Path) -> None:
    """Whole, half, wrong as a date, with rows beyond the first ones and with what has no place."""
    (schema,) = (built_site / "skjema/filer").glob("SKJ-09-*.json")
    judge = Draft202012Validator(json.loads(schema.read_text("utf-8")))
    page = visit(FORM)
    page.fill('[name="meeting_date"]', "31.02.2026")
    page.locator("details summary", has_text="Ta vare på").click()
    page.fill("[data-about]", "K. N.")
    half = json.loads(downloaded(page, '[data-action="json"]'))
    page.click('[aria-label="Legg til rad i «Hvem var med?»"]')
    fill(page)
    whole = json.loads(downloaded(page, '[data-action="json"]'))
    assert half["answers"] == {"meeting_date": "31.02.2026"}
    assert "present.5.name" in whole["answers"]
    for file in (half, whole, {**whole, "left": {"gammelt": "svar"}}):
        assert [error.message for error in judge.iter_errors(file)] == []
    assert list(judge.iter_errors({**whole, "answers": {"gammelt": "svar"}}))


def test_the_files_hold_the_answers(visit: Visit) -> None:
    page = visit(FORM)
    answers = fill(page)
    read = pdf_answers(downloaded(page, '[data-action="pdf"]'))
    written = word_answers(downloaded(page, '[data-action="docx"]'))
    labels = {
        (e["name"], e["value"]): e["label"]
        for e in page.evaluate(
            "[...document.querySelectorAll('form option, form [type=radio]')].map(e => ({"
            "name: e.name || e.parentElement.name, value: e.value, "
            "label: (e.labels ? e.labels[0] : e).textContent}))"
        )
    }
    for name, answer in answers.items():
        shown = labels.get((name, answer), on_paper(answer))
        assert read[name] == answer, name
        assert written[name] == ("\u2612" if answer is True else shown), name


def test_the_filled_pdf_is_whole(visit: Visit, tmp_path: Path) -> None:
    """Accessible and fit for an archive, in any script; what lies inside it included."""
    page = visit(FORM)
    fill(page)
    page.locator("form textarea").first.fill("Čáhppes đŋŧ – Їжакевич محمد 12 שלום 👩🏽‍🏭")
    file = tmp_path / "filled.pdf"
    file.write_bytes(downloaded(page, '[data-action="pdf"]'))
    verdicts = validate([file], ("ua1", "3a"), tmp_path)
    assert [(v.flavour, v.rules) for v in verdicts if not v.passed] == []


def test_any_text_stays_a_text(visit: Visit, tmp_path: Path) -> None:
    """Also what looks like code, ten thousand letters, and signs that no Word file may hold."""
    page = visit(FORM)
    boxes = page.locator("form textarea").all()
    assert len(boxes) >= 2
    words = [" ".join(HOSTILE), "Å" * 10_000]
    names = [str(box.get_attribute("name")) for box in boxes[:2]]
    for box, text in zip(boxes, words, strict=False):
        box.evaluate("(box, text) => { box.value = text; "
                     "box.dispatchEvent(new Event('input', {bubbles: true})) }", text)  # fmt: skip
    assert [saved(page)[name] for name in names] == words
    read = pdf_answers(downloaded(page, '[data-action="pdf"]'))
    written = word_answers(downloaded(page, '[data-action="docx"]'))
    plain = [text.replace("\x0b", "").replace("\x07", "") for text in words]
    assert [written[name] for name in names] == plain
    assert [read[name] for name in names] == words


def test_what_is_hidden_now_is_in_no_paper_but_comes_back(visit: Visit) -> None:
    page = visit(CONDITIONS)
    page.check('[name="outcome"][value="yes"]')
    page.fill('[name="colleagues_may_know"]', "At jeg er ny")
    page.check('[name="outcome"][value="thinking"]')
    assert page.locator('[name="colleagues_may_know"]').is_hidden()
    words = pdf_words(downloaded(page, '[data-action="pdf"]'))
    assert "1 svar på spørsmål som ikke gjelder nå" in told(page)
    written = word_answers(downloaded(page, '[data-action="docx"]'))
    assert "At jeg er ny" not in words
    assert "colleagues_may_know" not in written
    assert saved(page)["colleagues_may_know"] == "At jeg er ny"


def test_what_is_missing_is_said_and_nothing_is_blocked(visit: Visit) -> None:
    page = visit(FORM)
    assert downloaded(page, '[data-action="pdf"]').startswith(b"%PDF")
    summary = page.locator("[data-error-summary]")
    assert summary.is_visible()
    assert "mangler" in summary.inner_text()
    links = summary.locator("a").all()
    assert len(links) == page.locator("form .required:visible").count()
    assert page.title().startswith("Feil: ")
    links[0].click()
    assert page.evaluate("document.activeElement.name") == "participant_initials"
    described = page.locator('[name="participant_initials"]').get_attribute("aria-describedby")
    assert page.locator(f"#{str(described).split()[-1]}").inner_text() == "Svar mangler"
    page.keyboard.type("AB")
    page.keyboard.press("Tab")
    assert summary.locator("a").count() == len(links) - 1
    assert page.locator('[name="participant_initials"]').get_attribute("aria-invalid") is None


def test_a_form_that_shares_nothing_says_so(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "annet.json"
    file.write_text(json.dumps({"form": "SKJ-05", "answers": {"next_meeting": "CD"}}))
    page = visit(FORM)
    take_in(page, file, "Ingen svar fra SKJ-05 passer her")
    assert saved(page) == {}


def test_answers_are_not_replaced_without_asking(visit: Visit, tmp_path: Path) -> None:
    """What is other than mine stands beside it, mine chosen; a new one comes in; undone again."""
    page = visit(FORM)
    page.fill('[name="participant_initials"]', "AB")
    file = tmp_path / "svar.json"
    told = {"participant_initials": "ZZ", "own_assessment": "Bra", "borte": "Uten plass"}
    file.write_text(json.dumps({"form": "SKJ-09", "answers": told}))
    page.set_input_files("[data-import-file]", str(file))
    dialog = page.locator("dialog[data-proposal]")
    dialog.locator("input").first.wait_for()
    assert "Behold mitt: AB" in dialog.inner_text()
    assert dialog.locator("input:checked").get_attribute("value") == "here"
    dialog.locator("text=Avbryt").click()
    assert saved(page) == {"participant_initials": "AB"}
    take_in(page, file, "Satt inn 2 svar")
    assert saved(page) == {"participant_initials": "AB", "own_assessment": "Bra"}
    assert "borte: Uten plass" in page.locator("[data-left-over]").inner_text()
    assert "Uten plass" in pdf_words(downloaded(page, '[data-action="pdf"]'))
    page.set_input_files("[data-import-file]", str(file))
    dialog.locator('input[value="there"]').check()
    dialog.locator("text=Sett inn").click()
    assert saved(page)["participant_initials"] == "ZZ"
    page.click('[data-action="undo"]')
    assert saved(page)["participant_initials"] == "AB"


@pytest.mark.parametrize(
    "wrong", [b"\x00\x01", b"[]", b"null", b'{"form":"SKJ-09","answers":[1]}', b'{"answers":"x"}']
)
def test_a_strange_file_is_refused_kindly(visit: Visit, tmp_path: Path, wrong: bytes) -> None:
    file = tmp_path / "bilde.json"
    file.write_bytes(wrong)
    take_in(visit(FORM), file, "ikke lagret fra et skjema i håndboka")


def test_one_prints_the_form_alone_and_a_blank_one_whole(visit: Visit) -> None:
    page = visit(CONDITIONS)
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator('[data-field="colleagues_may_know"]').is_visible()
    page.emulate_media(media="screen")
    long = "En lang setning om det du er god på. " * 80 + "SLUTT"
    page.fill('[name="strengths"]', long)
    page.check('[name="outcome"][value="thinking"]')
    page.click('[data-action="print"]')
    page.emulate_media(media="print")
    paper = page.locator("body > .paper")
    assert "SLUTT" in paper.inner_text()
    assert page.locator("form.web-form").is_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("form.web-form").is_visible()


def test_what_is_wrong_is_said_when_the_field_is_left(visit: Visit) -> None:
    page = visit(FORM)
    page.fill('[name="meeting_date"]', "31.02.2026")
    assert page.locator(".field-error").count() == 0
    page.keyboard.press("Tab")
    page.locator("#feil-meeting_date").wait_for()
    assert page.locator("#feil-meeting_date").inner_text() == "Februar 2026 har 28 dager"
    assert page.locator('[name="meeting_date"]').get_attribute("aria-invalid") == "true"
    assert page.input_value('[name="meeting_date"]') == "31.02.2026"
    downloaded(page, '[data-action="pdf"]')
    assert "Rett dette" in page.locator("[data-error-summary]").inner_text()
    page.fill('[name="meeting_date"]', "3/5 2026")
    page.keyboard.press("Tab")
    assert page.locator("#feil-meeting_date").count() == 0
    assert saved(page)["meeting_date"] == "2026-05-03"


def test_a_long_paste_is_kept_whole_and_counted(visit: Visit) -> None:
    page = visit(FORM)
    page.fill('[name="own_assessment"]', "x" * 5000)
    page.locator("#teller-own_assessment").wait_for()
    said = page.locator("#teller-own_assessment").inner_text()
    assert "tegn for mye. Alt er tatt vare på" in said
    assert saved(page)["own_assessment"] == "x" * 5000


def test_rows_are_added_and_taken_away_again(visit: Visit) -> None:
    page = visit(FORM)
    page.click('[aria-label="Legg til rad i «Hvem var med?»"]')
    assert page.evaluate("document.activeElement.name") == "present.5.name"
    assert told(page) == "Rad 5 er lagt til."
    page.keyboard.type("Łukasz Wiśniewski")
    assert saved(page) == {"present.5.name": "Łukasz Wiśniewski"}
    written = word_answers(downloaded(page, '[data-action="docx"]'))
    assert written["present.5.name"] == "Łukasz Wiśniewski"
    page.click('[aria-label="Fjern siste rad i «Hvem var med?»"]')
    assert saved(page) == {}
    page.click('[data-action="undo"]')
    assert page.input_value('[name="present.5.name"]') == "Łukasz Wiśniewski"
    more = page.locator('[aria-label="Legg til rad i «Hvem var med?»"]')
    more.evaluate("button => { for (let at = 0; at < 60; at += 1) button.click(); }")
    assert page.locator('[name^="present."][name$=".name"]').count() == 50
    assert told(page) == "Tabellen har plass til 50 rader."


def test_an_end_before_its_start_is_told_whichever_is_changed_last(visit: Visit) -> None:
    page = visit("skjema/SKJ-13.html")
    page.fill('[name="start_date"]', "01.06.2026")
    page.fill('[name="end_date"]', "01.05.2026")
    page.locator('[name="end_date"]').blur()
    page.wait_for_selector('[name="end_date"][aria-invalid]')
    assert page.inner_text("#feil-end_date") == "Datoen er før «Fra»: 01.06.2026"
    page.fill('[name="start_date"]', "01.04.2026")
    page.locator('[name="start_date"]').blur()
    page.wait_for_selector('[name="end_date"]:not([aria-invalid])')
    page.fill('[name="start_date"]', "02.05.2026")
    page.click('[data-action="missing"]')
    assert "Til: Datoen er før «Fra»: 02.05.2026" in page.inner_text("[data-error-summary]")


def test_what_the_page_says_of_the_way_stands_on_the_paper(visit: Visit) -> None:
    """The official form, who gets it, and how it may travel: the paper is what travels."""
    page = visit("skjema/SKJ-13.html")
    fill(page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    shown = " ".join(page.text_content("body > .paper").split())
    file = downloaded(page, '[data-action="docx"]')
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        word = re.sub("<[^>]+>", "", parts.read("word/document.xml").decode())
    pdf = pdf_words(downloaded(page, '[data-action="pdf"]'))
    for said in ("Bruk det offisielle skjemaet: Navs avtale om arbeidstrening",
                 "Gis til: De tre partene", "Ikke bruk vanlig e-post"):  # fmt: skip
        for where, words in {"print": shown, "Word": word, "PDF": pdf}.items():
            assert said in words, (where, said)


@pytest.mark.parametrize("which", [FIRST_AND_LAST, pytest.param("", marks=pytest.mark.exhaustive)])
def test_a_day_is_not_broken_in_print(visit: Visit, which: str) -> None:
    page = visit("skjema/SKJ-12.html")
    fill(page, which)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    lines = page.evaluate(
        "[...document.querySelectorAll('body > .paper td')].filter(c => "
        "c.textContent === '30.11.2026').map(c => { const all = document.createRange(); "
        "all.selectNodeContents(c); return all.getClientRects().length; })"
    )
    assert len(lines) > 5
    assert set(lines) == {1}


def test_what_another_file_says_comes_in_the_order_of_the_form(
    visit: Visit, tmp_path: Path
) -> None:
    page = visit("skjema/SKJ-13.html")
    file = tmp_path / "svar.json"
    file.write_text(json.dumps({"form": "SKJ-13", "answers": {
        "end_date": "2026-12-01", "tasks.2.who": "C", "tasks.1.task": "A", "tasks.1.who": "B",
        "person_name": "K. N.", "start_date": "2026-11-01",
    }}))  # fmt: skip
    page.set_input_files("input[type=file]", str(file))
    page.wait_for_selector("dialog[data-proposal][open]")
    told_ = [one.split(": ")[-1] for one in page.locator("dialog li").all_inner_texts()]
    assert told_ == ["K. N.", "01.11.2026", "01.12.2026", "A", "B", "C"]
    page.click("dialog[data-proposal] [value=inn]")
    page.locator("[data-form-status]", has_text="Satt inn 6 svar").wait_for()
    take_in(page, file, "Alt i «svar.json» står her fra før.")
