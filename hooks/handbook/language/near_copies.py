"""Sentences of two models that say so nearly the same that it ought to be told once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from handbook.codes import finding
from handbook.findings import Finding
from handbook.language.measures import PARTICIPANT, kind_of
from handbook.language.texts import Text, Texts
from handbook.model.handbook import Handbook
from handbook.model.noun import Basis
from handbook.model.process import ChecklistItem
from handbook.model.prose import Prose
from handbook.model.transclusion import asks
from handbook.model.wording import NearCopies

_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"(?<!\d)[.!?](?=\s|$)|\n")


_A_RULE = (Basis.REGULATION, Basis.AGREEMENT, Basis.GUIDANCE)
"""What others have decided can be told once; advice of our own may sound alike in two models."""


class Said(NamedTuple):
    """One sentence, where it stands, and the words it has."""

    text: Text
    words: str
    set_of: frozenset[str]


class Pair(NamedTuple):
    """Two sentences of different models, and how much of their words they share."""

    one: Said
    other: Said
    percent: int


def no_two_models_say_the_same_by_hand(book: Handbook, where: Texts) -> Iterator[Finding]:
    """Det to modeller sier nesten likt, er en regel som begge henter."""
    near = book.words.near_copies
    if near is None:
        return
    told = set()
    for pair in pairs(list(_said(where, near)), near.percent):
        one, other = pair.one, pair.other
        if (place := where.of(one.text)) in told:
            continue  # one is enough to see what the text should ask for
        told.add(place)
        yield finding(
            "O35", place, f"{one.text.name} sier nesten det samme som {other.text.name}",
            found=f"{pair.percent} prosent likt: «{one.words}» og «{other.words}»",
            fix="skriv det som en regel og hent den begge steder, eller si det modellen har for "
            "seg selv",
        )  # fmt: skip


def _said(where: Texts, near: NearCopies) -> Iterator[Said]:
    for text in where.texts:
        if text.owner[0] != "model" or getattr(text.holder, "basis", None) not in _A_RULE:
            continue
        if isinstance(text.holder, ChecklistItem):
            continue  # what somebody is to do is said to them, in each model in its own way
        if not isinstance(text.value, Prose) or asks(text.source) or kind_of(text) is PARTICIPANT:
            continue
        for words in _STOP.split(text.value.plain):
            found = frozenset(_WORD.findall(words.lower()))
            if len(found) >= near.fewest_words:
                yield Said(text, words.strip(), found)


def pairs(said: Sequence[Said], percent: int) -> Iterator[Pair]:
    """Every pair that is alike enough, in the order of the first.

    Two sets that share so much must share one of their rarest words: so few sentences are held
    against each other (Bayardo, Ma and Srikant 2007).
    """
    often = Counter(word for one in said for word in one.set_of)
    seen: dict[str, list[int]] = {}
    for at, one in enumerate(said):
        rarest = sorted(one.set_of, key=lambda word: (often[word], word))
        prefix = rarest[: len(rarest) - ceil(len(rarest) * percent / 100) + 1]
        for before in sorted({n for word in prefix for n in seen.get(word, ())}):
            other = said[before]
            alike = _alike(one.set_of, other.set_of)
            if alike >= percent and one.text.owner != other.text.owner:
                yield Pair(other, one, alike)
        for word in prefix:
            seen.setdefault(word, []).append(at)


def _alike(one: frozenset[str], other: frozenset[str]) -> int:
    """Shared words in percent of all words of both."""
    shared = len(one & other)
    return 100 * shared // (len(one) + len(other) - shared)
