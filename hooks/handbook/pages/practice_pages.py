"""What experience says of a model, and the model told to the participant, as pages."""

from __future__ import annotations

from dataclasses import replace

from handbook.document import titles
from handbook.document.blocks import Block, Files, Section, Tool
from handbook.document.tools import ReadAloud
from handbook.pages.case_line import CASE_SCRIPTS, DESK_SCRIPTS
from handbook.pages.context import Context, compose, contents
from handbook.pages.in_model import InModel
from handbook.pages.page import Page
from handbook.pages.step_pages import CHECKLIST
from handbook.sections import practice
from handbook.sections.case import case_section, way_to_desk
from handbook.sections.downloads import LEAFLETS
from handbook.sections.exceptions import exceptions_on_screen
from handbook.sections.model import prerequisites
from handbook.sections.participant import ASK, participant_section, participants_section

READ_ALOUD = "assets/js/read-aloud.js"


def getting_started_page(of: InModel) -> Page:
    """The first things to do, and what must be in place."""
    told = practice.getting_started_section(of.linker, of.model)
    rest = (case_section(of.linker, of.model), *prerequisites(of.linker, of.model))
    scripts = tuple(dict.fromkeys((*CHECKLIST, *DESK_SCRIPTS)))
    above = (of.case_line(), way_to_desk(of.model), *of.example())
    return of.page(titles.GETTING_STARTED, told, above=above, below=rest, scripts=scripts)


def practice_page(of: InModel) -> Page:
    """What makes it work, usual mistakes, objections."""
    told = practice.practice_section(of.linker, of.model)
    return of.page(titles.PRACTICE, told)


def exceptions_page(of: InModel) -> Page:
    """What to do when it does not go as planned."""
    told = exceptions_on_screen(of.linker, of.model)
    above = (of.case_line(), contents(told))
    return of.page(titles.EXCEPTIONS, told, above=above, scripts=CASE_SCRIPTS)


def participant_page(of: InModel) -> Page:
    """The model told to the participant."""
    told = _with_leaflet(of, participant_section(of.linker, of.model))
    return of.page(titles.PARTICIPANT, told, above=(Tool(ReadAloud()),), scripts=(READ_ALOUD,))


def _with_leaflet(of: InModel, told: Section) -> Section:
    """The same with the leaflet to write the names in, where one asks for them."""
    found = of.context.downloads.named(LEAFLETS.folder, of.model.id)
    leaflet = tuple(replace(one, title=_TO_WRITE_IN) for one in found if one.kind == "PDF")

    def led(one: Block) -> Block:
        if leaflet and isinstance(one, Section) and one.anchor == ASK:
            return replace(one, blocks=(*one.blocks, Files(leaflet)))
        return one

    return replace(told, blocks=tuple(map(led, told.blocks)))


_TO_WRITE_IN = "Skriv ut heftet, og skriv i det"


def participants_page(context: Context) -> Page:
    """The way to each of them."""
    return compose(
        participants_section(context.linker),
        kind="participants",
        description="Modellene skrevet til deg som deltar.",
    )
