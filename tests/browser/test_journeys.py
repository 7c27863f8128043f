"""What people come for: the fadder with a phone, the auditor with a doubt, and what sources say."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page

from browser.conftest import NewPage
from handbook.build import Build
from handbook.document.places import url

pytestmark = pytest.mark.slow

_PLAIN = '[data-basis="interpretation"], [data-basis="proposal"]'
OURS = f":is({_PLAIN}):not(:has([data-basis]:not({_PLAIN})))"
"""What is ours alone: a text of ours that tells a rule in its own words is not."""


@pytest.mark.parametrize(
    "address", ["modeller/ia-vikar/steg-innga-avtale.html", "roller/fadder.html"]
)
def test_only_what_the_sources_say(new_page: NewPage, server: str, address: str) -> None:
    page = new_page()
    page.goto(server + address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate("window.notReloaded = true")
    ours, theirs = (
        page.locator(f"article {OURS}"),
        page.locator(f"article [data-basis]:not({_PLAIN})"),
    )
    told = page.locator(".source-status")
    assert ours.count() > 2
    shown = theirs.evaluate_all("(all) => all.filter((e) => e.checkVisibility()).length")
    switch = page.get_by_label("Vis bare det kildene sier")
    switch.focus()
    page.keyboard.press("Space")
    outermost = (
        "(all) => all.filter((e) => !e.parentElement.closest(`{}`) && !e.closest('.on-paper'))"
        ".length"
    ).replace("{}", OURS)
    assert ours.evaluate_all("(all) => all.every((e) => !e.checkVisibility())")
    assert theirs.evaluate_all("(all) => all.filter((e) => e.checkVisibility()).length") == shown
    assert told.get_attribute("role") == "status"
    number = re.match(r"\d+", told.inner_text())
    assert number, told.inner_text()
    assert int(number[0]) == ours.evaluate_all(outermost)
    page.keyboard.press("Space")
    assert ours.evaluate_all("(all) => all.every((e) => e.checkVisibility())")
    assert told.inner_text() == ""
    assert page.evaluate("window.notReloaded")


@pytest.mark.parametrize(
    ("address", "duties"), [("roller/leder/springbrett.html", True), ("roller/fadder.html", False)]
)
def test_a_must_that_is_hidden_is_told_of(
    new_page: NewPage, server: str, address: str, *, duties: bool
) -> None:
    page = new_page()
    page.goto(server + address)
    hidden = page.locator(f":is({OURS}) .level-must").count()
    assert (hidden > 0) is duties
    page.locator("[data-source-switch]").check()
    told = page.locator(".source-status").inner_text()
    assert (f" {hidden} av dem er noe som må gjøres." in told) is duties
    assert not page.locator(".source-paper").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".source-status").is_visible()
    assert ("må gjøres" in page.locator(".source-paper").inner_text()) is duties
    page.emulate_media(media="screen")
    page.locator("[data-source-switch]").uncheck()
    page.emulate_media(media="print")
    assert not page.locator(".source-paper").is_visible()


def test_the_choice_follows_to_the_next_page(new_page: NewPage, server: str) -> None:
    page = new_page()
    page.goto(server + "modeller/ia-vikar/steg-innga-avtale.html")
    page.locator("[data-source-switch]").check()
    page.locator(".pager a[rel=next]").click()
    assert page.locator("[data-source-switch]").is_checked()
    assert page.locator(f"article {OURS}").evaluate_all(
        "(all) => all.every((e) => !e.checkVisibility())"
    )


def test_without_scripts_everything_is_shown(new_page: NewPage, server: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(server + "modeller/ia-vikar/steg-innga-avtale.html")
    assert not page.locator("[data-source-switch]").is_visible()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert all(one.is_visible() for one in page.locator(f"article {OURS}").all())


def test_a_fadder_on_a_phone(new_page: NewPage, server: str) -> None:
    """Journey 3: at most two taps, a light page, the limits and the first day."""
    page = new_page(width=320, height=640, has_touch=True, is_mobile=True)
    weight = [0]
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    page.goto(server)
    direct = page.locator("main a[href='roller/fadder.html']:visible").first
    taps = 1
    if not direct.count():
        page.locator("main a[href='roller/index.html']:visible").first.tap()
        direct = page.locator("main a[href='fadder.html']:visible").first
        taps += 1
    network.on("Network.dataReceived", lambda e: weight.__setitem__(0, weight[0] + e["dataLength"]))
    direct.tap()
    page.wait_for_url("**/roller/fadder.html")
    page.wait_for_load_state("networkidle")
    assert taps <= 2
    assert weight[0] < 300_000, f"{weight[0]} bytes unpacked"
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    text = page.locator("article").inner_text()
    for part in ("Hvilken ordning er dere med i?", "Du skal ikke", "Taushetsplikt", "lederen"):
        assert part.casefold() in text.casefold(), part
    which = page.locator("#ordning").bounding_box()
    assert which is not None
    assert which["y"] < 2 * 640, "the question of which model stands far down"


def clicks_to(page: Page, selector: str) -> None:
    page.locator(selector).first.click()
    page.wait_for_load_state()


def number_of(mark: Locator) -> str:
    """The finding a mark leads to; its words say what kind of source it is."""
    return (mark.get_attribute("href") or "").partition("#")[2]


@pytest.mark.parametrize(
    "address",
    ["modeller/springbrett/index.html", "modeller/ia-vikar/steg-gi-planen.html",
     "modeller/ia-vikar/resultater.html", "roller/fadder.html", "tema/personvern.html"],
)  # fmt: skip
def test_from_a_claim_to_its_source(new_page: NewPage, server: str, address: str) -> None:
    """Journey 10: one click to the words of the source, a second to the finding in it."""
    page = new_page()
    page.goto(server + address)
    mark = page.locator(".basis a").first
    number = number_of(mark)
    mark.click()
    page.locator(f".evidence-whole[href$='#{number}']").click()
    page.wait_for_url("**/kilder/*")
    finding = page.locator(":target")
    assert finding.is_visible()
    assert number in finding.inner_text()
    box = finding.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900, "the finding is not in view"


def test_from_the_front_page_to_a_cell_and_its_source(new_page: NewPage, server: str) -> None:
    """Journey 10: front → quality → a cell → a claim's words → its source, five clicks."""
    page = new_page()
    page.goto(server)
    clicks_to(page, ".footer-nav a[href='kvalitet.html']")
    clicks_to(page, "table a[href*='modeller/ia-vikar/']")
    page.locator(".basis a").first.click()
    clicks_to(page, ".evidence-panel .evidence-whole")
    assert "/kilder/" in page.url
    assert page.locator(":target").is_visible()


