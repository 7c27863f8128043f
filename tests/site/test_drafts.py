"""Drafts: leaving, coming back, two tabs, another version, a shared machine, a full disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from answering import downloaded
from playwright.sync_api import Browser, BrowserContext, Page, WebError

from browser.serving import serve
from waking import awake

pytestmark = pytest.mark.slow

FORM = "skjema/SKJ-09.html"
TEXT = "Ord " * 150
Tab = Callable[..., Page]


@pytest.fixture(scope="module")
def base(built_site: Path) -> Iterator[str]:
    with serve(built_site) as address:
        yield address


@pytest.fixture(scope="module")
def browser_of_one(chromium: Browser, base: str) -> Iterator[BrowserContext]:
    """A browser that has read the scripts before; the page that is left open can only empty it."""
    made = chromium.new_context()
    made.clock.install()
    made.new_page().goto(f"{base}404.html")
    yield made
    made.close()


@pytest.fixture
def context(browser_of_one: BrowserContext) -> Iterator[BrowserContext]:
    """A browser without tabs and without anything kept."""
    faults: list[str] = []

    def hear(error: WebError) -> None:
        faults.append(str(error.error))

    browser_of_one.on("weberror", hear)
    yield browser_of_one
    first, *tabs = browser_of_one.pages
    for one in tabs:
        one.close()
    first.evaluate("localStorage.clear()")
    browser_of_one.remove_listener("weberror", hear)
    assert faults == []


@pytest.fixture
def tab(context: BrowserContext, base: str) -> Tab:
    """A new tab with the form, ready to be filled in."""

    def open_tab(address: str = FORM) -> Page:
        page = context.new_page()
        page.goto(base + address)
        return ready(page)

    return open_tab


def ready(page: Page) -> Page:
    awake(page)
    page.evaluate("document.querySelector('[data-form-tools] details').open = true")
    return page


def stored(page: Page) -> None:
    """Let the draft's wait pass, and its turn among the tabs: what was written lies in storage."""
    page.clock.run_for(250)
    page.evaluate("form => new Promise((done) => handbookKept.alone(form, done))", form_of(page))


def form_of(page: Page) -> str:
    return page.url.partition("#")[0].rpartition("/")[2].removesuffix(".html")


def said(page: Page) -> str:
    return page.locator("[data-form-status]").inner_text()


def answer(page: Page, name: str) -> str:
    return page.input_value(f"[name={name}]")


