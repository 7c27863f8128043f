"""Former addresses: real pages that lead on, so that no link on paper or elsewhere dies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.document.blocks import Paragraph, Section
from handbook.document.inline import Ref
from handbook.document.places import page
from handbook.model.inclusion_model import InclusionModel
from handbook.pages.context import Context
from handbook.pages.page import Page

MOVED = "moved"
"""The kind of page that is a former address and nothing more."""


def moved(path: str, to: Ref) -> Page:
    """A page that sends its reader on, by itself or by a click."""
    words = ("Det du leter etter, står nå på siden ", to, ".")
    told = Section("Siden er flyttet", (Paragraph(words),), "topp", place=page(path))
    title = f"Flyttet: {to.words}"
    return Page(path, title, MOVED, "", section=told, moved_to=to.place)


def phase_pages(context: Context, model: InclusionModel) -> Iterator[Page]:
    """A phase had a page of its own; now it stands among the others of its model."""
    for phase in model.phases:
        to = context.linker.to("phase", f"{model.id}/{phase.id}")
        yield moved(f"modeller/{model.id}/fase-{phase.id}", to)


def former_pages(model: InclusionModel, pages: Iterable[Page]) -> Iterator[Page]:
    """A model that has had another id leads on from every address it would have had there."""
    own = f"modeller/{model.id}/"
    for old in model.former_slugs:
        for one in pages:
            if one.moved_to is None and one.path.startswith(own):
                to = Ref(page(one.path), one.title)
                yield moved(f"modeller/{old}/{one.path.removeprefix(own)}", to)
