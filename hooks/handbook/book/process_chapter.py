"""A model's process on paper: the drawing, phase by phase and step by step, and who does what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.book.messages import named_messages
from handbook.document import titles
from handbook.document.blocks import Block, Blocks, Group, Item, ItemList, Section, said
from handbook.document.linker import Linker
from handbook.document.titles import part_place
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import Step
from handbook.sections.process import figure, phase_section
from handbook.sections.responsibility import responsibility_section
from handbook.sections.step import OWN_WORDS, TEXTS, TIES, own_page, step_section, ties


def process_parts(linker: Linker, model: InclusionModel) -> Blocks:
    """What stands under the heading of a model's chapter about its process."""
    drawing = figure(linker, model)
    place = part_place(model, titles.STEPS)
    return (
        Section("Slik foregår det", (drawing,), place=place),
        Group(tuple(_phases(linker, model)), "flow"),
        responsibility_section(linker, model),
    )


def _phases(linker: Linker, model: InclusionModel) -> Iterator[Section]:
    count = 0
    for number, phase in enumerate(model.phases, 1):
        steps = tuple(
            _step(linker, model, step, at) for at, step in enumerate(phase.steps, count + 1)
        )
        yield phase_section(linker, model, phase, number, steps)
        count += len(phase.steps)


def _step(linker: Linker, model: InclusionModel, step: Step, number: int) -> Section:
    """A step without what stands elsewhere: texts to send, and the participant's own words.

    The latter are told in «Rollene», where the participant looks.
    """
    told = step_section(linker, model, step, number)
    blocks = (one for block in told.blocks for one in _here(linker, model, step, block))
    return replace(told, blocks=tuple(blocks))


def _here(linker: Linker, model: InclusionModel, step: Step, block: Block) -> Blocks:
    spot = block.anchor if isinstance(block, Section) else ""
    if isinstance(block, Section) and spot == TEXTS:
        return (replace(block, blocks=(named_messages(model, step),)),)
    if isinstance(block, Section) and spot == TIES:
        return _ties_alone(linker, model, step, block)
    return () if spot == OWN_WORDS and own_page(linker, model, step) else (block,)


def _ties_alone(
    linker: Linker, model: InclusionModel, step: Step, told: Section
) -> tuple[Section, ...]:
    """Before and after; themes name their steps, and trouble stands later in the chapter."""
    lines = tuple(Item(said(words)) for words in ties(linker, model, step))
    return (replace(told, title="Før og etter", blocks=(ItemList(lines),)),) if lines else ()
