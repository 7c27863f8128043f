"""A model's process on paper: the drawing, phase by phase and step by step, and who does what."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import titles
from handbook.document.blocks import Blocks, Section
from handbook.document.linker import Linker
from handbook.document.titles import part_place
from handbook.model.inclusion_model import InclusionModel
from handbook.sections.process import figure, phase_section, responsibility_section
from handbook.sections.step import step_section


def process_parts(linker: Linker, model: InclusionModel) -> Blocks:
    """What stands under the heading of a model's chapter about its process."""
    drawing = figure(linker, model)
    place = part_place(model, titles.STEPS)
    return (
        Section("Slik foregår det", (drawing,), place=place),
        *_phases(linker, model),
        responsibility_section(linker, model),
    )


def _phases(linker: Linker, model: InclusionModel) -> Iterator[Section]:
    count = 0
    for number, phase in enumerate(model.phases, 1):
        steps = tuple(
            step_section(linker, model, step, at) for at, step in enumerate(phase.steps, count + 1)
        )
        yield phase_section(linker, model, phase, number, steps)
        count += len(phase.steps)
