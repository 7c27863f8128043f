"""The site opened from a folder or a memory stick, without any network."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.built import BuiltSite
from browser.conftest import NewPage, each_kind
from content.raw_yaml import raw
from project import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture
def disk(new_page: NewPage) -> Page:
    """A page that can reach files only; the watch reports every request that is not for one."""
    page = new_page()
    page.context.set_offline(True)
    page.context.route("http*://**", lambda route: route.abort())
    return page


@each_kind("kinds")
def test_every_kind_of_page_opens_with_its_looks_and_scripts(
    disk: Page, site: BuiltSite, pages: str
) -> None:
    for kind, address in getattr(site, pages).items():
        if kind == "404":  # only servers show it, and its addresses are for them
            continue
        disk.goto((site.folder / address).as_uri())
        paper = disk.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(251, 250, 247)", f"{address}: styles do not apply"
        assert disk.evaluate("document.fonts.ready.then((f) => f.size > 0)"), address
        assert disk.evaluate("document.documentElement.classList.contains('js')"), address


def test_links_lead_on(disk: Page, site: BuiltSite) -> None:
    disk.goto((site.folder / "index.html").as_uri())
    disk.locator("main a[href='roller/fadder.html']").first.click()
    expect(disk.locator("h1")).to_have_text("Fadder")
    disk.locator("main a[href='fadder/ia-vikar.html']").click()
    disk.locator("main a[href*='steg-']").first.click()
    disk.locator("main a[href*='SKJ-']").first.click()
    expect(disk.locator(".form-id").first).to_be_visible()


def test_search_answers(disk: Page, site: BuiltSite) -> None:
    disk.goto((site.folder / "modeller/ia-vikar/steg-gi-planen.html").as_uri())
    disk.locator("[data-open-search]").first.click()
    disk.locator("dialog input[type=search]").fill("SKJ-09")
    hit = disk.locator("[data-search-results] a").first
    assert "referat fra statusmøte" in hit.inner_text().lower()
    hit.click()
    disk.wait_for_url("**/skjema/SKJ-09.html*")


@pytest.mark.parametrize("written", ["SKJ-12", "SKJ-12 v1.0", "skj-12 versjon 1.0", "skj12"])
def test_what_stands_on_a_printed_form_finds_it_first(
    disk: Page, site: BuiltSite, written: str
) -> None:
    disk.goto((site.folder / "index.html").as_uri())
    disk.locator("[data-open-search]").first.click()
    disk.locator("dialog input[type=search]").fill(written)
    hit = disk.locator("[data-search-results] a").first
    expect(hit).to_have_attribute("href", re.compile(r"skjema/SKJ-12\.html"))


def test_the_code_on_a_printed_form_opens_what_holds(disk: Page, site: BuiltSite) -> None:
    number = raw(ROOT / "forms/SKJ-12.yml")["version"]
    disk.goto((site.folder / "skjema/SKJ-12.html").as_uri() + f"#v{number}")
    said = disk.locator("li:target")
    expect(said).to_be_in_viewport()
    expect(said).to_contain_text(f"Versjon {number} er gjeldende")


def test_a_form_is_filled_in_saved_and_read_again(disk: Page, site: BuiltSite) -> None:
    address = (site.folder / "skjema/SKJ-09.html").as_uri()
    disk.goto(address)
    field = disk.locator("[name=participant_initials]")
    field.fill("A.B.")
    with disk.expect_download() as saved:
        disk.locator("[data-action=json]").click()
    file = saved.value.path()
    assert "A.B." in file.read_text(encoding="utf-8")
    disk.goto(address)
    expect(field).to_have_value("A.B.")  # a tab keeps what was written in it until it is closed
    other = disk.context.new_page()
    other.goto(address)
    again = other.locator("[name=participant_initials]")
    expect(again).to_have_value("")
    other.locator("[data-import-file]").set_input_files(file)
    dialog = other.locator("dialog[data-proposal]")
    expect(dialog).to_contain_text("A.B.")
    expect(again).to_have_value("")  # nothing is taken in before the reader says so
    dialog.locator("[value=inn]").click()
    expect(again).to_have_value("A.B.")
