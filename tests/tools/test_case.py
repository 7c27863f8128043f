"""A case: filled in once, taken by plan, steps, roles and memo, saved, and opened elsewhere."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import icalendar
import jsonschema
import pytest

from handbook.model.case import CONTRACT, SCHEMA, Case, case_schema
from tools.node import run_node
from tools.test_journeys import LONG_BEFORE, Walk, phone, walk, web

__all__ = ["phone", "walk", "web"]

DESK = "modeller/ia-vikar/kom-i-gang.html"
FIELDS = {
    "name": "K. N.", "start": "11.01.2027", "end": "09.04.2027", "rolle-leder": "Kari",
    "rolle-fadder": "Ola", "contact-name": "Per", "contact-phone": "99 88 77 66",
}  # fmt: skip
PARTS = ("plan", "nar-det-ikke-gar")
LINE = "[data-case-line]"


def filled(walk: Walk, **more: str) -> None:
    walk.to(DESK)
    for name, value in {**FIELDS, **more}.items():
        walk.page.locator(f"#sak-{name}").fill(value)
    walk.page.keyboard.press("Tab")


def told(walk: Walk, path: str) -> str:
    walk.page.goto(walk.base + path)
    line = walk.page.locator(LINE)
    return line.inner_text() if line.is_visible() else ""


def offered(walk: Walk, text: str, name: str = "sak.json") -> str:
    walk.page.set_input_files(
        "[data-case-file]",
        files=[{"name": name, "mimeType": "application/json", "buffer": text.encode()}],
    )
    walk.page.wait_for_function(
        "document.querySelector('[data-case-status]').textContent"
        " || !document.querySelector('[data-case-ask]').hidden"
    )
    return walk.page.inner_text("[data-case-status]")


def test_python_and_the_script_hold_the_same_contract() -> None:
    made = run_node("const out = [handbookCase.blank(), handbookCase.CONTRACT];", None, "case.js")
    blank, contract = made
    assert contract == CONTRACT
    assert set(blank) | {"handbook", "edition", "saved"} == set(Case.model_fields)
    Case.model_validate(blank)
    jsonschema.validate(blank, json.loads(case_schema()))


@pytest.mark.slow
def test_the_contract_is_published(built_site: Path) -> None:
    published = json.loads((built_site / SCHEMA).read_bytes())
    assert published.pop("$id").endswith(f"/{SCHEMA}")
    assert published == json.loads(case_schema())


@pytest.mark.slow
def test_what_is_written_once_stands_where_it_is_needed(walk: Walk) -> None:
    filled(walk)
    step = told(walk, "modeller/ia-vikar/steg-gi-planen.html")
    assert "Første dag er 11.01.2027" in step
    assert "fadderen: Ola" in step
    parts = (f"modeller/ia-vikar/{part}.html" for part in PARTS)
    for path in ("roller/fadder/ia-vikar.html", *parts):
        assert "Kontakten deres i Nav: Per, 99 88 77 66." in told(walk, path), path
    assert "Første dag er 11.01.2027" in told(walk, "modeller/ia-vikar/notat.html")
    for path in ("modeller/ia-vikar/notat.html", "modeller/vta/notat.html"):
        line = told(walk, path)
        assert "Per" not in line, path  # it stands where the memo has a line for it
        assert ("Første dag" in line) == ("ia-vikar" in path)
        written = walk.page.locator("[data-own-contact]").inner_text()
        assert written == "Kontakten vår i Nav: Per, 99 88 77 66."
    assert told(walk, "roller/deltaker/ia-vikar.html") == ""


@pytest.mark.slow
def test_the_desk_says_what_happens_first_with_names_and_papers(walk: Walk) -> None:
    walk.page.clock.set_fixed_time(LONG_BEFORE)
    filled(walk)
    first = walk.page.locator("[data-case-first] li")
    assert first.count() == 5
    assert "Kari" in first.first.inner_text()
    assert walk.page.locator("[data-case-first] li a[href*='SKJ-']").count() >= 1
    days = walk.page.locator("[data-case-first] time").evaluate_all(
        "all => all.map(t => t.dateTime)"
    )
    assert days == sorted(days)


@pytest.mark.slow
def test_the_plan_and_the_calendar_take_the_case(walk: Walk) -> None:
    walk.page.clock.set_fixed_time(LONG_BEFORE)
    filled(walk)
    walk.follow("[data-case-plan]")
    page = walk.page
    assert page.input_value("[data-start]") == "11.01.2027"
    assert page.input_value("[data-end]") == "09.04.2027"
    page.locator("[data-role]").select_option("fadder")
    row = page.locator("[data-dated] tbody tr").first
    assert "Ola" in row.inner_text()
    assert row.locator(".plan-tasks li").count() >= 1
    _, text = walk.saved("[data-action=calendar]")
    before = icalendar.Calendar.from_ical(text)
    assert "K. N." in str(before["X-WR-CALNAME"])
    event = before.walk("VEVENT")[0]
    assert "Kontakten deres i Nav: Per, 99 88 77 66." in str(event["DESCRIPTION"])
    assert "– " in str(event["DESCRIPTION"])
    row.locator(".plan-done input").check()
    _, text = walk.saved("[data-action=calendar]")
    uids = {str(one["UID"]) for one in icalendar.Calendar.from_ical(text).walk("VEVENT")}
    assert str(event["UID"]) not in uids
    page.goto(walk.base + "modeller/ia-vikar/plan.html")
    assert page.input_value("[data-role]") == "fadder"
    assert page.locator("[data-dated] .plan-done input").first.is_checked()


@pytest.mark.slow
def test_a_link_to_a_plan_does_not_change_the_case(walk: Walk) -> None:
    filled(walk)
    walk.page.goto(walk.base + "modeller/ia-vikar/plan.html#start=2027-03-01")
    assert "11. januar 2027. Den er ikke endret" in walk.page.inner_text("[data-plan-status]")
    walk.page.goto(walk.base + DESK)
    assert walk.page.input_value("#sak-start") == "11.01.2027"


@pytest.mark.slow
def test_a_case_is_saved_and_opened_in_another_tab(walk: Walk) -> None:
    filled(walk)
    name, text = walk.saved("[data-action=save]")
    assert name.startswith("Sak K. N.")
    assert name.endswith(".json")
    saved: dict[str, Any] = json.loads(text)
    jsonschema.validate(saved, json.loads(case_schema()))
    case = Case.model_validate(saved)
    assert (case.model, case.start, case.people["fadder"]) == (
        "ia-vikar",
        dt.date(2027, 1, 11),
        "Ola",
    )
    assert "seen" not in saved
    walk.page.click("[data-action=close]")
    assert walk.page.input_value("#sak-name") == ""
    assert "åpnet" in offered(walk, text)
    assert walk.page.input_value("#sak-rolle-fadder") == "Ola"


@pytest.mark.slow
def test_an_open_case_is_not_replaced_unasked(walk: Walk) -> None:
    filled(walk)
    _, text = walk.saved("[data-action=save]")
    walk.page.locator("#sak-name").fill("B. C.")
    offered(walk, text)
    assert "«B. C.» er åpen" in walk.page.inner_text("[data-case-question]")
    walk.page.click("[data-action=leave]")
    assert walk.page.input_value("#sak-name") == "B. C."
    offered(walk, text)
    walk.page.click("[data-action=take]")
    assert walk.page.input_value("#sak-name") == "K. N."


@pytest.mark.slow
def test_a_bad_file_is_told_and_nothing_is_lost(walk: Walk) -> None:
    filled(walk)
    for text in ("", "{", "[]", '{"form":"SKJ-05"}', "x" * 200_000):
        walk.page.evaluate("document.querySelector('[data-case-status]').textContent = ''")
        assert "Ingenting er hentet" in offered(walk, text), text[:20]
        assert walk.page.input_value("#sak-rolle-fadder") == "Ola", text[:20]


@pytest.mark.slow
def test_a_case_from_another_edition_is_taken_with_a_word(walk: Walk) -> None:
    case = {"format": "inkluderingshandboka-sak", "contract": 1, "edition": "2019.1",
            "name": "<b>X</b>", "model": "gone-model", "start": "2027-99-01"}  # fmt: skip
    walk.to(DESK)
    said = offered(walk, json.dumps(case))
    assert "utgave 2019.1" in said
    assert "Første dag («2027-99-01») kunne ikke leses" in said
    assert "gone-model" in walk.page.inner_text("[data-case-other]")
    assert walk.page.locator("[data-case-desk] b").count() == 0


@pytest.mark.slow
def test_a_wrong_day_is_told_and_stays_to_be_mended(walk: Walk) -> None:
    filled(walk, start="31.02.2027")
    assert walk.page.inner_text("[data-case-status]") == "Februar 2027 har 28 dager."
    assert walk.page.input_value("#sak-start") == "31.02.2027"
    assert walk.page.locator("#sak-start").get_attribute("aria-invalid") == "true"
    assert walk.page.locator("#sak-start-feil").is_visible()


@pytest.mark.slow
def test_a_case_is_kept_on_the_machine_only_when_asked(web: Walk) -> None:
    filled(web)
    kept = "Object.keys(localStorage).filter((key) => key.startsWith('handboka'))"
    assert web.page.evaluate(kept) == []
    web.page.click(".case-tool summary")
    web.page.locator(".case-tool [data-keep]").check()
    assert web.page.evaluate(kept) == ["handboka-sak"]
    other = web.context.new_page()
    other.goto(web.base + "modeller/ia-vikar/notat.html")
    assert "Ola" in other.inner_text(LINE)
    web.page.locator("#sak-rolle-fadder").fill("Eva")
    other.wait_for_function(
        "document.querySelector('[data-case-words]').textContent.includes('Eva')"
    )
    web.page.click("[data-action=forget]")
    assert web.page.evaluate(kept) == []
    other.wait_for_selector(LINE, state="hidden")


@pytest.mark.slow
def test_on_a_machine_that_others_use_nothing_lies_anywhere(web: Walk) -> None:
    web.to(DESK)
    web.page.click(".case-tool summary")
    web.page.locator(".case-tool [data-shared]").check()
    web.page.locator("#sak-name").fill("K. N.")
    everything = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
    assert "K. N." not in web.page.evaluate(everything)
    _, text = web.saved("[data-action=save]")
    assert json.loads(text)["name"] == "K. N."


@pytest.mark.slow
def test_a_form_is_offered_what_it_asks_for_and_nothing_is_put_in_unasked(walk: Walk) -> None:
    filled(walk)
    page = walk.page
    page.goto(walk.base + "skjema/SKJ-07.html")
    page.wait_for_selector("[data-from-case]:not([hidden])")
    assert page.input_value("[name=buddy_name]") == ""
    page.click("[data-from-case] button")
    page.click("dialog[data-proposal] [value=inn]")
    page.wait_for_function("document.querySelector('[name=buddy_name]').value")
    assert page.input_value("[name=buddy_name]") == "Ola"
    assert page.input_value("[name=start_date]") == "11.01.2027"
    assert page.input_value("[name=end_date]") == "09.04.2027"
    page.goto(walk.base + "skjema/SKJ-05.html")
    page.click("[data-from-case] button")
    page.click("dialog[data-proposal] [value=inn]")
    page.wait_for_function("document.querySelector('[name=start_date]').value")
    assert page.input_value("[name='contact_persons.3.phone']") == "99 88 77 66"
    assert page.input_value("[name='contact_persons.4.name']") == ""


@pytest.mark.slow
def test_the_plan_and_the_case_go_into_the_form_in_one_go(walk: Walk) -> None:
    filled(walk)
    page = walk.page
    page.goto(walk.base + "modeller/ia-vikar/plan.html")
    page.click("[data-plan] [data-action=form]")
    page.wait_for_selector("dialog[data-proposal][open]")
    assert "Ola" in page.inner_text("dialog[data-proposal]")
    page.click("dialog[data-proposal] [value=inn]")
    page.wait_for_function("document.querySelector('[name=start_date]').value")
    assert page.input_value("[name='contact_persons.1.name']") == "Ola"
    assert page.input_value("[name='contact_persons.2.name']") == "Kari"
    assert page.input_value("[name='contact_persons.3.phone']") == "99 88 77 66"
    assert page.input_value("[name='contact_persons.4.name']") == ""


@pytest.mark.slow
def test_whoever_is_named_in_the_case_is_named_in_the_form(walk: Walk) -> None:
    filled(walk)
    page = walk.page
    for form, field in (("SKJ-34", "buddy"), ("SKJ-28", "ask_person")):
        page.goto(walk.base + f"skjema/{form}.html")
        page.click("[data-from-case] button")
        page.click("dialog[data-proposal] [value=inn]")
        page.wait_for_function(f"document.querySelector('[name={field}]').value")
        assert page.input_value(f"[name={field}]") == "Ola", form


@pytest.mark.slow
def test_a_form_that_asks_for_none_of_it_is_offered_nothing(walk: Walk) -> None:
    filled(walk)
    walk.page.goto(walk.base + "skjema/SKJ-09.html")
    walk.page.wait_for_selector("[data-form-tools]:not([hidden])")
    walk.page.wait_for_timeout(200)
    assert not walk.page.locator("[data-from-case]").is_visible()


@pytest.mark.slow
def test_figures_of_the_calculator_follow_the_case_into_the_memo(walk: Walk) -> None:
    filled(walk)
    page = walk.page
    page.goto(walk.base + "modeller/ia-vikar/tidsbruk.html")
    page.locator("[data-figure=plasser]").fill("3")
    page.locator("[data-figure=timepris]").fill("512")
    page.goto(walk.base + "modeller/ia-vikar/notat.html")
    assert page.input_value("[data-figure=plasser]") == "3"
    assert "512 kroner per time (deres eget tall)" in page.inner_text("main")
    page.goto(walk.base + "modeller/ia-vikar/notat.html#plasser=2")
    page.reload()
    assert page.input_value("[data-figure=plasser]") == "2"
    page.goto(walk.base + "modeller/vta/tidsbruk.html")
    assert page.input_value("[data-figure=plasser]") == "1"


@pytest.mark.slow
@pytest.mark.parametrize("model", ["springbrett", "larekandidat", "vta"])
def test_a_memo_with_a_case_is_one_sheet_and_takes_its_days(walk: Walk, model: str) -> None:
    page = walk.page
    walk.to(f"modeller/{model}/kom-i-gang.html")
    for field in page.locator("[data-case-desk] input[maxlength='100'], #sak-name").all():
        field.fill("Et ganske langt navn")
    page.fill("#sak-start", "11.01.2027")
    page.fill("#sak-end", "09.07.2027")
    page.keyboard.press("Tab")
    page.goto(walk.base + f"modeller/{model}/notat.html")
    assert page.input_value("[data-figure=uker]") == "26"
    assert walk.sheets() == 1
    page.emulate_media(media="print")
    line = page.locator(LINE)
    assert "11.01.2027 til 09.07.2027" in line.inner_text()


@pytest.mark.slow
def test_a_contact_is_written_before_there_is_a_model(walk: Walk) -> None:
    walk.to("modeller/velg.html")
    page = walk.page
    page.locator("#sak-contact-name").fill("Per")
    page.locator("#sak-contact-phone").fill("99 88 77 66")
    assert "Kontakten deres i Nav: Per" in told(walk, "virkemidler/arbeidstrening.html")
    page.goto(walk.base + DESK)
    assert page.input_value("#sak-contact-name") == "Per"
    assert not page.locator("[data-case-other]").is_visible()


@pytest.mark.slow
def test_ones_own_contact_stands_on_the_memos_sheet(walk: Walk) -> None:
    page = walk.page
    memos = ("modeller/ia-vikar/notat.html", "virkemidler/arbeidstrening-notat.html")
    for path in memos:
        walk.to(path)
        assert "Kontakten vår i Nav" in page.locator("[data-own-contact] .blank").inner_text()
    walk.to("modeller/velg.html")
    page.locator("#sak-contact-name").fill("Per")
    page.locator("#sak-contact-phone").fill("99 88 77 66")
    page.emulate_media(media="print")
    for path in memos:
        page.goto(walk.base + path)
        line = page.locator("[data-own-contact]")
        assert line.inner_text() == "Kontakten vår i Nav: Per, 99 88 77 66."
        assert walk.sheets() == 1


@pytest.mark.slow
def test_a_contact_at_the_school_is_never_called_one_in_nav(walk: Walk) -> None:
    """Each is written where it belongs, from the answer too, and shown there alone."""
    page = walk.page
    walk.to("modeller/velg.html#org=liten_privat&sak=ny_kjent&mal=fag&kontakt=skole&vis=svar")
    way = page.locator("[data-verdicts] > .more a", has_text="Skriv ned kontakten deres")
    way.click()
    there = page.locator("fieldset").filter(has=page.locator(":focus")).or_(page.locator(":focus"))
    assert "Kontakten deres i fylkeskommunen" in there.first.inner_text()
    page.locator("#sak-training_contact-name").fill("Ola")
    page.locator("#sak-training_contact-phone").fill("22 33 44 55")
    first = page.locator("[data-verdicts] > .calls > li").first
    assert first.inner_text() == "Kontakten deres i fylkeskommunen: Ola, 22 33 44 55"
    for path in ("modeller/ia-vikar/notat.html", "roller/leder/ia-vikar.html",
                 "roller/verneombud/aft.html", "virkemidler/arbeidstrening.html"):  # fmt: skip
        told(walk, path)
        assert "Ola" not in page.inner_text("main"), path
    assert "Kontakten deres i fylkeskommunen: Ola, 22 33 44 55." in told(
        walk, "roller/leder/larekandidat.html"
    )
    told(walk, "modeller/larekandidat/notat.html")
    written = page.locator("[data-own-contact]")
    assert written.inner_text() == "Kontakten vår i fylkeskommunen: Ola, 22 33 44 55."
    page.goto(walk.base + DESK)
    assert page.input_value("#sak-contact-name") == ""


@pytest.mark.slow
def test_the_memo_says_where_ones_own_contact_is_typed(walk: Walk) -> None:
    page = walk.page
    for path, field in (("modeller/larekandidat/notat.html", "training_contact"),
                        ("virkemidler/arbeidstrening-notat.html", "contact")):  # fmt: skip
        walk.to(path)
        page.locator("[data-own-contact]").get_by_role("link").click()
        page.locator(f"#sak-{field}-name").fill("Ola")
        assert "Ola" in (told(walk, path) or page.locator("[data-own-contact]").inner_text())


@pytest.mark.slow
def test_a_case_saved_at_the_answer_comes_back_to_the_answer(walk: Walk, tmp_path: Path) -> None:
    page = walk.page
    answered = "org=liten_privat&sak=ny_ukjent&mal=prove&kontakt=ingen&trenger=tid&vis=svar"
    walk.to(f"modeller/velg.html#{answered}")
    page.locator("#sak-contact-name").fill("Per")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Lagre saken som fil").click()
    file = tmp_path / "sak.json"
    saved.value.save_as(file)
    page.get_by_role("button", name="Lukk saken").click()
    page.goto("about:blank")
    walk.to("modeller/velg.html")
    page.locator("[data-case-file]").set_input_files(file)
    page.locator("[data-result]").wait_for()
    assert page.evaluate("location.href").endswith(answered)
    assert page.input_value("#sak-contact-name") == "Per"


@pytest.mark.slow
def test_back_from_further_down_comes_back_to_the_answer(walk: Walk) -> None:
    page = walk.page
    walk.to("modeller/velg.html#org=liten_privat&sak=ny_ukjent&mal=prove&kontakt=ingen")
    page.locator("[data-show]").click()
    page.locator("[data-result]").wait_for()
    way = page.get_by_role("link", name="Skriv ned kontakten deres")
    way.click()
    assert page.locator("#kontaktkort").evaluate("(one) => one === document.activeElement")
    page.go_back()
    assert page.locator("[data-result]").is_visible()
    assert way.evaluate("(one) => one === document.activeElement")


@pytest.mark.slow
@pytest.mark.parametrize(
    "answered",
    ["org=liten_privat&sak=ny_ukjent&mal=prove&kontakt=ingen&trenger=tid",
     "org=offentlig&sak=flere&mal=prove&kontakt=ingen&trenger=kandidat",
     "org=stor_privat&sak=egen_ansatt&mal=beholde&trenger=utstyr,fastlaast",
     "org=offentlig&sak=ny_kjent&mal=ansette&kontakt=personen&trenger=lonn&alder=over30"],
)  # fmt: skip
def test_the_answer_is_one_sheet_with_ones_own_contact_too(walk: Walk, answered: str) -> None:
    walk.to(f"modeller/velg.html#{answered}&vis=svar")
    walk.page.locator("#sak-contact-name").fill("Per")
    walk.page.locator("#sak-contact-phone").fill("99 88 77 66")
    assert walk.sheets() == 1


@pytest.mark.slow
def test_ones_own_contact_is_whom_the_list_says_to_ring(walk: Walk) -> None:
    """Not where somebody is ill: then another line of Nav is the one to ring."""
    page = walk.page
    walk.to("modeller/velg.html")
    page.locator("#sak-contact-name").fill("Per")
    page.locator("#sak-contact-phone").fill("99 88 77 66")
    answers = ("org=liten_privat&sak=ny_ukjent&mal=prove&kontakt=ingen&trenger=tid",
               "org=stor_privat&sak=egen_ansatt&mal=beholde&trenger=utstyr")  # fmt: skip
    for hash_, ring in zip(answers, ("99 88 77 66", "55 55 33 36"), strict=True):
        page.goto("about:blank")
        walk.to(f"modeller/velg.html#{hash_}&vis=svar")
        told = page.locator("[data-verdicts]")
        steps = told.locator("> ol a[href^='tel:']").all_inner_texts()
        assert set(steps) == {ring}
        button = told.locator("> .more a.button[href^='tel:']").inner_text()
        assert button.replace("\u00a0", " ") == f"Ring {ring}"
        assert "Kontakten deres i Nav: Per, 99 88 77 66" in told.locator("> .calls").inner_text()


@pytest.mark.slow
def test_the_open_case_is_one_line_on_a_phone(phone: Walk) -> None:
    """The page itself comes first; the names are a press away. Each model says whom one calls."""
    filled(phone)
    phone.page.goto(phone.base + "roller/fadder/ia-vikar.html")
    line = phone.page.locator(LINE)
    assert "K. N." in line.inner_text()
    box = line.bounding_box()
    assert box is not None
    assert box["height"] <= 64
    line.locator("summary").click()
    assert "Ola" in line.inner_text()
    phone.page.goto(phone.base + "modeller/larekandidat/kom-i-gang.html")
    desk = phone.page.locator("[data-case-desk]")
    assert "Kontakten deres i fylkeskommunen" in desk.inner_text()
    assert "Kontakten deres i Nav" not in desk.inner_text()
