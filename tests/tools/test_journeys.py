"""Journeys 1, 2 and 3 walked in Chromium from the disk, and the tools by keyboard."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pikepdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from book.pdf_reading import pages_of
from browser.serving import serve
from content.raw_yaml import MODELS, raw
from handbook.build import Build
from handbook.model.calendar import plan
from handbook.model.deciding import decide, table
from handbook.model.field_names import names
from handbook.model.process import Level
from project import ROOT

pytestmark = pytest.mark.slow

PHONE = {"width": 320, "height": 640}
WORDS_ON_A_SHEET = 575
"""What our styles get on a sheet of A4: the role that says most, 1141 words, stands on two."""


class Walk:
    """A reader who counts clicks; anything fetched from outside the site is a fault."""

    def __init__(self, chromium: Browser, site: Path, base: str = "", **settings: Any) -> None:
        self.context: BrowserContext = chromium.new_context(**settings)
        self.page: Page = self.context.new_page()
        self.site = site
        self.base = base or f"{site.as_uri()}/"
        self.clicks = 0
        self.faults: list[str] = []
        self.page.on("request", self._asked)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.base, "file:", "blob:", "data:")):
            self.faults.append(request.url)

    def to(self, path: str) -> None:
        self.page.goto("about:blank")
        self.page.goto(self.base + path)

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()
        self.clicks += 1

    def follow(self, selector: str) -> None:
        """Click a link, and wait until its page is ready; a page may add to its own address."""
        there = self.page.locator(selector).first.evaluate("link => link.href").partition("#")[0]
        self.click(selector)
        self.page.wait_for_url(lambda url: url.partition("#")[0] == there)

    def saved(self, selector: str) -> tuple[str, str]:
        with self.page.expect_download() as download:
            self.click(selector)
        return download.value.suggested_filename, Path(download.value.path()).read_text("utf-8")

    def sheets(self) -> int:
        return len(pikepdf.open(io.BytesIO(self.page.pdf(prefer_css_page_size=True))).pages)

    def sheets_for_its_words(self) -> int:
        """Two sheets, or more when an editor has written more than two can hold."""
        self.page.emulate_media(media="print")
        words = len(self.page.inner_text("main").split())
        self.page.emulate_media(media="null")
        return max(2, math.ceil(words / WORDS_ON_A_SHEET))

    def end(self) -> None:
        self.context.close()
        assert self.faults == []


@pytest.fixture
def walk(chromium: Browser, built_site: Path) -> Iterator[Walk]:
    made = Walk(chromium, built_site)
    yield made
    made.end()


@pytest.fixture
def web(chromium: Browser, built_site: Path) -> Iterator[Walk]:
    """The site on a server of its own: from disk nothing is kept that other pages could read."""
    with serve(built_site) as base:
        made = Walk(chromium, built_site, base)
        yield made
        made.end()


@pytest.fixture
def phone(chromium: Browser, built_site: Path) -> Iterator[Walk]:
    made = Walk(chromium, built_site, viewport=PHONE)
    yield made
    made.end()


def _tells_what_to_do_and_on_what_ground(told: Locator) -> None:
    for heading in ("På mandag", "Hvem dere ringer"):
        assert told.locator("> h3", has_text=heading).count() == 1
    assert told.locator("> ol > li").count() >= 3
    told.locator("summary", has_text="Grunnlag for svaret").click()
    assert told.locator("> details[open] .basis a").count()


def test_journey_1_which_model_fits_us(walk: Walk) -> None:
    walk.to("index.html")
    walk.follow(".doors a")
    for name, value in (
        ("org", "stor_privat"),
        ("sak", "flere"),
        ("mal", "prove"),
        ("kontakt", "ingen"),
        ("trenger", "-"),
    ):
        walk.click(f"[data-question={name}]:not([hidden]) [data-answer='{value}']")
    page = walk.page
    page.wait_for_selector("[data-result]:not([hidden])")
    decision = raw(ROOT / "model/decision.yml")
    answers = {answer["id"]: answer for answer in decision["answers"]}
    best = page.locator("[data-verdicts] .answer-card")
    first = answers[str(best.first.get_attribute("data-verdict"))]
    assert "model" not in first or "historical" not in raw(
        ROOT / f"model/{first['model']}/model.yml"
    )
    for card in best.all():
        if card.get_attribute("data-verdict"):  # those that are also possible have cards inside
            assert re.search(r"Hvorfor: \w", card.inner_text())
    _tells_what_to_do_and_on_what_ground(page.locator("[data-verdicts]"))
    springbrett = page.locator("[data-verdict=springbrett]")
    assert "Stor virksomhet som vil ta imot flere" in springbrett.inner_text()
    assert "Historisk modell" in springbrett.inner_text()
    for verdict in page.locator("li[data-verdict]").all():
        assert re.search(r" – \w", str(verdict.text_content()))
    named = page.locator("[data-verdict]").evaluate_all("(l) => l.map((e) => e.dataset.verdict)")
    assert len(named) == len(set(named))
    models = {answer["model"]: one for one, answer in answers.items() if "model" in answer}
    assert set(models) == {folder.name for folder in MODELS}
    assert set(models.values()) <= set(named)
    also = page.locator("details[data-verdict]").first
    also.locator("summary").first.click()
    assert "På mandag" in also.inner_text()
    walk.follow("[data-result] [data-side-by-side]")
    assert page.locator("thead th[data-column]:visible").count() >= 2
    assert page.locator("thead th[data-column=springbrett]").first.is_visible()
    assert "Resultatene kan ikke sammenlignes" in page.inner_text("main")
    walk.follow("td[data-column=springbrett] a[href*='notat.html']")
    assert walk.clicks <= 9
    page.get_by_role("button", name="Skriv ut eller lagre som PDF").wait_for()
    assert len(pages_of(page.pdf(prefer_css_page_size=True))) == 1
    text = page.inner_text("main").replace("\u00a0", " ")
    for held in ("24 av 61", "alle er talt", "Kilder", "Per plass"):
        assert held in text
    assert walk.sheets() <= 2


LONG_BEFORE = dt.datetime(2026, 5, 1, 9, 0)
"""A day when nothing of the plans below is too late yet."""


def test_journey_2_a_line_manager_gets_a_participant_on_monday(walk: Walk, real: Build) -> None:
    walk.page.clock.set_fixed_time(LONG_BEFORE)
    walk.to("index.html")
    walk.follow(".chips a[href='roller/leder.html']")
    walk.follow(".names a[href$='ia-vikar.html']")
    assert walk.sheets() <= walk.sheets_for_its_words()
    walk.follow("a[href*='plan.html']")
    page = walk.page
    page.wait_for_selector("[data-plan]:not([hidden])")
    assert page.locator("[data-role]").input_value() == "leder"
    page.locator("[data-start]").fill("30.11.2026")
    walk.clicks += 1
    name, text = walk.saved("[data-action=calendar]")
    assert walk.clicks <= 5
    assert name == "plan-ia-vikar.ics"
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert real.book is not None
    model = real.book.model_by_id["ia-vikar"]
    length = model.duration.typical  # type: ignore[union-attr]
    assert length is not None
    mine = {
        step.id
        for step in model.steps
        if "leder" in (*step.responsibility.performed_by, step.responsibility.accountable)
    }
    start, end = dt.date(2026, 11, 30), dt.date(2027, 2, 27)
    expected = [e for e in plan(model, start, end).events if e.step in mine]
    found = {str(e["UID"]): e.decoded("DTSTART") for e in events}
    host = real.book.edition.site_url.split("//")[1].strip("/")
    for event in expected:
        assert found[f"ia-vikar-{event.step}-{event.number}-plan1-leder@{host}"] == event.day
    extra = {uid for uid in found if uid.startswith(("frist-", "tidlig-"))}
    assert len(found) == len(expected) + len(extra)
    assert all(found[uid] < start for uid in extra if uid.startswith("tidlig-"))
    assert all("VALUE" in e["DTSTART"].params for e in events)
    for event in events:
        page_of_step = str(event["URL"]).removeprefix(real.book.edition.site_url)
        assert (walk.site / page_of_step).is_file(), event["URL"]
    week = [str(start + dt.timedelta(days=n)) for n in range(7)]
    forms = [
        link
        for day in week
        for link in page.locator(f"tr[data-day='{day}'] td[data-label=Skjema] a").all()
    ]
    assert forms, "no form for the first week"
    for link in forms:
        target = (walk.site / "modeller/ia-vikar" / str(link.get_attribute("href"))).resolve()
        blanks = walk.site / "skjema/filer"
        assert {f.suffix for f in blanks.glob(f"{target.stem}*")} >= {".pdf", ".docx"}


def test_journey_3_a_buddy_on_the_phone(phone: Walk) -> None:
    phone.to("index.html")
    phone.click(".chips a[href='roller/fadder.html']")
    phone.click(".names a[href$='ia-vikar.html']")
    assert phone.clicks <= 2
    page = phone.page
    text = page.inner_text("main")
    assert len(text.split()) < 4 * 200
    for held in ("Du skal ikke", "Første dag", "Hold jevnlige statusmøter", "Taushetsplikt"):
        assert held in text
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    used = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    files = {*used, page.url}
    size = sum(Path(f.split("#")[0].removeprefix("file://")).stat().st_size for f in files)
    assert size < 300_000, size
    box = page.locator(".moment .checklist > li > input").first
    box.check()
    page.reload()
    assert not box.is_checked(), "kept without being asked"
    assert page.get_by_label("Ta vare på kryssene").is_hidden()
    assert "alle andre nettsider som er lagret på enheten" in page.inner_text(".checklist-tools")
    assert phone.sheets() == 1


def test_ticks_are_kept_when_asked_for_and_joined_over_tabs(web: Walk) -> None:
    web.to("modeller/ia-vikar/kom-i-gang.html")
    first, second = web.page, web.context.new_page()
    second.goto(first.url)
    first.get_by_label("Ta vare på kryssene").check()
    second.locator("[data-item] > input").nth(1).check()
    first.locator("[data-item] > input").nth(2).check()
    for page in (first, second):
        page.reload()
        ticked = [box.is_checked() for box in page.locator("[data-item] > input").all()[:4]]
        assert ticked == [False, True, True, False]
    first.get_by_role("button", name="Nullstill").click()
    first.reload()
    assert first.locator("[data-item] > input:checked").count() == 0


def test_full_storage_is_said(web: Walk) -> None:
    web.to("modeller/ia-vikar/kom-i-gang.html")
    page = web.page
    page.evaluate("Storage.prototype.setItem = () => { throw new DOMException('full') }; 0")
    page.get_by_label("Ta vare på kryssene").click()
    assert not page.get_by_label("Ta vare på kryssene").is_checked()
    assert "IKKE lagret" in page.inner_text(".checklist-tools")


def test_two_tabs_of_a_self_assessment_keep_both(web: Walk) -> None:
    web.to("modeller/ia-vikar/egenvurdering.html")
    first, second = web.page, web.context.new_page()
    second.goto(first.url)
    first.locator("[data-keep]").check()
    second.locator("[data-keep]").check()
    first.locator("[data-note]").nth(0).fill("Fra den ene")
    second.locator("[data-note]").nth(1).fill("Fra den andre")
    for page in (first, second):
        page.reload()
        notes = [note.input_value() for note in page.locator("[data-note]").all()[:2]]
        assert notes == ["Fra den ene", "Fra den andre"]


def test_ticks_follow_the_item_to_the_step_and_news_are_told(web: Walk) -> None:
    web.to("modeller/ia-vikar/steg-laer-sammen.html")
    page = web.page
    page.get_by_label("Ta vare på kryssene").check()
    first = page.locator("[data-item] > input").first
    first.check()
    item = page.locator("[data-item]").nth(1).get_attribute("data-item")
    page.evaluate(
        """(item) => {
          const kept = JSON.parse(localStorage.getItem('handboka-kryss'));
          const seen = kept.seen['ia-vikar/laer-sammen'];
          delete seen[item];
          localStorage.setItem('handboka-kryss', JSON.stringify(kept));
        }""",
        item,
    )
    page.reload()
    assert first.is_checked()
    assert page.locator("[data-news]").all_inner_texts() == ["Ny siden sist"]
    page.get_by_role("button", name="Jeg har sett det nye").click()
    page.reload()
    assert page.locator("[data-news]").count() == 0
    page.get_by_label("Ta vare på kryssene").uncheck()
    assert page.evaluate("localStorage.getItem('handboka-kryss')") is None


@pytest.mark.parametrize("every", [16001, pytest.param(4001, marks=pytest.mark.exhaustive)])
def test_a_sample_of_answers_ends_as_in_python(walk: Walk, real: Build, every: int) -> None:
    assert real.book is not None
    decision = real.book.decision
    assert decision is not None
    weighed = table(decision, real.book)
    options = [("-", *(one.id for one in asked.options)) for asked in decision.questions]
    for values in itertools.islice(itertools.product(*options), 11, None, every):
        said = {q.id: value for q, value in zip(decision.questions, values, strict=True)}
        hash_ = "&".join(f"{k}={v}" for k, v in said.items())
        walk.to(f"modeller/velg.html#{hash_}&vis=svar")
        walk.page.wait_for_selector("[data-result]:not([hidden])")
        shown = walk.page.locator("[data-verdicts] [data-verdict]").evaluate_all(
            "(l) => l.map((e) => e.dataset.verdict)"
        )
        assert walk.page.locator("[data-verdicts] > ol > li").count() >= 1
        ways = walk.page.locator("[data-verdicts] > p.more a.button")
        hrefs = ways.evaluate_all("(l) => l.map((a) => a.getAttribute('href'))")
        assert "#kontaktkort" in hrefs
        assert all(one.startswith(("tel:+47", "#kontaktkort")) for one in hrefs)
        assert walk.page.locator("[data-verdicts] > .calls > li").count() >= 1
        given = {k: (v,) for k, v in said.items() if v != "-"}
        led = decide(weighed, given, dt.datetime.now().date())
        assert shown == [answer for answer, _ in (*led.best, *led.also, *led.out)]


def _open_answers(page: Page) -> None:
    if page.locator("details.given:not([open])").count():
        page.locator("details.given > summary").click()


def test_the_chooser_by_keyboard_and_every_answer_can_be_changed(walk: Walk) -> None:
    walk.to("modeller/velg.html")
    page = walk.page
    for name in ("org", "sak", "mal", "kontakt", "trenger", "alder"):
        asked = page.locator(f"[data-question={name}]:not([hidden])")
        answer = "[data-answer=ansette]" if name == "mal" else "[data-answer]:visible"
        asked.locator(answer).first.press("Enter")
        if name == "trenger":
            asked.locator("[data-go-on]").press("Enter")
    page.wait_for_selector("[data-result]:not([hidden])")
    assert page.evaluate("document.activeElement.id") == "resultat"
    assert re.search(r"Mest aktuelt nå: \w", page.inner_text("[data-chooser-status]"))
    for name in ("org", "sak", "kontakt"):
        _open_answers(page)
        page.locator(f"[data-change={name}]").click()
        asked = page.locator("[data-question]:not([hidden])")
        assert asked.get_attribute("data-question") == name
        assert asked.locator("[aria-pressed=true]").count() == 1
        asked.locator("[data-answer='-']").click()
        page.wait_for_selector("[data-result]:not([hidden])")
    assert page.locator("[data-verdicts] .answer-card").count() >= 1
    page.go_back()
    page.go_back()
    page.wait_for_selector("[data-result]:not([hidden])")


def test_a_way_down_the_page_leaves_the_answers_in_the_address(walk: Walk) -> None:
    page = walk.page
    walk.to("modeller/velg.html#org=liten_privat&sak=ny_kjent&mal=prove&kontakt=personen&vis=svar")
    page.wait_for_selector("[data-result]:not([hidden])")
    page.locator("[data-verdicts] > .more a", has_text="Skriv ned kontakten").click()
    assert page.evaluate("document.activeElement.id") == "kontaktkort"
    page.locator("[data-verdicts] > .calls a", has_text="Personen selv").click()
    assert page.evaluate("document.activeElement.id") == "kontakt-personen"
    assert "sak=ny_kjent" in page.evaluate("location.href")
    page.reload()
    page.wait_for_selector("[data-result]:not([hidden])")


def test_two_needs_can_be_named_and_the_next_question_still_comes(walk: Walk) -> None:
    walk.to("modeller/velg.html#org=-&sak=ny_kjent&mal=ansette&kontakt=ingen")
    page = walk.page
    asked = page.locator("[data-question=trenger]:not([hidden])")
    asked.locator("[data-answer=tid]").click()
    asked.locator("[data-answer=utstyr]").click()
    assert asked.locator("[aria-pressed=true]").count() == 2
    asked.locator("[data-go-on]").click()
    page.wait_for_selector("[data-question=alder]:not([hidden])")
    assert "trenger=tid,utstyr" in page.evaluate("location.href")


def test_age_is_not_asked_where_it_has_nothing_to_say(walk: Walk) -> None:
    walk.to("modeller/velg.html#org=stor_privat&sak=flere&mal=prove&kontakt=ingen")
    page = walk.page
    page.locator("[data-question=trenger]:not([hidden]) [data-answer=tid]").click()
    page.locator("[data-question=trenger] [data-go-on]").click()
    page.wait_for_selector("[data-result]:not([hidden])")
    _open_answers(page)
    assert "Har ikke noe å si her" in page.locator("[data-given]").inner_text()
    page.locator("[data-change=alder]").click()
    page.locator("[data-back]").click()
    page.wait_for_selector("[data-question=trenger]:not([hidden])")


def test_no_more_than_five_screens_of_a_phone_before_a_choice_is_made(walk: Walk) -> None:
    page = walk.page
    page.set_viewport_size({"width": 390, "height": 844})
    walk.to("modeller/velg.html")
    page.wait_for_selector("[data-question]:not([hidden])")
    assert page.evaluate("document.documentElement.scrollHeight") <= 5 * 844
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#tre, table").first.is_visible()
    assert page.locator("#kontakter + details").is_visible()


def test_paper_names_what_is_possible_too(walk: Walk) -> None:
    walk.to("modeller/velg.html#org=liten_privat&sak=ny_kjent&mal=prove&kontakt=personen&vis=svar")
    page = walk.page
    also = page.locator("details[data-verdict] > summary").all_inner_texts()
    assert also
    assert not page.locator("[data-verdicts] > .on-paper").is_visible()
    sheets = pages_of(page.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1
    told = " ".join(sheets[0].split()).partition("Også mulig: ")[2]
    assert all(name in told for name in also)


def test_an_unknown_answer_in_the_address_is_told(walk: Walk) -> None:
    walk.to("modeller/velg.html#sak=finnes-ikke&vis=svar")
    assert "sak=finnes-ikke" in walk.page.inner_text("[data-unknown]")
    walk.page.wait_for_selector("[data-result]:not([hidden])")


def test_the_comparison_marks_with_words_and_shares_by_address(walk: Walk) -> None:
    walk.to("modeller/sammenlign.html#modeller=ia-vikar,vta")
    page = walk.page
    assert page.locator("thead th[data-column]:visible").count() == 2
    page.get_by_text("Alle de andre feltene").click()
    assert page.locator("thead th[data-column]:visible").count() == 4
    marks = set(page.locator("[data-difference]:visible").all_inner_texts())
    assert marks == {"≠ Ulikt", "= Likt"}
    page.get_by_label("Vis bare det som er ulikt").check()
    assert set(page.locator("[data-difference]:visible").all_inner_texts()) == {"≠ Ulikt"}
    page.locator("[data-pick][value=aft]").check()
    assert page.evaluate("location.href").endswith("#modeller=aft,ia-vikar,vta")


def test_two_models_side_by_side_are_three_screens_on_a_phone(phone: Walk) -> None:
    page = phone.page
    page.set_viewport_size({"width": 390, "height": 844})
    phone.to("modeller/sammenlign.html#modeller=ia-vikar,larekandidat")
    article = page.locator("article").bounding_box()
    assert article is not None
    assert article["height"] <= 3 * 844
    names = page.locator("[data-row=cost-hours] td:visible")
    first, second = (names.nth(at).bounding_box() for at in range(2))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]


def test_the_comparison_is_one_sheet_until_one_asks_for_more(walk: Walk) -> None:
    walk.to("modeller/sammenlign.html#modeller=ia-vikar,larekandidat,vta")
    assert len(pages_of(walk.page.pdf(prefer_css_page_size=True))) == 1
    walk.page.get_by_text("Alle de andre feltene").click()
    assert len(pages_of(walk.page.pdf(prefer_css_page_size=True))) > 1


def test_answers_for_the_participants_plan_fit_the_form(walk: Walk, real: Build) -> None:
    assert real.book is not None
    walk.to("modeller/ia-vikar/plan.html#start=2026-11-30")
    walk.click("[data-action=form]")
    walk.click("dialog[data-proposal] [value=inn]")
    walk.page.wait_for_function("document.querySelector('[name=start_date]')?.value")
    assert "svar=" not in walk.page.evaluate("location.href")
    saved = json.loads(walk.saved("[data-action=json]")[1])
    form = real.book.form_by_id["SKJ-05"]
    assert saved["form"] == form.id
    assert saved["version"] == form.version
    places = {_in_any_row(name.name) for name in names(form)}
    assert {_in_any_row(name) for name in saved["answers"]} <= places
    assert {"start_date", "meetings.1.date", "meetings.1.who", "activities.1.activity"} <= set(
        saved["answers"]
    )
    for name, value in saved["answers"].items():
        day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
        shown = f"{day[3]}.{day[2]}.{day[1]}" if day else value
        assert walk.page.locator(f"[name='{name}']").input_value() in (value, shown)


def _in_any_row(name: str) -> str:
    return re.sub(r"\.\d+\.", ".1.", name)


def test_every_meeting_of_the_plan_comes_into_the_form(walk: Walk) -> None:
    """The table has five rows on paper and grows; none is left out in silence."""
    walk.to("modeller/ia-vikar/plan.html#start=2026-11-30&slutt=2027-11-26&rolle=alle")
    ours = walk.page.locator("[data-dated] th > a", has_text="statusmøter")
    meetings = ours.count()
    walk.click("[data-action=form]")
    walk.click("dialog[data-proposal] [value=inn]")
    walk.page.wait_for_selector(f"[name='meetings.{meetings}.date']")
    told = walk.page.locator("[name^='meetings.'][name$='.date']")
    days = told.evaluate_all("all => all.map((one) => one.value)")
    assert meetings > 5
    assert len([day for day in days if day]) >= meetings


def test_the_same_plan_again_updates_and_another_number_does_not(walk: Walk) -> None:
    walk.page.clock.set_fixed_time(LONG_BEFORE)
    uids = []
    for hash_ in ("start=2026-11-30", "start=2026-12-07", "start=2026-11-30&nummer=2"):
        walk.to("modeller/springbrett/plan.html#" + hash_ + "&slutt=2027-05-28")
        text = walk.saved("[data-action=calendar]")[1]
        uids.append([str(e["UID"]) for e in icalendar.Calendar.from_ical(text).walk("VEVENT")])
        assert len(uids[-1]) == len(set(uids[-1]))
    first, moved, second = map(set, uids)
    assert len(first & moved) >= len(first) - 2  # the number of meetings may differ by one
    assert not first & second


def test_a_file_made_later_takes_over_and_has_nothing_past(walk: Walk) -> None:
    """Made before the first day and a month into it: ids stay and rise, what has been is out."""
    made = []
    for day in (LONG_BEFORE, dt.datetime(2027, 2, 1, 9, 0)):
        walk.page.clock.set_fixed_time(day)
        walk.to("index.html")
        walk.to("modeller/springbrett/plan.html#start=2027-01-04&slutt=2027-12-31&rolle=leder")
        walk.page.locator("[data-alarm]").select_option("1")
        walk.page.locator("[data-time]").fill("10.30")
        text = walk.saved("[data-action=calendar]")[1]
        made.append({str(e["UID"]): e for e in icalendar.Calendar.from_ical(text).walk("VEVENT")})
    before, after = made
    assert after.keys() < before.keys()
    for uid, event in after.items():
        assert int(event["SEQUENCE"]) > int(before[uid]["SEQUENCE"])
        assert event.decoded("DTSTAMP") > before[uid].decoded("DTSTAMP")
        start = event.decoded("DTSTART")
        day = start.date() if isinstance(start, dt.datetime) else start
        assert day >= dt.date(2027, 2, 1)
        (alarm,) = event.walk("VALARM")
        begins = start if isinstance(start, dt.datetime) else dt.datetime.combine(day, dt.time())
        eight = dt.datetime.combine(day - dt.timedelta(days=1), dt.time(8))
        assert begins + alarm.decoded("TRIGGER") == eight
    meetings = [e for e in after.values() if isinstance(e.decoded("DTSTART"), dt.datetime)]
    assert meetings
    assert {e.decoded("DTSTART").time() for e in meetings} == {dt.time(10, 30)}


def test_what_is_too_late_is_said_first_with_a_day_that_is_not(walk: Walk) -> None:
    walk.page.clock.set_fixed_time(dt.datetime(2026, 11, 29, 9, 0))
    walk.to("modeller/ia-vikar/plan.html#start=2027-01-25")
    page = walk.page
    first = page.locator("[data-dated] > *").first.inner_text()
    assert first.startswith("For sent til vanlig tid")
    assert "Gjør det straks" in first
    days = page.locator("[data-dated] tr[data-day]").evaluate_all(
        "all => all.map(r => r.dataset.day)"
    )
    assert days == sorted(days)
    assert min(days) >= "2026-11-30"
    walk.click("text=Bruk den dagen")
    assert page.locator("[data-start]").input_value() == "22.02.2027"
    assert "For sent" not in page.inner_text("[data-dated]")


def test_a_day_that_cannot_be_reached_is_said_to_be_so(walk: Walk) -> None:
    """No course begins the day its participants are chosen; what is done already counts."""
    walk.page.clock.set_fixed_time(dt.datetime(2026, 11, 29, 9, 0))
    walk.to("modeller/springbrett/plan.html#start=2026-12-07")
    page = walk.page
    box = page.locator("[data-dated] .banner")
    assert "Dere rekker ikke mandag 7. desember 2026" in box.inner_text()
    assert "Korteste vei" not in box.inner_text()
    assert "Forberedelseskurs" not in page.inner_text("[data-dated] .plan-table")
    before = box.locator(".late-steps > li").count()
    box.locator("li input").first.click()
    assert box.locator(".late-steps > li").count() == before - 1


def test_what_must_be_done_is_told_when_its_step_has_no_day_left(walk: Walk, real: Build) -> None:
    assert real.book is not None
    walk.page.clock.set_fixed_time(dt.datetime(2026, 11, 29, 9, 0))
    walk.to("modeller/springbrett/plan.html#start=2026-12-07&rolle=leder")
    steps = real.book.model_by_id["springbrett"].steps
    box = walk.page.locator("[data-dated] .banner")
    told = 0
    for late in box.locator(".late-steps > li").all():
        way = late.locator("a").first
        step = steps[int(way.inner_text().split(".")[0]) - 1]
        assert (way.get_attribute("href") or "").split("#")[0] == f"steg-{step.id}.html"
        must = [one for one in step.do if one.level is Level.MUST and "leder" in one.who]
        lines = late.locator("ul li").all_inner_texts()
        assert len(lines) == len(must)
        assert all(one.text.gist.plain in line for one, line in zip(must, lines, strict=True))
        told += len(lines)
    assert told > 5
    others = box.locator("p", has_text="steg som andre har")
    assert others.locator("a").count() == 3


def test_the_first_day_is_in_plan_calendar_and_form(walk: Walk) -> None:
    walk.page.clock.set_fixed_time(LONG_BEFORE)
    walk.to("modeller/springbrett/plan.html#start=2027-01-11&slutt=2027-07-09&rolle=leder")
    page = walk.page
    row = page.locator("[data-dated] tr[data-day='2027-01-11']")
    assert "Første dag" in row.inner_text()
    assert row.locator("li").count() >= 1
    page.emulate_media(media="print")
    assert "Første dag mandag 11. januar 2027." in page.inner_text("[data-dated] .print-note")
    assert page.locator("[data-dated] .print-note").is_visible()
    page.emulate_media(media="screen")
    text = walk.saved("[data-action=calendar]")[1]
    days = {str(e["SUMMARY"]): e.decoded("DTSTART")
            for e in icalendar.Calendar.from_ical(text).walk("VEVENT")}  # fmt: skip
    assert days["Første dag"] == dt.date(2027, 1, 11)
    walk.click("[data-action=form]")
    walk.click("dialog[data-proposal] [value=inn]")
    page.wait_for_selector("[name='activities.1.date']")
    told = page.locator("[name^='activities.'][name$='.date']")
    dates = [
        day.split(".") for day in told.evaluate_all("all => all.map((one) => one.value)") if day
    ]
    assert ["11", "01", "2027"] in dates
    assert max((year, month, day) for day, month, year in dates) <= ("2027", "07", "09")


def test_the_earliest_first_day_is_the_same_for_everybody(walk: Walk) -> None:
    walk.page.clock.set_fixed_time(dt.datetime(2026, 11, 29, 9, 0))
    walk.to("modeller/springbrett/plan.html")
    whom = walk.page.locator("[data-role]")
    days = set()
    for role in whom.locator("option").evaluate_all("all => all.map((one) => one.value)"):
        whom.select_option(role)
        days.add(walk.page.input_value("[data-start]"))
        assert "For tidlig" not in walk.page.inner_text("[data-dated]")
    assert len(days) == 1, days


def test_a_plan_without_a_first_day_begins_from_today(walk: Walk) -> None:
    walk.page.clock.set_fixed_time(dt.datetime(2026, 11, 29, 9, 0))
    walk.to("modeller/tett-oppfolging-nav/plan.html")
    page = walk.page
    assert "Hvis dere begynner å planlegge i dag" in page.inner_text("[data-plan-status]")
    assert "teamet" not in page.inner_text("[data-dated] .plan-table")
    page.locator("[data-role]").select_option("alle")
    assert page.inner_text("[data-dated] .plan-table").count("teamet") > 50


def test_a_self_assessment_goes_out_and_in_again(walk: Walk) -> None:
    walk.to("modeller/ia-vikar/egenvurdering.html")
    page = walk.page
    blocks = page.locator("[data-criterion]")
    for number in range(blocks.count()):
        radios = blocks.nth(number).locator("input[type=radio]")
        radios.nth(number % radios.count()).check()
    blocks.first.locator("textarea").fill("Samarbeidsavtalen fra januar")
    improvements = page.locator("[data-improvements] li").all_inner_texts()
    assert len(improvements) == 3
    shown = page.inner_text("[data-profile-table]")
    _, text = walk.saved("[data-action=export]")
    page.reload()
    assert page.locator("input[type=radio]:checked").count() == 0
    path = walk.site.parent / "egenvurdering.json"
    path.write_text(text, encoding="utf-8")
    page.locator("[data-import-file]").set_input_files(path)
    page.wait_for_function("document.querySelectorAll('input[type=radio]:checked').length > 0")
    assert page.inner_text("[data-profile-table]") == shown
    assert page.locator("[data-improvements] li").all_inner_texts() == improvements
    again = json.loads(walk.saved("[data-action=export]")[1])
    before = json.loads(text)
    assert again["answers"] == before["answers"]
    assert next(iter(before["answers"].values()))["note"] == "Samarbeidsavtalen fra januar"


PAGES = (
    "modeller/velg.html",
    "modeller/velg.html#vis=svar",
    "modeller/sammenlign.html#modeller=aft,vta",
    "modeller/ia-vikar/plan.html#start=2026-11-30",
    "modeller/ia-vikar/tidsbruk.html",
    "modeller/ia-vikar/egenvurdering.html",
    "modeller/ia-vikar/notat.html",
    "roller/leder/springbrett.html",
    "modeller/ia-vikar/kom-i-gang.html",
)


def test_nothing_scrolls_sideways_at_320(phone: Walk) -> None:
    wide = []
    for path in PAGES:
        phone.to(path)
        width = phone.page.evaluate("document.documentElement.scrollWidth")
        wide += [(path, width)] if width > PHONE["width"] else []
    assert wide == []


def test_everything_to_press_has_a_name(walk: Walk) -> None:
    nameless = []
    for path in PAGES:
        walk.to(path)
        found = walk.page.evaluate(
            """() => [...document.querySelectorAll('main :is(button, input, select, textarea)')]
              .filter((e) => e.checkVisibility() && e.type !== 'file')
              .filter((e) => !(e.getAttribute('aria-label') || (e.labels && e.labels.length)
                || e.textContent.trim()))
              .map((e) => e.outerHTML)"""
        )
        nameless += [(path, element) for element in found]
    assert nameless == []


def test_under_the_policy_of_the_web_server_all_scripts_run(
    chromium: Browser, built_site: Path
) -> None:
    from handbook.hosting import content_policy  # noqa: PLC0415

    context = chromium.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    def answer(route: Any) -> None:
        name = route.request.url.split("//host/")[1].split("#")[0]
        kind = {"html": "text/html", "js": "text/javascript", "css": "text/css"}
        route.fulfill(
            body=(built_site / name).read_bytes(),
            content_type=kind.get(name.rsplit(".")[-1], "application/octet-stream"),
            headers={"Content-Security-Policy": content_policy()},
        )

    context.route("https://host/**", answer)
    for path in PAGES:
        page.goto("about:blank")
        page.goto(f"https://host/{path}")
        tools = page.locator("[data-chooser], [data-compare-tool], [data-plan], [data-assessment]")
        assert all(tool.is_visible() for tool in tools.all())
        if "egenvurdering" in path:
            page.locator("input[type=radio]").first.check()
            assert page.locator(".bar > span").count()
    context.close()
    assert not [text for text in said if "Content Security Policy" in text], said
