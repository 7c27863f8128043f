"""What each role does, thing by thing, in the stretches of the work that the reader thinks in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from handbook.model.calendar import timing_of
from handbook.model.inclusion_model import InclusionModel
from handbook.model.moments import When
from handbook.model.noun import cached_on_noun
from handbook.model.process import Anchor, ChecklistItem, Step, Timing

_MONTHLY = (27, 32)
"""Days between the times of what is done every month or every fourth week."""

_LONG_FIRST_DAY = 5
"""What begins on the first day and lasts so many days, belongs to the first week."""


@dataclass(frozen=True)
class Act:
    """One thing a role does: in which step, when, and together with whom."""

    step: Step
    number: int
    item: ChecklistItem
    when: When
    others: tuple[str, ...]

    @property
    def label(self) -> str:
        """When it is, in the words of the action or else of its step."""
        if self.item.moment:
            return self.item.moment.label
        timing = timing_of(self.step)
        return timing.label if timing else ""


def acts_of(model: InclusionModel, role: str) -> Iterator[Act]:
    """Everything a role does in a model, in the order of the steps."""
    usual = usual_moments(model)
    for number, step in enumerate(model.steps, 1):
        for item in step.do:
            if role in item.who:
                when = _when(item, usual[step.id])
                others = tuple(other for other in item.who if other != role)
                yield Act(step, number, item, when, others)


def _when(item: ChecklistItem, usual: When) -> When:
    """What waits for an event lies before the start, underway or after, as its step does."""
    if item.moment is None:
        return usual
    return _WAITS.get(usual, When.DURING) if item.moment.when is When.EVENT else item.moment.when


def as_it_comes(acts: Iterable[Act], usual: Mapping[str, When]) -> tuple[Act, ...]:
    """The same for whoever takes part, to whom a step begins once: at the first of its moments.

    «Før start» in a step that comes underway is before the start at the next workplace.
    """
    return tuple(_within(act, usual[act.step.id]) for act in acts)


def _within(act: Act, usual: When) -> Act:
    early = act.when in _UNTIL_UNDERWAY and usual not in _UNTIL_UNDERWAY
    if not early or act.item.moment is None or act.item.moment.event:
        return replace(act, when=usual) if early else act
    return replace(act, when=usual, item=act.item.model_copy(update={"moment": None}))


_UNTIL_UNDERWAY = (When.BEFORE_START, When.DAY_BEFORE, When.FIRST_DAY, When.FIRST_WEEK)

_WAITS = {
    When.BEFORE_START: When.BEFORE_START,
    When.DAY_BEFORE: When.BEFORE_START,
    When.LAST_DAY: When.AFTER,
    When.AFTER: When.AFTER,
}


@cached_on_noun
def usual_moments(model: InclusionModel) -> dict[str, When]:
    """Step id → the stretch its timing lies in; without a timing that of the step before."""
    found: dict[str, When] = {}
    latest = When.BEFORE_START
    for step in model.steps:
        timing = timing_of(step)
        latest = _stretch(step, timing, latest) if timing else latest
        found[step.id] = latest
    return found


def _stretch(step: Step, timing: Timing, before: When) -> When:
    if step.meeting:
        return When.MEETING
    if timing.repeats and timing.anchor is not Anchor.END:
        return _rhythm(timing.repeats.every.days)
    if timing.anchor is Anchor.START:
        return _from_start(timing)
    if timing.anchor is Anchor.END:
        days = timing.offset.days if timing.offset else 0
        return When.AFTER if days > 0 else When.LAST_DAY if days == 0 else When.DURING
    return When.DURING if timing.anchor is Anchor.CONTINUOUS else before


def _rhythm(days: int) -> When:
    if days <= 7:
        return When.WEEKLY
    return When.MONTHLY if _MONTHLY[0] < days < _MONTHLY[1] else When.DURING


def _from_start(timing: Timing) -> When:
    days = timing.offset.days if timing.offset else 0
    if days < 0:
        on_that_day = days == -1 and not timing.deadline
        return When.DAY_BEFORE if on_that_day else When.BEFORE_START
    if days == 0:
        long = timing.duration is not None and timing.duration.days >= _LONG_FIRST_DAY
        return When.FIRST_WEEK if long else When.FIRST_DAY
    return When.FIRST_WEEK if days < 7 else When.DURING
