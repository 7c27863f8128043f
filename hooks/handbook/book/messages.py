"""Texts to send and to say: their names in each step, and all of them in a chapter of their own."""

from __future__ import annotations

from dataclasses import replace

from handbook.document.blocks import Paragraph, Section
from handbook.document.inline import Ref, spread
from handbook.document.linker import Linker
from handbook.document.places import MODELS, Place, message_place, page
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import Step
from handbook.sections.messages import LEAD, MESSAGES, messages_by_step

ALL_MESSAGES = page(MODELS, "tekster")
"""The place of the chapter, which the site has no page of."""


def messages_chapter(linker: Linker) -> tuple[Section, ...]:
    """Every text, model by model and step by step; no chapter where nobody has written one."""
    each = tuple(told for one in linker.book.models for told in messages_of(linker, one))
    if not each:
        return ()
    lead = Paragraph((LEAD,), "lead")
    return (Section(MESSAGES, (lead, *each), place=ALL_MESSAGES, over="Til å sende og si"),)


def messages_of(linker: Linker, model: InclusionModel) -> tuple[Section, ...]:
    """Every text of one model; nothing where it has none."""
    pairs = zip(_texts(model), messages_by_step(linker, model), strict=True)
    texts = tuple(replace(told, place=place, anchor="") for place, told in pairs)
    place = Place("model", model.id, "tekster")
    return (Section(f"{MESSAGES}: {model.short_title}", texts, place=place),) if texts else ()


def named_messages(model: InclusionModel, step: Step) -> Paragraph:
    """The texts of a step by what they are called; their words stand in their own chapter."""
    ways = (Ref(message_place(model.id, step.id, one.id), one.title) for one in step.messages)
    return Paragraph((*spread(ways, "; "), "."))


def _texts(model: InclusionModel) -> tuple[Place, ...]:
    return tuple(message_place(model.id, step.id, one.id)
                 for step in model.steps for one in step.messages)  # fmt: skip
