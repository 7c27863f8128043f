"""How many pages there is room for on paper, and where content has outgrown it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handbook.book.files import FOLDER
from handbook.book.outline import Chapter, chapters
from handbook.kept import Cache
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel


class Room(NamedTuple):
    """The most pages of the book, of a model's chapter in it, and of a model's own file."""

    book: int = 250
    chapter: int = 22
    file: int = 35


class TooLong(NamedTuple):
    """What has outgrown its room: the entry to shorten, by kind, name and field."""

    kind: str
    name: str
    path: KeyPath
    problem: str


def outgrown(
    book: Handbook, path: str, pdf: bytes, room: Room | None = None, *, cache: Cache | None = None
) -> Iterator[TooLong]:
    """What in one file of the edition has more pages than there is room for."""
    most, kept = room or Room(), cache or Cache()

    def told() -> tuple[Chapter, ...]:
        return kept.get_or_make((chapters, path), pdf, lambda: chapters(pdf))

    if path == f"{FOLDER}/bok/inkluderingshandboka-{book.edition.edition}.pdf":
        yield from _in_book(book, told(), most)
    for model in book.models:
        if path == f"{FOLDER}/modeller/{model.id}.pdf":
            pages = sum(one.pages for one in told())
            yield from _model(model, "fila", pages, most.file)


def _in_book(book: Handbook, told: tuple[Chapter, ...], most: Room) -> Iterator[TooLong]:
    whole = told[-1].first + told[-1].pages - 1
    if whole > most.book:
        yield TooLong("edition", "", (), _said("boka", whole, most.book))
    pages = {one.title: one.pages for one in told}
    for model in book.models:
        yield from _model(model, "kapitlet i boka", pages.get(model.title, 0), most.chapter)


def _model(model: InclusionModel, what: str, pages: int, most: int) -> Iterator[TooLong]:
    """Told at the longest step, which there is most to take from."""
    if pages > most:
        title, path = _longest_step(model)
        told = f"{model.short_title}: {_said(what, pages, most)}. Det lengste steget er «{title}»"
        yield TooLong("model", model.id, path, told)


def _said(what: str, pages: int, most: int) -> str:
    return f"{what} er på {pages} sider, {pages - most} mer enn det er plass til ({most})"


def _longest_step(model: InclusionModel) -> tuple[str, KeyPath]:
    steps = [
        (len(step.model_dump_json()), step.title, ("phases", p, "steps", s))
        for p, phase in enumerate(model.phases) for s, step in enumerate(phase.steps)
    ]  # fmt: skip
    _, title, path = max(steps, default=(0, "", ()))
    return title, path
