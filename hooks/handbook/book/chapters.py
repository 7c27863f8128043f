"""The book's chapters, each one section: what stands together on paper and in the e-book."""

from __future__ import annotations

from handbook.book.process_chapter import process_parts
from handbook.document.blocks import Paragraph, Section
from handbook.document.linker import Linker
from handbook.document.places import Place
from handbook.model.inclusion_model import InclusionModel
from handbook.sections.around import notices


def chapters(linker: Linker) -> tuple[Section, ...]:
    """Every chapter of the book, in order."""
    models = enumerate(linker.book.models, 1)
    return tuple(model_chapter(linker, model, number) for number, model in models)


def model_chapter(linker: Linker, model: InclusionModel, number: int) -> Section:
    """One model, whole; `number` is its place among the models, from 1."""
    lead = Paragraph(linker.words(model.summary), "lead")
    blocks = (lead, *notices(linker, model, None), *process_parts(linker, model))
    place = Place("model", model.id)
    return Section(
        model.title, blocks, place=place, over=f"Modell {number}", short=model.short_title
    )
