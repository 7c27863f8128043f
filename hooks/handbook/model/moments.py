"""When somebody does something, as the one who is in the middle of it thinks of it."""

from __future__ import annotations

from typing import ClassVar

from handbook.model.noun import Labelled, Line, Noun, Unit, may, must


class When(Labelled):
    """A stretch of the work with one heading of its own."""

    BEFORE_START = "before_start", "Før start"
    DAY_BEFORE = "day_before", "Dagen før"
    FIRST_DAY = "first_day", "Første dag"
    FIRST_WEEK = "first_week", "Første uke"
    WEEKLY = "weekly", "Hver uke"
    MONTHLY = "monthly", "Hver måned"
    MEETING = "meeting", "I møtet"
    DURING = "during", "Underveis"
    EVENT = "event", "Når noe skjer"
    TROUBLE = "trouble", "Når det ikke går som planlagt"
    LAST_DAY = "last_day", "Siste dag"
    AFTER = "after", "Etterpå"


NAMED = (When.EVENT, When.TROUBLE)
"""Those that come when something happens, which must then be said."""

COUNTED = (When.BEFORE_START, When.DURING, When.AFTER)
"""Those that may say how long before or after."""


class Moment(Noun):
    """When one thing is done, where it is not when the rest of the step is."""

    noun_title: ClassVar[str] = "Øyeblikk"

    when: When = must(
        "Når",
        "before_start, day_before, first_day, first_week, weekly, monthly, meeting, during, event, "
        "trouble, last_day eller after.",
    )
    amount: int | None = may(
        "Antall", "Hvor lenge før, underveis eller etterpå. Sammen med enhet.", ge=1, le=600
    )
    unit: Unit | None = may("Enhet", "day, week, month eller year.")
    event: Line | None = may("Når hva skjer", "For event og trouble: «Når deltakeren er syk».")

    @property
    def label(self) -> str:
        """`Første dag`, `2 uker før start`, `Når deltakeren er syk`."""
        return ": ".join(filter(None, (self._counted, self.event)))

    @property
    def _counted(self) -> str:
        if self.amount and self.unit:
            span = self.unit.counted(self.amount)
            return (
                f"{span} ut i perioden"
                if self.when is When.DURING
                else (f"{span} {_AFTER.get(self.when, self.when.label.lower())}")
            )
        return "" if self.event and self.when in NAMED else self.when.label


_AFTER = {When.AFTER: "etter siste dag"}
