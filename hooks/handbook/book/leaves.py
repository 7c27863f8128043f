"""Loose leaves: a role's card, the memo for those who decide, a booklet for the participant."""

from __future__ import annotations

from dataclasses import replace

from handbook.document.blocks import (
    Blank,
    Block,
    Blocks,
    Checklist,
    Item,
    ItemList,
    Paragraph,
    Section,
)
from handbook.document.inline import Mark
from handbook.document.linker import Linker
from handbook.model.duties import MyRole, roles_in_models
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Role
from handbook.render.search_text import SearchText
from handbook.sections import if_wrong
from handbook.sections.duties import card_blocks, duties_section
from handbook.sections.participant import ASK, participant_section


def role_cards(linker: Linker, role: Role) -> tuple[Section, ...]:
    """What a role does in each model, on a sheet to hang up; the longest go on on the back."""
    return tuple(_sheet(linker, mine) for mine in roles_in_models(linker.book, role))


def _sheet(linker: Linker, mine: MyRole) -> Section:
    told = duties_section(linker, mine)
    blocks = tuple(map(bare, card_blocks(linker, mine)))
    return replace(told, over=f"Rollekort · {mine.role.belongs_to.label}", blocks=blocks)


_OFF_SHEETS = ("duty-facts", "more")
"""Paragraphs that lead on, which nobody can follow from a wall."""


def bare(block: Block) -> Block:
    """A block without the marks of where it is from, and without what only leads on."""
    if isinstance(block, Paragraph):
        return replace(block, words=tuple(w for w in block.words if not isinstance(w, Mark)))
    if isinstance(block, Section):
        return replace(block, blocks=_bare_all(block.blocks))
    if isinstance(block, Checklist):
        return replace(block, tasks=tuple(replace(one, mark=None, blocks=_bare_all(one.blocks))
                                          for one in block.tasks))  # fmt: skip
    if isinstance(block, ItemList):
        return replace(block, items=tuple(replace(one, mark=None, blocks=_bare_all(one.blocks))
                                          for one in block.items))  # fmt: skip
    return block


def _bare_all(blocks: Blocks) -> Blocks:
    return tuple(bare(block) for block in blocks if not _leads_on(block))


def _leads_on(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.kind in _OFF_SHEETS


def booklet(linker: Linker, model: InclusionModel) -> Section:
    """The model told to the participant, with room for names and questions."""
    told = participant_section(linker, model)
    here = tuple(_in_short(block) for block in told.blocks if not _is_said_above(block))
    own = Section("Dette vil jeg spørre om", (Blank(lines=3),))
    return replace(told, blocks=(*here, own), over=model.short_title)


def _is_said_above(block: Block) -> bool:
    """Whether it names the model, which stands over the title."""
    return isinstance(block, Paragraph) and block.kind == "lead"


def _in_short(block: Block) -> Block:
    """What must be found on four small pages, each name on the line to write it on."""
    if isinstance(block, Section) and block.anchor == ASK:
        return replace(block, blocks=tuple(map(_to_write_in, block.blocks)))
    return if_wrong.in_short(block)


def _to_write_in(block: Block) -> Block:
    if not isinstance(block, ItemList):
        return block
    return replace(
        block, items=tuple(replace(one, blocks=_on_one_line(one)) for one in block.items)
    )


def _on_one_line(item: Item) -> Blocks:
    return (Blank(SearchText().lines(item.blocks)),)
