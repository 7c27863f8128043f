"""What a role does, stretch by stretch: in a row on paper, and opened on demand on a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from typing import NamedTuple

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Checklist,
    Group,
    Item,
    ItemList,
    Paragraph,
    Section,
    Task,
    opened,
    said,
)
from handbook.document.inline import Quiet, Ref, Words, joined
from handbook.document.linker import Linker
from handbook.model.acts import Act, usual_moments
from handbook.model.duties import MyRole
from handbook.model.form import FormKind
from handbook.model.inclusion_model import InclusionModel
from handbook.model.moments import When
from handbook.model.practice import FirstAction
from handbook.model.process import ChecklistItem, Level, Step
from handbook.model.prose import Prose
from handbook.norwegian import counted, lower_first
from handbook.sections.actions import actor_spot, tally
from handbook.sections.stretches import BEFORE, ENDINGS, STRETCHES, TROUBLE, UNDERWAY, Stretch
from handbook.sections.troubles import all_cases, cases_on_screen


def moments(linker: Linker, mine: MyRole) -> Iterator[Section]:
    """What the role does, stretch by stretch, with what it does when something is wrong."""
    return _moments(linker, mine, _FLAT)


def moments_in_book(linker: Linker, mine: MyRole) -> Iterator[Section]:
    """The same among other models, where a line before each step's tasks has its time and name."""
    return _moments(linker, mine, _NAMED)


def moments_on_screen(linker: Linker, mine: MyRole) -> Iterator[Section]:
    """The same where one reads on elsewhere: a situation, and of much to do what comes later."""
    return _moments(linker, mine, _FOLDED)


class _Piece(NamedTuple):
    """What belongs together in a stretch: all of one step."""

    title: str
    blocks: Blocks
    when: str
    way: Ref
    """To the step by number and title."""
    acts: tuple[Act, ...]


class _Layout(NamedTuple):
    """How the steps of a stretch are laid out, and the situations that may arise."""

    steps: Callable[[Linker, MyRole, Stretch], Iterable[Block]]
    cases: Callable[[Linker, MyRole], Iterable[Block]]


def _moments(linker: Linker, mine: MyRole, layout: _Layout) -> Iterator[Section]:
    for stretch in (*STRETCHES, *ENDINGS):
        yield from _stretch(linker, mine, stretch, layout)
    yield from _trouble(linker, mine, layout)


def _flat(linker: Linker, mine: MyRole, stretch: Stretch) -> Iterator[Block]:
    return _open(_steps_of(linker, mine, stretch))


def _open(parts: Iterable[_Piece]) -> Iterator[Block]:
    for part in parts:
        yield from _timed(part.when)
        yield from part.blocks


def _named(linker: Linker, mine: MyRole, stretch: Stretch) -> Iterator[Block]:
    for part in _steps_of(linker, mine, stretch):
        when: tuple[Words, ...] = ((Quiet((part.when,), "when"),),) if part.when else ()
        facts = (*when, (part.way,), *_to_fetch(linker, mine, part.acts))
        yield Paragraph(joined(list(facts), " · "), "moment-when")
        yield from part.blocks[:-1]


def _timed(when: str) -> Iterator[Paragraph]:
    if when:
        yield Paragraph((Quiet((when,), "when"),), "moment-when")


def _folded(linker: Linker, mine: MyRole, stretch: Stretch) -> Iterator[Block]:
    """What one must do before the start stands open; of the rest, what comes first of much.

    All in the order of time: what a screen leaves out stands in its own place on paper.
    """
    parts = tuple(_steps_of(linker, mine, stretch))
    if not stretch.dated or not does_much(mine):
        yield from _open(parts)
        return
    in_full = _with_room(mine, stretch, parts)
    yield from _open(parts[:in_full])
    kept = [(part, _now(linker, mine, stretch, part)) for part in parts[in_full:]]
    for is_short, some in groupby(kept, lambda one: bool(one[1])):
        if is_short:
            for part, now in some:
                yield from _in_short(linker, mine, stretch, part, now)
        else:
            yield from _elsewhere([part for part, _ in some], within=mine.takes_part)


def _with_room(mine: MyRole, stretch: Stretch, parts: tuple[_Piece, ...]) -> int:
    """How many steps stand open in full: those that begin while there is room."""
    room = _room(mine, stretch, parts)
    begins = accumulate((len(part.acts) for part in parts), initial=0)
    return sum(begin < room for begin, _ in zip(begins, parts, strict=False))


