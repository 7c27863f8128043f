"""The keyboard reaches everything, in the order it stands, and one sees where one is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from browser.built import BuiltSite
from browser.conftest import NewPage, each_kind
from browser.texts import THIN

pytestmark = pytest.mark.slow

FIND_STOPS = """() => {
  const all = 'a[href], button, input, select, textarea, summary, [tabindex]';
  window.stops = Array.from(document.querySelectorAll(all)).filter((e) => {
    if (e.tabIndex < 0 || e.disabled) return false;
    if (!e.checkVisibility({ visibilityProperty: true })) return false;
    if (e.type !== 'radio') return true;
    const group = Array.from(document.querySelectorAll('input[type=radio]'))
      .filter((r) => r.name === e.name && r.form === e.form);
    return (group.find((r) => r.checked) || group[0]) === e;
  });
  const usual = '[tabindex="0"], [tabindex="-1"]';
  window.positive = document.querySelectorAll(`[tabindex]:not(${usual})`).length;
  return window.stops.length;
}"""

AT = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getClientRects()[0] || e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const x = box.x + box.width / 2, y = box.y + box.height / 2;
  const top = document.elementFromPoint(x, y);
  const label = e.labels && e.labels[0];
  return {
    number: window.stops.indexOf(e),
    name: e.tagName.toLowerCase() + '.' + (e.getAttribute('class') || '') + ' «'
      + (e.getAttribute('aria-label') || e.textContent || e.name || '').trim().slice(0, 40) + '»',
    look: [e.tagName, e.getAttribute('class'), !!e.closest('nav, header, footer')].join(' '),
    box: [box.x, box.y, box.width, box.height],
    inside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    covered: !!top && !e.contains(top) && !top.contains(e) && !(label && label.contains(top)),
    scrolls: e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight,
  };
}"""


def page_of(site: BuiltSite, kind: str) -> str:
    return next(address for k, address in site.kinds.items() if k.split("+")[0] == kind)


def focus_is_drawn(page: Page, box: list[float]) -> bool:
    """The pixels around the element differ with and without focus. Tab goes on from here."""
    x, y, width, height = box
    left, top = max(0, x - 8), max(0, y - 8)
    clip = {"x": left, "y": top, "width": width + 16, "height": height + 16}
    clip["width"] = min(clip["width"], 1280 - left)
    clip["height"] = min(clip["height"], 900 - top)
    on = page.screenshot(clip=clip, caret="hide")  # type: ignore[arg-type]
    page.evaluate("document.activeElement.blur()")
    return page.screenshot(clip=clip, caret="hide") != on  # type: ignore[arg-type]


@each_kind("usual")
def test_tab_reaches_everything_in_order_and_shows_where(
    new_page: NewPage, server: str, site: BuiltSite, pages: str
) -> None:
    """On every kind of page; how focus is drawn is looked at once for each look.

    Of stops that stand alike in the same place two are walked, and all in the exhaustive layer.
    """
    page = new_page()
    looks: set[str] = set()
    faults: list[str] = []
    for kind, address in getattr(site, pages).items():
        page.goto(server + address)
        if pages == "one_each" and kind != "form":  # whose script needs all its parts
            page.evaluate(THIN)
        faults += [f"{address}: {fault}" for fault in walk_by_tab(page, looks)]
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])
    assert len(looks) > 20


def walk_by_tab(page: Page, looks: set[str]) -> list[str]:
    """What is wrong on one page, from its first stop to its last."""
    count = page.evaluate(FIND_STOPS)
    faults = ["positive tabindex"] if page.evaluate("window.positive") else []
    reached: list[int] = []
    for _ in range(count + 20):
        page.keyboard.press("Tab")
        at = page.evaluate(AT)
        if at is None or at["number"] in reached:
            break
        if at["number"] < 0:
            if not at["scrolls"]:
                faults.append(f"stop that is no control: {at['name']}")
            continue
        reached.append(at["number"])
        if not at["inside"] or min(at["box"][2:]) < 2:
            faults.append(f"not to be seen: {at['name']} {at['box']}")
        elif at["covered"]:
            faults.append(f"covered: {at['name']} {at['box']}")
        elif at["look"] not in looks:
            looks.add(at["look"])
            if not focus_is_drawn(page, at["box"]):
                faults.append(f"focus is not drawn: {at['name']}")
    if reached != list(range(count)):
        missed = sorted(set(range(count)) - set(reached))
        names = page.evaluate(
            "(m) => m.map((n) => window.stops[n].outerHTML.slice(0, 120))", missed[:8]
        )
        faults.append(f"missed {len(missed)} of {count}: {names}; order: {reached[:40]}")
    return faults


