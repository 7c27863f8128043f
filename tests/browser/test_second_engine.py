"""IBM's Equal Access on one page of every kind: a second engine, of another make than axe.

What it calls a question for a person (POTENTIAL, MANUAL) is not judged here; what it calls a fault
is one, unless it is of the kinds below and stands in the very place that is told there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from browser.built import BuiltSite
from browser.conftest import NewPage
from project import ROOT

pytestmark = pytest.mark.slow

PACKAGE = ROOT / "tests/scripts/node_modules/accessibility-checker-engine"

RUN = """async excepted => {
  const { results } = await new ace.Checker().check(document, ['WCAG_2_2']);
  const at = path => document.evaluate(path, document, null, 9, null).singleNodeValue;
  const isMeant = one => {
    const place = excepted[one.ruleId];
    return Boolean(place && at(one.path.dom)?.matches(place));
  };
  return results.filter(one => one.value[1] === 'FAIL' && !isMeant(one))
    .map(one => `${one.ruleId} ${one.snippet.slice(0, 120)} | ${one.message}`);
}"""
"""The faults of the page that is open, but those that stand where they are excepted."""

UNFOLD = """() => {
  const folds = document.querySelectorAll('main details:not([open]) > summary');
  for (const fold of folds) fold.click();
}"""
"""What is folded is read too; a click wakes what a script puts there."""

STILL_EMPTY = "main details[open]:not([hidden]) > ol:empty"
"""A list that a script makes when its fold is first opened."""


class Meant(NamedTuple):
    """A kind of fault that is none: where it may stand, and why the engine is mistaken there."""

    place: str
    reason: str


MEANT = {
    "element_tabbable_role_valid": Meant(
        ".table-scroll[role=region]:is([aria-label], [aria-labelledby])",
        "A table that is scrolled sideways must be reached by the keyboard, which axe demands; "
        "a named region is what the ARIA practices give for it.",
    ),
    "label_content_exists": Meant(
        "label:has(> input):has(> .sr:not(:empty))",
        "The words are there for those who hear them; the table's own heading says them to the "
        "eye. The engine counts text with a clip path as hidden.",
    ),
    "fieldset_legend_valid": Meant(
        "fieldset:has(> legend.sr:not(:empty))",
        "The heading above says the same to the eye. The engine counts text with a clip path as "
        "hidden.",
    ),
    "figure_label_exists": Meant(
        "figure:has(> svg[role][aria-label])",
        "The drawing in the figure has the name; a second one would be heard twice.",
    ),
}
"""The engine's mistakes by its own name of the rule."""


def faults(page: Page) -> list[str]:
    if not page.evaluate("!!globalThis.ace"):
        page.evaluate((PACKAGE / "ace.js").read_text(encoding="utf-8"))
    page.evaluate(UNFOLD)
    expect(page.locator(STILL_EMPTY)).to_have_count(0)
    return page.evaluate(RUN, {rule: meant.place for rule, meant in MEANT.items()})


def judged(page: Page, addresses: Iterable[str]) -> list[str]:
    found = []
    for address in addresses:
        page.goto(address)
        found += [f"{address}: {fault}" for fault in faults(page)]
    return found


def test_the_pages_most_used_are_without_faults(
    new_page: NewPage, server: str, site: BuiltSite
) -> None:
    kinds = {kind.partition("+")[0]: address for kind, address in site.usual.items()}
    assert not judged(new_page(), [server + kinds[kind] for kind in ("front", "step", "form")])


@pytest.mark.exhaustive
def test_every_kind_of_page_is_without_faults(
    new_page: NewPage, server: str, site: BuiltSite
) -> None:
    found = judged(new_page(), [server + address for address in site.usual.values()])
    assert not found, f"{len(found)} faults:\n" + "\n".join(found)


def opened(page: Page, inside: str) -> Page:
    """A page with nothing but `inside`, in a fold."""
    page.set_content(
        '<!doctype html><html lang="nb"><title>Prøve</title><style>.sr {position: absolute;'
        "clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden}</style>"
        f"<main><h1>Prøve</h1><details><summary>Mer</summary>{inside}</details></main></html>"
    )
    return page


SEEDED = {
    "img_alt_valid": "<img src='favicon.ico'>",
    "input_label_exists": "<input type='text'>",
    "element_tabbable_role_valid": "<p tabindex='0' role='region'>Noe</p>",
    "label_content_exists": "<label><input type='checkbox'><span class='sr'></span></label>",
    "fieldset_legend_valid": "<fieldset><input aria-label='Noe'></fieldset>",
    "figure_label_exists": "<figure><svg></svg></figure>",
}
"""A fault of each kind, also of those that are excepted elsewhere."""


def test_it_finds_what_is_seeded_in_a_fold(new_page: NewPage) -> None:
    page = opened(new_page(), "".join(SEEDED.values()))
    found = {fault.split()[0] for fault in faults(page)}
    assert set(SEEDED) <= found, found


MISTAKEN = """
<div class='table-scroll' role='region' aria-label='Noe' tabindex='0'>Noe</div>
<label><input type='checkbox'><span class='sr'>Noe</span></label>
<fieldset><legend class='sr'>Noe</legend><input aria-label='Noe'></fieldset>
<figure><svg role='group' aria-label='Noe'><path d='M0 0h9'/></svg></figure>
"""


def test_each_mistake_is_still_made(new_page: NewPage) -> None:
    """What the engine no longer takes for a fault has no reason to be told of."""
    page = opened(new_page(), MISTAKEN)
    assert faults(page) == []
    told = page.evaluate(RUN, {})
    assert {fault.split()[0] for fault in told} == set(MEANT), told
