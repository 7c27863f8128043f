"""How long an employer's road is, from the front page to a list for Monday: taps and words read.

`PYTHONPATH=hooks:tests .venv/bin/python -m browser.roads SITE` tells it for six employers. What is
read is every word that is seen on a phone, page head and menu too: the front page down to its
doors or the link that is pressed, each question to its last button, the
answer to its end, and the memo to its sources.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Locator, Page, sync_playwright

from project import chromium_program

EMPLOYERS = Path(__file__).with_name("six_employers.yml")
PHONE = {"width": 390, "height": 844}


@dataclass(frozen=True)
class Employer:
    """Who comes, what each presses in turn, and what stands first where the road ends."""

    id: str
    situation: str
    taps: tuple[str, ...]
    arrives: str


@dataclass
class Road:
    """What was met on the way: words on each screen, and what was read at the end of it."""

    employer: Employer
    clicks: int = 0
    read: list[tuple[str, int]] = field(default_factory=list)
    end: str = ""

    @property
    def words(self) -> int:
        """All of them, also those that stand again on the next screen."""
        return sum(count for _, count in self.read)

    def __str__(self) -> str:
        screens = ", ".join(f"{what} {count}" for what, count in self.read)
        return f"{self.employer.id:14} clicks {self.clicks}, words {self.words}: {screens}"


def employers() -> list[Employer]:
    """Those of the file."""
    rows: list[dict[str, Any]] = yaml.safe_load(EMPLOYERS.read_text("utf-8"))
    return [
        Employer(one["id"], one["situation"], tuple(map(str, one["taps"])), one["arrives"])
        for one in rows
    ]


def walked(page: Page, start: str, employer: Employer) -> Road:
    """The road of one employer; every tap is on something that can be seen."""
    page.goto(start)
    road = Road(employer)
    for tap in employer.taps:
        road.read.append(_seen(page, tap))
        road.clicks += _tap(page, tap)
        page.wait_for_load_state()
    road.read.append(_seen(page))
    road.end = page.evaluate(_SEEN, _end(page))
    return road


def _tap(page: Page, tap: str) -> int:
    """Presses it, and gives how many presses it took."""
    name, _, values = tap.partition("=")
    if not values:
        _link(page, name).click()
        return 1
    question = page.locator(f'[data-question="{name}"]:visible')
    for value in values.split(","):
        question.locator(f'[data-answer="{value}"]').click()
    go_on = question.locator("[data-go-on]")
    if values != "-" and go_on.count():
        go_on.click()
        return values.count(",") + 2
    return values.count(",") + 1


def _link(page: Page, name: str) -> Locator:
    link = page.locator("main").get_by_role("link", name=name)
    return link.and_(page.locator(":visible")).first


def _seen(page: Page, tap: str = "=") -> tuple[str, int]:
    """A page is read to its end, one with doors or with the link that is pressed to there."""
    page.wait_for_timeout(100)
    end = _end(page)
    if "=" not in tap:
        link: float = _link(page, tap).evaluate(_BOTTOM)
        end = max(end, link) if page.locator(".doors").count() else link
    return page.evaluate(_WHERE), page.evaluate(_COUNT, end)


def _end(page: Page) -> float:
    found: float = page.evaluate(_END)
    return found


_BOTTOM = "(one) => one.getBoundingClientRect().bottom + scrollY"
_WHERE = """() => {
  const asked = document.querySelector('[data-question]:not([hidden])');
  if (asked) return asked.dataset.question;
  const answered = document.querySelector('[data-result]:not([hidden])');
  return answered ? 'svar' : document.querySelector('h1').innerText;
}"""
_END = """() => {
  const top = (one) => one.getBoundingClientRect().top + scrollY;
  const bottom = (one) => one.getBoundingClientRect().bottom + scrollY;
  const seen = (selector) =>
    [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  if (seen('[data-question]').length) {
    return Math.max(...seen('[data-chooser] button').map(bottom));
  }
  const answered = seen('[data-verdicts]');
  const also = seen('[data-verdicts] h3').find((one) => one.innerText === 'Også mulig');
  if (also) return top(also);
  if (answered.length) return bottom(answered[0]);
  const sources = seen('.kind-memo #kilder');
  if (sources.length) return top(sources[0]);
  const doors = seen('.doors a');
  return doors.length ? Math.max(...doors.map(bottom)) : bottom(document.querySelector('article'));
}"""
_SEEN = """(end) => {
  const seen = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let one = texts.nextNode(); one; one = texts.nextNode()) {
    const within = one.parentElement;
    const unseen = within.closest('script, style, .sr, .skip-link') || !within.checkVisibility();
    if (unseen || !one.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(one);
    const box = range.getBoundingClientRect();
    if (box.width > 2 && box.bottom + scrollY > 0 && box.top + scrollY < end - 1) {
      seen.push(one.data);
    }
  }
  return seen.join(' ');
}"""
_WORD = "(word) => /[\\p{L}\\p{N}]/u.test(word)"
_COUNT = f"(end) => ({_SEEN})(end).split(/\\s+/).filter({_WORD}).length"


def roads(site: Path) -> Iterator[Road]:
    """Each employer's, in one browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_program(), args=["--no-sandbox"]
        )
        for one in employers():
            page = browser.new_page(viewport=PHONE)
            yield walked(page, f"file://{site.resolve()}/index.html", one)
            page.close()


if __name__ == "__main__":
    for found in roads(Path(sys.argv[1])):
        print(found)
        if len(sys.argv) > 2:
            print(found.end)
