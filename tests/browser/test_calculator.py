"""«Hva koster det oss?» in a browser: what is typed fills the tables, the address and the memo."""

from __future__ import annotations

import re
from typing import Any

import pytest
from docx import Document
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
    assert page.evaluate("location.href").endswith("#plasser=3&timepris=1000")
    hours = float(_told(page, "sum", "hours"))
    assert hours > before
    assert float(_told(page, "sum", "kroner")) == hours * 1000
    assert "deres eget tall" in page.locator(".assumed").inner_text()
    page.reload()
    assert float(_told(page, "sum", "hours")) == hours


def test_a_point_parts_thousands(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + _COSTS)
    for typed in ("1.000", "1 000", "1000", "1.000,00", "kr 1 000"):
        page.fill("#kostnad-timepris", "kr")
        expect(page.locator("[data-problem-of=timepris]")).to_be_visible()
        page.fill("#kostnad-timepris", typed)
        assert float(_told(page, "sum", "kroner")) == float(_told(page, "sum", "hours")) * 1000, (
            typed
        )


def test_more_weeks_than_a_model_lasts_are_told(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + _COSTS)
    page.fill("#kostnad-uker", "100")
    assert "Modellen varer ikke så lenge: høyst 77 uker." in page.locator(".assumed").inner_text()


def test_figures_go_along_to_the_memo(new_page: NewPage, server: str) -> None:
    page = new_page()
    page.goto(server + "modeller/ia-vikar/index.html")
    page.get_by_role("link", name="Se hele regnestykket").click()
    page.wait_for_load_state()  # typed while a busy machine still loaded, they once stayed behind
    page.fill("#kostnad-plasser", "4")
    whole = _told(page, "sum", "kroner")
    memo = page.locator("article a[href*='notat.html']").first
    expect(memo).to_have_attribute("href", re.compile("plasser=4"))
    memo.click()
    expect(page.locator("#kostnad-plasser")).to_have_value("4")
    assert _told(page, "sum", "kroner") == whole


def test_without_an_hourly_cost_kroner_are_not_known(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + _COSTS)
    page.fill("#kostnad-timepris", "")
    assert _told(page, "sum", "kroner") == "Ikke kjent"
    assert float(_told(page, "sum", "hours")) > 0
    expect(page.locator("[data-problem]")).to_be_hidden()


def test_what_cannot_be_counted_is_a_sentence_and_no_sum(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + _COSTS)
    for typed in ("-2", "0", "101", "2,5", "1e3", "mange", ""):
        _is_told_and_mended(page, typed)


def _is_told_and_mended(page: Page, typed: str) -> None:
    page.fill("#kostnad-plasser", typed)
    beside = page.locator("[data-problem-of=plasser]")
    expect(beside).to_have_text("Plasser: Skriv et helt tall fra 1 til 100.")
    field, said = page.locator("#kostnad-plasser").bounding_box(), beside.bounding_box()
    assert field is not None
    assert said is not None
    assert 0 <= said["y"] - field["y"] - field["height"] < 20
    valid = page.locator('[data-column="valid"]:not(th)').all_inner_texts()
    assert valid
    assert "Feil tall" not in valid
    assert _told(page, "sum", "hours") == _told(page, "sum", "kroner") == "Feil tall"
    assert page.locator(".assumed").inner_text().startswith("Et felt har feil tall.")
    page.fill("#kostnad-plasser", "2")
    expect(beside).to_be_hidden()
    assert float(_told(page, "sum", "hours")) > 0


def test_a_wrong_number_leaves_no_trace_when_it_is_mended(new_page: NewPage, server: str) -> None:
    page = new_page()
    for address in (
        "modeller/springbrett/notat.html",
        "virkemidler/arbeidstrening-notat.html",
        "virkemidler/midlertidig-lonnstilskudd-notat.html",
    ):
        page.goto(server + address)
        _leaves_no_trace(page)