@each_kind("kinds")
def test_order_on_screen_is_the_order_in_the_page(
    new_page: NewPage, server: str, site: BuiltSite, pages: str
) -> None:
    """No style turns things around, and header, menu, page and footer follow each other."""
    turned = """() => Array.from(document.querySelectorAll('body *')).filter((e) => {
      const s = getComputedStyle(e);
      const turned = s.order !== '0' || /reverse/.test(s.flexDirection + s.flexWrap);
      return turned && e.checkVisibility();
    }).map((e) => e.outerHTML.slice(0, 100))"""
    places = """() => ['.site-header', 'main', '.site-footer']
      .map((s) => document.querySelector(s)).filter((e) => e && e.checkVisibility())
      .map((e) => e.getBoundingClientRect())
      .map((b) => [b.left, b.top + scrollY, b.right, b.bottom + scrollY])"""
    page = new_page()
    for address in getattr(site, pages).values():
        page.goto(server + address)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(turned) == [], address
            boxes = page.evaluate(places)
            for (_, _, right, bottom), (left, top, _, _) in pairwise(boxes):
                assert top >= bottom - 1 or left >= right - 1, f"{address} {width}: {boxes}"


@pytest.mark.parametrize("width", [1280, 320])
def test_skip_link_is_first_and_leads_past_the_menus(
    new_page: NewPage, server: str, site: BuiltSite, width: int
) -> None:
    page = new_page(width=width)
    for kind in ("front", "model", "step", "form", "404"):
        page.goto(server + page_of(site, kind))
        page.keyboard.press("Tab")
        first = page.locator(":focus")
        assert first.inner_text() == "Hopp til innholdet"
        box = first.bounding_box()
        assert box is not None
        assert box["width"] > 50, "the skip link is not shown"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "MAIN", kind
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('main')"), kind


def tab_to(page: Page, selector: str, most: int = 30) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector} on {page.url}")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_phone_menus_open_and_close_by_keyboard(new_page: NewPage, server: str, key: str) -> None:
    page = new_page(width=320, height=700)
    page.goto(server + "modeller/ia-vikar/index.html")
    for button, menu in ((".site-header [data-menu-button]", "#hovedmeny"),):
        tab_to(page, button)
        link = page.locator(f"{menu} a").first
        assert page.locator(":focus").get_attribute("aria-expanded") == "false"
        assert not link.is_visible()
        page.keyboard.press(key)
        assert page.locator(":focus").get_attribute("aria-expanded") == "true"
        assert link.is_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("(m) => !!document.activeElement.closest(m)", menu), "next Tab"
        page.keyboard.press("Escape")
        assert page.evaluate("(b) => document.activeElement.matches(b)", button), "focus returns"
        assert page.locator(":focus").get_attribute("aria-expanded") == "false"
        assert not link.is_visible()
        page.keyboard.press(key)
        page.keyboard.press(key)
        assert not link.is_visible(), "the button closes as well"


@pytest.mark.parametrize("width", [1280, 320])
def test_search_by_keyboard_alone(new_page: NewPage, server: str, width: int) -> None:
    page = new_page(width=width)
    page.goto(server + "roller/fadder.html")
    opened = "document.querySelector('dialog').open"
    tab_to(page, "[data-open-search]")
    page.keyboard.press("Enter")
    assert page.evaluate(opened)
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Escape")
    assert not page.evaluate(opened)
    assert page.evaluate("document.activeElement.matches('[data-open-search]')"), "focus returns"
    page.keyboard.press("Enter")
    page.keyboard.type("SKJ-09")
    page.wait_for_selector("[data-search-results] a")
    expect(page.locator("[data-search-status]")).to_contain_text("treff")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("!!document.activeElement.closest('[data-search-results]')")
    page.keyboard.press("Escape")
    assert not page.evaluate(opened)
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(server + "skjema/SKJ-09.html")
