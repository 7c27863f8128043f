"""Loose leaves: a role's card, the memo for those who decide, a booklet for the participant."""

from __future__ import annotations

from dataclasses import replace

from handbook.document.blocks import Blank, Block, Blocks, ItemList, Notice, Paragraph, Section
from handbook.document.linker import Linker, role_place
from handbook.model.duties import roles_in_models
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Role
from handbook.sections import people
from handbook.sections.around import notices
from handbook.sections.memo import Limits, memo_section
from handbook.sections.participant import participant_section

_DECISION = "avgjor"


def role_card(linker: Linker, role: Role) -> Section:
    """What a role does, on one sheet to hang up."""
    told = people.role_section(linker, role)
    work = (people.work_in_short(linker, mine) for mine in roles_in_models(linker.book, role))
    lead, *_ = people.lead(linker, role)
    return replace(
        told,
        blocks=(lead, *people.limits(linker, role), *work),
        place=role_place(linker.book, role.id),
        over=f"Rollekort · {told.over}",
    )


def memo_leaf(linker: Linker, model: InclusionModel, limits: Limits) -> Section:
    """The memo on one sheet, with boxes to tick and a line to write the decision on."""
    told = memo_section(linker, model, limits)
    lead, *rest = (_with_line(block) for block in told.blocks)
    return replace(told, blocks=(lead, *_in_short(notices(linker, model, None)), *rest))


def _in_short(warned: Blocks) -> Blocks:
    """What a leader must know about how far the model has come, a line each."""
    return tuple(Paragraph(one.words[:1]) for one in warned if isinstance(one, Notice))


def _with_line(block: Block) -> Block:
    if not isinstance(block, Section) or block.anchor != _DECISION:
        return block
    told = (replace(one, kind="checks") if isinstance(one, ItemList) else one
            for one in block.blocks)  # fmt: skip
    return replace(block, blocks=(*told, Blank("Avgjort, dato og ansvarlig")))


def booklet(linker: Linker, model: InclusionModel) -> Section:
    """The model told to the participant, with room for questions and for whom to call."""
    told = participant_section(linker, model)
    call = (Blank("Navn og telefon"), Blank("Navn og telefon"))
    own = (
        Section("Dette vil jeg spørre om", (Blank(lines=5),)),
        Section("Hvem kan jeg ringe?", call),
    )
    return replace(told, blocks=(*told.blocks, *own), over=model.short_title)
