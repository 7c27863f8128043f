"""E-books: whole, the same every time, every link lands, pages as in the book on paper."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from reading_epubs import XHTML, Epub
from tiny_book import hostile, tiny

from handbook.book.epub_files import EpubFile, epub_files
from handbook.book.links import pages_of
from handbook.book.whole import book_pdf, model_pdf
from handbook.document import blocks as b
from handbook.document.inline import Mark, Ref
from handbook.document.places import Place
from handbook.model.handbook import Handbook
from handbook.model.noun import Basis
from handbook.render.epub import About, epub

ABOUT = About(
    "last-ned/bok/prove.epub", "Prøve & <test>", "Utgave 1", "Til prøve", ("Utgiver",), "CC BY",
    ("Utgiver: redaktør",), dt.date(2026, 11, 28), "https://eksempel.no/",
)  # fmt: skip
STEP = Place("step", "mini/lag-plan")


def one_of(kind: str, book: Handbook) -> EpubFile:
    return next(file for file in epub_files(book) if f"/{kind}/" in file.path)


@pytest.fixture(scope="module", params=["bok", "modeller", "til-deg"])
def made(request: pytest.FixtureRequest) -> Epub:
    return Epub(one_of(request.param, tiny()).make(None))


def of(*chapters: b.Section, pages: dict[str, int] | None = None) -> Epub:
    return Epub(epub(ABOUT, chapters, pages or {}))


def test_the_container_is_as_a_reader_asks_for_it(made: Epub) -> None:
    with zipfile.ZipFile(io.BytesIO(made.data)) as book:
        first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert made.files["mimetype"] == b"application/epub+zip"
    assert b'full-path="EPUB/package.opf"' in made.files["META-INF/container.xml"]


def test_the_package_names_every_file_and_no_other(made: Epub) -> None:
    listed = {f"EPUB/{one.get('href')}" for one in made.package.iter("{*}item")}
    there = {name for name in made.files if name.startswith("EPUB/")}
    assert listed | {"EPUB/package.opf"} == there


def test_every_link_inside_the_book_lands_and_the_others_lead_to_the_site(made: Epub) -> None:
    count = 0
    for name, link in made.links():
        count += 1
        assert link.startswith(("https://", "http://", "mailto:")) or made.lands(name, link), link
    assert count > 5


def test_no_two_spots_of_a_file_are_alike(made: Epub) -> None:
    for name, spots in made.spots.items():
        assert len(spots) == len(set(spots)), name


def test_the_contents_name_every_chapter(made: Epub) -> None:
    chapters = [name for name in made.pages if "chapter" in name]
    files = {link.partition("#")[0] for _, link in made.nav("toc")}
    assert {f"EPUB/{file}" for file in files} == set(chapters)


def test_every_page_says_its_language_and_has_one_first_heading(made: Epub) -> None:
    assert made.said("language") == ["nb"]
    for name, page in made.pages.items():
        assert page.get("lang") == "nb", name
        assert len(list(page.iter(f"{XHTML}h1"))) == 1, name


def test_what_is_drawn_has_words_and_the_package_tells_so() -> None:
    book = Epub(one_of("modeller", tiny()).make(None))
    drawn = [one for page in book.pages.values() for one in page.iter("{*}svg")]
    assert drawn
    assert all(one.get("aria-label") for one in drawn)
    assert "alternativeText" in book.said("schema:accessibilityFeature")
    assert book.said("schema:accessMode") == ["textual", "visual"]
    words = of(b.Section("A", (b.Paragraph(("b",)),), place=STEP))
    assert words.said("schema:accessMode") == ["textual"]
    assert "alternativeText" not in words.said("schema:accessibilityFeature")


def test_the_same_nouns_give_the_same_bytes() -> None:
    paper = model_pdf(tiny(), tiny().models[0])
    assert one_of("modeller", tiny()).make(paper) == one_of("modeller", tiny()).make(paper)


def test_a_place_in_the_book_is_led_to_there_and_another_on_the_site() -> None:
    inner = b.Section("Gjør", (b.ItemList((b.Item(b.said("x"), anchor="f1"),)),), "gjor")
    step = b.Section("Lag plan", (inner,), place=STEP)
    targets = (STEP, STEP.at("gjor"), STEP.at("f1"), Place("role", "leder"))
    ways = b.Section("Veier", tuple(b.Paragraph((Ref(to, "dit"),)) for to in targets), place=None)
    links = [link for name, link in of(step, ways).links() if name.endswith("-02.xhtml")]
    assert links == [
        "chapter-01.xhtml#modeller-mini-steg-lag-plan",
        "chapter-01.xhtml#modeller-mini-steg-lag-plan.gjor",
        "chapter-01.xhtml#modeller-mini-steg-lag-plan.f1",
        "https://eksempel.no/roller/leder.html",
    ]


def test_a_table_too_wide_for_an_e_book_is_told_row_by_row() -> None:
    head = b.columns("Steg", *(f"Rolle {n}" for n in range(1, 9)))
    rows = (b.row("1 Avtal", "U", *[""] * 6, "I"), b.row("2 Møt", *[""] * 8))
    page = of(b.Section("A", (b.Table(head, rows, "Ansvar"),), place=STEP)).pages[
        "EPUB/chapter-01.xhtml"
    ]
    told = [" ".join("".join(item.itertext()).split()) for item in page.iter(f"{XHTML}li")]
    assert not list(page.iter(f"{XHTML}table"))
    assert told == ["1 Avtal Rolle 1: U Rolle 8: I", "Rolle 1: U", "Rolle 8: I", "2 Møt"]


def test_a_table_of_sentences_is_told_row_by_row_sooner() -> None:
    table = b.Table(b.columns("Modell", "Ansatt?", *"abc"), (b.row("AFT", "Nei."),), "", "wide")
    page = of(b.Section("A", (table,), place=STEP)).pages["EPUB/chapter-01.xhtml"]
    assert [item.text for item in page.iter(f"{XHTML}strong")] == ["Ansatt?"]
    assert not list(page.iter(f"{XHTML}table"))


def test_pages_are_those_of_the_book_on_paper() -> None:
    book = tiny()
    paper = book_pdf(book)
    told = Epub(one_of("bok", book).make(paper))
    pages = told.nav("page-list")
    numbers = [int(words) for words, _ in pages]
    assert numbers == sorted(set(numbers))
    assert set(numbers) <= set(pages_of(paper).values())
    assert len(numbers) > 5
    assert all(told.lands("EPUB/nav.xhtml", link) for _, link in pages)
    assert {"pageNavigation", "pageBreakMarkers"} <= set(told.said("schema:accessibilityFeature"))
    assert told.said("pageBreakSource") == told.said("source") != []


def test_a_page_begins_at_the_first_heading_that_stands_on_it() -> None:
    inner = b.Section("Gjør", (b.Paragraph(("x",)),), "gjor")
    then = b.Section("Så", (b.Paragraph(("y",)),), "saa")
    pages = {
        "modeller/mini/steg-lag-plan": 4,
        "modeller/mini/steg-lag-plan#gjor": 4,
        "modeller/mini/steg-lag-plan#saa": 6,
    }
    told = of(b.Section("Lag plan", (inner, then), place=STEP), pages=pages)
    assert told.nav("page-list") == [
        ("4", "chapter-01.xhtml#side-4"), ("6", "chapter-01.xhtml#side-6"),
    ]  # fmt: skip
    text = told.files["EPUB/chapter-01.xhtml"].decode()
    assert text.index('aria-label="Side 6"') > text.index("Gjør")
    assert text.index('aria-label="Side 6"') < text.index(">Så<")


def test_without_paper_there_is_no_list_of_pages() -> None:
    book = Epub(one_of("bok", tiny()).make(None))
    assert book.nav("page-list") == []
    assert book.said("pageBreakSource") == []
    assert not {"pageNavigation", "pageBreakMarkers"} & set(
        book.said("schema:accessibilityFeature")
    )


def test_letters_that_mean_something_to_xml_are_letters() -> None:
    book = Epub(one_of("bok", hostile()).make(None))
    text = " ".join("".join(page.itertext()) for page in book.pages.values())
    assert "<script>alert(1)</script>" in text
    assert not [page for page in book.pages.values() if list(page.iter(f"{XHTML}script"))]
    title = of(b.Section("<&>\"'", (b.Paragraph(("a",), "lead"),), place=STEP))
    assert ("<&>\"'", "chapter-01.xhtml") in title.nav("toc")
    assert title.said("title") == ["Prøve & <test>"]


def test_what_only_screens_have_is_told_or_left_out() -> None:
    told = b.Section(
        "A",
        (
            b.Actions((Ref(STEP, "Knapp"),)), b.Contents((("B", "b"),)), b.Pager(None, None),
            b.Fold("Mer", (b.Paragraph(("Brettet",)),)),
            b.Duties((b.Duty(Ref(Place("role", "leder"), "leder"), (True, False, False, True)),)),
            b.Picture(Place("file", "a.png"), "Et bilde"),
            b.Files((b.File(Place("file", "a.pdf"), "Fila", "PDF", 1),)),
            b.ItemList((b.Item(b.said("x"), Mark(Basis.PROPOSAL)),)),
        ),
        place=STEP,
    )  # fmt: skip
    page = of(told).pages["EPUB/chapter-01.xhtml"]
    text = " ".join("".join(page.itertext()).split())
    for words in ("Mer", "Brettet", "Utfører", "Informeres", "Et bilde", "Fila", "Forslag"):
        assert words in text
    assert "Knapp" not in text
    assert "Ansvarlig" not in text
    for tag in ("details", "nav", "button", "img", "input"):
        assert not list(page.iter(f"{XHTML}{tag}")), tag
