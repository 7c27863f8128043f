"""The same promise in Firefox: whole papers, drafts that stay, and signs it may not draw, named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.firefox import Firefox
from browser.serving import serve
from papers.every_word import FILL, LIMIT, SCRIPTS, Filled, filling
from papers.pages import faults_of_ink

pytestmark = pytest.mark.exhaustive

SOME = ["SKJ-09", "SKJ-12", "SKJ-26"]
_TOUCH = "document.querySelector('form[data-form]').dispatchEvent(new Event('focusin'))"
AWAKE = "document.querySelector('form[data-awake]')"
STATUS = "document.querySelector('[data-form-status]').textContent"


@pytest.fixture
def firefox(tmp_path: Path) -> Iterator[Firefox]:
    with Firefox(tmp_path / "firefox") as started:
        yield started


def opened(firefox: Firefox, address: str) -> None:
    firefox.go(address)
    firefox.run(_TOUCH)
    firefox.wait(AWAKE)


def typed(firefox: Firefox, name: str, text: str) -> None:
    firefox.run(
        "const [name, text] = arguments; const box = document.querySelector(`[name='${name}']`);"
        "box.value = text; box.dispatchEvent(new Event('input', { bubbles: true }))", name, text,
    )  # fmt: skip


@pytest.mark.parametrize("form", SOME)
@pytest.mark.parametrize("round_", ["long", "script"])
def test_every_word_stands_in_the_pdf(
    firefox: Firefox, built_site: Path, form: str, round_: str
) -> None:
    opened(firefox, (built_site / f"skjema/{form}.html").as_uri())
    told = {"round": round_, "words": SCRIPTS, "limit": LIMIT, "fill": FILL, "rows": 0}
    places = firefox.run(f"return ({filling().strip().removesuffix(';')})(arguments[0])", told)
    assert len(places) > 20
    pdf = firefox.downloaded("[data-form-end] [data-action=pdf]")
    one = Filled(form, round_, places, {"pdf": pdf})
    assert list(one.missing()) == []
    assert faults_of_ink(pdf) == []


@pytest.mark.parametrize("from_disk", [True, False])
def test_what_is_written_stays_after_a_link_and_a_reload(
    firefox: Firefox, built_site: Path, *, from_disk: bool
) -> None:
    with serve(built_site) as base:
        root = f"{built_site.as_uri()}/" if from_disk else base
        opened(firefox, f"{root}skjema/SKJ-09.html")
        typed(firefox, "own_assessment", "Łukasz Wiśniewski")
        firefox.run("return new Promise((done) => setTimeout(done, 500))")
        firefox.go(f"{root}skjema/SKJ-05.html")
        firefox.go(f"{root}skjema/SKJ-09.html")
        firefox.wait(AWAKE)
        value = "document.querySelector('[name=own_assessment]').value"
        assert firefox.run(f"return {value}") == "Łukasz Wiśniewski"
        saved = json.loads(firefox.downloaded("[data-action=json]").read_text("utf-8"))
        assert saved["answers"] == {"own_assessment": "Łukasz Wiśniewski"}


def test_a_firefox_that_hides_who_it_is_names_the_signs(built_site: Path, tmp_path: Path) -> None:
    with Firefox(tmp_path / "firefox", **{"privacy.resistFingerprinting": True}) as firefox:
        opened(firefox, (built_site / "skjema/SKJ-09.html").as_uri())
        typed(firefox, "own_assessment", "Hei محمد")
        firefox.run("document.querySelector('[data-action=pdf]').click()")
        firefox.wait(f"{STATUS}.includes('slipper ikke til tegnene «محمد»')")


VALUE = "document.querySelector('[name=own_assessment]').value"


def goes_and_comes_back(firefox: Firefox, away: str) -> None:
    """Another page and back again, the page as the browser kept it where it does that."""
    firefox.run("return new Promise((done) => setTimeout(done, 500))")
    firefox.go(away)
    firefox.ask("Back")
    firefox.wait("document.readyState === 'complete' && document.querySelector('form[data-form]')")


@pytest.mark.parametrize("how", ["shared", "deleted here", "deleted elsewhere"])
def test_nobody_reads_with_back_what_was_not_to_be_left(
    firefox: Firefox, built_site: Path, how: str
) -> None:
    with serve(built_site) as base:
        opened(firefox, f"{base}skjema/SKJ-09.html")
        if how == "shared":
            firefox.run("document.querySelector('[data-shared]').click()")
        typed(firefox, "own_assessment", "Łukasz Wiśniewski")
        firefox.run("return new Promise((done) => setTimeout(done, 500))")
        if how == "deleted here":
            firefox.run("document.querySelector('[data-action=forget]').click()")
        if how == "deleted elsewhere":
            opened(firefox, f"{base}skjema/SKJ-05.html")
            firefox.run("handbookKept.wipe()")
            firefox.ask("Back")
            firefox.wait("location.pathname.endsWith('SKJ-09.html')")
        else:
            goes_and_comes_back(firefox, f"{base}skjema/index.html")
        firefox.wait(f"document.readyState === 'complete' && {VALUE} === ''")
        assert not firefox.run("return document.body.hidden")


def test_what_one_wrote_on_an_own_machine_comes_back_with_back(
    firefox: Firefox, built_site: Path
) -> None:
    with serve(built_site) as base:
        opened(firefox, f"{base}skjema/SKJ-09.html")
        typed(firefox, "own_assessment", "Łukasz Wiśniewski")
        firefox.run("document.documentElement.dataset.old = ''")
        goes_and_comes_back(firefox, f"{base}skjema/index.html")
        firefox.wait(f"{VALUE} === 'Łukasz Wiśniewski'")
        assert firefox.run("return 'old' in document.documentElement.dataset"), "loaded anew"
