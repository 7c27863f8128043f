"""Which words of a page are to be seen; asked in the page, with or without its own scripts."""

from __future__ import annotations

import re
import unicodedata

from playwright.sync_api import Page

SCRIPT_MADE = (
    ".js-only, [data-js-only], .source-switch, .read-aloud, .form-tools, .form-end, "
    "[data-form-tools], [data-form-end], .tip, .shortcuts, .nothing-left, [data-print], "
    ".plan-tool, .compare-tool, .assessment-tool, .calculator-tool, "
    ".checklist-tools, .chooser-steps, .share-note, .case-line, .plan-tasks, .plan-done, "
    ".memo-decided"
)
"""Controls that only scripts can serve; scripts show or make them."""

_READ = """([within, leftOut, open]) => {
  if (open) document.querySelectorAll('details').forEach((d) => { d.open = true; });
  const found = [];
  const silent = 'script, style, template, option, textarea, title, desc, datalist, '
    + 'dialog:not([open])';
  for (const root of document.querySelectorAll(within)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent.replace(/\\s+/g, ' ').trim();
      const parent = node.parentElement;
      if (!text || parent.closest(silent)) continue;
      if (leftOut && parent.closest(leftOut)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const seen = parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && Array.from(range.getClientRects()).some((r) => r.width > 0 && r.height > 0);
      found.push([text, seen]);
    }
  }
  return found;
}"""


def texts(
    page: Page, within: str = "body", *, leave_out: str = "", open_details: bool = True
) -> list[tuple[str, bool]]:
    """Every text of a page in order, and whether it is shown."""
    found = page.evaluate(_READ, [within, leave_out, open_details])
    return [(text, seen) for text, seen in found]


def letters(text: str) -> str:
    """Only letters and digits, so that line breaks, hyphens and ligatures do not matter."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


THIN = """() => {
  const seen = {};
  const key = (e, above) => above + '>' + e.tagName + '.' + (e.getAttribute('class') || '')
    + (e.open || e.checked || e.disabled ? '!' : '');
  const inner = (e) => e.tagName === 'svg' ? [] : [...e.children];
  const keys = (e, above) => {
    const own = key(e, above);
    return [own, ...inner(e).flatMap((child) => keys(child, own))];
  };
  const visit = (e, above) => {
    const own = key(e, above);
    if (!/^(T[DH]|SUMMARY)$/.test(e.tagName) && keys(e, above).every((k) => seen[k] > 1)) {
      e.remove();
      return;
    }
    seen[own] = (seen[own] || 0) + 1;
    inner(e).forEach((child) => visit(child, own));
  };
  visit(document.querySelector('main'), '');
}"""
"""Leaves two of everything that stands in the same place: what differs in words only has the same
colours, and the same way about them. An element goes when all that is in it has been seen twice."""

RESTYLE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
"""Adds styles from outside, the way a reader's own browser does; no policy forbids that."""
