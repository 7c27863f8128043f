"""«Hva koster det oss?» in a browser: what is typed fills the tables, the address and the memo."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from book.pdf_reading import pages_of, smallest_letter
from browser.built import BuiltSite
from browser.conftest import NewPage

pytestmark = pytest.mark.slow

_COSTS = "modeller/ia-vikar/tidsbruk.html"


def _open(new_page: NewPage, address: str) -> Page:
    page = new_page()
    page.goto(address)
    return page


def _told(page: Page, row: str, column: str) -> str:
    cell = page.locator(f'[data-calculator] [data-row="{row}"] [data-column="{column}"]')
    return (cell.text_content() or "").replace("\u00a0", "").replace("\u2060", "")


def test_what_is_typed_fills_the_table_and_the_address(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + _COSTS)
    before = float(_told(page, "sum", "hours"))
    page.fill("#kostnad-plasser", "3")
    page.fill("#kostnad-timepris", "1000")
    assert page.url.endswith("#plasser=3&timepris=1000")
    hours = float(_told(page, "sum", "hours"))
    assert hours > before
    assert float(_told(page, "sum", "kroner")) == hours * 1000
    assert "deres eget tall" in page.locator(".assumed").inner_text()
    page.reload()
    assert float(_told(page, "sum", "hours")) == hours


def test_more_weeks_than_a_model_lasts_are_told(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + _COSTS)
    page.fill("#kostnad-uker", "100")
    assert "Modellen varer ikke så lenge: høyst 77 uker." in page.locator(".assumed").inner_text()


def test_figures_go_along_to_the_memo(new_page: NewPage, server: str) -> None:
    page = new_page()
    page.goto(server + "modeller/ia-vikar/index.html")
    page.get_by_role("link", name="Regn selv").click()
    page.fill("#kostnad-plasser", "4")
    whole = _told(page, "sum", "kroner")
    page.locator("article a[href*='notat.html']").first.click()
    expect(page.locator("#kostnad-plasser")).to_have_value("4")
    assert _told(page, "sum", "kroner") == whole


def test_without_an_hourly_cost_kroner_are_not_known(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + _COSTS)
    page.fill("#kostnad-timepris", "")
    assert _told(page, "sum", "kroner") == "Ikke kjent"
    assert float(_told(page, "sum", "hours")) > 0
    expect(page.locator("[data-problem]")).to_be_hidden()


@pytest.mark.parametrize("typed", ["-2", "0", "101", "2,5", "1e3", "mange", ""])
def test_what_cannot_be_counted_is_a_sentence_and_no_sum(
    new_page: NewPage, server: str, typed: str
) -> None:
    page = _open(new_page, server + _COSTS)
    page.fill("#kostnad-plasser", typed)
    expect(page.locator("[data-problem]")).to_have_text(
        "Plasser: Skriv et helt tall fra 1 til 100."
    )
    assert _told(page, "sum", "hours") == _told(page, "sum", "kroner") == "Ikke kjent"
    page.fill("#kostnad-plasser", "2")
    expect(page.locator("[data-problem]")).to_be_hidden()
    assert float(_told(page, "sum", "hours")) > 0


def test_an_address_with_figures_nobody_can_use_says_so_and_keeps_the_rest(
    new_page: NewPage, server: str
) -> None:
    page = _open(new_page, f"{server}{_COSTS}#plasser=-1&uker=20")
    expect(page.locator("[data-problem]")).to_contain_text("plasser=-1")
    expect(page.locator("#kostnad-plasser")).to_have_value("1")
    expect(page.locator("#kostnad-uker")).to_have_value("20")


def test_models_side_by_side_are_counted_for_the_same(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + "modeller/sammenlign.html")
    before = _told(page, "cost-hours", "springbrett")
    page.fill("#kostnad-uker", "20")
    assert _told(page, "cost-hours", "springbrett") != before
    assert _told(page, "cost-kroner", "larekandidat") == "Ikke kjent"
    page.fill("#kostnad-lonn", "20000")
    assert float(_told(page, "cost-kroner", "larekandidat")) > 0


def test_the_memo_is_one_sheet_whatever_is_typed(
    new_page: NewPage, server: str, site: BuiltSite
) -> None:
    memos = [address for address in site.pages if address.endswith("/notat.html")]
    assert len(memos) > 5
    for address in memos:
        page = _open(new_page, f"{server}{address}#plasser=100&uker=156&timepris=9999")
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(pages_of(pdf)) == 1, address
        assert smallest_letter(pdf) >= 9 - 0.05, address
        page.close()
