"""One role in one model: what you do now, then what you may not, and for how long it all lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Checklist,
    Fold,
    Group,
    Item,
    ItemList,
    Paragraph,
    Section,
    Task,
    closed,
    said,
)
from handbook.document.inline import Quiet, Ref, Strong, Words, joined
from handbook.document.linker import Linker, role_place, sole_model, there
from handbook.document.places import Place
from handbook.model.acts import Act
from handbook.model.duties import MyRole, Part, Partner, roles_in_models
from handbook.model.inclusion_model import InclusionModel
from handbook.model.moments import When
from handbook.model.people import Role, Side
from handbook.model.practice import ExceptionKind, ExceptionPath, FirstAction, Response
from handbook.model.process import ChecklistItem, Level
from handbook.model.prose import Prose
from handbook.norwegian import counted, lower_first, number, upper_first
from handbook.sections import people


class Stretch(NamedTuple):
    """A part of the work with one heading."""

    title: str
    anchor: str
    whens: tuple[When, ...]
    dated: bool = False
    """Whether what stands in it happens at different times, which must then be said."""


BEFORE = Stretch("Før start", "for-start", (When.BEFORE_START,), dated=True)
STRETCHES = (
    BEFORE,
    Stretch("Dagen før", "dagen-for", (When.DAY_BEFORE,)),
    Stretch("Første dag", "forste-dag", (When.FIRST_DAY,)),
    Stretch("Første uke", "forste-uke", (When.FIRST_WEEK,)),
    Stretch("Underveis", "underveis", (When.WEEKLY, When.MONTHLY, When.MEETING, When.DURING), True),
)

TROUBLE = Stretch("Når noe skurrer", "nar-noe-skurrer", (When.TROUBLE,), dated=True)
ENDINGS = (
    Stretch("Siste dag", "siste-dag", (When.LAST_DAY,)),
    Stretch("Etterpå", "etterpa", (When.AFTER,), dated=True),
)


def duties_section(linker: Linker, mine: MyRole) -> Section:
    """Everything one model says about one role; all of it, when the role has a part in no other."""
    sole = sole_model(linker.book, mine.role.id) is not None
    blocks = (block for part in (_WHOLE if sole else _PARTS) for block in part(linker, mine))
    title = f"{upper_first(mine.role.title)} i {mine.model.short_title}"
    place = Place("duties", f"{mine.role.id}/{mine.model.id}")
    return Section(title, tuple(blocks), place=place)


def card_blocks(linker: Linker, mine: MyRole) -> Blocks:
    """What stands on a sheet to hang up: who you are, what you do, and your limits."""
    return tuple(block for part in _CARD for block in part(linker, mine))


def whole_role_section(linker: Linker, role: Role) -> Section:
    """One role with what it does in each model, for paper."""
    told = people.role_section(linker, role)
    work = (_in_model(linker, mine) for mine in roles_in_models(linker.book, role))
    blocks = (
        *people.lead(linker, role), *people.always(linker, role), *work,
        *people.limits(linker, role), *people.training(linker, role),
        *people.combine(linker, role), *people.names(role),
    )  # fmt: skip
    return replace(told, blocks=blocks, place=role_place(linker.book, role.id))


def _in_model(linker: Linker, mine: MyRole) -> Section:
    """One model's part of a role; its headings are no spots, as every model has the same."""
    told = (*moments(linker, mine), *_responsibility(linker, mine))
    blocks = tuple(_among_models(part, mine.model) for part in told)
    return Section(f"I {mine.model.short_title}", blocks, mine.model.id)


def _among_models(part: Section, model: InclusionModel) -> Section:
    """A part whose tasks are told from those another model has by the same names."""
    blocks = tuple(replace(one, anchor=f"{model.id}-{one.anchor}")
                   if isinstance(one, Checklist) else one for one in part.blocks)  # fmt: skip
    return replace(part, blocks=blocks, anchor="", former=())


def _you_are(linker: Linker, mine: MyRole) -> Blocks:
    return (Paragraph(linker.first_sentence(mine.role.you_are), "lead"),)


def _lead(linker: Linker, mine: MyRole) -> Iterator[Block]:
    return people.lead(linker, mine.role)


