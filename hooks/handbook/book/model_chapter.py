"""One model as a chapter: what it is and for whom, how it is done, and the frame around it."""

from __future__ import annotations

from dataclasses import replace

from handbook.book.process_chapter import process_parts
from handbook.document import titles
from handbook.document.blocks import Block, Section
from handbook.document.linker import Linker, missing
from handbook.document.places import Place
from handbook.document.titles import part_place
from handbook.model.inclusion_model import InclusionModel
from handbook.sections import conditions, practice
from handbook.sections import model as told
from handbook.sections.around import foot, notices
from handbook.sections.costing import cost_section
from handbook.sections.model_forms import model_forms_section
from handbook.sections.participant import answers, ask, steps_in_short
from handbook.sections.results import chart, results_section

_OVERVIEW = "oversikt"
"""The part of the results that tells all numbers, where their chart stands."""

_WHAT = (
    told.core, told.fit, told.purpose, told.target_group, told.prerequisites,
)  # fmt: skip
_FRAME = (
    conditions.duration, conditions.status, conditions.funding, conditions.roles,
    conditions.rules,
)  # fmt: skip
_AROUND = (
    told.adaptation, told.related, told.themes,
)  # fmt: skip


def model_chapter(linker: Linker, model: InclusionModel, over: str) -> Section:
    """The whole model; `over` stands above its name."""
    blocks = (
        told.summary(linker, model),
        *notices(linker, model, None),
        told.facts(linker, model),
        foot(model),
        *(block for part in _WHAT for block in part(linker, model)),
        practice.getting_started_section(linker, model),
        *process_parts(linker, model),
        *(block for part in _FRAME for block in part(linker, model)),
        cost_section(linker, model),
        practice.practice_section(linker, model),
        practice.exceptions_section(linker, model),
        _results(linker, model),
        _participant(linker, model),
        model_forms_section(linker, model),
        *(block for part in _AROUND for block in part(linker, model)),
    )
    place = Place("model", model.id)
    return Section(model.title, blocks, place=place, over=over, short=model.short_title)


def _results(linker: Linker, model: InclusionModel) -> Section:
    """The results, with all shares on one scale above the table of numbers."""
    whole = results_section(linker, model)
    return replace(whole, blocks=tuple(_charted(model, block) for block in whole.blocks))


def _charted(model: InclusionModel, block: Block) -> Block:
    if not isinstance(block, Section) or block.anchor != _OVERVIEW:
        return block
    return replace(block, blocks=(*chart(model), *block.blocks))


def _participant(linker: Linker, model: InclusionModel) -> Section:
    """The model told to the participant; what is said in each step stands there."""
    one = model.for_participant
    told = (
        (*answers(linker, one), ask(linker, one), *steps_in_short(linker, model))
        if one
        else (missing(),)
    )
    return Section(titles.PARTICIPANT.title, told, place=part_place(model, titles.PARTICIPANT))
