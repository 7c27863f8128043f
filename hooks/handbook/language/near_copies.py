"""Sentences of two entries that say so nearly the same that it ought to be told once."""

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
from handbook.model.prose import Prose
from handbook.model.transclusion import ASKED, SHORT, VARIANTS, asks
from handbook.model.wording import CommonWords, NearCopies

_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"(?<!\d)[.!?](?=\s|$)|\n")

_ASKED_FOR = {"wording": "", **{field: f"|{word}" for word, field in VARIANTS.items()}}
"""The fields of a rule that a text can ask for, and what it writes after the id."""


_AROUND = "…"
"""Stands where a few words of a rule stand inside a sentence."""


class Said(NamedTuple):
    """One sentence, where it stands, and its words: in order, and each once."""

    text: Text
    words: str
    in_order: tuple[str, ...]
    set_of: frozenset[str]


class Pair(NamedTuple):
    """Two sentences of different entries, and how much of their words they share."""

    one: Said
    other: Said
    percent: int


def no_two_places_say_the_same_by_hand(book: Handbook, where: Texts) -> Iterator[Finding]:
    """Det to sier nesten likt, står ett sted som begge henter, eller med de samme ordene."""
    near = book.words.near_copies
    if near is None:
        return
    told = set()
    for pair in pairs(list(_said(where, near)), near.percent):
        fix = _fix(pair, near.same_words)
        one, other = _by_hand_first(pair)
        if not fix or (place := where.of(one.text)) in told:
            continue  # one is enough to see what the text should ask for
        told.add(place)
        yield finding(
            "O35", place, f"{one.text.name} sier nesten det samme som {other.text.name}",
            found=f"{pair.percent} prosent likt: «{one.words}» og «{other.words}»", fix=fix,
        )  # fmt: skip


def _by_hand_first(pair: Pair) -> tuple[Said, Said]:
    """The rule, when one of them is a rule, comes last: it is the other that can ask for it."""
    one, other = pair.one, pair.other
    return (other, one) if _is_rule(one) else (one, other)


def _fix(pair: Pair, common: CommonWords) -> str:
    """What an editor can do about it; nothing when both may stand."""
    one, other = _by_hand_first(pair)
    if _is_rule(one):
        return ""
    if _is_rule(other):
        variant = _ASKED_FOR[other.text.field]
        return f"hent regelen: [[regel:{other.text.owner[1]}{variant}]]"
    if not (_may_be_common(one, common) and _may_be_common(other, common)):
        return (
            "skriv det i en regel, som ordlyd eller unntak, og hent den begge steder, eller si "
            "det som er særlig her"
        )
    if one.in_order != other.in_order:
        return "bruk de samme ordene begge steder, eller si hva som er ulikt"
    if _basis(one) is not _basis(other) and _sources(one) & _sources(other):
        return f"gi dem samme grunnlag; det er «{_basis(one)}» her og «{_basis(other)}» der"
    return ""


def _is_rule(said: Said) -> bool:
    return said.text.owner[0] == "rule"


def _basis(said: Said) -> Basis | None:
    return getattr(said.text.holder, "basis", None)


def _sources(said: Said) -> set[str]:
    return set(getattr(said.text.holder, "sources", ()))


def _may_be_common(said: Said, common: CommonWords) -> bool:
    return _basis(said) in common.bases or _stands_in(said.text, common.lists)


def _stands_in(text: Text, lists: Sequence[str]) -> bool:
    return any(part in lists for part in text.path)


def _said(where: Texts, near: NearCopies) -> Iterator[Said]:
    same, entries = _same(near.same_meaning), {str(entry) for entry in near.entries}
    for text in where.texts:
        if text.owner[0] not in entries or not _is_compared(text, near):
            continue
        for words in _STOP.split(_by_hand(text.value)):
            in_order = tuple(same.get(word, word) for word in _WORD.findall(words.lower()))
            found = frozenset(in_order)
            if len(found) >= near.fewest_words:
                yield Said(text, words.strip(), in_order, found)


def _same(groups: Sequence[str]) -> dict[str, str]:
    """Each word of a group → the first of it."""
    split = ([word.strip().lower() for word in group.split("|")] for group in groups)
    return {word: group[0] for group in split for word in group}


def _is_compared(text: Text, near: NearCopies) -> bool:
    if not isinstance(text.value, Prose):
        return False
    if text.owner[0] == "rule":
        return text.field in _ASKED_FOR
    rests = getattr(text.holder, "basis", None) in near.bases
    return (rests or _stands_in(text, near.lists)) and kind_of(text) is not PARTICIPANT


def _by_hand(text: Prose) -> str:
    """What a text says in its own words: no rule it asks for, and no sentence built round one."""
    if not asks(text.source):
        return text.plain
    told = ASKED.sub(lambda asked: _AROUND if asked[2] == SHORT else "\n", text.source)
    sentences = (one.strip() for line in Prose(told).plain.split("\n") for one in _STOP.split(line))
    return "\n".join(one for one in sentences if _AROUND not in one and not one.endswith(":"))


def pairs(said: Sequence[Said], percent: int) -> Iterator[Pair]:
    """Every pair that is alike enough, in the order of the first.

    Two sets that share so much must share one of their rarest words: so few sentences are held
    against each other (Bayardo, Ma and Srikant 2007).
    """
    rank = _rarest_first(said)
    seen: dict[int, list[int]] = {}
    for at, one in enumerate(said):
        rarest = sorted([rank[word] for word in one.set_of])
        prefix = rarest[: len(rarest) - ceil(len(rarest) * percent / 100) + 1]
        for before in sorted({n for word in prefix for n in seen.get(word, ())}):
            other = said[before]
            alike = _alike(one.set_of, other.set_of)
            if alike >= percent and one.text.owner != other.text.owner:
                yield Pair(other, one, alike)
        for word in prefix:
            seen.setdefault(word, []).append(at)


def _rarest_first(said: Sequence[Said]) -> dict[str, int]:
    """Each word → its place among all words; few sentences have the first."""
    often = Counter(word for one in said for word in one.set_of)
    return {word: at for at, word in enumerate(sorted(often, key=lambda w: (often[w], w)))}


def _alike(one: frozenset[str], other: frozenset[str]) -> int:
    """Shared words in percent of all words of both."""
    shared = len(one & other)
    return 100 * shared // (len(one) + len(other) - shared)
