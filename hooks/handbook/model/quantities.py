"""Numbers with a unit as people write them, so that two that mean the same can be held together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.model.rule import Amount, RuleUnit
from handbook.norwegian import MONTHS

_WORDS = {
    "halvt": 0.5, "halvannet": 1.5, "en": 1, "ett": 1, "et": 1, "én": 1, "to": 2, "tre": 3,
    "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10, "elleve": 11,
    "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17,
    "atten": 18, "nitten": 19, "tjue": 20, "tretti": 30, "tredje": 3, "fjerde": 4, "femte": 5,
    "sjette": 6, "hver": 1, "hvert": 1, "annenhver": 2, "annethvert": 2,
}  # fmt: skip


def counted_in_words(text: str) -> int:
    """2 of `To personer`; 0 when no word of it is a whole number."""
    found = (_WORDS.get(word.lower(), 0) for word in text.split())
    return next((int(number) for number in found if number and number == int(number)), 0)


_UNITS: dict[str, tuple[str, float]] = {
    "prosent": ("percent", 1), "kroner": ("kroner", 1), "time": ("hours", 1), "dag": ("days", 1),
    "døgn": ("hours", 24), "uke": ("days", 7), "måned": ("months", 1), "år": ("months", 12),
    "G": ("g", 1), "halvår": ("months", 6), "kvartal": ("months", 3), "del": ("parts", 1),
    "område": ("areas", 1), "prinsipp": ("principles", 1), "punkt": ("points", 1),
    "ledd": ("points", 1),
}  # fmt: skip
"""Word → what is counted, and how much of it. Days and months are never turned into each other."""

_OF: dict[RuleUnit, tuple[str, float]] = {
    RuleUnit.KRONER: _UNITS["kroner"], RuleUnit.PERCENT: _UNITS["prosent"],
    RuleUnit.HOURS: _UNITS["time"], RuleUnit.DAYS: _UNITS["dag"], RuleUnit.WEEKS: _UNITS["uke"],
    RuleUnit.MONTHS: _UNITS["måned"], RuleUnit.YEARS: _UNITS["år"],
}  # fmt: skip

_UNIT = (
    r"[ \u00a0](?:kalender|arbeids|virke)?"
    r"(?P<unit>prosent|kroner|time|dag|døgn|uke|måned|år|G|halvår|kvartal|del|område|prinsipp|"
    r"punkt|ledd)(?:er|r|ene|en|et|a)?s?\b"
)
_MONTHS = {name: number for number, name in enumerate(MONTHS, 1)}
_DATE = (
    r"(?<![\w.,§-])(?P<day>\d{1,2})\.(?:(?P<number>\d{1,2})\.|[ \u00a0](?P<month>"
    + "|".join(_MONTHS) + r"))(?:[ \u00a0]?(?P<year>20\d\d))?(?![\w.]*\d)"
)  # fmt: skip
COUNTED = re.compile(f"{_UNIT}|{_DATE}")
"""Where a unit stands after something, or a date; this alone is sought in every text."""
_BEFORE = re.compile(
    r"(?<![\w,.§-])(\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?|" + "|".join(_WORDS) + r")$", re.I
)


class Quantity(NamedTuple):
    """So much of something: `18` of `months`; a day is one of `date`, or of `day of a year`."""

    dimension: str
    amount: float


class Found(NamedTuple):
    """A quantity in a text, as it is written and where."""

    start: int
    written: str
    quantity: Quantity

    @property
    def end(self) -> int:
        return self.start + len(self.written)

    @property
    def is_a_day(self) -> bool:
        return self.quantity.dimension in ("date", "day of a year")


def found_in(text: str) -> Iterator[Found]:
    """Every number with a unit, and every date, in the order they stand."""
    for match in COUNTED.finditer(text):
        one = _counted(text, match) if match["unit"] else _dated(match)
        if one is not None:
            yield one


def quantities(text: str) -> Iterator[Quantity]:
    """The same, without where."""
    for one in found_in(text):
        yield one.quantity


def _counted(text: str, unit: re.Match[str]) -> Found | None:
    """The number before a unit."""
    number = _BEFORE.search(text, max(0, unit.start() - 14), unit.start())
    if number is None:
        return None
    dimension, each = _UNITS[unit["unit"]]
    quantity = Quantity(dimension, _value(number[1]) * each)
    return Found(number.start(), text[number.start() : unit.end()], quantity)


def _dated(match: re.Match[str]) -> Found:
    month = int(match["number"] or _MONTHS[match["month"]])
    day = month * 100 + int(match["day"])
    quantity = (
        Quantity("date", int(match["year"]) * 10_000 + day) if match["year"]
        else Quantity("day of a year", day)
    )  # fmt: skip
    return Found(match.start(), match[0], quantity)


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
