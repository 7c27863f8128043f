"""Journey 4: fill in a form from disk without a network; files, drafts and data come out right."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from answering import downloaded, fill, on_paper, pdf_answers, take_in, word_answers
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


def saved(page: Page) -> dict[str, object]:
    answers: dict[str, object] = json.loads(downloaded(page, '[data-action="json"]'))["answers"]
    return answers


def test_a_plan_is_made_in_a_meeting_room_without_a_network(visit: Visit, tmp_path: Path) -> None:
    """Journey 4, walked whole from the front page: what is missing, the papers, and back again."""
    page = visit("index.html")
    steps = (".doors li:nth-child(3) a", 'main a[href$="SKJ-05.html"]')
    for step in steps:
        page.locator(step).first.click()
    downloaded(page, '[data-action="pdf"]')
    assert page.locator("[data-error-summary] a").count() > 0
    answers = fill(page)
    read = pdf_answers(downloaded(page, '[data-action="pdf"]'))
    file = tmp_path / "plan.json"
    file.write_bytes(downloaded(page, '[data-action="json"]'))
    assert page.locator("[data-error-summary]").is_hidden()
    assert read.keys() >= answers.keys()
    page = visit("skjema/SKJ-05.html")
    take_in(page, file, f"Hentet {len(answers)} svar.")
    assert saved(page) == answers


@pytest.mark.parametrize("form", [FORM, CONDITIONS, "skjema/SKJ-17.html"])
def test_data_goes_out_and_comes_back(visit: Visit, tmp_path: Path, form: str) -> None:
    """Tables, several ticks, lists, and what appears only after an answer."""
    page = visit(form)
    fill(page)  # some questions appear only then
    answers = fill(page)
    whole = json.loads(downloaded(page, '[data-action="json"]'))
    assert whole["form"] == Path(form).stem
    assert whole["answers"] == answers
    file = tmp_path / "svar.json"
    file.write_text(json.dumps(whole), encoding="utf-8")
    page.reload()
    assert saved(page) == {}
    take_in(page, file, f"Hentet {len(answers)} svar.")
    assert saved(page) == answers


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
        assert read[name] in (shown, on_paper(answer)), name
        assert written[name] == ("\u2612" if answer is True else shown), name


def test_the_filled_pdf_is_whole(visit: Visit, tmp_path: Path) -> None:
    """Still accessible and fit for an archive, also with Northern Sámi letters typed in."""
    page = visit(FORM)
    fill(page)
    page.locator("form textarea").first.fill("Čáhppes giella: đŋŧšž – «på»")
    file = tmp_path / "filled.pdf"
    file.write_bytes(downloaded(page, '[data-action="pdf"]'))
    verdicts = validate([file], ("ua1", "2a"), tmp_path)
    assert [(v.flavour, v.rules) for v in verdicts if not v.passed] == []


def test_any_text_stays_a_text(visit: Visit, tmp_path: Path) -> None:
    """Also what looks like code, ten thousand letters, and signs that no Word file may hold."""
    page = visit(FORM)
    boxes = page.locator("form textarea").all()
    assert len(boxes) >= 2
    words = [" ".join(HOSTILE), "Å" * 10_000]
    names = [str(box.get_attribute("name")) for box in boxes[:2]]
    for box, text in zip(boxes, words, strict=False):
        box.evaluate("(box, text) => { box.value = text }", text)
    assert [saved(page)[name] for name in names] == words
    read = pdf_answers(downloaded(page, '[data-action="pdf"]'))
    written = word_answers(downloaded(page, '[data-action="docx"]'))
    plain = [text.replace("\x0b", "").replace("\x07", "") for text in words]
    assert [written[name] for name in names] == plain
    longest = [int(box.get_attribute("maxlength") or 10_000) for box in boxes[:2]]
    for name, text, limit in zip(names, words, longest, strict=True):
        assert read[name].replace("\r", "\n") == text[:limit]


def test_what_is_hidden_now_is_in_no_paper_but_comes_back(visit: Visit) -> None:
    page = visit(CONDITIONS)
    page.check('[name="outcome"][value="yes"]')
    page.fill('[name="colleagues_may_know"]', "At jeg er ny")
    page.check('[name="outcome"][value="thinking"]')
    assert page.locator('[name="colleagues_may_know"]').is_hidden()
    read = pdf_answers(downloaded(page, '[data-action="pdf"]'))
    written = word_answers(downloaded(page, '[data-action="docx"]'))
    assert read["outcome"] == "thinking"
    assert "colleagues_may_know" not in {**read, **written}
    assert saved(page)["colleagues_may_know"] == "At jeg er ny"


def test_what_is_missing_is_said_and_nothing_is_blocked(visit: Visit) -> None:
    page = visit(FORM)
    assert downloaded(page, '[data-action="pdf"]').startswith(b"%PDF")
    summary = page.locator("[data-error-summary]")
    assert summary.is_visible()
    assert "mangler" in summary.inner_text()
    links = summary.locator("a").all()
    assert len(links) == page.locator("[data-required]:visible").count()
    links[0].click()
    assert page.evaluate("document.activeElement.name") == "participant_initials"
    described = page.locator('[name="participant_initials"]').get_attribute("aria-describedby")
    assert page.locator(f"#{str(described).split()[-1]}").inner_text() == "Svar mangler"
    page.keyboard.type("AB")
    page.keyboard.press("Tab")
    assert summary.locator("a").count() == len(links) - 1
    assert page.locator('[name="participant_initials"]').get_attribute("aria-invalid") is None


def test_a_draft_stays_only_when_asked_for_and_can_be_deleted(visit: Visit) -> None:
    page = visit(FORM)
    page.locator('form [name][type="text"]').first.fill("AB")
    assert page.evaluate("localStorage.length") == 0
    page.check("[data-keep]")
    assert page.evaluate("localStorage.length") == 1
    page.reload()
    assert page.locator('form [name][type="text"]').first.input_value() == "AB"
    page.evaluate("localStorage.setItem('handboka-kryss', '{}')")
    page.evaluate("localStorage.setItem('handboka-egenvurdering-springbrett', '{}')")
    visit(CONDITIONS).click("[data-forget]")  # one button for all that readers wrote here
    assert page.evaluate("localStorage.length") == 0
    assert page.locator("[data-forget]").is_hidden()


def test_a_form_that_shares_nothing_says_so(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "annet.json"
    file.write_text(json.dumps({"form": "SKJ-05", "answers": {"next_meeting": "CD"}}))
    page = visit(FORM)
    take_in(page, file, "Ingen svar fra SKJ-05 passer her")
    assert saved(page) == {}


def test_answers_are_not_replaced_without_asking(visit: Visit, tmp_path: Path) -> None:
    page = visit(FORM)
    answers = fill(page)
    file = tmp_path / "svar.json"
    file.write_text(json.dumps({"form": "SKJ-09", "answers": {"participant_initials": "ZZ"}}))
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.set_input_files("[data-import-file]", str(file))
    page.wait_for_timeout(300)
    assert asked
    assert saved(page) == answers
    page.once("dialog", lambda dialog: dialog.accept())
    take_in(page, file, "Hentet 1 svar")
    assert saved(page) == {"participant_initials": "ZZ"}


@pytest.mark.parametrize(
    "wrong", [b"\x00\x01", b"[]", b"null", b'{"form":"SKJ-09","answers":[1]}', b'{"answers":"x"}']
)
def test_a_strange_file_is_refused_kindly(visit: Visit, tmp_path: Path, wrong: bytes) -> None:
    file = tmp_path / "bilde.json"
    file.write_bytes(wrong)
    take_in(visit(FORM), file, "ikke lagret fra et skjema i håndboka")


def test_one_prints_the_form_alone_and_a_blank_one_whole(visit: Visit) -> None:
    page = visit(CONDITIONS)
    page.evaluate("window.print = () => {}")
    page.emulate_media(media="print")
    assert page.locator('[data-field="colleagues_may_know"]').is_visible()
    page.emulate_media(media="screen")
    fill(page)
    page.fill('[name="strengths"]', "En lang setning om det du er god på. " * 40)
    page.check('[name="outcome"][value="thinking"]')
    page.click('[data-action="print"]')
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator("#brukes").is_hidden()
    assert page.locator('[data-field="colleagues_may_know"]').is_hidden()
    box = page.locator('[name="strengths"]')
    assert box.evaluate("box => box.scrollHeight <= box.offsetHeight")