def moments(linker: Linker, mine: MyRole) -> Iterator[Section]:
    """What the role does, stretch by stretch, with what it does when something is wrong."""
    for stretch in STRETCHES:
        yield from _stretch(linker, mine, stretch)
    yield from _trouble(linker, mine)
    for stretch in ENDINGS:
        yield from _stretch(linker, mine, stretch)


def _stretch(linker: Linker, mine: MyRole, stretch: Stretch) -> Iterator[Section]:
    first = _first(linker, mine) if stretch is BEFORE else ()
    blocks = (*first, *_groups(linker, mine, stretch))
    if blocks:
        yield Section(stretch.title, blocks, stretch.anchor, "moment")


def _groups(linker: Linker, mine: MyRole, stretch: Stretch) -> Iterator[Block]:
    """The acts of a stretch: those of one step and one time together."""
    own = [act for act in mine.acts if act.when in stretch.whens]
    own.sort(key=lambda act: stretch.whens.index(act.when))
    for (step_id, label), acts in groupby(own, lambda act: (act.step.id, act.label)):
        together = tuple(acts)
        own_words = together[0].item.moment or not _takes_part(mine)
        if stretch.dated and own_words and label not in ("", stretch.title):
            yield Paragraph((Quiet((label,), "when"),), "moment-when")
        tasks = tuple(act_task(linker, mine, act) for act in together)
        key = f"{mine.model.id}/{step_id}"
        yield Checklist(key, tasks, f"steg-{step_id}", mine.role.id)
        yield _belongs(linker, mine, together)


def act_task(linker: Linker, mine: MyRole, act: Act) -> Task:
    """One thing to do, marked only where a source says it, and with a level only when one may.

    A participant reads the participant's own words.
    """
    item = act.item
    blocks = linker.blocks(_told_to(mine, item))
    if act.others:
        with_whom = Quiet(("Sammen med ", *linker.actors(act.others), "."), "who")
        blocks = closed(blocks, (" ", with_whom))
    level = item.level if item.level in (Level.MAY, Level.CHOOSE) else None
    return Task(item.id, blocks, level, linker.mark(item) if item.basis.documented else None)


def _told_to(mine: MyRole, item: ChecklistItem) -> Prose:
    return item.to_participant if _takes_part(mine) and item.to_participant else item.text


def _takes_part(mine: MyRole) -> bool:
    return mine.role.belongs_to is Side.PARTICIPANT


def _belongs(linker: Linker, mine: MyRole, acts: tuple[Act, ...]) -> Paragraph:
    """Which step they belong to, and the form to fetch where it is first needed."""
    act = acts[0]
    step = linker.step(mine.model, act.step.id)
    own = replace(step, words=act.step.heading_for_participant)
    facts: list[Words] = [(own,) if _takes_part(mine) else (f"Steg {act.number}: ", step)]
    form = act.step.leading_form
    if form and _uses(linker, mine, form) and _first_with(mine, form) in acts:
        facts.append((linker.form(form),))
    return Paragraph(joined(facts, " · "), "duty-facts")


_ORDER = [when for stretch in (*STRETCHES, TROUBLE, *ENDINGS) for when in stretch.whens]


def _first_with(mine: MyRole, form_id: str) -> Act:
    """The act before all others, in the order of the page, in a step with this form."""
    acts = (act for act in mine.acts if act.step.leading_form == form_id)
    return min(acts, key=lambda act: _ORDER.index(act.when))


def _uses(linker: Linker, mine: MyRole, form_id: str) -> bool:
    form = linker.book.form_by_id.get(form_id)
    return form is not None and mine.role.id in (*form.filled_in_by, *form.signed_by)


def _first(linker: Linker, mine: MyRole) -> Blocks:
    if not mine.first:
        return ()
    tasks = tuple(_first_task(linker, action) for action in mine.first)
    key, view = f"{mine.model.id}/kom-i-gang", mine.role.id
    begin = linker.part(mine.model, titles.GETTING_STARTED)
    return (
        Paragraph((Quiet(("Begynn her",), "when"),), "moment-when"),
        Checklist(key, tasks, "forst", view),
        Paragraph((begin,), "duty-facts"),
    )


