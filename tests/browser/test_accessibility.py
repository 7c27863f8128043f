"""axe-core on one page of every kind: WCAG 2.2 A and AA, and good practice. Nothing is excepted."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from browser.built import BuiltSite
from browser.conftest import NewPage, each_kind
from browser.texts import RESTYLE, THIN

pytestmark = pytest.mark.slow

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async ([tags, about]) => {
  const rules = axe.getRules(tags).filter((rule) =>
    about === 'all' || (about === 'colours') === rule.tags.includes('cat.color'));
  const only = { type: 'rule', values: rules.map((rule) => rule.ruleId) };
  const { violations } = await axe.run(document, { runOnly: only, resultTypes: ['violations'] });
  return violations.flatMap((v) => v.nodes.map((n) =>
    v.id + ' ' + n.target.join(' ') + ' | ' + n.html.slice(0, 120) + ' | '
    + ((n.any[0] || n.all[0] || n.none[0] || {}).message || '')));
}"""


def violations(page: Page, about: str = "all") -> list[str]:
    if not page.evaluate("!!window.axe"):
        page.evaluate(AXE)
    return page.evaluate(RUN, [TAGS, about])


def told(faults: list[tuple[str, str]]) -> str:
    return f"{len(faults)} violations:\n" + "\n".join(f"{where}: {what}" for where, what in faults)


def test_axe_knows_wcag_22(new_page: NewPage) -> None:
    page = new_page()
    page.goto("about:blank")
    page.evaluate(AXE)
    rules = page.evaluate("axe.getRules(['wcag22aa']).map((rule) => rule.ruleId)")
    assert "target-size" in rules, json.dumps(rules)


def test_axe_finds_what_is_seeded(new_page: NewPage, server: str) -> None:
    page = new_page()
    page.goto(server + "om.html")
    page.evaluate(
        """() => { const button = document.createElement('button');
        document.querySelector('main').append(button); }"""
    )
    assert any(fault.startswith("button-name") for fault in violations(page))


VIEWS = [(scheme, width) for width in (1280, 320) for scheme in ("light", "dark")]


@each_kind("usual")
def test_every_kind_of_page_is_without_violations(
    new_page: NewPage, server: str, site: BuiltSite, pages: str
) -> None:
    """A dark page differs from a light one in colours only.

    Each view is tried on every fourth kind, and on all of them in the exhaustive layer.
    """
    page = new_page()
    faults = []

    def judge(scheme: str, width: int, about: str) -> None:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        found = page.evaluate(RUN, [TAGS, about])
        faults.extend((f"{address} {scheme} {width}", fault) for fault in found)

    for at, address in enumerate(getattr(site, pages).values()):
        views = [VIEWS[at % len(VIEWS)]] if pages == "one_each" else VIEWS
        page.goto(server + address)
        page.evaluate(AXE)
        for width in sorted({width for _, width in views}):
            judge("light", width, "all but colours")
        page.evaluate(THIN)
        for scheme, width in views:
            judge(scheme, width, "colours")
    assert not faults, told(faults)


def test_thinning_leaves_every_colour(new_page: NewPage, server: str) -> None:
    page = new_page()
    page.goto(server + "ordliste.html")
    page.evaluate(AXE)
    whole = page.locator("main *").count()
    page.evaluate(RESTYLE, "main .odd { color: #bbb }")
    shown = "[...document.querySelectorAll('main p')].filter((one) => one.checkVisibility())"
    page.evaluate(f"{shown}.at(-1).classList.add('odd')")
    page.evaluate(THIN)
    assert page.locator("main *").count() < whole / 2
    assert any("color-contrast" in fault for fault in page.evaluate(RUN, [TAGS, "colours"]))


def test_open_search_menus_and_switch_are_without_violations(
    new_page: NewPage, server: str, site: BuiltSite
) -> None:
    """Dark pages are asked about their colours alone: in all else they are the light ones."""
    page = new_page()
    faults = []

    def at(width: int, state: str) -> None:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, about in (("light", "all"), ("dark", "colours")):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found = violations(page, about)
            faults.extend((f"{page.url} {scheme} {width} {state}", fault) for fault in found)

    def look(state: str) -> None:
        for width in (1280, 320):
            at(width, state)

    page.goto(server + next(a for k, a in site.kinds.items() if k.startswith("step")))
    page.locator("[data-source-switch]").check()
    look("source switch on")
    page.goto(server + "modeller/ia-vikar/index.html")
    page.locator("[data-open-search]").first.click()
    page.locator("dialog input[type=search]").fill("fadder")
    page.wait_for_selector("[data-search-results] a")
    look("search with hits")
    page.locator("dialog input[type=search]").fill("qwertyuiop")
    expect(page.locator("[data-search-status]")).to_contain_text("qwerty")
    look("search without hits")
    page.keyboard.press("Escape")
    buttons = page.locator("[data-menu-button]:visible").all()
    assert buttons, "no menu to open on a phone"
    for button in buttons:
        button.click()
    at(320, "menus open")
    assert not faults, told(faults)