def _leaves_no_trace(page: Page) -> None:
    cells = "(all) => all.map((one) => one.textContent)"
    told = page.locator("[data-calculator] :is(td, .assumed)")
    places, before = page.input_value("#kostnad-plasser"), told.evaluate_all(cells)
    page.fill("#kostnad-plasser", "-2")
    assert "Feil tall" in told.evaluate_all(cells)
    page.fill("#kostnad-plasser", places)
    assert told.evaluate_all(cells) == before


def test_a_memo_with_a_wrong_number_is_not_downloaded(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + "modeller/springbrett/notat.html")
    page.fill("#kostnad-timepris", "1.5")
    page.get_by_role("link", name="Last ned Word med tallene deres").click()
    expect(page.locator("[data-problem]")).to_contain_text("Word er ikke lastet ned.")
    expect(page.locator("#kostnad-timepris")).to_be_focused()
    page.fill("#kostnad-timepris", "1.500")
    expect(page.locator("[data-problem]")).to_be_hidden()
    with page.expect_download() as told:
        page.get_by_role("link", name="Last ned Word med tallene deres").click()
    assert told.value.suggested_filename.endswith(".docx")


def test_a_model_for_several_begins_with_several(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + "modeller/springbrett/notat.html")
    places = int(page.input_value("#kostnad-plasser"))
    assert places > 1
    assert f"Regnet for {places} plasser" in page.locator(".assumed").inner_text()
    hours = float(_told(page, "sum", "hours"))
    page.fill("#kostnad-plasser", "1")
    assert float(_told(page, "sum", "hours")) < hours


def test_an_address_with_figures_nobody_can_use_says_so_and_keeps_the_rest(
    new_page: NewPage, server: str
) -> None:
    page = _open(new_page, f"{server}{_COSTS}#plasser=-1&uker=20")
    expect(page.locator("[data-problem]")).to_contain_text("plasser=-1")
    expect(page.locator("#kostnad-plasser")).to_have_value("1")
    expect(page.locator("#kostnad-uker")).to_have_value("20")


def test_a_grant_is_a_line_of_its_own_and_taken_off_only_when_one_asks(
    new_page: NewPage, server: str
) -> None:
    page = _open(new_page, server + _COSTS)
    grant = "tilskudd:midlertidig-lonnstilskudd"
    assert _told(page, grant, "kroner") == "Lønna er ikke skrevet inn."
    usual, whole = page.input_value("#kostnad-uker"), _told(page, "sum", "kroner")
    page.fill("#kostnad-uker", "26")
    page.fill("#kostnad-lonn", "40000")
    assert _told(page, grant, "kroner") == "Uker som ansatt er ikke skrevet inn."
    expect(page.locator("[data-total]")).to_contain_text("Skriv hvor mange uker")
    page.fill("#kostnad-lonnsuker", "26")
    assert _told(page, grant, "kroner") == "Høyst 96000."
    total = page.locator("[data-total]")
    expect(total).to_contain_text("lønn 240\u00a0000 for 26 uker som ansatt etterpå.")
    page.select_option("#kostnad-tilskudd", "midlertidig-lonnstilskudd")
    work = int(_told(page, "sum", "kroner"))
    said = total.inner_text().replace("\u00a0", "").replace("\u2060", "")
    assert f"Til sammen {work + 240000 - 96000}–{work + 240000} kroner" in said
    assert "Laveste tall er hvis Nav betaler midlertidig lønnstilskudd, høyst 96000." in said
    assert "tilskudd=midlertidig-lonnstilskudd" in page.evaluate("location.href")
    page.fill("#kostnad-uker", usual)
    assert _told(page, "sum", "kroner") == whole
    page.reload()
    expect(page.locator("#kostnad-tilskudd")).to_have_value("midlertidig-lonnstilskudd")
    page.fill("#kostnad-lonn", "")
    expect(page.locator("[data-total]")).to_contain_text("er ikke trukket fra: Lønna er ikke")


