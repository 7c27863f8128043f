"""What to do when it does not go as planned: who, what, and how fast."""

from __future__ import annotations

from dataclasses import replace

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Group,
    Item,
    ItemList,
    Paragraph,
    Section,
    said,
)
from handbook.document.inline import Strong
from handbook.document.linker import Linker, missing
from handbook.document.titles import part_place
from handbook.model.inclusion_model import InclusionModel
from handbook.model.practice import ExceptionPath, Response
from handbook.sections.if_wrong import way_if_wrong
from handbook.sections.practice import exception_anchor
from handbook.sections.step import form_links


def exceptions_section(linker: Linker, model: InclusionModel) -> Section:
    """Each situation whole, with what the participant is told."""
    paths = (_path(linker, model, path, number) for number, path in enumerate(model.exceptions, 1))
    lead = Paragraph((f"{model.short_title}: hvem gjør hva, og hvor fort.",), "lead")
    return Section(titles.EXCEPTIONS.title, (lead, *(tuple(paths) or (missing(),))),
                   place=part_place(model, titles.EXCEPTIONS))  # fmt: skip


def exceptions_on_screen(linker: Linker, model: InclusionModel) -> Section:
    """The same with the way to the participant's own page, which has the participant's words."""
    whole = exceptions_section(linker, model)
    way = way_if_wrong(linker, model, _told(linker, model))
    if not way:
        return whole
    lead, *paths = whole.blocks
    return replace(whole, blocks=(lead, *way, *map(_words_on_paper, paths)))


def _told(linker: Linker, model: InclusionModel) -> str:
    return f"Dette skal {linker.participant(model)} få vite"


def _words_on_paper(path: Block) -> Block:
    if not isinstance(path, Section):
        return path
    told = (Group((one,), "on-paper") if _is_said(one) else one for one in path.blocks)
    return replace(path, blocks=tuple(told))


def _is_said(block: Block) -> bool:
    return isinstance(block, Section) and block.kind == "say"


def _path(linker: Linker, model: InclusionModel, path: ExceptionPath, number: int) -> Section:
    lines = tuple(_response(linker, response) for response in path.responses)
    forms = (form_links(linker, path.forms),) if path.forms else ()
    blocks = (ItemList(lines, ordered=True, kind="responses"), *forms, *_say(linker, model, path))
    return Section(path.title, blocks, exception_anchor(path, number))


def _response(linker: Linker, response: Response) -> Item:
    who = Strong((linker.heading("role", response.role), f", {response.within}:"))
    return Item(said((who, " ", *linker.words(response.text))), linker.mark(response))


def _say(linker: Linker, model: InclusionModel, path: ExceptionPath) -> Blocks:
    if not path.to_participant:
        return ()
    title = f"Til {linker.participant(model)}"
    return (Section(title, linker.blocks(path.to_participant), kind="say"),)
