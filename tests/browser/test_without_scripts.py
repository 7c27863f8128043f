"""The whole site without JavaScript: all text is there, and every way to it."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite, own_scripts
from browser.conftest import NewPage, each_kind
from browser.texts import SCRIPT_MADE, texts
from handbook.build import Build
from handbook.document import places

pytestmark = pytest.mark.slow

LEFT_OUT = f"[hidden], .print-foot, .print-note, .on-paper, .evidence, {SCRIPT_MADE}"
"""Also what stands for paper alone: on a screen a link leads to it."""

_WITHIN = {1280: ("body", ", .process-figure .narrow"), 320: ("article", ", .process-figure .wide")}


@each_kind("kinds")
def test_all_text_is_shown_without_scripts(
    new_page: NewPage, server: str, site: BuiltSite, pages: str
) -> None:
    faults = []
    page = new_page(java_script_enabled=False)
    for kind, address in getattr(site, pages).items():
        page.goto(server + address)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            # Of two drawings the one that fits is shown, and on a phone the crumbs are fewer.
            within, out = _WITHIN[width]
            hidden = [
                text for text, seen in texts(page, within, leave_out=LEFT_OUT + out) if not seen
            ]
            faults += [f"{kind} {address} {width}: «{text[:60]}»" for text in hidden]
            dead = page.locator("button:visible, [data-source-switch]:visible")
            if kind.split("+")[0] != "form" and dead.count():
                faults.append(f"{kind} {address} {width}: dead control {dead.first.inner_text()!r}")
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])


@each_kind("kinds")
def test_scripts_neither_add_nor_take_text(
    new_page: NewPage, server: str, site: BuiltSite, pages: str
) -> None:
    on, off = new_page(), new_page(java_script_enabled=False)
    faults = []
    for kind, address in getattr(site, pages).items():
        if address == f"{places.COMPARISON}.html":  # stands there when models are chosen
            continue
        found = []
        for page in (on, off):
            page.goto(server + address)
            _without_our_first_day(page)
            shown = texts(page, "main", leave_out=f"noscript, .evidence, {SCRIPT_MADE}")
            found.append(Counter(text for text, seen in shown if seen))
        with_scripts, without = found
        without -= Counter(on.locator("label:visible").all_inner_texts())  # the line is a field now
        faults += [f"{kind} {address}: scripts hide «{t[:70]}»" for t in without - with_scripts]
        if not own_scripts(site.pages[address]):
            faults += [
                f"{kind} {address}: only with scripts «{t[:70]}»" for t in with_scripts - without
            ]
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])


def _without_our_first_day(page: Page) -> None:
    """A plan begins with a first day of ours; the table it was made from is there without it."""
    first_day = page.locator("[data-plan] [data-start]:visible")
    if first_day.count():
        assert page.locator("[data-relative]").is_hidden()
        first_day.fill("")


def test_a_plan_with_dates_has_every_step_of_the_table_it_replaces(
    new_page: NewPage, server: str, site: BuiltSite
) -> None:
    page = new_page()
    for address in (one for one in site.pages if one.endswith("/plan.html")):
        page.goto(server + address)
        page.locator("[data-role]").select_option("alle")
        steps = page.locator("[data-relative] [data-column=what] a")
        replaced = steps.all_text_contents()
        told = page.locator("[data-dated]").inner_text()
        assert len(replaced) > 5, address
        assert [step for step in replaced if step not in told] == [], address


def test_a_former_address_leads_on(new_page: NewPage, server: str, real: Build) -> None:
    former = next(page for page in real.pages if page.moved_to)
    assert former.moved_to
    page = new_page(java_script_enabled=False)
    page.goto(server + former.url)
    page.wait_for_url(server + places.url(former.moved_to))


@pytest.mark.parametrize("width", [1280, 320])
def test_menus_are_reached_without_scripts(new_page: NewPage, server: str, width: int) -> None:
    page = new_page(width=width, java_script_enabled=False)
    page.goto(server + "modeller/ia-vikar/steg-gi-planen.html")
    for menu in (".main-nav", ".footer-nav", ".pager"):
        links = page.locator(f"{menu} a")
        assert links.count() >= 2, menu
        assert all(link.is_visible() for link in links.all()), menu
    assert "JavaScript" in page.locator("noscript, .no-script").first.inner_text()
    page.locator(".main-nav a", has_text="Roller").click()
    page.locator("main a[href='fadder.html']").first.click()
    assert page.locator("h1").inner_text() == "Fadder"


def test_the_list_says_what_the_figure_shows(
    new_page: NewPage, server: str, site: BuiltSite
) -> None:
    page = new_page(width=320)
    page.goto(server + site.kinds["process"])
    shown = page.locator(".process-figure svg a")
    listed = page.locator("article :not(.process-figure *) > a:visible")
    targets = {a.get_attribute("href") for a in shown.all()}
    assert len(targets) > 5
    page.emulate_media(media="print")  # the screen has the drawing, and its phases
    assert targets <= {a.get_attribute("href") for a in listed.all()}