@pytest.mark.parametrize("disk", [False, True])
def test_a_link_and_back_and_reload_lose_nothing(
    context: BrowserContext, base: str, built_site: Path, disk: bool
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto((f"{built_site.as_uri()}/" if disk else base) + FORM)
    ready(page).fill("[name=own_assessment]", TEXT)
    page.click(".brand")
    page.wait_for_selector("body:not(:has([data-form-tools]))")
    assert asked == []
    page.go_back()
    assert answer(ready(page), "own_assessment") == TEXT
    page.reload()
    assert answer(ready(page), "own_assessment") == TEXT
    assert asked == ["beforeunload"]
    assert said(page) == "Svarene dine er satt inn igjen."


def test_one_is_asked_before_answers_are_gone_and_not_after_they_are_handed_on(tab: Tab) -> None:
    page = tab()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.check("[data-shared]")
    page.fill("[name=own_assessment]", TEXT)
    page.click(".brand")
    page.wait_for_selector("body:not(:has([data-form-tools]))")
    assert asked == ["beforeunload"]
    page.go_back()
    assert answer(ready(page), "own_assessment") == ""
    page.fill("[name=own_assessment]", TEXT)
    downloaded(page, '[data-action="pdf"]')
    page.click(".brand")
    page.wait_for_selector("body:not(:has([data-form-tools]))")
    assert asked == ["beforeunload"]


def test_nothing_stays_on_the_machine_unless_asked_for(tab: Tab) -> None:
    page = tab()
    page.fill("[name=participant_initials]", "AB")
    stored(page)
    assert page.evaluate("localStorage.length") == 0
    page.check("[data-keep]")
    assert page.evaluate("localStorage.length") == 1
    assert answer(tab(), "participant_initials") == "AB"
    page.uncheck("[data-keep]")
    assert page.evaluate("localStorage.length") == 0
    assert answer(page, "participant_initials") == "AB"


def test_two_tabs_write_in_two_places_and_both_stay(tab: Tab) -> None:
    first = tab()
    first.check("[data-keep]")
    second = tab()
    second.fill("[name=going_well]", "fra den andre")
    stored(second)
    first.fill("[name=own_assessment]", "fra den første")
    stored(first)
    for page in (first, second, tab()):
        assert answer(page, "going_well") == "fra den andre"
        assert answer(page, "own_assessment") == "fra den første"


def test_two_tabs_write_in_one_place_and_neither_is_lost(tab: Tab) -> None:
    first = tab()
    first.fill("[name=going_well]", "felles")
    first.check("[data-keep]")
    second = tab()
    for page, text in ((first, "A"), (second, "B")):
        page.locator("[name=going_well]").evaluate(
            "(box, text) => { box.value = text; "
            "box.dispatchEvent(new Event('input', {bubbles: true})) }", text,
        )  # fmt: skip
    aside = "Du skrev noe annet i en annen fane"
    told = [page.locator(".field-count", has_text=aside) for page in (first, second)]
    for _ in range(100):
        if any(line.count() for line in told):
            break
        first.wait_for_timeout(20)
    assert sum(line.count() for line in told) >= 1
    page = first if told[0].count() else second
    other = {"A": "B", "B": "A"}[answer(page, "going_well")]
    page.get_by_role("button", name="Bruk det").click()
    assert answer(page, "going_well") == other


def test_drafts_have_names_and_are_opened_and_deleted(tab: Tab) -> None:
    page = tab()
    for name in ("K. N.", "Sak 12"):
        page.fill("[data-about]", name)
        page.fill("[name=own_assessment]", f"Om {name}")
        page.check("[data-keep]")
        stored(page)
        page.click('[data-action="new"]')
        assert answer(page, "own_assessment") == ""
    assert page.locator("[data-draft-list] li").count() == 2
    page.get_by_role("button", name="Åpne K. N.").click()
    assert answer(page, "own_assessment") == "Om K. N."
    assert page.input_value("[data-about]") == "K. N."
    with page.expect_download() as waiting:
        page.click('[data-action="pdf"]')
    assert waiting.value.suggested_filename.startswith("SKJ-09 Referat fra statusmøte – K. N. – 20")
    page.get_by_role("button", name="Slett Sak 12").click()
    assert page.evaluate("localStorage.length") == 1


def test_all_that_readers_wrote_is_deleted_and_named(tab: Tab) -> None:
    page = tab()
    page.fill("[name=own_assessment]", TEXT)
    page.check("[data-keep]")
    page.evaluate("localStorage.setItem('handboka-kryss', '{}')")
    page.evaluate("localStorage.setItem('handboka-egenvurdering-springbrett', '{}')")
    page.evaluate("localStorage.setItem('farger', 'lys')")
    tab("skjema/SKJ-06.html").click('[data-action="forget"]')
    assert page.evaluate("Object.keys(localStorage).sort()") == ["farger", "slettet"]
    page.fill("[name=going_well]", "mer")
    stored(page)
    assert page.evaluate("Object.keys(localStorage).sort()") == ["farger", "slettet"]
    assert "slettet i en annen fane" in page.locator("main").inner_text()


def test_a_full_disk_is_told(tab: Tab) -> None:
    page = tab()
    page.evaluate("Storage.prototype.setItem = () => { throw new DOMException('full') }; 0")
    page.fill("[name=going_well]", "mer")
    stored(page)
    assert "IKKE lagret" in said(page)
    assert "ikke lagret" in page.locator("[data-lies]").inner_text()


def test_a_draft_of_another_version_keeps_what_has_no_place(tab: Tab) -> None:
    page = tab()
    old = {"form": "SKJ-09", "version": "0.9", "answers": {"borte": "Viktig", "going_well": "Bra"}}
    page.evaluate("old => localStorage.setItem('handboka-skjema-SKJ-09', old)", json.dumps(old))
    page.reload()
    ready(page)
    assert answer(page, "going_well") == "Bra"
    assert "borte: Viktig" in page.locator("[data-left-over]").inner_text()
    assert page.evaluate("localStorage.getItem('handboka-skjema-SKJ-09')") is None
    saved = json.loads(downloaded(page, '[data-action="json"]'))
    assert saved["left"] == {"borte": "Viktig"}


def test_a_draft_nobody_can_read_is_handed_over(tab: Tab) -> None:
    page = tab()
    broken = '{"form":"SKJ-09","answers":{"participant_initials":"AB'
    page.evaluate("text => localStorage.setItem('handboka-skjema-SKJ-09', text)", broken)
    page.reload()
    ready(page).get_by_role("button", name="Last ned det som ligger der").wait_for()
    assert "hentet" not in said(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Last ned det som ligger der").click()
    assert Path(waiting.value.path()).read_text("utf-8") == broken
    assert page.evaluate("localStorage.getItem('handboka-skjema-SKJ-09')") == broken


def test_an_old_draft_is_asked_about(tab: Tab) -> None:
    page = tab()
    page.fill("[name=going_well]", "Bra")
    page.check("[data-keep]")
    stored(page)
    page.evaluate(
        "for (const key of Object.keys(localStorage)) localStorage.setItem(key, "
        "JSON.stringify({...JSON.parse(localStorage.getItem(key)), until: 1}))"
    )
    late = tab()
    assert answer(late, "going_well") == ""
    assert "mer enn 30 dager" in late.locator("[data-draft-list]").inner_text()
    late.get_by_role("button", name="Behold").click()
    assert answer(late, "going_well") == "Bra"


def test_a_link_with_answers_touches_no_draft(tab: Tab) -> None:
    page = tab("skjema/SKJ-07.html")
    page.fill("[name=start_date]", "1.12.2026")
    page.check("[data-keep]")
    stored(page)
    sent = json.dumps({"form": "SKJ-07", "answers": {"start_date": "2027-01-01"}})
    other = tab(f"skjema/SKJ-07.html#svar={sent}")
    dialog = other.locator("dialog[data-proposal]")
    dialog.locator("text=Sett inn").click()
    other.locator("[data-form-status]", has_text="Satt inn 1 svar").wait_for()
    assert answer(other, "start_date") == "01.01.2027"
    assert answer(tab("skjema/SKJ-07.html"), "start_date") == "1.12.2026"


def test_nothing_is_offered_where_others_can_read_it(
    context: BrowserContext, built_site: Path
) -> None:
    page = context.new_page()
    page.goto(f"{built_site.as_uri()}/{FORM}")
    ready(page)
    assert page.locator("[data-keep]").is_hidden()
    assert "alle andre nettsider som er lagret på enheten" in page.inner_text("[data-keep-why]")


def leave_and_come_back(page: Page, meanwhile: str = "0") -> None:
    """As a browser does that keeps the page as it was; Playwright starts Chromium without that."""
    event = "window.dispatchEvent(new PageTransitionEvent('{}', {{ persisted: true }}))"
    page.evaluate(event.format("pagehide"))
    page.evaluate(meanwhile)
    page.evaluate("document.documentElement.dataset.old = ''")
    page.evaluate(event.format("pageshow"))


@pytest.mark.parametrize("how", ["shared", "deleted here", "deleted elsewhere"])
def test_nobody_reads_with_back_what_was_not_to_be_left(tab: Tab, how: str) -> None:
    page = tab()
    if how == "shared":
        page.check("[data-shared]")
    page.fill("[name=own_assessment]", TEXT)
    stored(page)
    if how == "deleted here":
        page.click('[data-action="forget"]')
    elsewhere = "localStorage.setItem('slettet', String(Date.now()))"
    leave_and_come_back(page, elsewhere if how == "deleted elsewhere" else "0")
    page.wait_for_selector("html:not([data-old]) form[data-form]")
    assert answer(page, "own_assessment") == ""
    assert page.locator("main").is_visible()
    assert page.evaluate("Object.keys(sessionStorage).filter(k => k.includes('utkast'))") == []


def test_on_an_own_machine_the_page_comes_back_as_it_was(tab: Tab) -> None:
    page = tab()
    page.fill("[name=own_assessment]", TEXT)
    stored(page)
    leave_and_come_back(page)
    page.wait_for_timeout(200)
    assert page.locator("html[data-old]").count() == 1
    assert answer(page, "own_assessment") == TEXT


def test_a_new_draft_is_kept_where_the_one_before_was(tab: Tab) -> None:
    page = tab()
    page.fill("[name=own_assessment]", "Person 1")
    page.check("[data-keep]")
    stored(page)
    page.click('[data-action="new"]')
    assert page.is_checked("[data-keep]")
    assert "på denne enheten i 30 dager" in said(page)
    page.fill("[name=own_assessment]", "Person 2")
    stored(page)
    kept = page.evaluate("Object.values(localStorage).join()")
    assert "Person 1" in kept
    assert "Person 2" in kept


def test_one_is_offered_to_keep_after_the_first_answer(tab: Tab) -> None:
    page = tab()
    offer = page.locator("[data-offer] button")
    assert offer.is_hidden()
    page.fill("[name=own_assessment]", "Person 1")
    stored(page)
    offer.click()
    assert page.is_checked("[data-keep]")
    assert offer.is_hidden()
    assert "Person 1" in page.evaluate("Object.values(localStorage).join()")


def test_a_new_draft_throws_nothing_away_that_lies_only_in_the_tab(tab: Tab) -> None:
    page = tab()
    page.fill("[name=own_assessment]", "Person 1")
    page.check("[data-keep]")
    stored(page)
    page.click('[data-action="new"]')
    page.uncheck("[data-keep]")
    page.fill("[name=own_assessment]", "Person 2")
    stored(page)
    page.click('[data-action="new"]')
    assert answer(page, "own_assessment") == ""
    page.click('[data-action="undo"]')
    assert answer(page, "own_assessment") == "Person 2"
    page.get_by_role("button", name="Åpne Utkast uten navn").click()
    assert answer(page, "own_assessment") == "Person 1"
    page.click('[data-action="undo"]')
    assert answer(page, "own_assessment") == "Person 2"


def test_one_script_owns_the_storage(root: Path) -> None:
    scripts = root / "hooks/theme/assets/js"
    touching = {
        file.stem
        for file in scripts.glob("*.js")
        if any(word in file.read_text("utf-8") for word in ("localStorage", "sessionStorage"))
    }
    assert touching == {"kept", "colours", "theme"}, "colours and theme keep a choice of looks"