def _first_task(linker: Linker, action: FirstAction) -> Task:
    words = linker.words(action.text)
    if action.minutes:
        words += (" ", Quiet((f"ca. {counted(action.minutes, 'minutt', 'minutter')}",), "when"))
    if action.form:
        words += (" ", linker.to("form", action.form))
    return Task(action.id, said(words), mark=linker.mark(action))


def _trouble(linker: Linker, mine: MyRole) -> Iterator[Section]:
    items = tuple(_to_me(linker, mine) if _takes_part(mine) else
                  (_trouble_line(linker, *one) for one in mine.responses))  # fmt: skip
    lines = (ItemList(items, kind="statements"),) if items else ()
    acts = tuple(_groups(linker, mine, TROUBLE))
    if lines or acts:
        others = linker.part(mine.model, titles.EXCEPTIONS, "Hva de andre gjør når det ikke går")
        blocks = (*lines, *acts, Paragraph((others,), "more"))
        former = (titles.EXCEPTIONS.address,)
        yield Section(TROUBLE.title, blocks, TROUBLE.anchor, "moment", former=former)


def _to_me(linker: Linker, mine: MyRole) -> Iterator[Item]:
    """What the participant shall know when it goes wrong, in the participant's words."""
    for path in mine.model.exceptions:
        if path.to_participant:
            told = linker.blocks(path.to_participant)
            yield Item(told, before=_IF_YOU.get(path.kind, ""))


_IF_YOU = {
    ExceptionKind.INTERRUPTION: "Hvis du vil slutte.",
    ExceptionKind.SICKNESS: "Hvis du er syk.",
    ExceptionKind.CONFLICT: "Hvis noen plager deg.",
    ExceptionKind.ACCIDENT: "Hvis du skader deg.",
    ExceptionKind.CONFIDENTIALITY: "Hvis noe privat blir sagt videre.",
    ExceptionKind.CONTACT_LEAVES: "Hvis en som hjelper deg, slutter.",
}
"""What went wrong, said to the participant; other things say it themselves."""


def _trouble_line(linker: Linker, path: ExceptionPath, own: tuple[Response, ...]) -> Item:
    told = joined([_response(linker, one) for one in own], " ")
    return Item(said(told), before=f"{path.title}.")


def _response(linker: Linker, one: Response) -> Words:
    within = Quiet((f"{upper_first(one.within)}:",), "when")
    mark: Words = (" ", linker.mark(one)) if one.basis.documented else ()
    return within, " ", *linker.words(one.text), *mark


def _limits(linker: Linker, mine: MyRole) -> Iterator[Block]:
    return people.limits(linker, mine.role)


def _responsibility(linker: Linker, mine: MyRole) -> Iterator[Section]:
    blocks = (*_own(linker, mine), *_told(linker, mine))
    if blocks:
        yield Section("Ansvaret ditt", blocks, mine.model.id)


def _own(linker: Linker, mine: MyRole) -> Iterator[Paragraph]:
    """What the model says of the role, said to whoever has it."""
    own = mine.own
    if own is None:
        return
    first, *rest = linker.words(own.responsibility)
    opening = lower_first(first) if isinstance(first, str) else first
    yield Paragraph(("Du ", opening, *rest, " ", linker.mark(own)), basis=own.basis)
    if own.local_name:
        called = f"I {mine.model.short_title} heter rollen «{own.local_name}»."
        yield Paragraph((Quiet((called,), "local-name"),))


_TOLD = {
    Part.ANSWERS: "Du har ansvaret for at andre gjør dette:",
    Part.ASKED: "Du blir spurt til råds om:",
    Part.TOLD: "Du får vite om:",
}


def _told(linker: Linker, mine: MyRole) -> Iterator[Paragraph]:
    for part, opening in _TOLD.items():
        refs = [linker.step(mine.model, duty.step.id) for duty in mine.steps if duty.part is part]
        if refs:
            steps = joined([(ref,) for ref in refs], "; ")
            yield Paragraph((Strong((opening,)), " ", *steps, "."), "told")


def _steps(linker: Linker, mine: MyRole) -> Iterator[Fold]:
    if mine.steps:
        steps = tuple(people.steps(linker, mine, mine.steps))
        title = "Stegene du er med i" if _takes_part(mine) else "Alle stegene du har en del i"
        yield Fold(title, (*steps, *_partners(linker, mine)))


