"""To look things up in: roles, themes, words and sources, each a chapter."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import groupby

from handbook.document import titles
from handbook.document.blocks import Block, Blocks, Group, Item, ItemList, Paragraph, Section, said
from handbook.document.inline import Ref, spread
from handbook.document.linker import Linker, missing
from handbook.document.places import ROLES, SOURCES, THEMES, page
from handbook.document.titles import part_place
from handbook.document.walk import walk
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Side
from handbook.model.source import Source, SourceType
from handbook.sections.duties import whole_role_section
from handbook.sections.instruments import instrument_section, instruments_section
from handbook.sections.participant import answers, ask, steps_in_short
from handbook.sections.people import roles_of, roles_section
from handbook.sections.reference import (
    Uses,
    glossary_section,
    source_section,
    sources_section,
    theme_section,
    themes_section,
)
from handbook.sections.routines import whole_routines
from handbook.sections.rules import rule_section, rules_by_day, rules_section

LOOK_UP = "Oppslag"


def roles_chapter(linker: Linker) -> Section:
    """Every role, side by side of the table."""
    each = (whole_role_section(linker, role) for side in Side for role in roles_of(linker, side))
    blocks = (roles_section(linker).blocks[0], *each)
    return Section(titles.PAGES[ROLES], blocks, place=page(ROLES), over=LOOK_UP)


def to_participant(linker: Linker, model: InclusionModel) -> Section:
    """A model told to the participant; what is said in each step stands there."""
    one = model.for_participant
    told = (
        (*answers(linker, one), ask(linker, model), *steps_in_short(linker, model))
        if one
        else (missing(),)
    )
    place = part_place(model, titles.PARTICIPANT)
    return Section(
        f"Til deg i {model.short_title}", told, place=place, over=titles.PARTICIPANT.title
    )


def themes_chapter(linker: Linker) -> Section:
    """What runs across the models."""
    each = (_in_columns(theme_section(linker, theme)) for theme in linker.book.themes)
    blocks = (themes_section(linker).blocks[0], *each)
    return Section(titles.PAGES[THEMES], blocks, place=page(THEMES), over=LOOK_UP)


def _in_columns(told: Section) -> Section:
    """What is said under each heading in two columns, below what it is about."""
    opening = tuple(one for one in told.blocks if not isinstance(one, Section))
    under = tuple(_by_rule(one) for one in told.blocks if isinstance(one, Section))
    return replace(told, blocks=(*opening, Group(under, "flow")))


def _by_rule(told: Section) -> Section:
    """What tells a rule can be led to: a section may begin on the page before."""
    seen: set[str] = set()
    return replace(told, blocks=tuple(_anchored(one, seen) for one in told.blocks))


def _anchored(block: Block, seen: set[str]) -> Block:
    if not isinstance(block, ItemList):
        return block
    return replace(block, items=tuple(_at_rule(item, seen) for item in block.items))


def _at_rule(item: Item, seen: set[str]) -> Item:
    rules = (one.place.name for one in walk(item) if isinstance(one, Ref) and one.kind == "rule")
    new = next((rule for rule in rules if rule not in seen), "")
    seen.add(new)
    return replace(item, anchor=new) if new and not item.anchor else item


def glossary_chapter(linker: Linker) -> Section:
    """Every word with its explanation, in the order of the alphabet."""
    return replace(glossary_section(linker), over=LOOK_UP)


def instruments_chapter(linker: Linker) -> Section:
    """Everything Nav and the municipality offer beside the models, each told whole."""
    told = instruments_section(linker)
    each = (instrument_section(linker, one) for one in linker.book.instruments)
    return replace(told, blocks=(told.blocks[0], *each), over=LOOK_UP)


def routines_chapter(linker: Linker) -> tuple[Section, ...]:
    """Every routine for internal control, told whole; no chapter where nobody has written one."""
    if not linker.book.routines:
        return ()
    return (replace(whole_routines(linker), over="Internkontroll"),)


def rules_chapter(linker: Linker, used: Uses) -> Section:
    """Every rule with its wording and where it is told; the overview by day stands first."""
    told = rules_section(linker)
    each = (rule_section(linker, rule, used) for rule in linker.book.rules)
    return replace(told, blocks=(told.blocks[0], *rules_by_day(linker), *each), over=LOOK_UP)


def sources_chapter(linker: Linker, used: Uses, only: Collection[str] | None = None) -> Section:
    """Sources with numbered findings and where each is used; `only` keeps some findings."""
    ordered = (one for kind in SourceType for one in linker.book.sources if one.type is kind)
    kept = (one for one in ordered if only is None or any(f.id in only for f in one.findings))
    each = (_source(linker, source, used, only) for source in kept)
    blocks = (sources_section(linker).blocks[0], *each)
    return Section(titles.PAGES[SOURCES], blocks, place=page(SOURCES), over=LOOK_UP)


def sources_in_short(linker: Linker, only: Collection[str]) -> Section:
    """The sources of some findings by name, each with their numbers; another volume has quotes."""
    ordered = (one for kind in SourceType for one in linker.book.sources if one.type is kind)
    kept = ((one, [f.id for f in one.findings if f.id in only]) for one in ordered)
    items = tuple(_with_numbers(linker, source, numbers) for source, numbers in kept if numbers)
    lead = f"Slå opp nummeret i «{BY_NUMBER}» i «Virkemidler, regler og kilder». Der står sitatet."
    return Section("Kildene bak numrene", (Paragraph((lead,)), ItemList(items)), "kilder")


def _with_numbers(linker: Linker, source: Source, numbers: list[str]) -> Item:
    dated = f", {source.date}" if source.date else ""
    told = f"{source.publisher}{dated}: {', '.join(numbers)}."
    return Item(said(told), title=linker.to("source", source.id))


BY_NUMBER = "Funnene etter nummer"
"""What the list is called, here and where the book says how it is used."""


def findings_by_number(linker: Linker) -> Section:
    """Every finding with the page of its quotation: where the number of a mark is looked up."""
    numbers = sorted(linker.book.finding_by_id, key=_by_number)
    lines = (
        Paragraph(spread((_paged(linker, number) for number in series), "\u00a0· "))
        for _, series in groupby(numbers, key=lambda number: _by_number(number)[0])
    )
    lead = "Tallet bak et merke i boka er et funn. Her står siden med funnet, sitatet og kilden."
    blocks = (Paragraph((lead,), "lead"), Group(tuple(lines), "flow"))
    return Section(BY_NUMBER, blocks, "funn-etter-nummer", over=LOOK_UP)


def _by_number(number: str) -> tuple[str, int]:
    series = number.rstrip("0123456789")
    return series, int(number.removeprefix(series))


def _paged(linker: Linker, number: str) -> Ref:
    return replace(linker.to("finding", number), words=number, kind="paged")


def _source(linker: Linker, source: Source, used: Uses, only: Collection[str] | None) -> Section:
    """A source whose findings stand right under it."""
    told = source_section(linker, source, used, only)
    return replace(told, blocks=tuple(one for block in told.blocks for one in _opened(block)))


def _opened(block: Block) -> Blocks:
    return block.blocks if isinstance(block, Section) else (block,)
