"""The site of a proposal: every page says so, and no script goes near what lies in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.built import BuiltSite
from browser.serving import serve
from handbook.build import Build, Options, whole_site
from handbook.publishing.whole_folder import write_files

pytestmark = pytest.mark.slow

_SPY = """
window.touched = [];
for (const name of ['localStorage', 'sessionStorage']) {
  const real = window[name];
  Object.defineProperty(window, name, { get() { window.touched.push(name); return real; } });
}
"""
"""Tells of every script that asks for a store, whatever it wants there."""
TABS = 7
"""So many pages wait at once for what their scripts may do by and by."""


@pytest.fixture(scope="module")
def preview(real: Build, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("preview")
    write_files(folder, whole_site(real, Options(preview=True)))
    return BuiltSite(folder)


@pytest.fixture(scope="module")
def address(preview: BuiltSite) -> Iterator[str]:
    with serve(preview.folder) as base:
        yield base


def test_every_page_says_that_it_is_a_proposal_and_is_no_hit(preview: BuiltSite) -> None:
    for name, page in preview.pages.items():
        (told,) = page.xpath("//main/p[contains(@class, 'banner-preview')]")
        assert "Dette er et forslag" in told.text_content(), name
        assert page.xpath("/html/head/meta[@name='robots'][@content='noindex']"), name
        assert page.get("data-preview") == "", name


def test_the_site_itself_has_no_sign_of_it(site: BuiltSite) -> None:
    for name, page in site.pages.items():
        assert page.get("data-preview") is None, name
        assert not page.xpath("//*[contains(@class, 'banner-preview')]"), name


def _use(page: Page) -> None:
    """What a reader does: writes, ticks, chooses colours."""
    for box in page.locator("main input[type=text]:visible, main textarea:visible").all()[:3]:
        box.fill("noe hemmelig")
    for box in page.locator("main input[type=checkbox]:visible").all()[:3]:
        box.set_checked(not box.is_checked())
    page.locator("[data-colours]").click()


def batched(names: list[str], size: int) -> list[list[str]]:
    return [names[at : at + size] for at in range(0, len(names), size)]


def test_no_page_reads_or_keeps_anything(
    chromium: Browser, preview: BuiltSite, address: str
) -> None:
    with closing(chromium.new_context()) as context:
        context.add_init_script(_SPY)
        tabs = [context.new_page() for _ in range(TABS)]
        for names in batched(sorted(preview.scripted), TABS):
            open_now = list(zip(tabs, names, strict=False))
            for page, name in open_now:
                page.goto(address + name)
            tabs[0].wait_for_timeout(150)
            for page, _ in open_now:
                _use(page)
            tabs[0].wait_for_timeout(350)  # a draft is written a quarter of a second after
            for page, name in open_now:
                assert page.evaluate("window.touched") == [], name


def test_the_spy_sees_what_the_site_keeps(chromium: Browser, server: str) -> None:
    with closing(chromium.new_context()) as context:
        context.add_init_script(_SPY)
        page = context.new_page()
        page.goto(server + "skjema/SKJ-09.html")
        page.wait_for_selector("[data-form-tools]:not([hidden])")
        assert {"localStorage", "sessionStorage"} <= set(page.evaluate("window.touched"))


def test_a_form_says_where_the_answers_are(chromium: Browser, address: str) -> None:
    with closing(chromium.new_context()) as context:
        page = context.new_page()
        page.goto(address + "skjema/SKJ-09.html")
        page.wait_for_selector("[data-form-tools]:not([hidden])")
        page.fill("[name=own_assessment]", "noe")
        expect(page.locator("[data-lies]")).to_contain_text("ligger ingen steder")
        assert page.locator("[data-keep-line]").evaluate("line => line.hidden")
