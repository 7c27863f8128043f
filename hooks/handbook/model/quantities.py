"""Numbers with a unit as people write them, so that two that mean the same can be held together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.model.rule import Amount, RuleUnit

_WORDS = {
    "halvt": 0.5, "halvannet": 1.5, "en": 1, "ett": 1, "et": 1, "én": 1, "to": 2, "tre": 3,
    "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10, "elleve": 11,
    "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17,
    "atten": 18, "nitten": 19, "tjue": 20, "tretti": 30, "tredje": 3, "fjerde": 4, "femte": 5,
    "sjette": 6,
}  # fmt: skip
_UNITS: dict[str, tuple[str, float]] = {
    "prosent": ("percent", 1), "kroner": ("kroner", 1), "time": ("hours", 1), "dag": ("days", 1),
    "døgn": ("hours", 24), "uke": ("days", 7), "måned": ("months", 1), "år": ("months", 12),
}  # fmt: skip
"""Word → what is counted, and how much of it. Days and months are never turned into each other."""

_OF: dict[RuleUnit, tuple[str, float]] = {
    RuleUnit.KRONER: _UNITS["kroner"], RuleUnit.PERCENT: _UNITS["prosent"],
    RuleUnit.HOURS: _UNITS["time"], RuleUnit.DAYS: _UNITS["dag"], RuleUnit.WEEKS: _UNITS["uke"],
    RuleUnit.MONTHS: _UNITS["måned"], RuleUnit.YEARS: _UNITS["år"],
}  # fmt: skip

UNIT = re.compile(r"[ \u00a0](prosent|kroner|time|dag|døgn|uke|måned|år)(?:er|r)?\b")
"""Where a unit stands after something; this alone is sought in every text."""
_BEFORE = re.compile(
    r"(?<![\w,.§-])(\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?|" + "|".join(_WORDS) + r")$", re.I
)


class Quantity(NamedTuple):
    """So much of something: `18` of `months`."""

    dimension: str
    amount: float


def quantity_at(text: str, unit: re.Match[str]) -> tuple[str, Quantity] | None:
    """The number before a unit, as it is written and as it is meant."""
    number = _BEFORE.search(text, max(0, unit.start() - 14), unit.start())
    if number is None:
        return None
    dimension, each = _UNITS[unit[1]]
    return text[number.start() : unit.end()], Quantity(dimension, _value(number[1]) * each)


def quantities(text: str) -> Iterator[Quantity]:
    """Every number with a unit in a text."""
    for unit in UNIT.finditer(text):
        found = quantity_at(text, unit)
        if found:
            yield found[1]


def quantity_of(amount: Amount) -> Quantity | None:
    """The same for a number of a rule; None for what is counted in no such unit."""
    known = _OF.get(amount.unit)
    return Quantity(known[0], amount.amount * known[1]) if known else None


def dimension_of(unit: RuleUnit) -> str:
    """What a unit counts."""
    return _OF[unit][0] if unit in _OF else ""


def _value(written: str) -> float:
    known = _WORDS.get(written.lower())
    return known or float(re.sub(r"[ \u00a0]", "", written).replace(",", "."))
