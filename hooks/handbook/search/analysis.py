"""From text to the stems that are looked up, by the tables in rules.py."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from handbook.search import rules

_WORD = re.compile(r"[0-9a-zà-öø-ÿ]+")
_HYPHEN = re.compile(r"(?<=[0-9a-zà-öø-ÿ])[-\u2010\u2011](?=[a-zà-öø-ÿ])")
_NUMBERED, _PARTED = (
    tuple((re.compile(pattern), written.replace("$", "\\")) for pattern, written in table)
    for table in (rules.NUMBERED, rules.PARTED)
)
_ANY_HYPHEN = re.compile("[-\u2010\u2011]")
_STOP = frozenset(rules.STOP)
_ENDINGS = frozenset(rules.ENDINGS)
_LONGEST = len(rules.ENDINGS[0])


def words(text: str) -> list[str]:
    """Lower-case words in order, stop words too; ids and hyphened words are made one word."""
    lower = unicodedata.normalize("NFC", text).lower()
    if "skj" in lower:
        lower = _NUMBERED[0][0].sub(_NUMBERED[0][1], lower)
    if _ANY_HYPHEN.search(lower):
        for pattern, written in _NUMBERED[1:]:
            lower = pattern.sub(written, lower)
        lower = _HYPHEN.sub("", lower)
    if " opp" in lower:
        for pattern, written in _PARTED:
            lower = pattern.sub(written, lower)
    return _WORD.findall(lower)


def telling(text: str) -> list[str]:
    """The words that say something; all of them when no such word is there."""
    found = words(text)
    return [word for word in found if word not in _STOP] or found


def stems(text: str) -> list[str]:
    """Stems of the telling words, in order."""
    return [stem(word) for word in telling(text)]


@lru_cache(maxsize=20_000)
def voices(text: str) -> int:
    """Who speaks and of whom, a bit for each row of `rules.VOICES`."""
    found = set(words(text))
    return sum(1 << bit for bit, row in enumerate(rules.VOICES) if found & set(row))


@lru_cache(maxsize=20_000)
def phrase(text: str) -> str:
    """The same for two texts that say the same with other endings or letters."""
    return " ".join(stems(text))


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Without the letters people may lack; nynorsk becomes bokmål."""
    if word in rules.APART:
        return rules.APART[word]
    for letter, plain in rules.FOLD:
        word = word.replace(letter, plain)
    for nynorsk, bokmaal in rules.NYNORSK:
        word = word.replace(nynorsk, bokmaal)
    return word


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The part of a word that its forms share. Not always a word: `lederne` gives `led`."""
    return stem_folded(fold(word))


def stem_folded(folded: str) -> str:
    """The stem of a word that is folded already."""
    left = folded
    for _ in range(rules.ROUNDS):
        shorter = _without_ending(left)
        if shorter == left:
            break
        left = shorter
    return rules.SAME.get(left, left)


def _without_ending(word: str) -> str:
    if word in rules.SAME or word.endswith("ss"):
        return word
    for length in range(min(_LONGEST, len(word) - rules.SHORTEST_STEM), 0, -1):
        if word[-length:] in _ENDINGS:
            return word[:-length]
    return word


def split(folded: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """Stems of the parts of a compound, the longest first part first; empty when it is none.

    A linking s or e falls away with the ending of the part before it.
    """
    shortest = rules.SPLIT_SHORTEST
    for at in range(len(folded) - shortest, shortest - 1, -1):
        first = stem_folded(folded[:at])
        if not known(first):
            continue
        rest = folded[at:]
        last = stem_folded(rest)
        if known(last):
            return first, last
        more = split(rest, known) if len(rest) > 2 * shortest else ()
        if more:
            return (first, *more)
    return ()