def _partners(linker: Linker, mine: MyRole) -> Blocks:
    if not mine.partners:
        return ()
    told = joined([_partner(linker, one) for one in mine.partners])
    return (Section("Disse snakker du med", (Paragraph(told),), "sammen-med"),)


def _partner(linker: Linker, partner: Partner) -> Words:
    return linker.to("role", partner.role), f" ({len(partner.steps)} steg)"


def _time(linker: Linker, mine: MyRole) -> Blocks:
    """How long it takes whoever does it as work; a participant is not counted in hours."""
    if _takes_part(mine):
        return ()
    blocks: Blocks = (Paragraph((*_hours(linker, mine), *_once(mine))),)
    if mine.year and mine.year.unknown:
        low = f"For {len(mine.year.unknown)} av stegene dine er tida ikke kjent."
        blocks = (*blocks, Paragraph((f"Tallet er for lavt: {low}",), "effort"))
    return (Section("Så lang tid tar det", blocks, "timer"),)


def _hours(linker: Linker, mine: MyRole) -> Words:
    if told := hours_told(mine):
        hours, how_long = told
        how = linker.part(mine.model, titles.EFFORT, "Slik er det regnet ut")
        return Strong((hours,)), f" {how_long} ", how, "."
    return ("Ikke kjent. Ingen har sagt hvor mange timer rollen tar.",)


def hours_told(mine: MyRole) -> tuple[str, str] | None:
    """How many hours, and for what; None when nobody has said."""
    whole, year = mine.whole, mine.year
    if whole and whole.hours is not None:
        return _hours_of(whole.hours), f"for hver deltaker i en periode på {_typical(mine.model)}."
    if year and year.hours is not None:
        return _hours_of(year.hours), "for hver deltaker på ett år, med forberedelsene."
    return None


def _once(mine: MyRole) -> Words:
    """What is spent whatever the number of participants."""
    once = mine.year.once if mine.year else None
    return (f" I tillegg {_hours_of(once)} én gang for virksomheten.",) if once else ()


def _hours_of(hours: float) -> str:
    return f"{number(hours)} {'time' if hours == 1 else 'timer'}"


def _typical(model: InclusionModel) -> str:
    lasts = model.duration
    return lasts.typical.label if there(lasts) and lasts.typical else ""


def _unmarked(_: Linker, __: MyRole) -> Iterator[Paragraph]:
    yield Paragraph((people.UNMARKED,), "note")


def _names(_: Linker, mine: MyRole) -> Iterator[Block]:
    return people.names(mine.role)


def _combine(linker: Linker, mine: MyRole) -> Iterator[Section]:
    return people.combine(linker, mine.role)


def _training(linker: Linker, mine: MyRole) -> Blocks:
    """Told here when the role is in no other model, else where it is told for all of them."""
    if not mine.role.training or sole_model(linker.book, mine.role.id):
        return people.training(linker, mine.role)
    whole = linker.to("role", mine.role.id).place.at(people.TRAINING)
    way = Ref(whole, f"Før du begynner som {mine.role.title}, bør du kunne dette")
    return (Paragraph((way,), "more"),)


def _off_card(linker: Linker, mine: MyRole) -> Blocks:
    blocks = (block for part in _OFF_CARD for block in part(linker, mine))
    folded = (replace(one, kind="fold") if isinstance(one, Section) else one for one in blocks)
    return (Group(tuple(folded), "off-card"),)


_Part = Callable[[Linker, MyRole], Iterable[Block]]

_CARD: tuple[_Part, ...] = (_you_are, moments, _limits)
"""What is worth hanging up."""

_OFF_CARD: tuple[_Part, ...] = (
    _training,
    _responsibility,
    _steps,
    _combine,
    _time,
)
"""What one looks up once."""

_PARTS: tuple[_Part, ...] = (_you_are, moments, _unmarked, _limits, _off_card)
"""A role in one of its models, from top to bottom."""

_WHOLE: tuple[_Part, ...] = (_lead, *_PARTS[1:], _names)
"""The same in its only model, with what is told of the role itself."""
