"""One model as a chapter: what it is and for whom, how it is done, and the frame around it."""

from __future__ import annotations

from handbook.book.process_chapter import process_parts
from handbook.document.blocks import Blocks, Section
from handbook.document.linker import Linker
from handbook.document.places import Place
from handbook.model.inclusion_model import InclusionModel
from handbook.sections import conditions, practice
from handbook.sections import model as told
from handbook.sections.around import foot, notices
from handbook.sections.costing import cost_section
from handbook.sections.step import form_links

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
        *told.results_in_short(linker, model),
        *_forms(linker, model),
        *(block for part in _AROUND for block in part(linker, model)),
    )
    place = Place("model", model.id)
    return Section(model.title, blocks, place=place, over=over, short=model.short_title)


def _forms(linker: Linker, model: InclusionModel) -> Blocks:
    """The forms by number and name; which step asks for each stands behind the model."""
    if not model.forms:
        return ()
    return (
        Section(f"Skjemaene i {model.short_title}", (form_links(linker, model.forms),), "skjemaer"),
    )
