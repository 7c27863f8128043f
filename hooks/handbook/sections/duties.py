"""One role in one model: what you do, when, with whom, and for how long."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Checklist,
    Item,
    ItemList,
    Paragraph,
    Section,
    Task,
    said,
)
from handbook.document.inline import Quiet, Strong, Words, joined
from handbook.document.linker import Linker, missing, sole_model, there
from handbook.document.places import Place
from handbook.model.duties import Duty, MyRole, Part, Partner, roles_in_models
from handbook.model.effort import Total
from handbook.model.inclusion_model import InclusionModel
from handbook.model.practice import ExceptionPath, FirstAction, Response
from handbook.norwegian import counted, number, upper_first
from handbook.sections import people


def duties_section(linker: Linker, mine: MyRole) -> Section:
    """Everything one model says about one role; all of it, when the role acts in no other."""
    sole = sole_model(linker.book, mine.role.id) is not None
    blocks = (block for part in (_WHOLE if sole else _PARTS) for block in part(linker, mine))
    title = f"{upper_first(mine.role.title)} i {mine.model.short_title}"
    place = Place("duties", f"{mine.role.id}/{mine.model.id}")
    return Section(title, tuple(blocks), place=place)


def _you_are(linker: Linker, mine: MyRole) -> Blocks:
    return (Paragraph(linker.words(mine.role.you_are), "lead"),)


def _lead(linker: Linker, mine: MyRole) -> Iterator[Block]:
    return people.lead(linker, mine.role)


def _own(linker: Linker, mine: MyRole) -> Iterator[Paragraph]:
    local = mine.own.local_name if mine.own else None
    called = f"Her kalles du {local}. " if local else ""
    for one in people.responsibility(linker, mine):
        yield Paragraph((called, *one.words), basis=one.basis)


def _responsibility(linker: Linker, mine: MyRole) -> Blocks:
    told = tuple(_own(linker, mine)) or (missing(),)
    return (Section("Ansvaret ditt", told, mine.model.id),)


def _must_not(linker: Linker, mine: MyRole) -> Blocks:
    return (people.must_not(linker, mine.role),)


def _limits(linker: Linker, mine: MyRole) -> Iterator[Block]:
    return people.limits(linker, mine.role)


def _first(linker: Linker, mine: MyRole) -> Blocks:
    if not mine.first:
        return ()
    tasks = tuple(_first_task(linker, action) for action in mine.first)
    key, view = f"{mine.model.id}/kom-i-gang", mine.role.id
    return (Section("Begynn her", (Checklist(key, tasks, "forst", view, ordered=True),), "begynn"),)


def _first_task(linker: Linker, action: FirstAction) -> Task:
    words = linker.words(action.text)
    if action.minutes:
        words += (" ", Quiet((f"ca. {counted(action.minutes, 'minutt', 'minutter')}",), "when"))
    if action.form:
        words += (" ", linker.to("form", action.form))
    return Task(action.id, said(words), mark=linker.mark(action))


def _work(linker: Linker, mine: MyRole) -> Blocks:
    tasks = tuple(_task(linker, mine, duty) for duty in mine.duties)
    listed = Checklist(f"{mine.model.id}/rolle-{mine.role.id}", tasks, "steg", ordered=True)
    return (Section("Dette gjør du", (listed,), "oppgaver"),)


def _task(linker: Linker, mine: MyRole, duty: Duty) -> Task:
    step, model = duty.step, mine.model
    what = Paragraph((*linker.words(step.what), " ", linker.mark(step)), "duty-what")
    blocks: Blocks = (people.duty_facts(linker, duty), what)
    if duty.items:
        own = tuple(Task(item.id, linker.blocks(item.text), mark=linker.mark(item))
                    for item in duty.items)  # fmt: skip
        key, view = f"{model.id}/{step.id}", mine.role.id
        blocks = (*blocks, Checklist(key, own, f"steg-{step.id}", view))
    return Task(step.id, blocks, number=duty.number, title=linker.step(model, step.id))


_TOLD = {Part.ASKED: "Du blir spurt til råds om:", Part.TOLD: "Du får vite om:"}


def _told(linker: Linker, mine: MyRole) -> Iterator[Paragraph]:
    for part, opening in _TOLD.items():
        refs = [linker.step(mine.model, d.step.id) for d in mine.told if d.part is part]
        if refs:
            steps = joined([(ref,) for ref in refs])
            yield Paragraph((Strong((opening,)), " ", *steps, "."), "told")


def _told_whole(linker: Linker, mine: MyRole) -> Iterator[Block]:
    if mine.told:
        yield Paragraph((Strong(("Du blir spurt eller får vite om:",)),), "told")
        yield from people.steps(linker, mine, mine.told)


def _partners(linker: Linker, mine: MyRole) -> Blocks:
    if not mine.partners:
        return ()
    told = joined([_partner(linker, one) for one in mine.partners])
    return (Section("Disse snakker du med", (Paragraph(told),), "sammen-med"),)


def _partner(linker: Linker, partner: Partner) -> Words:
    return linker.to("role", partner.role), f" ({len(partner.steps)} steg)"


def _time(linker: Linker, mine: MyRole) -> Blocks:
    blocks: Blocks = (Paragraph(_hours(linker, mine)),)
    if mine.year and mine.year.unknown:
        low = f"For {len(mine.year.unknown)} av stegene dine er tida ikke kjent."
        blocks = (*blocks, Paragraph((f"Tallet er for lavt: {low}",), "effort"))
    return (Section("Så lang tid tar det", blocks, "timer"),)


def _hours(linker: Linker, mine: MyRole) -> Words:
    whole, year = mine.whole, mine.year
    if whole and whole.hours is not None:
        return _counted(linker, mine, whole, f"i en periode på {_typical(mine.model)}")
    if year and year.hours is not None:
        return _counted(linker, mine, year, "med forberedelser og ett år")
    return ("Ikke kjent. Ingen har sagt hvor mange timer rollen tar.",)


def _counted(linker: Linker, mine: MyRole, total: Total, period: str) -> Words:
    how = linker.part(mine.model, titles.EFFORT, "Slik er det regnet ut")
    hours = Strong((f"{number(total.hours or 0)} timer",))
    return hours, f" for hver deltaker {period}. ", how, "."


def _typical(model: InclusionModel) -> str:
    lasts = model.duration
    return lasts.typical.label if there(lasts) and lasts.typical else ""


def _trouble(linker: Linker, mine: MyRole) -> Blocks:
    items = tuple(_trouble_line(linker, *one) for one in mine.responses)
    lines = (ItemList(items, kind="statements"),) if items else ()
    others = linker.part(mine.model, titles.EXCEPTIONS, "Hva de andre gjør når det ikke går")
    blocks = (*lines, Paragraph((others,), "more"))
    return (Section(titles.EXCEPTIONS.title, blocks, titles.EXCEPTIONS.address),)


def _trouble_line(linker: Linker, path: ExceptionPath, own: tuple[Response, ...]) -> Item:
    told = joined([_response(linker, one) for one in own], " ")
    return Item(said(told), before=f"{path.title}.")


def _response(linker: Linker, one: Response) -> Words:
    within = Quiet((f"{upper_first(one.within)}:",), "when")
    return within, " ", *linker.words(one.text), " ", linker.mark(one)


def _other_models(linker: Linker, mine: MyRole) -> Iterator[Section]:
    for other in roles_in_models(linker.book, mine.role):
        if other.model is not mine.model:
            yield people.work_section(linker, other)


def _combine(linker: Linker, mine: MyRole) -> Iterator[Section]:
    return people.combine(linker, mine.role)


_Part = Callable[[Linker, MyRole], Blocks | Iterator[Block]]

_PARTS: tuple[_Part, ...] = (
    _you_are, _own, _must_not, _first, _work, _told, _partners, _time, _trouble,
)  # fmt: skip
"""A role in one of its models, from top to bottom."""

_WHOLE: tuple[_Part, ...] = (
    _lead, _responsibility, _limits, _first, _work, _told_whole, _partners, _time, _trouble,
    _other_models, _combine,
)  # fmt: skip
"""The same in its only model, with what is told of the role itself."""
