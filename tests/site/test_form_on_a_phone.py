"""A form on a phone: little is loaded, the first question is in sight, and forty people fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from answering import downloaded, word_answers
from playwright.sync_api import Browser, Page, expect

from waking import awake

pytestmark = pytest.mark.slow

Phone = Callable[[str], Page]
_LINE = 28
"""Points from the top of a line of words to its foot."""
REGISTER = "Personer som er på arbeidstrening nå"


@pytest.fixture
def phone(chromium: Browser, built_site: Path) -> Iterator[Phone]:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, accept_downloads=True, has_touch=True
    )

    page = context.new_page()

    def go(form: str) -> Page:
        page.goto(f"file://{built_site / 'skjema' / form}.html")
        page.wait_for_selector("[data-form-tools]:not([hidden])")
        return page

    yield go
    context.close()


@pytest.fixture(params=[3, pytest.param(1, marks=pytest.mark.exhaustive)])
def forms(request: pytest.FixtureRequest, built_site: Path) -> list[str]:
    """Every third form, and all of them in the exhaustive layer."""
    every = [file.stem for file in sorted((built_site / "skjema").glob("SKJ-??.html"))]
    return every[:: request.param]


_FIRST = """() => {
    const places = [...document.querySelectorAll('form[data-form] [data-field]')];
    const first = places.find((one) => one.checkVisibility());
    const said = first.querySelector('label, legend, .table-label');
    return said.getBoundingClientRect().top + scrollY;
}"""


def test_the_first_question_stands_on_the_first_screen(phone: Phone, forms: list[str]) -> None:
    """Its first line, on every form; an official form that goes before ours is one short note."""
    late = []
    for form in forms:
        page = phone(form)
        top = page.evaluate(_FIRST)
        if top + _LINE > 844:
            late.append((form, round(top)))
    assert late == []


def test_the_official_form_is_told_before_the_first_question(
    phone: Phone, forms: list[str]
) -> None:
    told = []
    for form in forms:
        page = phone(form)
        note = page.locator(".banner-official")
        if note.count():
            told.append(form)
            box = note.bounding_box()
            assert box and box["y"] + box["height"] < page.evaluate(_FIRST), form
            assert box["height"] < 4 * _LINE, form
            page.click(".banner-official >> text=Når gjelder det?")
            expect(page.locator("#om-skjemaet ~ * , #om-skjemaet").first).to_be_visible()
            expect(page.get_by_text("Det offisielle skjemaet", exact=True)).to_be_visible()
    assert 4 * len(told) >= len(forms)


def test_what_is_told_first_lies_folded_and_opens(phone: Phone) -> None:
    page = phone("SKJ-13")
    told = page.locator("form details.folded")
    assert told.count() == 1
    words = told.get_by_text("hvem som har instruksjonsmyndighet").first
    assert words.is_hidden()
    told.locator("summary").click()
    assert words.is_visible()


def test_what_is_done_before_the_scripts_came_counts(phone: Phone) -> None:
    page = phone("SKJ-09")
    assert page.locator("form[data-awake]").count() == 0
    page.evaluate(
        "const box = document.querySelector('[name=participant_initials]'); box.value = 'AB';"
        "box.dispatchEvent(new Event('input', { bubbles: true }));"
        "document.querySelector('[data-action=missing]').click()"
    )
    page.wait_for_selector("[data-error-summary]:not([hidden])")
    assert page.input_value('[name="participant_initials"]') == "AB"
    assert "Deltaker (initialer)" not in page.locator("[data-error-summary]").inner_text()
    page.wait_for_timeout(400)
    page.reload()
    page.wait_for_selector("form[data-awake]")
    assert page.input_value('[name="participant_initials"]') == "AB"


def test_forty_people_are_forty_lines(phone: Phone) -> None:
    page = awake(phone("SKJ-12"))
    for number in range(1, 41):
        cell = page.locator(f'[name="register_table.{number}.number"]')
        if not cell.is_visible():
            page.click(f'[aria-label="Legg til rad i «{REGISTER}»"]')
            assert page.evaluate("document.activeElement.name") == cell.get_attribute("name")
        cell.fill(f"2026-{number:02}")
        page.fill(f'[name="register_table.{number}.initials"]', "K. N.")
    lines = page.locator('[data-field="register_table"] .row-line button:visible')
    assert lines.count() == 40
    assert lines.nth(6).inner_text().startswith("7. 2026-07 · K. N.")
    assert lines.nth(39).inner_text().startswith("Rad 40")
    high = page.locator('[data-field="register_table"]').bounding_box()
    assert high and high["height"] < 4 * 844
    lines.nth(6).click()
    assert page.locator('[name="register_table.7.department"]').is_visible()
    lines.nth(6).click()
    assert page.locator('[name="register_table.7.department"]').is_hidden()
    written = word_answers(downloaded(page, '[data-action="docx"]'))
    assert written["register_table.40.initials"] == "K. N."


def test_an_empty_table_is_one_row_until_one_asks_for_more(phone: Phone) -> None:
    page = awake(phone("SKJ-09"))
    names = page.locator('[name^="present."][name$=".name"]')
    assert [names.nth(at).is_visible() for at in range(4)] == [True, False, False, False]
    page.click('[aria-label="Legg til rad i «Hvem var med?»"]')
    assert page.evaluate("document.activeElement.name") == "present.2.name"
    assert page.locator("[data-form-status]").inner_text() == "Rad 2 er lagt til."


def test_the_parts_say_how_much_is_missing(phone: Phone) -> None:
    page = awake(phone("SKJ-12"))
    page.click("[data-parts] summary")
    assert page.locator("[data-parts] summary").inner_text() == (
        "Skjemaet har 4 deler. 4 svar mangler"
    )
    assert "Regler for lista: 3 svar mangler" in page.locator("[data-parts]").inner_text()
    page.fill('[name="owner"]', "HR")
    page.wait_for_function(
        "document.querySelector('[data-parts]').textContent.includes('deler. 3 svar mangler')"
    )
    page.click("[data-parts] a >> nth=1")
    assert page.evaluate("document.querySelector(location.hash).tagName") == "FIELDSET"


def test_a_link_to_what_is_wrong_opens_its_row(phone: Phone) -> None:
    page = awake(phone("SKJ-12"))
    page.fill('[name="register_table.1.start"]', "31.02.2026")
    page.click(f'[aria-label="Legg til rad i «{REGISTER}»"]')
    assert page.locator('[name="register_table.1.start"]').is_hidden()
    page.click('[data-action="missing"]')
    page.click("[data-error-summary] a >> nth=0")
    assert page.evaluate("document.activeElement.name") == "register_table.1.start"


@pytest.mark.parametrize("form", ["SKJ-09", "SKJ-11", "SKJ-14", "SKJ-12"])
def test_the_prepared_mail_has_a_subject_and_no_answers(phone: Phone, form: str) -> None:
    page = awake(phone(form))
    box = page.locator("form input[type=text]:visible").first
    box.fill("HEMMELIG")
    mail = str(page.locator('#etterpa ~ * a[href^="mailto:"]').first.get_attribute("href"))
    assert re.match(rf"mailto:\?subject={form}%20", mail)
    assert "HEMMELIG" not in mail
