"""What the book rests on beside rules and sources: each model's own story, and how one chooses."""

from __future__ import annotations

from dataclasses import replace

from handbook.book.look_up import LOOK_UP
from handbook.document.blocks import Block, Group, Section, Table
from handbook.document.linker import Linker
from handbook.document.places import CHOOSER, Place, page
from handbook.model.inclusion_model import InclusionModel
from handbook.sections import model as told
from handbook.sections.criteria import criteria_section
from handbook.sections.model_forms import model_forms_section
from handbook.sections.results import results_section
from handbook.sections.weighing import weighing_section

_ABOUT = (told.background, told.gaps, told.changes)
"""What one reads to judge a model, and not to use it."""


def behind(linker: Linker, model: InclusionModel) -> Section:
    """A model's numbers, how it is measured, its forms, background, gaps and changes."""
    place = Place("model", model.id, "bak")
    return Section(f"Bak {model.short_title}", about(linker, model), place=place, over=LOOK_UP)


def about(linker: Linker, model: InclusionModel) -> tuple[Block, ...]:
    """What stands behind one model."""
    parts = (block for part in _ABOUT for block in part(linker, model))
    return (
        _in_columns(results_section(linker, model)),
        model_forms_section(linker, model),
        Group((criteria_section(linker, model), *parts), "flow"),
    )


def _in_columns(results: Section) -> Section:
    """The numbers one by one, in two columns below the table of all of them."""
    each = tuple(one for one in results.blocks if isinstance(one, Section) and not _wide(one))
    opening = tuple(one for one in results.blocks if one not in each)
    return replace(results, blocks=(*opening, *((Group(each, "flow"),) if each else ())))


def _wide(told: Section) -> bool:
    return any(isinstance(one, Table) for one in told.blocks)


def weighing_chapter(linker: Linker) -> tuple[Section, ...]:
    """The chooser's table, for those who want to know why, or to change it."""
    decision = linker.book.decision
    if decision is None:
        return ()
    place = page(CHOOSER, "tabell")
    return (replace(weighing_section(linker, decision), place=place, over=LOOK_UP),)
