"""Norwegian forms of dates, numbers and lists, and the order of the alphabet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"


def date_text(day: dt.date) -> str:
    """`22. november 2026`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def unbroken_date(day: dt.date) -> str:
    """The same for paper: day and month never part at the end of a line."""
    return date_text(day).replace(" ", "\u00a0", 1)


def number(value: float) -> str:
    """`1 753`, `2,5`: a thin gap between thousands, comma before decimals."""
    if float(value).is_integer():
        return f"{int(value):,}".replace(",", "\u00a0")
    return f"{value:,.1f}".replace(",", "\u00a0").replace(".", ",")


def percent(value: float) -> str:
    """`39 %`, and `0,9 %` for a small share; the gap does not break."""
    shown = round(value, 1) if value < 10 else round(value)
    return f"{number(shown)}\u00a0%"


def size(count: int) -> str:
    """`84 kB`, `1,2 MB`; never less than 1 kB."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))}\u00a0kB"
    return f"{number(round(count / 1_000_000, 1))}\u00a0MB"


def listed(words: Sequence[str], last: str = "og") -> str:
    """`a, b og c`."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + f" {last} " + words[-1]


def counted(amount: int, one: str, many: str) -> str:
    """`1 steg`, `12 steg`."""
    return f"{number(amount)}\u00a0{one if amount == 1 else many}"


def lower_first(text: str) -> str:
    """The text with its first letter small."""
    return text[:1].lower() + text[1:]


def either(labels: Sequence[str]) -> str:
    """`En som …, eller en med …`: what fits, one after the other in one sentence."""
    return ", eller ".join([*labels[:1], *(label[:1].lower() + label[1:] for label in labels[1:])])


def upper_first(text: str) -> str:
    """`fadder` becomes `Fadder`; the rest is left alone."""
    return text[:1].upper() + text[1:]


def in_order(text: str) -> tuple[int, ...]:
    """Sort key: æ, ø, å last, in that order; case and other signs do not count."""
    return tuple(_ALPHABET.find(sign) for sign in text.lower() if sign in _ALPHABET)
