"""One role in one model: what you do now, then what you may not, and for how long it all lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Checklist,
    Group,
    Paragraph,
    Section,
)
from handbook.document.inline import Quiet, Ref, Strong, Words, joined, spread
from handbook.document.linker import Linker, role_place, sole_model, there
from handbook.document.places import Place
from handbook.model.duties import MyRole, Part, my_role, roles_in_models
from handbook.model.effort import YEAR, usual_weeks
from handbook.model.inclusion_model import InclusionModel
from handbook.model.people import Role, Side
from handbook.model.process import FOR_ALL
from handbook.norwegian import lower_first, number, upper_first
from handbook.sections import people
from handbook.sections.examples import way_to_example
from handbook.sections.moments import does_very_much, moments, moments_in_book, moments_on_screen


def duties_section(linker: Linker, mine: MyRole) -> Section:
    """Everything one model says about one role; all of it, when the role has a part in no other."""
    sole = sole_model(linker.book, mine.role.id) is not None
    blocks = (block for part in (_WHOLE if sole else _PARTS) for block in part(linker, mine))
    place = Place("duties", f"{mine.role.id}/{mine.model.id}")
    return Section(_title(mine), tuple(blocks), place=place)


def _title(mine: MyRole) -> str:
    """The role and the model, once: «Arbeidstaker i VTA» names both, and is the role's own page."""
    title, model = upper_first(mine.role.title), mine.model.short_title
    if f"({title.split()[-1]})" in model:
        return f"{title}: det du gjør"
    return f"{title} i {model}"


def card_blocks(linker: Linker, mine: MyRole) -> Blocks:
    """What stands on a sheet to hang up: who you are, what you do, and your limits."""
    return tuple(block for part in _CARD for block in part(linker, mine))


def whole_role_section(linker: Linker, role: Role) -> Section:
    """One role for paper: what holds in every model first, then what it does in each of them."""
    told = people.role_section(linker, role)
    mine = tuple(roles_in_models(linker.book, role))
    place = role_place(linker.book, role.id)
    blocks = (
        *people.lead(linker, role), *_where(place, mine), *people.memos(linker, role),
        *people.always(linker, role), *people.limits(linker, role),
        *people.training(linker, role), *(_in_model(linker, one) for one in mine),
        *people.combine(linker, role), *people.names(role),
    )  # fmt: skip
    return replace(told, blocks=blocks, place=place)


def _where(place: Place, mine: Sequence[MyRole]) -> Iterator[Paragraph]:
    """The pages of the models, for whoever has the role in one of them."""
    if len(mine) > 1:
        ways = (Ref(place.at(one.model.id), one.model.short_title, "paged") for one in mine)
        yield Paragraph(("Det du gjør i hver modell: ", *spread(ways, " · "), "."))


def _in_model(linker: Linker, mine: MyRole) -> Section:
    """One model's part of a role; its headings are no spots, as every model has the same."""
    told = (*moments_in_book(linker, mine), *_responsibility(linker, mine))
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


def _limits(linker: Linker, mine: MyRole) -> Iterator[Block]:
    """In short where another page tells them whole."""
    sole = sole_model(linker.book, mine.role.id)
    yield from people.limits(linker, mine.role if sole else mine.role.in_short)


def _limits_on_screen(linker: Linker, mine: MyRole) -> Iterator[Block]:
    """The prohibitions, and the way to the rest where all models have the same.

    Where there is very much to do, only the first of them, told as no more than that.
    """
    if sole_model(linker.book, mine.role.id):
        yield from _limits(linker, mine)
        return
    if does_very_much(mine):
        yield Group((people.limits_in_short(linker, mine.role),), "on-screen")
        yield Group(tuple(map(_without_spot, _limits(linker, mine))), "on-paper")
        return
    never, *rest = _limits(linker, mine)
    yield never
    yield Group((people.secrecy_in_short(linker, mine.role),), "on-screen")
    yield Group(tuple(map(_without_spot, rest)), "on-paper")


def _without_spot(block: Block) -> Block:
    return replace(block, anchor="") if isinstance(block, Section) else block


def _always(linker: Linker, mine: MyRole) -> Blocks:
    """What no step of the model may say, opened on demand where there is very much to do."""
    told = people.always(linker, mine.role)
    return tuple(replace(one, kind="fold") for one in told) if does_very_much(mine) else told


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
    yield Paragraph(
        (f"{_subject(mine.role)} ", opening, *rest, " ", linker.mark(own)), basis=own.basis
    )
    if own.local_name and not mine.takes_part:
        called = f"I {mine.model.short_title} er du {own.local_name}."
        yield Paragraph((Quiet((called,), "local-name"),))


def _subject(role: Role) -> str:
    """A person is `du`; an office does what it does by its name."""
    return upper_first(role.title) if people.is_office(role) else "Du"


_TOLD = {
    Part.ANSWERS: "Du har ansvaret for disse stegene, som andre gjør:",
    Part.ASKED: "Du blir spurt til råds i disse stegene:",
    Part.TOLD: "Du får beskjed om disse stegene:",
}


def _told(linker: Linker, mine: MyRole) -> Iterator[Paragraph]:
    """The steps where others act; whoever acts reads here only of those they answer for."""
    parts = (Part.ANSWERS,) if mine.acts else tuple(_TOLD)
    for part, opening in ((part, _TOLD[part]) for part in parts):
        refs = [linker.step(mine.model, duty.step.id) for duty in mine.steps if duty.part is part]
        if refs:
            steps = joined([(ref,) for ref in refs], "; ")
            yield Paragraph((Strong((opening,)), " ", *steps, "."), "told")


