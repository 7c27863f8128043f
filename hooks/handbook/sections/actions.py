"""What one does in a step: under each who does it, to tick off as it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handbook.document.blocks import Block, Blocks, Checklist, Paragraph, Section, Task, opened
from handbook.document.inline import Quiet
from handbook.document.linker import Linker
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import ChecklistItem, Level, Step
from handbook.norwegian import counted, listed, number, upper_first


def to_do(linker: Linker, model: InclusionModel, step: Step) -> Blocks:
    """The actions under each who does them; where nobody is named yet, all in one list."""
    if not step.do:
        return ()
    key = f"{model.id}/{step.id}"
    by_actor = _by_actor(step)
    if set(by_actor) == {()}:
        return (Section("Gjør dette", (_tasks(linker, key, step.do),), "gjor"),)
    many = _words_at_once(step) > _MOST_WORDS
    groups = tuple(
        _of_actor(linker, key, who, items, folded=bool(at) and many)
        for at, (who, items) in enumerate(by_actor.items())
    )
    return (Section("Gjør dette", groups, "gjor"),)


def to_do_in_short(linker: Linker, model: InclusionModel, step: Step) -> Iterator[Block]:
    """Under each who does it what must be known of each action, for a list of all steps."""
    key = f"{model.id}/{step.id}"
    for who, items in _by_actor(step).items():
        yield Paragraph((Quiet((_called(linker, who),), "when"),), "moment-when")
        yield Checklist(key, tuple(_in_short(linker, item) for item in items), f"steg-{step.id}")


def _in_short(linker: Linker, item: ChecklistItem) -> Task:
    return replace(task(linker, item), blocks=linker.blocks(item.text.gist_and_limits))


def _of_actor(
    linker: Linker, key: str, who: tuple[str, ...], items: Sequence[ChecklistItem], *, folded: bool
) -> Section:
    """What one does, or several do together; where it is closed, one sees how much there is."""
    title = _called(linker, who)
    tasks, spot = (_tasks(linker, key, items),), actor_spot(who)
    if folded:
        return Section(f"{title}: {tally(items)}", tasks, spot, "fold")
    return Section(title, tasks, spot)


def actor_spot(who: tuple[str, ...]) -> str:
    """The spot in a step of what those do together."""
    return "-".join(("gjor", *who))


def tally(items: Sequence[ChecklistItem]) -> str:
    """`3 gjøremål, 1 må`: how much there is to do, and how much of it is no choice."""
    must = sum(item.level is Level.MUST for item in items)
    if len(items) == must:
        return counted(must, "må-gjøremål", "må-gjøremål")
    told = counted(len(items), "gjøremål", "gjøremål")
    return f"{told}, {number(must)} må" if must else told


_MOST_WORDS = 180
"""Where more stands open at once, each opens their own actions; those of the first stand open."""


def _words_at_once(step: Step) -> int:
    """How much is read without opening anything: what to do, to see to and to leave."""
    told = (*step.do, *(step.check or ()), *(step.do_not or ()))
    return sum(len(one.text.plain.split()) for one in told)


def _by_actor(step: Step) -> dict[tuple[str, ...], list[ChecklistItem]]:
    """Who → what they do, in the order in which each first has something to do."""
    found: dict[tuple[str, ...], list[ChecklistItem]] = {}
    for item in step.do:
        found.setdefault(item.who, []).append(item)
    return found


def _called(linker: Linker, who: tuple[str, ...]) -> str:
    if not who:
        return "Den som har ansvaret"
    names = [linker.actor(role).words for role in who]
    return upper_first(listed(names)) + (" sammen" if len(who) > 1 else "")


def _tasks(linker: Linker, key: str, items: Sequence[ChecklistItem]) -> Checklist:
    return Checklist(key, tuple(task(linker, item) for item in items))


def task(linker: Linker, item: ChecklistItem) -> Task:
    """One line of a step's checklist, with its moment."""
    blocks = linker.blocks(item.text)
    if item.moment:
        blocks = opened((Quiet((f"{item.moment.label}:",), "when"), " "), blocks)
    return Task(item.id, blocks, item.level, linker.mark(item))
