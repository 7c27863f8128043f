"""The last day: the plan that was filled in becomes papers to take along (B15)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from answering import Answers, downloaded, fill, on_paper, pdf_answers, take_in, word_answers
from playwright.sync_api import Browser
from visiting import Visit, visiting

pytestmark = pytest.mark.slow

PLAN, PAPERS = "skjema/SKJ-05.html", "skjema/overlevering.html"
TAKEN = {
    "SKJ-10": {
        "participant_name": "participant_name", "company": "workplace",
        "start_date": "start_date", "end_date": "end_date",
    },
    "SKJ-11": {
        "name": "participant_name", "company": "workplace",
        "start_date": "start_date", "end_date": "end_date",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def plan(
    chromium: Browser, built_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Answers, Path]:
    """A filled plan and the file it was saved as; the last training is not ticked as done."""
    with visiting(chromium, built_site) as visit:
        page = visit(PLAN)
        answers = fill(page)
        page.uncheck('[name="training.6.done"]')
        del answers["training.6.done"]
        file = tmp_path_factory.mktemp("plan") / "plan.json"
        file.write_bytes(downloaded(page, '[data-action="json"]'))
    return answers, file


def test_the_papers_hold_what_the_plan_says(visit: Visit, plan: tuple[Answers, Path]) -> None:
    answers, file = plan
    page = visit(PAPERS)
    take_in(page, file, "Svarene er hentet")
    for form, taken in TAKEN.items():
        paper = f'[data-paper="{form}"]'
        read = pdf_answers(downloaded(page, f'{paper} [data-kind="pdf"]'))
        written = word_answers(downloaded(page, f'{paper} [data-kind="docx"]'))
        for here, there in taken.items():
            assert read[here] == answers[there], (form, here)
            assert written[here] == on_paper(answers[there]), (form, here)
        if form == "SKJ-10":
            for row in range(1, 7):
                for column in ("topic", "date"):
                    want = answers[f"training.{row}.{column}"]
                    name = f"training_log.{row}.{column}"
                    assert read[name] == want, name
                    assert written[name] == on_paper(want), name


def test_training_that_nobody_ticked_is_told(visit: Visit, plan: tuple[Answers, Path]) -> None:
    page = visit(PAPERS)
    take_in(page, plan[1], "1 av 6 rader i «Opplæring du skal få» er ikke krysset av")


def test_the_contacts_are_listed_and_printed_alone(
    visit: Visit, plan: tuple[Answers, Path]
) -> None:
    answers, file = plan
    page = visit(PAPERS)
    take_in(page, file, "Svarene er hentet")
    rows = page.locator("[data-contact-rows] tr")
    assert rows.count() == 4
    for at in range(4):
        words = rows.nth(at).inner_text()
        for column in ("name", "phone", "when"):
            assert str(answers[f"contact_persons.{at + 1}.{column}"]) in words
    page.evaluate("window.print = () => {}")
    page.click("[data-print-list]")
    page.emulate_media(media="print")
    assert page.locator("[data-contact-list]").is_visible()
    assert page.locator("main .lead").is_hidden()


def test_the_same_plan_fills_the_paper_on_its_own_page(
    visit: Visit, plan: tuple[Answers, Path]
) -> None:
    answers, file = plan
    page = visit("skjema/SKJ-10.html")
    take_in(page, file, "Satt inn")
    saved = json.loads(downloaded(page, '[data-action="json"]'))["answers"]
    assert saved["participant_name"] == answers["participant_name"]
    assert saved["training_log.6.topic"] == answers["training.6.topic"]
    assert "signed_date" not in saved


@pytest.mark.parametrize(
    "wrong", [b"\x00\x01", b"[]", b'{"form":"SKJ-05","answers":[1]}', b'{"form":"SKJ-09"}']
)
def test_a_file_that_is_no_plan_is_refused_kindly(
    visit: Visit, tmp_path: Path, wrong: bytes
) -> None:
    file = tmp_path / "annet.json"
    file.write_bytes(wrong)
    page = visit(PAPERS)
    take_in(page, file, "ikke lagret fra")
    assert page.locator("[data-papers]").is_hidden()