def _now(linker: Linker, mine: MyRole, stretch: Stretch, part: _Piece) -> tuple[Act, ...]:
    """What must be done before the start, or gone through then: it is no link."""
    if stretch is not BEFORE or mine.takes_part:
        return ()
    return tuple(act for act in part.acts if _never_a_link(linker, act))


def _in_short(
    linker: Linker, mine: MyRole, stretch: Stretch, part: _Piece, now: tuple[Act, ...]
) -> Iterator[Block]:
    """A step of which some stands open, and the rest behind its way, or between it on paper."""
    yield from _timed(part.when)
    for label, some in _together(part.acts):
        when = tuple(_time_of(mine, stretch, label, some, under=part.acts[0]))
        yield from _seen(when, is_open=any(act in now for act in some))
        for is_open, acts in groupby(some, now.__contains__):
            yield from _seen((_tasks(linker, mine, stretch, label, tuple(acts)),), is_open=is_open)
    rest = len(part.acts) - len(now)
    more: tuple[Words, ...] = ((f"{rest} gjøremål til",),) if rest else ()
    facts = (_way_to(linker, mine, part.acts), *_to_fetch(linker, mine, part.acts), *more)
    yield Paragraph(joined(list(facts), " · "), "duty-facts")


def _seen(blocks: Blocks, *, is_open: bool) -> Blocks:
    return blocks if is_open or not blocks else (Group(blocks, "on-paper"),)


def _never_a_link(linker: Linker, act: Act) -> bool:
    return act.item.level is Level.MUST or _by_checklist(linker, act)


def _by_checklist(linker: Linker, act: Act) -> bool:
    """Whether it goes through a checklist, with what others were to do in it."""
    forms = (linker.book.form_by_id.get(name) for name in act.item.text.references)
    return any(form and form.kind is FormKind.CHECKLIST for form in forms)


def _room(mine: MyRole, stretch: Stretch, parts: tuple[_Piece, ...]) -> int:
    """So many actions stand open, must or not; all before the start, where it is little."""
    if stretch is not BEFORE:
        return _room_underway(mine)
    acts = [act for part in parts for act in part.acts]
    told = (*(_what(mine, act.item) for act in acts), *(first.text for first in mine.first))
    words = sum(len(one.plain.split()) for one in told)
    if words <= _MOST_WORDS and not mine.takes_part:
        return len(acts)
    return 0 if mine.first else _AT_ONCE


def _room_underway(mine: MyRole) -> int:
    """A participant with nothing to do before the start meets the first things here."""
    if mine.takes_part and not any(act.when in BEFORE.whens for act in mine.acts):
        return _AT_ONCE
    return 0 if does_very_much(mine) else 1


_MOST_WORDS = 118
"""Where more is said of what to do before the start, what one should or may do can be a link."""


def _elsewhere(parts: Sequence[_Piece], *, within: bool) -> Iterator[Block]:
    """The ways to the steps one reads on in, and all of it on paper.

    A participant opens them here: the participant's own words stand nowhere else.
    """
    if within:
        for part in parts:
            yield Section(part.title, (*_timed(part.when), *part.blocks), kind="fold")
    else:
        ways = ItemList(tuple(map(_way_to_step, parts)), kind="related")
        yield from (Group((ways,), "on-screen"), Group(tuple(_open(parts)), "on-paper"))


def _way_to_step(part: _Piece) -> Item:
    when: Words = (f" – {lower_first(part.when)}",) if part.when else ()
    return Item(said((part.way, *when, f" – {tally([one.item for one in part.acts])}")))


_AT_ONCE = 3
"""So many things to do before the start are met before any is opened or read elsewhere."""


_FLAT = _Layout(_flat, all_cases)
_NAMED = _Layout(_named, all_cases)
_FOLDED = _Layout(_folded, cases_on_screen)


def does_much(mine: MyRole) -> bool:
    """Whether there is so much to do that each thing is told in short."""
    return len(mine.acts) + len(mine.first) > _MANY


_MANY = 11
"""With more to do than this, each step after the first of a later stretch is read elsewhere."""


def does_very_much(mine: MyRole) -> bool:
    """Whether there is so much that the page has room for little else."""
    return not mine.takes_part and len(mine.acts) + len(mine.first) > _VERY_MANY


_VERY_MANY = 17


def _stretch(linker: Linker, mine: MyRole, stretch: Stretch, layout: _Layout) -> Iterator[Section]:
    first = _begin(linker, mine) if stretch is BEFORE else ()
    blocks = (*first, *layout.steps(linker, mine, stretch))
    if blocks:
        yield Section(stretch.title, blocks, stretch.anchor, "moment")


