"""The volume of examples: each story, and after it the forms that were filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.document.blocks import Section
from handbook.document.linker import Linker
from handbook.model.example import FICTION, Example
from handbook.sections.examples import example_section, filled_section


def example_chapters(linker: Linker) -> tuple[Section, ...]:
    """A chapter for each example, in the order of the models."""
    told = (linker.book.example_by_model.get(model.id) for model in linker.book.models)
    return tuple(_chapter(linker, one) for one in told if one)


def _chapter(linker: Linker, example: Example) -> Section:
    model = linker.book.model_by_id[example.model]
    told = example_section(linker, model, example)
    papers = tuple(_papers(linker, example))
    blocks = (*told.blocks, *papers)
    return replace(told, blocks=blocks, over=f"{model.short_title} · {FICTION}")


def _papers(linker: Linker, example: Example) -> Iterator[Section]:
    model = linker.book.model_by_id[example.model]
    for filled in example.filled:
        form = linker.book.form_by_id.get(filled.form)
        if form:
            yield filled_section(linker, model, example, filled, form)
