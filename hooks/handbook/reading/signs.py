"""Signs that nobody meant to write: unseen ones, broken ones, letters that only look right.

They are sought in the file as it is, so each is told at its own line and column, in fields, in
comments and in pages by hand alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Odd:
    """One sign that should not be there; `stops` when the file cannot be read because of it."""

    index: int
    code: str
    problem: str
    found: str
    fix: str
    stops: bool = False


_STOPS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
"""Control characters, and ends of lines that only some programs see."""
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f"
)
"""Marks that change what is read, sought or spoken without being seen."""
UNSEEN = re.compile(f"[{_STOPS}{_UNSEEN}]")

_NAMES = (
    ("\u0085", "et gammelt linjeskift"),
    ("\u00ad", "en myk bindestrek"),
    ("\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069", "et merke for leseretning"),
    ("\u200b", "et mellomrom uten bredde"),
    ("\u200c\u200d\u2060", "et usynlig bindetegn"),
    ("\u2028\u2029", "et usynlig linjeskift"),
    ("\ufe00-\ufe0f", "et merke som følger med et bildetegn (emoji)"),
    ("\ufeff", "et merke som skal stå først i en fil (BOM)"),
    ("\U000e0000-\U000e007f", "et usynlig merke (tag)"),
    (_STOPS, "et kontrolltegn"),
)
"""Signs → what they are called."""

_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BLANK_THAT_BREAKS = re.compile(
    rf"^[ \t]*(?:- *)*([{_BLANKS}])|^[ ]*(?:- +)*[\w-]+:[ ]*([{_BLANKS}])",
    re.MULTILINE,
)
"""A blank that looks like a space where YAML asks for one: before a field, after «:» or «-»."""

_TWISTED = re.compile(
    "\u00e2[\u0080-\u009f\u20ac][^\\s\\w]|\ufffd"
    "|[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
"""Two or three signs that were one before the text was saved as something else than it was."""

_WORD_SIGN = "A-Za-z\u00c0-\u024f"
_ALIEN = "\u0370-\u03ff\u0400-\u052f\uff21-\uff3a\uff41-\uff5a"
_MIXED = re.compile(rf"[{_WORD_SIGN}][{_ALIEN}]|[{_ALIEN}][{_WORD_SIGN}]")
_UNUSUAL = re.compile(f"[{_ALIEN}{_BLANKS}\u00c2\u00c3\u00e2\ufffd]")
"""One of these is in every text that has anything of the kind; cheap to seek."""
_LOOKS_LIKE = dict(zip(
    "АВЕКМНОРСТУХаеорсухіјѕԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυ",
    "ABEKMHOPCTYXaeopcyxijsdqwABEZHIKMNOPTYXaivopu",
    strict=True,
))  # fmt: skip
"""Letters of Cyrillic and Greek → the Latin letter they are taken for."""


def odd_signs(text: str, *, yaml: bool) -> list[Odd]:
    """All of them in a text, in order; `yaml` also tells of blanks that break the file.

    A control character is the last that is told: what follows may be no text at all.
    """
    found = []
    for match in UNSEEN.finditer(text):
        found.append(_unseen(text, match.start()))
        if found[-1].stops:
            return found
    if not text.isascii() and _UNUSUAL.search(text):
        found += [_twisted(text, match) for match in _TWISTED.finditer(text)]
        found += _mixed(text)
        if yaml:
            found += [_blank(text, match) for match in _BLANK_THAT_BREAKS.finditer(text)]
    return sorted(found, key=lambda odd: odd.index)


def name_of(sign: str) -> str:
    """`en myk bindestrek (U+00AD)`."""
    called = (name for signs, name in _NAMES if re.match(f"[{signs}]", sign))
    return f"{next(called, 'et usynlig tegn')} (U+{ord(sign):04X})"


def _unseen(text: str, at: int) -> Odd:
    sign = text[at]
    return Odd(
        at, "Y11", f"her står {name_of(sign)}, som ikke synes", _around(text, at),
        "slett tegnet; slike følger ofte med når tekst limes inn",
        stops=bool(re.match(f"[{_STOPS}]", sign)),
    )  # fmt: skip


def _blank(text: str, match: re.Match[str]) -> Odd:
    at = match.start(match.lastindex or 0)
    return Odd(
        at, "Y11", f"her står et annet mellomrom enn det vanlige (U+{ord(text[at]):04X})",
        _around(text, at), "bytt det ut med et vanlig mellomrom", stops=True,
    )  # fmt: skip


def _twisted(text: str, match: re.Match[str]) -> Odd:
    word = _word(text, match.start(), match.end())
    if match[0] == "\ufffd":
        return Odd(
            match.start(), "Y15", "her står et tegn som er gått tapt (U+FFFD)", word,
            "skriv bokstaven som skal stå der, på nytt",
        )  # fmt: skip
    meant = _untwisted(word)
    return Odd(
        match.start(), "Y15", "bokstavene er blitt ødelagt da teksten ble limt inn eller lagret",
        word, f"skriv «{meant}»" if meant else "skriv ordet på nytt",
    )  # fmt: skip


def _untwisted(word: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return word.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return ""


def _mixed(text: str) -> Iterator[Odd]:
    told = -1
    for match in _MIXED.finditer(text):
        if match.start() <= told:
            continue
        word = _word(text, match.start(), match.end())
        start = text.rfind(word, 0, match.end())
        told = start + len(word)
        sign = next(s for s in match[0] if re.match(f"[{_ALIEN}]", s))
        meant = "".join(_LOOKS_LIKE.get(s, s) for s in unicodedata.normalize("NFKC", word))
        plain = not re.search(f"[{_ALIEN}]", meant)
        yield Odd(
            match.start(), "Y16", f"«{sign}» (U+{ord(sign):04X}) i ordet er {_alphabet(sign)}",
            word, f"skriv «{meant}»" if plain else "skriv ordet på nytt med vanlige bokstaver",
        )  # fmt: skip


def _alphabet(sign: str) -> str:
    if "\u0370" <= sign <= "\u03ff":
        return "en gresk bokstav"
    return "en kyrillisk bokstav" if sign <= "\u052f" else "en bokstav med full bredde"


def _word(text: str, start: int, end: int) -> str:
    before = re.search(r"[^\s\"']*\Z", text[max(0, start - 40) : start])
    after = re.match(r"[^\s\"']*", text[end : end + 40])
    whole = (before[0] if before else "") + text[start:end] + (after[0] if after else "")
    return whole.rstrip(".,;:")


def _around(text: str, at: int) -> str:
    """The words on both sides, with the sign shown by its number."""
    line = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    before = text[max(line, at - 30) : at]
    after = text[at + 1 : min(end if end >= 0 else len(text), at + 31)]
    shown = f"{before}<U+{ord(text[at]):04X}>{after}"
    return UNSEEN.sub("", shown).strip()