def _steps_of(linker: Linker, mine: MyRole, stretch: Stretch) -> Iterator[_Piece]:
    """The acts of a stretch, those of one step together."""
    own = [act for act in mine.acts if act.when in stretch.whens]
    own.sort(key=lambda act: _turn(mine, act))
    for _, acts in groupby(own, lambda act: act.step.id):
        yield _piece(linker, mine, stretch, tuple(acts))


def _piece(linker: Linker, mine: MyRole, stretch: Stretch, acts: tuple[Act, ...]) -> _Piece:
    blocks = (*_by_time(linker, mine, stretch, acts), _belongs(linker, mine, acts))
    when = acts[0].label if _tells_time(mine, stretch, acts[0]) else ""
    title = _called(mine, acts[0].step)
    ahead = when and stretch is BEFORE and acts[0].item.moment and not mine.takes_part
    way = replace(_own_spot(linker, mine.model, acts[0]), words=f"Steg {acts[0].number}: {title}")
    return _Piece(f"Til steget «{title}»" if ahead else title, blocks, when, way, acts)


def _tells_time(mine: MyRole, stretch: Stretch, act: Act) -> bool:
    """Whether the time must be said; the participant hears only of the participant's own."""
    own_words = act.item.moment or not mine.takes_part
    return bool(stretch.dated and own_words and act.label not in ("", stretch.title, stretch.also))


def _by_time(
    linker: Linker, mine: MyRole, stretch: Stretch, acts: tuple[Act, ...]
) -> Iterator[Block]:
    """The acts of a step, under their times where these differ from the one that stands above."""
    for label, some in _together(acts):
        yield from _time_of(mine, stretch, label, some, under=acts[0])
        yield _tasks(linker, mine, stretch, label, some)


def _time_of(
    mine: MyRole, stretch: Stretch, label: str, run: tuple[Act, ...], *, under: Act
) -> Iterator[Paragraph]:
    if label != under.label and _tells_time(mine, stretch, run[0]):
        yield from _timed(label)


def _tasks(
    linker: Linker, mine: MyRole, stretch: Stretch, label: str, acts: tuple[Act, ...]
) -> Checklist:
    """Acts of one run, each with its time where that is not the time of the run."""
    own = (act.label != label and _tells_time(mine, stretch, act) for act in acts)
    tasks = tuple(
        _task(linker, mine, act, timed=timed) for act, timed in zip(acts, own, strict=True)
    )
    step = acts[0].step.id
    return Checklist(f"{mine.model.id}/{step}", tasks, f"steg-{step}", mine.role.id)


def _together(acts: tuple[Act, ...]) -> Iterator[tuple[str, tuple[Act, ...]]]:
    """Acts in runs of one time; what is alone at its time stays in the run it stands in."""
    run: list[Act] = []
    for label, some in groupby(acts, lambda act: act.label):
        own = tuple(some)
        if run and (label == run[0].label or len(own) == 1):
            run += own
        else:
            if run:
                yield run[0].label, tuple(run)
            run = list(own)
    if run:
        yield run[0].label, tuple(run)


def _task(linker: Linker, mine: MyRole, act: Act, *, timed: bool) -> Task:
    """One thing to do, with its level where one must or may, and what it rests on.

    As in the step, since the page tells that whatever has no mark is a proposal.

    A participant reads the participant's own words, which say with whom.
    """
    item = act.item
    blocks = linker.blocks(_what(mine, item))
    ahead = _when_and_with_whom(linker, mine, act, timed=timed)
    if ahead:
        blocks = opened((*ahead, " "), blocks)
    told = item.level is not Level.SHOULD and not (mine.takes_part and item.level is Level.MUST)
    return Task(item.id, blocks, item.level if told else None, linker.mark_in_short(item))


def _when_and_with_whom(linker: Linker, mine: MyRole, act: Act, *, timed: bool) -> Words:
    """`Før start, sammen med fadderen:`, or as much of it as must be said."""
    others = linker.actors(act.others) if act.others and not mine.takes_part else ()
    when = act.label if timed else ""
    if not others:
        return (Quiet((f"{when}:",), "when"),) if when else ()
    opening = f"{when}, sammen med " if when else "Sammen med "
    return (Quiet((opening, *others, ":"), "when" if when else "who"),)


def _what(mine: MyRole, item: ChecklistItem) -> Prose:
    """The participant's own words; of many actions what must be known, as the step has the rest."""
    if mine.takes_part and item.to_participant:
        return item.to_participant
    return item.text.gist_and_limits if does_much(mine) else item.text


