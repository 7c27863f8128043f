"""A model's results on paper: all shares on one scale first, then each as on the web."""

from __future__ import annotations

from dataclasses import replace

from handbook.document.blocks import Block, Blocks, Section
from handbook.document.linker import Linker
from handbook.model.inclusion_model import InclusionModel
from handbook.sections.results import chart, results_section

_OVERVIEW = "oversikt"


def results_part(linker: Linker, model: InclusionModel) -> Blocks:
    """The results, with the chart above the table of all numbers."""
    told = results_section(linker, model)
    blocks = tuple(_charted(model, block) for block in told.blocks)
    return (replace(told, blocks=blocks),)


def _charted(model: InclusionModel, block: Block) -> Block:
    if not isinstance(block, Section) or block.anchor != _OVERVIEW:
        return block
    return replace(block, blocks=(*chart(model), *block.blocks))