def test_a_former_address_leads_on_to_the_very_spot(
    new_page: NewPage, server: str, real: Build
) -> None:
    whole = (page for page in real.pages if page.moved_to and "#" not in url(page.moved_to))
    former = next(page for page in whole)
    assert former.moved_to
    page = new_page()
    page.goto(f"{server}{former.url}#du-skal-ikke")
    page.wait_for_url(f"{server}{url(former.moved_to)}#du-skal-ikke")


def test_what_a_mark_rests_on_is_one_action_away(
    new_page: NewPage, server: str, real: Build
) -> None:
    """Enter on a number shows the words of the source; Escape leads back to the number."""
    page = new_page()
    page.goto(server + "modeller/ia-vikar/steg-innga-avtale.html")
    number = page.locator("article .basis a").first
    name = number_of(number)
    number.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name=f"Kilden bak merket: funn {name}")
    panel.wait_for()
    assert panel.evaluate("(one) => one === document.activeElement")
    assert real.book is not None
    source, finding = next(
        (source, one) for source in real.book.sources for one in source.findings if one.id == name
    )
    for words in (source.title, "Kontrollert", finding.place, finding.quote):
        assert (words or "") in panel.inner_text()
    assert panel.get_by_role("link").last.get_attribute("href") == number.get_attribute("href")
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert number.evaluate("(one) => one === document.activeElement")


def test_a_mark_leads_to_its_source_when_its_words_cannot_be_had(
    chromium: Browser, server: str
) -> None:
    """A browser of its own, as a request that fails is told in the console of a watched one."""
    page = chromium.new_page()
    page.route("**/assets/quotations/**", lambda route: route.abort())
    page.goto(server + "modeller/ia-vikar/steg-innga-avtale.html")
    number = page.locator("article .basis a").first
    there = number.evaluate("(link) => link.href")
    number.click()
    page.wait_for_url(there)
    page.close()


def test_a_mark_leads_to_its_source_without_scripts(new_page: NewPage, server: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(server + "modeller/ia-vikar/steg-innga-avtale.html")
    mark = page.locator("article .basis a").first
    name = number_of(mark)
    mark.click()
    assert name in page.locator(":target").inner_text()


def test_paper_lists_what_the_marks_rest_on(new_page: NewPage, server: str) -> None:
    page = new_page()
    page.goto(server + "modeller/ia-vikar/steg-innga-avtale.html")
    told = page.locator("div.evidence")
    assert not told.is_visible()
    page.emulate_media(media="print")
    names = {number_of(one) for one in page.locator("article .basis a").all()}
    assert names
    assert all(name in told.inner_text() for name in names)