def _belongs(linker: Linker, mine: MyRole, acts: tuple[Act, ...]) -> Paragraph:
    """Which step they belong to, and the form to fetch where it is first needed."""
    facts = [_way_to(linker, mine, acts), *_to_fetch(linker, mine, acts)]
    return Paragraph(joined(facts, " · "), "duty-facts")


def _to_fetch(linker: Linker, mine: MyRole, acts: tuple[Act, ...]) -> Iterator[Words]:
    """The form of a step, where the role first needs it and no act has just named it."""
    form = acts[0].step.leading_form
    if form and _uses(linker, mine, form) and _asks_for(mine, form) in acts:
        named = any(form in _what(mine, act.item).references for act in acts if _whole(mine, act))
        yield from () if named else ((linker.heading("form", form),),)


def _whole(mine: MyRole, act: Act) -> bool:
    return _what(mine, act.item).rest is None


def _asks_for(mine: MyRole, form: str) -> Act:
    """The first act that names the form or comes no sooner than the step does; else the first.

    The notes of the meetings are not for the first day, though the step begins then.
    """
    usual = usual_moments(mine.model)
    led = [act for act in mine.acts if act.step.leading_form == form]
    timely = [act for act in led if form in act.item.text.references
              or _stage(act.when) >= _stage(usual[act.step.id])]  # fmt: skip
    return min(timely or led, key=lambda act: _turn(mine, act))


def _way_to(linker: Linker, mine: MyRole, acts: tuple[Act, ...]) -> Words:
    """The way to their step, by its title the first time and then by its number."""
    step, number = acts[0].step, f"Steg {acts[0].number}"
    way = replace(_own_spot(linker, mine.model, acts[0]), words=_called(mine, step))
    if mine.takes_part:
        return (way,)
    first = _first(mine, lambda one: one.id == step.id) in acts
    return (f"{number}: ", way) if first else (replace(way, words=number),)


def _own_spot(linker: Linker, model: InclusionModel, act: Act) -> Ref:
    """The way to a step, to the list with the act in it."""
    way = linker.step(model, act.step.id)
    return replace(way, place=way.place.at(actor_spot(act.item.who)))


def _called(mine: MyRole, step: Step) -> str:
    return step.heading_for_participant if mine.takes_part else step.title


_ORDER = [when for stretch in (*STRETCHES, *ENDINGS, TROUBLE) for when in stretch.whens]


def _first(mine: MyRole, is_so: Callable[[Step], bool]) -> Act:
    """The act before all others, in the order of the page, in a step of which something is so."""
    return min((act for act in mine.acts if is_so(act.step)), key=lambda act: _turn(mine, act))


def _turn(mine: MyRole, act: Act) -> tuple[int, ...]:
    """Where an act stands on the page: underway, step by step."""
    return (_stage(act.when), *((act.number,) if act.when in UNDERWAY.whens else ()))


def _stage(when: When) -> int:
    return _ORDER.index(UNDERWAY.whens[0] if when in UNDERWAY.whens else when)


def _uses(linker: Linker, mine: MyRole, form_id: str) -> bool:
    form = linker.book.form_by_id.get(form_id)
    return form is not None and mine.role.id in (*form.filled_in_by, *form.signed_by)


def _begin(linker: Linker, mine: MyRole) -> Blocks:
    if not mine.first:
        return ()
    tasks = tuple(_first_task(linker, mine, action) for action in mine.first)
    key, view = f"{mine.model.id}/kom-i-gang", mine.role.id
    begin = linker.part(mine.model, titles.GETTING_STARTED)
    return (
        Paragraph((Quiet(("Begynn her",), "when"),), "moment-when"),
        Checklist(key, tasks, "forst", view),
        Paragraph((begin,), "duty-facts"),
    )


def _first_task(linker: Linker, mine: MyRole, action: FirstAction) -> Task:
    """In short where there is very much to do, as the model's own list has all of it."""
    words = linker.words(action.text.gist_and_limits if does_very_much(mine) else action.text)
    if action.minutes:
        words += (
            " ",
            Quiet((f"om\u00a0lag {counted(action.minutes, 'minutt', 'minutter')}",), "when"),
        )
    if action.form:
        words += (" ", linker.heading("form", action.form))
    return Task(action.id, said(words), mark=linker.mark(action))


def _trouble(linker: Linker, mine: MyRole, layout: _Layout) -> Iterator[Section]:
    lines = tuple(layout.cases(linker, mine))
    acts = tuple(layout.steps(linker, mine, TROUBLE))
    if lines or acts:
        blocks = (*acts, *lines)
        former = (titles.EXCEPTIONS.address,)
        yield Section(TROUBLE.title, blocks, TROUBLE.anchor, "moment", former=former)
