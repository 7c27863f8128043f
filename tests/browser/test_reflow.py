"""A narrow phone, large letters, wide spacing: nothing runs sideways, is cut off or lies on top."""

from __future__ import annotations

import pytest

from browser.built import BuiltSite
from browser.conftest import NewPage, each_kind
from browser.texts import RESTYLE, THIN

pytestmark = pytest.mark.slow

LARGE = "html { font-size: 225% !important }"
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
)
"""WCAG 1.4.12."""

TOO_WIDE = """() => {
  const over = document.scrollingElement.scrollWidth - innerWidth;
  if (over <= 0) return null;
  const out = Array.from(document.querySelectorAll('body *')).filter((e) =>
    e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-scroll, pre')
    && getComputedStyle(e).position !== 'fixed');
  const right = (e) => Math.round(e.getBoundingClientRect().right);
  const most = Math.max(0, ...out.map(right));
  return over + ' px, by ' + out.filter((e) => right(e) === most)
    .slice(-1).map((e) => e.tagName + '.' + e.className + ' ' + e.outerHTML.slice(0, 110)).join();
}"""

CUT_OFF = """() => Array.from(document.querySelectorAll('body *')).filter((e) => {
  const s = getComputedStyle(e);
  if (!e.checkVisibility() || !e.textContent.trim() || s.clipPath !== 'none') return false;
  const x = /hidden|clip/.test(s.overflowX) && e.scrollWidth > e.clientWidth + 1;
  const y = /hidden|clip/.test(s.overflowY) && e.scrollHeight > e.clientHeight + 2;
  return x || y;
}).map((e) => 'cut off: ' + e.outerHTML.slice(0, 120))"""

ON_TOP = """() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.textContent.trim()) continue;
    if (parent.closest('script, style, option, noscript, select, textarea')) continue;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest('.sr, .visually-hidden, .skip-link')) continue;
    // A drawing keeps its shape; the list beside it says the same and can be spaced out.
    if (parent.closest('svg')) continue;
    let fixed = false, clipped = null;
    for (let e = parent; e; e = e.parentElement) {
      const s = getComputedStyle(e);
      if (/fixed|sticky/.test(s.position)) fixed = true;
      const clips = /auto|scroll|hidden/.test(s.overflowX + s.overflowY);
      if (!clipped && clips && e !== document.body) clipped = e;
    }
    if (fixed) continue;
    const frame = clipped && clipped.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const r of range.getClientRects()) {
      if (r.width < 3 || r.height < 3) continue;
      if (frame && (r.left > frame.right - 2 || r.right < frame.left + 2)) continue;
      if (frame && r.top > frame.bottom - 2) continue;
      const x = node.textContent.trim().slice(0, 40);
      lines.push({ l: r.left, t: r.top, r: r.right, b: r.bottom, x });
    }
  }
  lines.sort((a, b) => a.t - b.t);
  const faults = [];
  for (let i = 0; i < lines.length && faults.length < 5; i++) {
    for (let j = i + 1; j < lines.length && lines[j].t < lines[i].b; j++) {
      const a = lines[i], b = lines[j];
      const wide = Math.min(a.r, b.r) - Math.max(a.l, b.l);
      const high = Math.min(a.b, b.b) - Math.max(a.t, b.t);
      if (wide > 4 && high > 0.4 * Math.min(a.b - a.t, b.b - b.t))
        faults.push('on top of each other: «' + a.x + '» and «' + b.x + '»');
    }
  }
  return faults;
}"""

WAYS = {
    "320 px": (320, ""),
    "320 px, letters twice as large": (320, LARGE),
    "320 px, spaced": (320, SPACED),
    "640 px, letters twice as large": (640, LARGE),
    "1280 px": (1280, ""),
    "1280 px, spaced": (1280, SPACED),
}


@each_kind("kinds")
def test_nothing_runs_sideways_or_is_lost(
    new_page: NewPage, server: str, site: BuiltSite, pages: str
) -> None:
    """On every kind of page in half of the ways, in turn; in the exhaustive layer in all."""
    page = new_page()
    faults = []
    for at, (kind, address) in enumerate(getattr(site, pages).items()):
        page.goto(server + address)
        if pages == "one_each":
            page.evaluate(THIN)
        ways = list(WAYS.items())[at % 2 :: 2] if pages == "one_each" else WAYS.items()
        for way, (width, css) in ways:
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(RESTYLE, css)
            over = page.evaluate(TOO_WIDE)
            found = [f"sideways: {over}"] if over else []
            found += page.evaluate(CUT_OFF) + page.evaluate(ON_TOP)
            faults += [f"{kind} {address} at {way}: {fault}" for fault in found]
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:60])


def test_the_menu_and_search_fit_a_narrow_phone(new_page: NewPage, server: str) -> None:
    for css in ("", LARGE, SPACED):
        page = new_page(width=320, height=640)
        page.goto(server + "modeller/ia-vikar/index.html")
        page.evaluate(RESTYLE, css)
        for button in page.locator("[data-menu-button]").all():
            button.click()
        assert not page.evaluate(TOO_WIDE), css
        page.locator("[data-open-search]").first.click()
        page.locator("dialog input[type=search]").fill("fadder")
        page.wait_for_selector("[data-search-results] a")
        assert (
            page.evaluate("(d => d.scrollWidth - d.clientWidth)(document.querySelector('dialog'))")
            <= 0
        ), css


def test_what_is_seeded_is_found(new_page: NewPage, server: str) -> None:
    page = new_page(width=320)
    page.goto(server + "om.html")
    page.evaluate(RESTYLE, "h1 { width: 900px } article p { height: 1em; margin: 0 }")
    assert page.evaluate(TOO_WIDE)
    assert page.evaluate(ON_TOP)
    page.evaluate(RESTYLE, "article p { overflow: hidden; height: 1em }")
    assert page.evaluate(CUT_OFF)
