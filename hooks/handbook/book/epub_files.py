"""The book, each model and each booklet as an e-book, beside the same as PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from handbook.book.files import FOLDER
from handbook.book.front import owners
from handbook.book.links import pages_of
from handbook.book.volumes import all_chapters, model_chapters
from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.model.handbook import Edition, Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.picture import FRONT
from handbook.norwegian import date_text
from handbook.render.epub import About, epub
from handbook.sections.examples import drawn
from handbook.sections.participant import participant_section


class EpubFile(NamedTuple):
    """An e-book; `paper` is where the same lies as PDF, whose bytes `make` takes when it is made.

    `make` raises EditionRefused when an entry cannot be told.
    """

    about: About
    title: str
    paper: str
    make: Callable[[bytes | None], bytes]

    @property
    def path(self) -> str:
        return self.about.name


def epub_files(book: Handbook) -> tuple[EpubFile, ...]:
    """The whole book first, then each model and each booklet."""
    return tuple(_files(book, Linker(book)))


def _files(book: Handbook, linker: Linker) -> Iterator[EpubFile]:
    edition = book.edition
    stem, listed = (
        f"bok/inkluderingshandboka-{edition.edition}",
        f"{edition.title} {edition.edition}",
    )
    yield _file(edition, stem, edition.title, edition.front.promise,
                lambda: all_chapters(linker), listed=listed)  # fmt: skip
    for model in book.models:
        yield _model(linker, model)
        if model.for_participant:
            yield _booklet(linker, model)


def _model(linker: Linker, model: InclusionModel) -> EpubFile:
    told = partial(model_chapters, linker, model)
    description = model.summary.plain[:300]
    return _file(linker.book.edition, f"modeller/{model.id}", model.title, description, told,
                 listed=model.short_title)  # fmt: skip


def _booklet(linker: Linker, model: InclusionModel) -> EpubFile:
    title = f"Til deg som deltar: {model.short_title}"
    description = f"{model.short_title}, skrevet til deg som deltar."
    return _file(linker.book.edition, f"til-deg/{model.id}", title, description,
                 lambda: (participant_section(linker, model),), listed=title)  # fmt: skip


def _file(
    edition: Edition,
    stem: str,
    title: str,
    description: str,
    told: Callable[[], tuple[Section, ...]],
    *,
    listed: str,
) -> EpubFile:
    about = About(
        name=f"{FOLDER}/{stem}.epub",
        title=title,
        subtitle=f"Utgave {edition.edition}, {date_text(edition.date)}",
        description=description,
        publishers=tuple(edition.publishers),
        rights=edition.content_licence,
        owners=owners(edition),
        day=edition.date,
        site=edition.site_url,
        drawn=drawn(FRONT, edition.front.picture),
    )

    def make(paper: bytes | None) -> bytes:
        return epub(about, told(), pages_of(paper) if paper else {})

    return EpubFile(about, f"{listed}, e-bok", f"{FOLDER}/{stem}.pdf", make)