def test_models_side_by_side_begin_with_their_own_length(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + _COSTS)
    weeks, places = page.input_value("#kostnad-uker"), page.input_value("#kostnad-plasser")
    own = [_told(page, "sum", column) for column in ("hours", "kroner")]
    assert places == "1"
    page.goto(server + "modeller/sammenlign.html")
    page.get_by_text("Regn med egne tall").click()
    beside = [_told(page, row, "ia-vikar") for row in ("cost-hours", "cost-kroner")]
    assert beside == [f"{figure} på {weeks} uker" for figure in own]
    assert "Regnet for 1 plass i så mange uker som er vanlig i hver modell, " in (
        page.locator(".assumed").inner_text()
    )
    page.fill("#kostnad-uker", "52")
    assert _told(page, "cost-hours", "ia-vikar").endswith(" på 52 uker")
    assert page.locator(".assumed").inner_text().startswith("Regnet for 1 plass i 52 uker, ")
    page.fill("#kostnad-uker", "")
    assert _told(page, "cost-hours", "ia-vikar") == beside[0]
    expect(page.locator("[data-problem-of=uker]")).to_be_hidden()


def test_models_side_by_side_are_counted_for_the_same(new_page: NewPage, server: str) -> None:
    page = _open(new_page, server + "modeller/sammenlign.html")
    page.get_by_text("Regn med egne tall").click()
    before = _told(page, "cost-hours", "springbrett")
    page.fill("#kostnad-uker", "20")
    assert _told(page, "cost-hours", "springbrett") != before
    unpaid = _told(page, "cost-wage", "springbrett")
    assert float(_told(page, "cost-kroner", "larekandidat").removesuffix(" på 20 uker")) > 0
    assert _told(page, "cost-wage", "larekandidat") == "Ikke kjent"
    page.fill("#kostnad-lonn", "20000")
    assert float(_told(page, "cost-wage", "larekandidat").removesuffix(" på 20 uker")) > 0
    assert _told(page, "cost-wage", "springbrett") == unpaid
    assert "lonn=20000" in page.evaluate("location.href")


def test_the_memo_is_one_sheet_whatever_is_typed(
    new_page: NewPage, server: str, site: BuiltSite
) -> None:
    memos = [address for address in site.pages if address.endswith(("/notat.html", "-notat.html"))]
    assert len([one for one in memos if one.startswith("virkemidler/")]) > 2
    assert len(memos) > 10
    page = new_page()
    figures = "plasser=100&uker=156&timepris=9999&lonn=99999&lonnsuker=156"
    most = f"#{figures}&tilskudd=midlertidig-lonnstilskudd"
    for address in memos:
        for typed in ("", most):
            page.goto("about:blank")
            page.goto(f"{server}{address}{typed}")
            pdf = page.pdf(format="A4", prefer_css_page_size=True)
            assert len(pages_of(pdf)) == 1, (address, typed)
            assert smallest_letter(pdf) >= 9 - 0.05, address


def _page_says(page: Page) -> tuple[str, list[list[str]]]:
    """What figures are counted for, and every row of the table, as one reads them."""
    assumed = page.locator(".assumed").inner_text()
    rows = page.locator(".calculator tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent))"
    )
    return _plain(assumed), [[_plain(cell) for cell in row] for row in rows]


def _plain(text: str) -> str:
    return " ".join(text.replace("\u2060", "").split())


def _taken(page: Page) -> Any:
    with page.expect_download() as found:
        page.get_by_role("link", name="Last ned Word med tallene deres").click()
    assert found.value.suggested_filename.startswith("Notat til ledelsen")
    return Document(found.value.path())


