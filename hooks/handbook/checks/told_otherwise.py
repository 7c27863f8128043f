"""One thing told with two numbers, where no rule says which is right.

Every sentence with a number is held against every other that tells of the same: the rarer a word
is among such sentences, the more it says that they do. Nobody writes down what to look for.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log
from typing import NamedTuple

from handbook.checks.contradictions import Register, register_of, rules_deciding
from handbook.checks.sentences import heading_over, sentence_at, title_of_owner
from handbook.checks.walk import Value
from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding
from handbook.language.texts import read_aloud
from handbook.model.form import Deletion
from handbook.model.handbook import Handbook
from handbook.model.process import Timing
from handbook.model.quantities import COUNTED, Found, Quantity, found_in, quantities

_ALIKE, _AKIN = 0.66, 0.5
"""So much of what a sentence is about stands in one that it may go against, or that backs it."""
_SHARED = 2
"""So many telling words they share at least: one alone names no thing."""
_NOT_TOLD = frozenset({"source", "example"})
"""A source tells what it says, and a story what happened to one person."""
_NOT_CLAIMED = frozenset({"example", "examples", "search_words", "within", "period", "sample"})
"""Fields with an answer somebody could give, or with a number that has no words around it."""
_NAMED_BY_TITLE = frozenset({"instrument", "rule", "term"})
"""What such an entry tells is about the thing in its title, also where a sentence leaves it out."""


class _Said(NamedTuple):
    """A number with a unit, and what the sentence around it is about."""

    text: Value
    written: str
    quantity: Quantity
    manner: str
    """`each`, `age`, `until`, `before`, `år` (per year) or nothing; each is held by itself."""
    sentence: str
    about: frozenset[str]
    subject: frozenset[str]
    """What its entry is about, where that goes without saying: also in `about`."""
    known_by: tuple[str, ...]
    """Texts in small letters; who shares the words of one of them tells of the same."""


def no_two_texts_tell_it_with_different_numbers(book: Handbook, where: Where) -> Iterator[Finding]:
    """To steder som sier det samme, sier det med samme tall."""
    said = list(_all_said(where))
    weights, register = _weights(said), register_of(book)
    for kind in _by_kind(said):
        told = _Told(kind, weights)
        for one in kind:
            if _is_free(register, one) and (other := told.against(one)):
                yield _otherwise(where, one, other)


def _is_free(register: Register, one: _Said) -> bool:
    """Whether a sentence says enough to be held against others, and no rule decides."""
    least = _SHARED + isinstance(one.text.holder, Timing)  # a few words on when say of one step
    told = one.text.kind != "rule" and len(one.about) >= least
    return told and not rules_deciding(register, one.sentence, one.quantity.dimension)


def _otherwise(where: Where, one: _Said, other: _Said) -> Finding:
    there = where.of(other.text)
    return finding(
        "R10", where.near(one.text, one.written),
        f"{one.text.name} sier «{one.written}», men {other.text.name} sier «{other.written}»",
        found=f"{there.file}:{there.line}: {other.sentence[:120]}",
        fix="rett det stedet som er galt; er det to ulike ting, skriver du hva hver av dem er",
    )  # fmt: skip


def _all_said(where: Where) -> Iterator[_Said]:
    for text in where.having(COUNTED):
        if text.kind not in _NOT_TOLD and not _NOT_CLAIMED.intersection(text.path):
            yield from _said_in(where, text)


def _said_in(where: Where, text: Value) -> Iterator[_Said]:
    aloud = read_aloud(text.source) if "[" in text.source else text.source
    title, heading = title_of_owner(where.book, text), heading_over(where.book, text)
    subject = _topic(title) if text.kind in _NAMED_BY_TITLE else frozenset()
    for one in found_in(aloud):
        sentence = sentence_at(aloud, one.start).strip()
        about = _topic(sentence) | subject
        known = _known_by(text.kind, sentence, title, heading)
        manner = _manner(one, aloud)
        yield _Said(text, one.written, one.quantity, manner, sentence, about, subject, known)


def _known_by(kind: str, sentence: str, title: str, heading: str) -> tuple[str, ...]:
    """A form tells of many things, so its title says what it is about only where it says all."""
    known = (sentence, title) if kind == "form" else (f"{sentence} {title} {heading}",)
    return tuple(f" {' '.join(_LETTERS.findall(one.lower()))}" for one in known)


_MANNERS = {
    "each": re.compile(r"hver[t]?\s+$|annen\s*hver\s+$"),
    "until": re.compile(r"(?<!\w)(?:til|til og med|og|senest|innen|før)\s+$"),
    "age": re.compile(r"(?:fylt[e]?|fyller|under|over|yngre enn|eldre enn)\s+$"),
}
_BEFORE = re.compile(r"\s*(?:\w+\s+)?(?:før|forut)\b")
_OFTEN = re.compile(r"(?:hver|annenhver|annethvert)\w*\s", re.I)
_PER = re.compile(r"\s*(?:per|i) (dag|uk|måned|år)")


def _manner(one: Found, text: str) -> str:
    """In what way a number counts, by the words right before and after it."""
    before, after = text[max(0, one.start - 20) : one.start].lower(), text[one.end : one.end + 20]
    if _OFTEN.match(one.written):
        return "each"
    for manner, pattern in _MANNERS.items():
        if pattern.search(before) and (manner != "until" or one.is_a_day):
            return manner
    per = _PER.match(after)
    return "before" if _BEFORE.match(after) else per[1] if per else ""


def _by_kind(said: list[_Said]) -> Iterable[list[_Said]]:
    """Numbers that can be held together: months with months, and ages with ages."""
    kinds = defaultdict(list)
    for one in said:
        kinds[one.quantity.dimension, one.manner].append(one)
    return kinds.values()


def _weights(said: list[_Said]) -> Mapping[str, float]:
    """How much each word says about what a sentence is about."""
    often = Counter(word for one in said for word in one.about)
    return {word: log((len(said) + 1) / (many + 0.5)) for word, many in often.items()}


class _Told:
    """Sentences with numbers of one kind, and which of them share words."""

    def __init__(self, said: list[_Said], weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._known = [(one, known) for one in said for known in one.known_by]
        self._having: dict[str, list[int]] = {}

    def against(self, one: _Said) -> _Said | None:
        """The sentence most like it with another number, when none akin has the same."""
        whole = self._weight(one.about)
        found: tuple[float, _Said | None] = (_ALIKE, None)
        for other, shared in self._sharing(one.about):
            share = self._weight(shared) / whole
            if share < _AKIN or not _comparable(one, other):
                continue
            if one.quantity in quantities(other.sentence):
                return None
            if share >= found[0] and _alike(one, shared):
                found = share, other
        return found[1]

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights[word] for word in words)

    def _sharing(self, about: frozenset[str]) -> Iterator[tuple[_Said, list[str]]]:
        shared = defaultdict(list)
        for word in sorted(about):
            for at in self._with(word):
                shared[at].append(word)
        for at in sorted(shared):
            yield self._known[at][0], shared[at]

    def _with(self, word: str) -> list[int]:
        if word not in self._having:
            known = self._known
            self._having[word] = [at for at, (_, text) in enumerate(known) if _in(word, text)]
        return self._having[word]


def _alike(one: _Said, shared: list[str]) -> bool:
    """Whether another shares nearly every word, and what goes without saying."""
    missing = len(one.about) - len(shared)
    return missing <= len(one.about) // 4 and len(shared) >= _SHARED and one.subject <= set(shared)


def _in(stem: str, known: str) -> bool:
    """Whether a word begins so; a long one may also stand inside another."""
    return stem in known and (len(stem) >= _LONG or f" {stem}" in known)


def _comparable(one: _Said, other: _Said) -> bool:
    """Whether two sentences could be about one thing: models, and what is deleted, differ."""
    if one.text is other.text or one.sentence == other.sentence:
        return False
    same = one.text.owner == other.text.owner
    models = one.text.kind == other.text.kind == "model"
    deleted = isinstance(other.text.holder, Deletion) and (
        isinstance(one.text.holder, Deletion) or "slett" not in one.about
    )
    return same or not (models or deleted)


_WORD = re.compile(r"\b[A-ZÆØÅ]{2,}-[A-ZÆØÅ]\b|[^\W\d_]{4,}|\b[A-ZÆØÅ]{3,}\b")
_ENDING = re.compile(r"(?<=.{4})(?:ene|ane|er|en|et|es|te|e|t|a|r)$")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STEM, _LONG, _COMPOUND = 6, 5, 12


def _topic(sentence: str) -> frozenset[str]:
    """What the telling words of a sentence begin with; a compound alone also tells by its end."""
    words = {word.lower() for word in _WORD.findall(sentence)} - _ANY
    only = next(iter(words)) if len(words) == 1 else ""
    ends = {_bare(only)[-_STEM:]} if len(only) >= _COMPOUND else set()
    return frozenset({_bare(word)[:_STEM] for word in words} | ends)


@cache
def _bare(word: str) -> str:
    return _ENDING.sub("", word)


_ANY = frozenset(
    "eller dette disse andre annet etter under over mellom være blir hadde skulle kunne ville "
    "skal sitt sine seg selv også ikke denne dere deres hvor hvem hver samme fram uten slik "
    "inntil høyst minst bare både enten gjelder gjelde med mange noen flere innen senest før "
    "når helst vanligvis regel lenge lenger lengst samt helt dette siden fordi hvis "
    "prosent kroner timer time dager dagen uker uka måned måneder måneden året kalenderdager "
    "timene dagene ukene månedene årene måneders dagers ukers "
    "halvt halvannet fire seks åtte elleve tolv tretten fjorten femten seksten sytten atten "
    "nitten tjue tretti tredje fjerde femte sjette punkter "
    "start starter begynner begynte slutt slutter slutten siste første ferdig vare varer "
    "forslag vårt eksempel ingen sett setter sette sammen tida spør spørre gjennom "
    "halvåret kvartalet annenhver annethvert deler områder prinsipper".split()
)  # fmt: skip
"""Words that any two such sentences may share."""