def _time(linker: Linker, mine: MyRole) -> Blocks:
    """How long it takes whoever does it as work; a participant is not counted in hours."""
    if mine.takes_part:
        return ()
    blocks: Blocks = (Paragraph(_hours(linker, mine)),)
    if mine.year and mine.year.unknown and hours_told(mine):
        steps = "ett" if len(mine.year.unknown) == 1 else number(len(mine.year.unknown))
        low = f"For {steps} av stegene dine er tida ikke kjent."
        blocks = (*blocks, Paragraph((f"Tallet er for lavt: {low}",), "effort"))
    return (Section("Så lang tid tar det", blocks, "timer"),)


def _hours(linker: Linker, mine: MyRole) -> Words:
    told, once = hours_told(mine), once_told(mine)
    if told is None:
        return (UNKNOWN_HOURS,)
    hours, how_long = told
    how = linker.part(mine.model, titles.EFFORT, "Regnestykket")
    beside = (f" {once}",) if once else ()
    return "Rollen tar ", Strong((hours,)), f" {how_long} ", how, ".", *beside


UNKNOWN_HOURS = "Ikke kjent. Ingen har sagt hvor mange timer rollen tar for hver person."


def hours_told(mine: MyRole) -> tuple[str, str] | None:
    """How many hours, and for what; None when nobody has said."""
    once = _once(mine)
    return _each(mine) or ((_hours_of(once), f"{FOR_ALL}.") if once else None)


def _each(mine: MyRole) -> tuple[str, str] | None:
    """How many for each participant."""
    whole, year = mine.whole, mine.year
    if whole and whole.hours is not None:
        how_long = f"for hver person i en periode på {_typical(mine.model)}"
        return _hours_of(whole.hours), f"{how_long}{_a_week(whole.hours, usual_weeks(mine.model))}."
    if year and year.hours is not None:
        how_long = "for hver person på ett år, medregnet forberedelsene"
        return _hours_of(year.hours), f"{how_long}{_a_week(year.hours, YEAR)}."
    return None


def _a_week(hours: float, weeks: int | None) -> str:
    """What it comes to each week, which says more than a sum; empty where it is nothing much."""
    each = round(hours / weeks) if weeks and weeks > 1 else 0
    return f", om lag {_hours_of(each)} i uka" if each else ""


def once_told(mine: MyRole) -> str:
    """What comes beside, whatever the number of participants; empty when there is nothing."""
    once = _once(mine)
    told = f"I tillegg kommer {_hours_of(once)} {FOR_ALL}." if once else ""
    return told if _each(mine) else ""


def _once(mine: MyRole) -> float | None:
    return mine.year.once if mine.year else None


def _hours_of(hours: float) -> str:
    return f"{number(hours)} {'time' if hours == 1 else 'timer'}"


def _typical(model: InclusionModel) -> str:
    lasts = model.duration
    return lasts.typical.label if there(lasts) and lasts.typical else ""


def _names(_: Linker, mine: MyRole) -> Iterator[Block]:
    return people.names(mine.role)


def _combine(linker: Linker, mine: MyRole) -> Iterator[Section]:
    """Told here when the role is in no other model, else where it is told for all of them."""
    if sole_model(linker.book, mine.role.id):
        yield from people.combine(linker, mine.role)


def _training(linker: Linker, mine: MyRole) -> Blocks:
    """Told here when the role is in no other model, else where it is told for all of them."""
    if not mine.role.training or sole_model(linker.book, mine.role.id):
        return people.training(linker, mine.role)
    whole = linker.to("role", mine.role.id).place.at(people.TRAINING)
    way = Ref(whole, "Dette bør du kunne først")
    return (Paragraph((way,), "more"),)


def _off_card(linker: Linker, mine: MyRole) -> Blocks:
    blocks = (block for part in _OFF_CARD for block in part(linker, mine))
    folded = (replace(one, kind="fold") if isinstance(one, Section) else one for one in blocks)
    return (Group(tuple(folded), "off-card"),)


def _read_on(linker: Linker, mine: MyRole) -> Blocks:
    """How it may go, for whoever is new to the work; the model in easy words for a participant."""
    own: Words = (linker.part(mine.model, titles.PARTICIPANT),)
    way = own if mine.takes_part else way_to_example(linker, mine.model)
    return (*((Paragraph(way, "more"),) if way else ()), *_their_part(linker, mine))


def _their_part(linker: Linker, mine: MyRole) -> Iterator[Paragraph]:
    """The way to what those at work do, for whoever follows up from Nav and must know it."""
    if mine.role.belongs_to is not Side.NAV:
        return
    known = (linker.book.role_by_id[own.role] for own in mine.model.roles)
    others = (role for role in known if role.belongs_to in _AT_WORK and not role.decides)
    refs = [(Ref(Place("duties", f"{role.id}/{mine.model.id}"), role.definite or role.title),)
            for role in others if my_role(mine.model, role).acts]  # fmt: skip
    if refs:
        yield Paragraph(("Arbeidsplassens del: ", *joined(refs, ", ")), "more")


_AT_WORK = (Side.EMPLOYER, Side.PROVIDER)


_Part = Callable[[Linker, MyRole], Iterable[Block]]

_CARD: tuple[_Part, ...] = (_you_are, moments, _always, _limits)
"""What is worth hanging up."""

_OFF_CARD: tuple[_Part, ...] = (
    _training,
    _responsibility,
    _combine,
    _time,
)
"""What one looks up once."""

_PARTS: tuple[_Part, ...] = (
    _you_are, moments_on_screen, _always, _read_on, _limits_on_screen, _off_card,
)  # fmt: skip
"""A role in one of its models, from top to bottom."""

_WHOLE: tuple[_Part, ...] = (_lead, *_PARTS[1:], _names)
"""The same in its only model, with what is told of the role itself."""
