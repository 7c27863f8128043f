"""The parts of the work that a role's page is told in, each with one heading."""

from __future__ import annotations

from typing import NamedTuple

from handbook.model.moments import When


class Stretch(NamedTuple):
    """A part of the work with one heading."""

    title: str
    anchor: str
    whens: tuple[When, ...]
    dated: bool = False
    """Whether what stands in it happens at different times, which must then be said."""
    also: str = ""
    """What else says no more than the heading does."""


BEFORE = Stretch("Før start", "for-start", (When.BEFORE_START,), dated=True, also="Før første dag")
UNDERWAY = Stretch(
    "Underveis", "underveis", (When.WEEKLY, When.MONTHLY, When.MEETING, When.DURING), dated=True
)
STRETCHES = (
    BEFORE,
    Stretch("Dagen før", "dagen-for", (When.DAY_BEFORE,)),
    Stretch("Første dag", "forste-dag", (When.FIRST_DAY,)),
    Stretch("Første uke", "forste-uke", (When.FIRST_WEEK,)),
    UNDERWAY,
)

TROUBLE = Stretch("Når det ikke går som planlagt", "nar-noe-skurrer", (When.TROUBLE,), dated=True)
ENDINGS = (
    Stretch("Siste dag", "siste-dag", (When.LAST_DAY,)),
    Stretch("Etterpå", "etterpa", (When.AFTER,), dated=True),
)
