"""What has more pages than there is room for is told with the amount, at a step to shorten."""

from __future__ import annotations

from functools import cache

from handbook.book.outline import chapters
from handbook.book.typesetter import page_count
from handbook.book.whole import book_pdf, model_pdf
from handbook.model.handbook import Handbook
from handbook.publishing.book_room import Room, outgrown
from handbook.reading.folder import read_handbook
from project import ROOT


@cache
def tiny() -> Handbook:
    book = read_handbook(ROOT / "tests" / "checks" / "tiny").handbook
    assert book
    return book


def test_chapters_share_the_pages_after_the_first_of_them() -> None:
    pdf = book_pdf(tiny())
    told = chapters(pdf)
    assert {model.title for model in tiny().models} <= {one.title for one in told}
    assert told[0].first - 1 + sum(one.pages for one in told) == page_count(pdf)


def test_a_book_and_a_chapter_too_long_are_told_with_the_amount() -> None:
    pdf, edition = book_pdf(tiny()), tiny().edition.edition
    path = f"last-ned/bok/inkluderingshandboka-{edition}.pdf"
    whole = page_count(pdf)
    pages = {one.title: one.pages for one in chapters(pdf)}
    longest = max(tiny().models, key=lambda model: pages[model.title])
    room = Room(book=whole - 1, chapter=pages[longest.title] - 1)
    book, *rest = outgrown(tiny(), path, pdf, room)
    assert (book.kind, book.problem) == (
        "edition", f"boka er på {whole} sider, 1 mer enn det er plass til ({whole - 1})",
    )  # fmt: skip
    told = next(one for one in rest if one.name == longest.id)
    assert told.path[:1] == ("phases",)
    assert "1 mer enn" in told.problem
    assert list(outgrown(tiny(), path, pdf, Room(whole, pages[longest.title]))) == []


def test_a_models_own_file_too_long_is_told_at_its_longest_step() -> None:
    model = tiny().models[0]
    pdf, path = model_pdf(tiny(), model), f"last-ned/modeller/{model.id}.pdf"
    (told,) = outgrown(tiny(), path, pdf, Room(file=page_count(pdf) - 1))
    _, phase, _, step = told.path
    sizes = [[len(s.model_dump_json()) for s in p.steps] for p in model.phases]
    assert sizes[phase][step] == max(map(max, filter(None, sizes)))
    assert list(outgrown(tiny(), path, pdf, Room(file=page_count(pdf)))) == []