def test_the_word_file_of_the_memo_has_the_figures_on_the_page(
    new_page: NewPage, server: str, site: BuiltSite
) -> None:
    memos = [address for address in site.pages if address.endswith("/notat.html")]
    page = new_page()
    for address in memos:
        page.goto(f"{server}{address}#plasser=7&uker=30&timepris=812&lonn=41000")
        document, (assumed, rows) = _taken(page), _page_says(page)
        said = [_plain(one.text) for one in document.paragraphs]
        assert assumed in said, address
        assert "7 plasser i 30 uker" in assumed
        (grid,) = document.tables
        assert [[_plain(cell.text) for cell in row.cells] for row in grid.rows[1:]] == rows
        built = Document(str(site.folder / f"last-ned/notat/{address.split('/')[1]}.docx"))
        kept = [_plain(one.text) for one in built.paragraphs]
        assert [one for one in kept if one not in said and not one.startswith("Regnet for")] == []
        total = _plain(str(page.locator("[data-total]").text_content()))
        assert total == "" or total in said
        assert len(said) == len(kept) + bool(total)


@pytest.mark.parametrize(
    "memo", ["modeller/springbrett/notat.html", "virkemidler/arbeidstrening-notat.html"]
)
def test_the_memo_is_answered_on_the_screen_on_paper_and_in_word(
    new_page: NewPage, server: str, memo: str
) -> None:
    page = _open(new_page, server + memo)
    page.get_by_label("Nei.").check()
    expect(page.get_by_label("Hvem avgjør, og innen hvilken dato?")).to_be_visible()
    page.get_by_label("Ikke nå.").check()
    asked = "Hva mangler, hvem avgjør, og innen hvilken dato?"
    page.get_by_label(asked).fill("Ledermøtet 1. mars")
    page.reload()
    expect(page.get_by_label("Ikke nå.")).to_be_checked()
    said = [_plain(one.text) for one in _taken(page).paragraphs]
    assert [one[2:].split(".")[0] for one in said if one.startswith("\u2612")] == ["Ikke nå"]
    assert len([one for one in said if one.startswith("\u2610")]) == 2
    assert f"{asked} Ledermøtet 1. mars" in said
    (sheet,) = pages_of(page.pdf(format="A4", prefer_css_page_size=True))
    assert _plain(sheet).count("Ledermøtet 1. mars") == 1
    assert "✓" in sheet


@pytest.mark.parametrize("name", ["arbeidstrening", "midlertidig-lonnstilskudd"])
def test_the_word_file_of_an_instrument_has_the_figures_on_the_page(
    new_page: NewPage, server: str, name: str
) -> None:
    page = _open(new_page, f"{server}virkemidler/{name}-notat.html#plasser=3&uker=20")
    if page.locator("#kostnad-lonn").count():
        page.fill("#kostnad-lonn", "41000")
    document, (assumed, rows) = _taken(page), _page_says(page)
    assert "3 plasser i 20 uker" in assumed
    assert assumed in [_plain(one.text) for one in document.paragraphs]
    (grid,) = document.tables
    assert [[_plain(cell.text) for cell in row.cells] for row in grid.rows[1:]] == rows


def test_the_word_file_takes_the_case_and_what_is_taken_off_a_wage(
    new_page: NewPage, server: str
) -> None:
    page = _open(new_page, server + "modeller/ia-vikar/kom-i-gang.html")
    for name, value in {"name": "K. N.", "start": "11.01.2027", "rolle-fadder": "Ola",
                        "contact-name": "Per"}.items():  # fmt: skip
        page.locator(f"#sak-{name}").fill(value)
    page.keyboard.press("Tab")
    memo = "modeller/ia-vikar/notat.html#lonn=40000&lonnsuker=26&tilskudd=midlertidig-lonnstilskudd"
    page.goto(server + memo)
    said = [_plain(one.text) for one in _taken(page).paragraphs]
    about = said[1]
    for words in ("K. N.", "11.01.2027", "Ola"):
        assert words in about
    assert [line for line in said if "Per" in line] == ["Kontakten vår i Nav: Per."]
    total = _plain(page.locator("[data-total]").inner_text())
    assert total.startswith("Til sammen ")
    assert total in said
    assert said.index(total) + 1 == said.index(_page_says(page)[0])
