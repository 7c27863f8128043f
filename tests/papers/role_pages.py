"""What each role's page in each model asks of its reader.

    PYTHONPATH=hooks:tests python -m papers.role_pages SITE

For each role in each model: the things to do, the words before the first of them, how many
phone screens (390 × 844) the page fills, how many things to do begin on the first of these, and the
sheets it prints on with the size of their letters. Then what there should be none of: pages of a
role that does something with nothing to do, prohibitions that negate their heading, and actions
that nobody does.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from lxml import html
from playwright.sync_api import Browser, Page, sync_playwright

from handbook.build import Options, build
from handbook.document.places import Place, url
from handbook.findings import Finding
from handbook.model.duties import roles_in_models
from handbook.model.handbook import Handbook
from papers.page_words import count, sentences
from papers.pages import letter_size
from project import ROOT, chromium_program

PHONE = {"width": 390, "height": 844}
TO_DO = "main [data-item]"


class RolePage(NamedTuple):
    """One role in one model, as its reader meets it."""

    role: str
    model: str
    acts: int
    shown: int
    before: int
    screens: float
    at_once: int
    sheets: int
    letters: float

    @property
    def empty(self) -> bool:
        """Whether it leaves whoever has something to do without a word of it."""
        return self.acts > 0 and self.shown == 0


def role_pages(
    book: Handbook, site: Path, browser: Browser, *, every: int = 1
) -> Iterator[RolePage]:
    """Each role in each model, or every so many of them, measured on the pages of a built site."""
    page = browser.new_page(viewport=PHONE)
    pages = [(role, mine) for role in book.roles for mine in roles_in_models(book, role)]
    for role, mine in pages[::every]:
        file = site / url(Place("duties", f"{role.id}/{mine.model.id}"))
        page.goto(file.as_uri())
        paper = printed(page)
        yield RolePage(
            role.id,
            mine.model.id,
            len(mine.acts),
            page.locator(TO_DO).count(),
            words_before(file.read_text("utf-8")),
            page.evaluate("document.documentElement.scrollHeight") / PHONE["height"],
            on_the_first_screen(page),
            len(paper),
            letter_size(paper),
        )
    page.close()


def words_before(text: str) -> int:
    """How many words of the article are read before the first thing to do; all, without any."""
    told = text.partition("<article")[2].partition("</article>")[0]
    before, first, _ = told.partition(" data-item=")
    kept = before.rpartition("<li")[0] if first else told
    (article,) = html.fromstring(f"<article{kept}").xpath("//article")
    return sum(map(count, sentences(article, opened=False)))


_LOWER_EDGES = """(all) => all.filter((one) => one.checkVisibility())
  .map((one) => one.getBoundingClientRect().bottom)"""


def on_the_first_screen(page: Page) -> int:
    """How many things to do stand whole within the first screen."""
    return sum(low <= PHONE["height"] for low in page.locator(TO_DO).evaluate_all(_LOWER_EDGES))


def sheets(page: Page) -> int:
    """How many sheets of A4 it prints on."""
    return len(printed(page))


def printed(page: Page) -> pypdfium2.PdfDocument:
    """What comes out of the printer."""
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))


def table(pages: list[RolePage]) -> Iterator[str]:
    """A line for each page."""
    yield (
        "| rolle | modell | gjøremål | ord før det første | skjermer | på første skjerm "
        "| ark | punkt |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    for one in pages:
        yield (
            f"| {one.role} | {one.model} | {one.acts} | {one.before} | {one.screens:.1f} "
            f"| {one.at_once} | {one.sheets} | {one.letters} |"
        )


_NONE_OF = {
    "P16": "Gjøremål som ingen gjør",
    "P17": "Utførere uten gjøremål i steget",
    "O25": "Forbud som nekter én gang til",
}
"""Code of a finding → what it counts."""


def faults(findings: Sequence[Finding], pages: list[RolePage]) -> Iterator[str]:
    """What there should be none of, with how many there are."""
    yield f"Sider uten noe å gjøre for en rolle som gjør noe: {sum(one.empty for one in pages)}"
    for code, what in _NONE_OF.items():
        yield f"{what}: {sum(one.code == code for one in findings)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    site = parser.parse_args().site.resolve()
    made = build(ROOT, dt.date.today(), None, Options(files=False))
    assert made.book, "innholdet har feil"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_program())
        pages = list(role_pages(made.book, site, browser))
    print("\n".join((*table(pages), "", *faults(made.findings, pages))))


if __name__ == "__main__":
    main()
