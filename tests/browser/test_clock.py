"""What is over by the reader's own clock says so, in a copy that nobody has built again."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.watching import Watch
from handbook.build import Options, build, whole_site
from project import ROOT

pytestmark = pytest.mark.slow

_BUILT = dt.date(2026, 11, 22)
_RULE = "model/rules/sporsmal.yml"


@pytest.fixture(scope="module")
def old_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, built before a rule in it is over, as it lies in an unpacked zip."""
    root = tmp_path_factory.mktemp("klokke")
    shutil.copytree(ROOT / "tests/checks/tiny", root / "tiny")
    file = root / "tiny" / _RULE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("check_by: 2028-01-01", "valid_to: 2026-12-31"), "utf-8")
    options = Options(files=False, policy_in_page=True)
    made = build(root / "tiny", _BUILT, options=options)
    assert made.errors == ()
    for name, content in whole_site(made, options):
        target = root / "site" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return root / "site"


def _open(chromium: Browser, file: Path, now: dt.datetime, *, scripts: bool = True) -> Page:
    context = chromium.new_context(java_script_enabled=scripts)
    page = context.new_page()
    if scripts:
        page.clock.set_fixed_time(now)
    page.goto(file.as_uri())
    return page


def test_before_its_last_day_is_over_a_rule_holds(chromium: Browser, old_copy: Path) -> None:
    page = _open(chromium, old_copy / "tema/personvern.html", dt.datetime(2026, 12, 31, 23, 50))
    expect(page.locator("time.until")).to_have_text("Gjelder til 31. desember 2026.")
    page.goto((old_copy / "regler/sporsmal.html").as_uri())
    expect(page.locator(".banner-expired")).to_be_hidden()
    page.context.close()


def test_afterwards_an_old_copy_says_that_it_held(chromium: Browser, old_copy: Path) -> None:
    page = _open(chromium, old_copy / "tema/personvern.html", dt.datetime(2027, 1, 1, 0, 10))
    expect(page.locator("time.until")).to_have_text("Gjaldt til 31. desember 2026.")
    page.goto((old_copy / "regler/sporsmal.html").as_uri())
    expect(page.locator(".banner-expired")).to_be_visible()
    expect(page.locator(".banner-expired")).to_contain_text("gjaldt til 31. desember 2026")
    page.context.close()


def test_the_strict_policy_lets_the_clock_speak(chromium: Browser, old_copy: Path) -> None:
    context = chromium.new_context()
    watch = Watch(context, allowed=("file:",))
    page = context.new_page()
    page.clock.set_fixed_time(dt.datetime(2027, 6, 1))
    page.goto((old_copy / "tema/personvern.html").as_uri())
    expect(page.locator("time.until-passed")).to_have_count(1)
    context.close()
    assert not watch.faults


def test_without_scripts_the_day_stands_there(chromium: Browser, old_copy: Path) -> None:
    page = _open(
        chromium, old_copy / "tema/personvern.html", dt.datetime(2027, 1, 1), scripts=False
    )
    expect(page.locator("time.until")).to_have_text("Gjelder til 31. desember 2026.")
    page.context.close()
