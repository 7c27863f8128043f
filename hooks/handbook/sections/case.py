"""The case a reader works with: the desk where it is filled in, and the line other pages show."""

from __future__ import annotations

from dataclasses import replace

from handbook.document import titles
from handbook.document.blocks import Paragraph, Section, Tool
from handbook.document.inline import Ref
from handbook.document.linker import Linker
from handbook.document.places import CHOOSER, Place, page
from handbook.document.titles import part_place
from handbook.document.tools import CaseDesk, CaseLine, CaseStep
from handbook.model.case import contact_part
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Side
from handbook.norwegian import listed
from handbook.sections.plan import contact_at, plan_tool

DESK = "saken"
"""The spot of the desk on «Kom i gang»."""
CARD = "kontaktkort"
"""The spot of the contact card on the chooser's page."""


def case_section(linker: Linker, model: InclusionModel) -> Section:
    """First day, who does what, and whom to call: on screen kept as a case, on paper by hand."""
    tool = case_desk(linker, model)
    who = listed([title for _, title in tool.roles])
    days = "første og siste dag" if tool.length else "første dag"
    agreed = (f"Bli enige om {days}, om hvem som har hver rolle ({who}), og om hvem dere "
              f"ringer i {tool.contacts[0][1]}. Skriv det ned før dere begynner.")  # fmt: skip
    return Section("Saken deres", (Paragraph((agreed,)), Tool(tool)), DESK)


def contact_section(linker: Linker) -> Section:
    """A card for one's own contact, for those who have not come to a model."""
    edition = linker.book.edition
    places = dict.fromkeys((Side.NAV.label, *(contact_at(linker, m) for m in linker.book.models)))
    tool = CaseDesk(
        model="", title="", handbook=edition.title, edition=edition.edition, length=None,
        roles=(), steps=(), plan=page(CHOOSER), chooser=page(CHOOSER), desks=_desks(linker),
        contacts=tuple((contact_part(place), place) for place in places),
    )  # fmt: skip
    where = listed(list(places), "eller")
    told = (
        f"Hvis dere har fått en egen kontakt i {where}, skriver dere ned navn, telefon og e-post."
    )
    return Section("Kontakten deres", (Paragraph((told,)), Tool(tool)), CARD)


def contact_line() -> Tool:
    """Room for the open case's contact, on a page that is about no model."""
    return Tool(CaseLine("", (), page(CHOOSER, CARD)))


def _desks(linker: Linker) -> tuple[tuple[str, str, Place], ...]:
    return tuple((one.id, one.short_title, desk_place(one)) for one in linker.book.models)


def desk_place(model: InclusionModel) -> Place:
    """Where a case about a model is filled in."""
    return part_place(model, titles.GETTING_STARTED, DESK)


def way_to_desk(model: InclusionModel) -> Paragraph:
    """The way down to it, from the top of its page."""
    return Paragraph((Ref(desk_place(model), "Legg inn første dag, navn og kontakt"),), "more")


def case_desk(linker: Linker, model: InclusionModel) -> CaseDesk:
    """What the desk of a model knows: its roles at the workplace, and its steps in time."""
    plan = plan_tool(linker, model)
    edition = linker.book.edition
    return CaseDesk(
        model=model.id,
        title=model.short_title,
        handbook=edition.title,
        edition=edition.edition,
        length=plan.length,
        roles=tuple(one for one in plan.roles if one[0] in plan.ours),
        steps=tuple(
            CaseStep(
                replace(timed, tasks=()),
                model.step_by_id[timed.step].title,
                linker.form(form) if (form := model.step_by_id[timed.step].leading_form) else None,
            )
            for timed in plan.steps
        ),
        plan=part_place(model, titles.PLAN),
        chooser=page(CHOOSER),
        desks=_desks(linker),
        contacts=((contact_part(plan.contact), plan.contact),),
    )


def case_line(linker: Linker, model: InclusionModel, roles: tuple[str, ...]) -> Tool:
    """Room for what an open case says of some roles; nothing is seen until there is one."""
    named = tuple((role, linker.actor(role).words) for role in dict.fromkeys(roles))
    return Tool(CaseLine(model.id, named, desk_place(model), contact_at(linker, model)))
