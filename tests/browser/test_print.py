"""On paper: every word of the article, none of the menus, and a box to tick for each item."""

from __future__ import annotations

from bisect import bisect_left

import pypdfium2
import pytest
from playwright.sync_api import Page

from browser.built import BuiltSite
from browser.conftest import NewPage, each_kind
from browser.texts import SCRIPT_MADE, letters, texts

pytestmark = pytest.mark.slow

CARDS = (
    ".kind-my-role :is(.basis, .downloads, .duty-facts, .form-links, .more, "
    ".note, .off-card, details.fold:has(> summary #alltid)), .kind-role .basis, "
    ":is(.kind-memo, .kind-my-role, .kind-role, .kind-plan) :is(.provenance, .evidence), "
    ".kind-plan > :is(.lead, #regler, #regler ~ *), .kind-memo .basis, "
    ".dated .plan-table .form-ref[data-code]"
)
"""A card, a plan and a memo are few sheets; what they leave out, the site keeps."""

TURNED = ".process-figure .head"
"""Names that stand aslant are drawn, but a reader of PDF does not get their letters in order."""

CHOOSING = (
    ".kind-chooser :is(.chooser, :is(#tre, #kontakter) + details > summary, #svar, "
    "#svar + details, #kontaktkort, #kontaktkort + p, #tabell, #tabell + details, .evidence)"
)
"""What leads to an answer on a screen; paper has the tree and whom to ring, open under their
headings. An answer is printed when it is chosen, and the book has them all."""

SIGNED = ".web-form .signature-line + .field-help"
"""Where to sign, told before there is paper; on the paper stands the line."""

TO_FETCH = (
    ".kind-form > details:has(> summary > #last-ned), "
    ".kind-filled > :is(#last-ned, #last-ned + *), "
    ".kind-downloads details > :not(summary)"
)
"""Files are fetched on a screen; whoever has the sheet has printed it."""

EDITED = ".prose > .page-foot"
"""The file an editor changes; the version stands at the foot of every sheet."""

SENT = ".kind-step :is(.sendable, .sendable + .note)"
"""What one copies to send; a step's paper says from whom to whom."""

ABOUT = (
    ".kind-form > details:has(> summary > h2:not(#om-svarene)), "
    ".kind-form > details:has(> summary > #om-svarene) > .table-scroll, "
    ".kind-form > :is(#versjoner, .versions, .provenance, .evidence)"
)
"""A form on paper is its questions and what happens to the answers; about it tells the screen."""

UNASKED = ".unprinted, .kind-comparison > :is(details, .evidence)"
"""What is printed only when a reader has opened it, and what the comparison rests on."""

ON_SCREEN_ONLY = (
    f"{SCRIPT_MADE}, {CARDS}, {TURNED}, {CHOOSING}, {SIGNED}, {TO_FETCH}, {UNASKED}, {EDITED}, "
    f"{SENT}, {ABOUT}, noscript, button, "
    "a.button, nav, .on-this-page, .on-screen, .pager, .visually-hidden, .sr"
)
FOOT = 66
"""Points from the lower edge to the top of the running foot: margin and one small line."""

FRAME = (
    "Hopp til innholdet",
    "Rediger siden",
    "Søk i håndboka",
    "Farger:",
    "Om håndbokaTil deg som deltar",
)


BOXES = """() => Array.from(document.querySelectorAll('.checklist > li')).map((item) => {
  const s = getComputedStyle(item, '::before');
  const size = Math.min(parseFloat(s.width), parseFloat(s.height));
  return { size, border: s.borderTopWidth, display: s.display, item: item.id,
    stands: size >= 8 && parseFloat(s.borderTopWidth) > 0 && s.display !== 'none' };
})"""


def printed(page: Page) -> str:
    """The letters of the A4 sheets, but those of the line at the foot of each."""
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    sheets = []
    for number in range(len(pdf)):
        sheet = pdf[number]
        short, long = sorted(sheet.get_size())
        assert abs(short - 595) < 2, short
        assert abs(long - 842) < 2, long
        text = sheet.get_textpage()
        sheets.append(letters(text.get_text_bounded(bottom=FOOT)))
        text.close()
        sheet.close()
    pdf.close()
    return "".join(sheets)


def stands(text: str, paper: str, pieces: int = 4) -> bool:
    """Whether the text is there, whole or in a few pieces: a cell may go on over two sheets."""
    for _ in range(pieces):
        if text in paper:
            return True
        most = bisect_left(range(len(text)), True, key=lambda n: text[: n + 1] not in paper)
        if most < 8:
            return False
        text = text[most:]
    return False


def test_pieces_are_few_and_in_order() -> None:
    assert stands("abcdefghijklmnop", "xxabcdefghijyyklmnop")
    assert not stands("abcdefghijklmnop", "klmnopabcdefghi")
    assert not stands("abcdefghijklmnop", "")


@each_kind("kinds")
def test_paper_has_every_word_a_box_for_each_item_and_no_menus(
    new_page: NewPage, server: str, site: BuiltSite, pages: str
) -> None:
    page = new_page()
    faults = []
    boxes = 0
    for kind, address in getattr(site, pages).items():
        page.goto(server + address)
        wanted = [t for t, seen in texts(page, "article", leave_out=ON_SCREEN_ONLY) if seen]
        page.emulate_media(media="print")
        drawn = page.evaluate(BOXES)
        boxes += len(drawn)
        faults += [f"{kind} {address}: no box to tick: {box}" for box in drawn if not box["stands"]]
        faults += [
            f"{kind} {address}: {frame} is printed"
            for frame in (
                ".site-header",
                ".site-footer",
                ".section-nav",
                ".crumbs",
                ".pager",
                ".skip-link",
            )
            if page.locator(f"{frame}:visible").count()
        ]
        page.emulate_media(media="null")
        if page.locator("details").count():
            page.goto(
                server + address
            )  # opened only to be read; on paper the page opens them itself
        paper = printed(page)
        lost = [text for text in wanted if not stands(letters(text), paper)]
        faults += [f"{kind} {address}: not on paper: «{text[:80]}»" for text in lost]
        own = "".join(map(letters, wanted))
        faults += [
            f"{kind} {address}: on paper: «{t}»"
            for t in FRAME
            if letters(t) in paper and letters(t) not in own
        ]
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:80])
    assert boxes > 5


def test_a_lost_paragraph_is_noticed(new_page: NewPage, server: str) -> None:
    page = new_page()
    page.goto(server + "om.html")
    last = page.locator("article p").last
    text = last.inner_text()
    assert letters(text) in printed(page)
    page.evaluate("document.querySelectorAll('article p').forEach((p) => { p.hidden = true; })")
    assert letters(text) not in printed(page)


def test_only_the_addresses_of_others_are_written_out(new_page: NewPage, server: str) -> None:
    """Also when a script has made a link to a page of ours with its whole address."""
    page = new_page()
    page.goto(server + "modeller/ia-vikar/tidsbruk.html")
    page.wait_for_selector("a[data-spot][href^='http']", state="attached")
    paper = printed(page)
    assert letters(f"({server}") not in paper
    page.goto(server + "modeller/velg.html")
    assert letters("(https://www.nav.no") in printed(page)


def test_a_form_on_paper_is_its_questions_and_what_happens_to_the_answers(
    new_page: NewPage, server: str
) -> None:
    page = new_page()
    page.goto(server + "skjema/SKJ-09.html")
    paper = printed(page)
    assert "hvaskjermedsvarene" in paper
    for about in ("Hvor skjemaet brukes", "Nødvendig fordi", "Har du en utskrift", "Bygger på"):
        assert letters(about) not in paper
