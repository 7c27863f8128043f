"""One thing told with two numbers, where no rule says which is right.

Every sentence with a number is held against every other that counts the same in the same manner:
those that are about the same thing, by the words they share and the schemes they name, must have
the same number. Nobody writes down what to look for. `docs/decisions/0026` says how it was found.
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
from handbook.model.quantities import COUNTED, Found, Quantity, found_in

_ALIKE = 0.3
"""So much of what two sentences are about, taken together, do they share when it is one thing."""
_FEWEST = 2
"""So many words they share at least: one alone names no thing."""
_BACKED = 0.85
"""A sentence with the same number backs another when it is nearly as like it as the other is."""
_NOT_TOLD = frozenset({"source", "example", "edition"})
"""A source tells what it says, a story what happened to one person, an edition of pictures."""
_NOT_CLAIMED = frozenset(
    "example examples search_words within period sample options known_gaps".split()
)
"""Fields with what somebody could answer or ask, or with a number that has no words around it."""


class _Said(NamedTuple):
    """A number with a unit, and what the sentence around it is about."""

    text: Value
    written: str
    quantity: Quantity
    manner: str
    """`each`, `age`, `until`, `before`, `by`, `år` (a year) or nothing; each held by itself."""
    sentence: str
    every: frozenset[Quantity]
    """All that the sentence counts."""
    about: frozenset[str]
    """The words of the sentence that tell what it is about, by how they begin."""
    around: frozenset[str]
    """The same of what stands over it: it goes without saying."""
    schemes: frozenset[str]
    """The models and schemes it is about; two that name none in common tell of two things."""


def no_two_texts_tell_it_with_different_numbers(book: Handbook, where: Where) -> Iterator[Finding]:
    """To steder som sier det samme, sier det med samme tall."""
    if where.unread:  # what backs a sentence may stand in a file that could not be read
        return
    said, register = list(_all_said(book, where)), register_of(book)
    weights = _weights(said)
    for kind in _by_kind(said):
        told = _Told(kind, weights)
        for one in kind:
            if _is_free(register, one) and (other := told.against(one)):
                yield _otherwise(where, one, other)


def _is_free(register: Register, one: _Said) -> bool:
    """Whether no rule decides what a sentence should say."""
    return one.text.kind != "rule" and not rules_deciding(
        register, one.sentence, one.quantity.dimension
    )


def _otherwise(where: Where, one: _Said, other: _Said) -> Finding:
    there = where.of(other.text)
    return finding(
        "R10", where.near(one.text, one.written),
        f"{one.text.name} sier «{one.written}», men {other.text.name} sier «{other.written}»",
        found=f"{there.file}:{there.line}: {other.sentence[:120]}",
        fix="rett det stedet som er galt; er det to ulike ting, skriver du hva hver av dem er",
    )  # fmt: skip


def _all_said(book: Handbook, where: Where) -> Iterator[_Said]:
    told = [
        text for text in where.having(COUNTED)
        if text.kind not in _NOT_TOLD and not _NOT_CLAIMED.intersection(text.path)
    ]  # fmt: skip
    names, words = _scheme_names(book), _Words(text.source for text in told)
    for text in told:
        yield from _said_in(book, names, words, text)


def _said_in(
    book: Handbook, names: Mapping[str, str], words: _Words, text: Value
) -> Iterator[_Said]:
    aloud = read_aloud(text.source) if "[" in text.source else text.source
    around = _around(book, text)
    over = _models_of(book, text) or _named(names, around)
    counted = list(found_in(aloud))
    sentences = [sentence_at(aloud, one.start).strip() for one in counted]
    for one, sentence in zip(counted, sentences, strict=True):
        manner = _manner(one, aloud)
        if manner != _WHICH:
            every = frozenset(
                other.quantity for other, its in zip(counted, sentences, strict=True)
                if its == sentence
            )  # fmt: skip
            schemes = _named(names, sentence) or over
            about = words.topic(_OURS.sub("", sentence))
            yield _Said(text, one.written, one.quantity, manner, sentence, every, about,
                        words.topic(around), schemes)  # fmt: skip


def _around(book: Handbook, text: Value) -> str:
    """The titles a text stands under: of its entry, its section and the nearest thing with one."""
    kind, name = text.owner
    model = book.model_by_id.get(name) if kind == "model" else None
    role = book.role_by_id.get(name) if kind == "role" else None
    titles = (
        title_of_owner(book, text), heading_over(book, text),
        model.short_title if model else "", role.title if role else "",
        getattr(text.inner, "title", ""), getattr(text.inner, "label", ""),
    )  # fmt: skip
    return " ".join(str(title) for title in titles if title)


def _scheme_names(book: Handbook) -> Mapping[str, str]:
    """How models and schemes are named in a text, in small letters → which."""
    models = {model.short_title.lower(): model.id for model in book.models}
    return models | {name: name for one in book.instruments for name in _names(one.title.lower())}


def _names(title: str) -> Iterator[str]:
    """`varig lønnstilskudd` and `lønnstilskudd`: a short title is also known by its last word."""
    yield title
    *first, last = title.split()
    if len(first) < _LONG_TITLE and len(last) > _COMPOUND:
        yield _bare(last)


def _named(names: Mapping[str, str], said: str) -> frozenset[str]:
    said = said.lower()
    return frozenset(which for name, which in names.items() if name in said)


def _models_of(book: Handbook, text: Value) -> frozenset[str]:
    """The model a text stands in, also in a form that no other model uses."""
    kind, name = text.owner
    if kind == "model":
        return frozenset({name})
    used = {at.model.id for at in book.steps_by_form.get(name, ())} if kind == "form" else set()
    return frozenset(used) if len(used) == 1 else frozenset()


_WHICH = "which"
"""The manner of a number that says which one it is, and counts nothing: `i kursets tredje uke`."""
_MANNERS = {
    "each": re.compile(r"hver[t]?\s+$|annen\s*hver\s+$"),
    "until": re.compile(r"(?<!\w)(?:til|til og med|og|senest|innen|før)\s+$"),
    "age": re.compile(r"(?:fylt[e]?|fyller|under|over|yngre enn|eldre enn)\s+$"),
    "by": re.compile(r"(?<!\w)innen\s+$"),
    "": re.compile(r"(?<!\w)(?:på|i)\s+$"),
}
_BEFORE = re.compile(r"\s*(?:\w+\s+)?(?:før|forut)\b")
_OFTEN = re.compile(r"(?:hver|annenhver|annethvert)\w*\s", re.I)
_ORDINAL = re.compile(r"(?:tredje|fjerde|femte|sjette)\s", re.I)
_PER = re.compile(r"\s*(?:per|i) (dag|uk|måned|år)")


def _manner(one: Found, text: str) -> str:
    """In what way a number counts, by the words right before and after it."""
    before, after = text[max(0, one.start - 20) : one.start].lower(), text[one.end : one.end + 20]
    if _OFTEN.match(one.written):
        return "each"
    for manner, pattern in _MANNERS.items():
        if pattern.search(before) and (manner != "until" or one.is_a_day):
            return manner
    if _ORDINAL.match(one.written):
        return _WHICH
    per = _PER.match(after)
    return "before" if _BEFORE.match(after) else per[1] if per else ""


def _by_kind(said: list[_Said]) -> Iterable[list[_Said]]:
    """Numbers that can be held together: months with months, and ages with ages."""
    kinds = defaultdict(list)
    for one in said:
        kinds[one.quantity.dimension, one.manner].append(one)
    return kinds.values()


def _weights(said: list[_Said]) -> Mapping[str, float]:
    """What each word says about what a sentence is about: the rarer it is, the more."""
    often = Counter(word for one in said for word in one.about)
    return defaultdict(
        float, {word: log((len(said) + 1) / (many + 0.5)) for word, many in often.items()}
    )


class _Told:
    """Sentences with numbers of one kind, and which of them are about the same thing."""

    def __init__(self, said: list[_Said], weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._said = said
        self._having = defaultdict(list)
        for at, one in enumerate(said):
            for word in one.about | one.around:
                self._having[word].append(at)

    def against(self, one: _Said) -> _Said | None:
        """The sentence most like it with another number, when none as like has the same."""
        backed, alike, found = 0.0, 0.0, None
        for other in self._near(one):
            share = self._share(one, other)
            if one.quantity in other.every or other.quantity in one.every:
                backed = max(backed, share)
            elif share > alike:
                alike, found = share, other
        return found if alike >= _ALIKE and backed < _BACKED * alike else None

    def _near(self, one: _Said) -> Iterator[_Said]:
        """Those with a word in common that could be about the same thing."""
        near = {at for word in one.about for at in self._having[word]}
        yield from (other for at in sorted(near) if _comparable(one, other := self._said[at]))

    def _share(self, one: _Said, other: _Said) -> float:
        """How much of what both are about they share; what stands over one of them counts too."""
        shared = one.about & (other.about | other.around) | other.about & (one.about | one.around)
        if len(shared) < _FEWEST:
            return 0.0
        return self._weight(shared) / self._weight(one.about | other.about)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights[word] for word in words) or 1.0


def _comparable(one: _Said, other: _Said) -> bool:
    """Whether two sentences could be about one thing: schemes, and what is deleted, differ."""
    if one.text.holder is other.text.holder or one.sentence == other.sentence:
        return False
    if _of_deletion(one) != _of_deletion(other):
        return False
    apart = one.schemes and other.schemes and not one.schemes & other.schemes
    both = isinstance(one.text.holder, Deletion) and isinstance(other.text.holder, Deletion)
    return one.text.owner == other.text.owner or not (apart or both)


def _of_deletion(one: _Said) -> bool:
    return isinstance(one.text.holder, Deletion) or "slett" in one.about


_OURS = re.compile(r"\b(?:vårt )?forslag(?:et vårt)?(?= er\b|:)", re.I)
"""What says that the rest is our own."""
_WORD = re.compile(r"\b[^\W\d_]{2,}-[^\W\d_]\b|[^\W\d_]{3,}")
"""Three letters or more, and `TA-O`."""
_ENDING = re.compile(r"(?<=.{4})(?:ene|ane|er|en|et|es|te|e|t|a|r)$")
_STEM, _PART, _COMPOUND, _LONG_TITLE = 7, 4, 9, 3


class _Words:
    """The telling words of a text by how they begin; a compound also by its parts."""

    def __init__(self, texts: Iterable[str]) -> None:
        found = {word for text in texts for word in _WORD.findall(text.lower())}
        self._known = {bare for word in found - _ANY if len(bare := _bare(word)) >= _PART}
        self._begins: dict[str, tuple[str, ...]] = {}

    def topic(self, text: str) -> frozenset[str]:
        """What a text is about."""
        return frozenset(
            begin for word in _WORD.findall(text.lower()) if word not in _ANY
            for begin in self._beginnings(word)
        )  # fmt: skip

    def _beginnings(self, word: str) -> tuple[str, ...]:
        if word not in self._begins:
            whole = _bare(word)
            self._begins[word] = tuple(part[:_STEM] for part in (whole, *self._parts(whole)))
        return self._begins[word]

    def _parts(self, word: str) -> tuple[str, ...]:
        """`fadder` and `opplæring` of `fadderopplæring`, when both are words of other texts."""
        for at in range(_PART, len(word) - _PART + 1):
            first, last = word[:at].removesuffix("s"), word[at:]
            if last in self._known and (first in self._known or word[:at] in self._known):
                return first, last
        return ()


@cache
def _bare(word: str) -> str:
    return _ENDING.sub("", word)


_ANY = frozenset(
    "alle alt andre annen annet bare begynner begynte ble blir både bør dag dagen dagene "
    "dager dagers deg dem den denne der dere deres det dette din disse ditt eller elleve ene "
    "enn enten ett etter fem femte femten fire fjerde fjorten flere for fordi fra fram får "
    "fått før første gir gis gjelde gjelder gjennom gjerne gå går ha hadde halv halvannet "
    "halvt halvåret han har heller helst helt her hun hvem hver hvert hvis hvor høyst ikke "
    "ingen inne innen inntil kalenderdager kan kroner kunne kvartalet lang lenge lenger "
    "lengst man mange med mellom men mens mer mest minst måned måneden månedene måneder "
    "måneders måtte nitten noe noen nye nytt når ofte også om områder opp oss over per "
    "prinsipper prosent punkter regel samme sammen samt seg seks seksten selv sett sette "
    "setter siden sier sin sine siste sitt sjette sju skal skulle slik slutt slutten slutter "
    "som sove start starter stå står sytten syv så sånn tar tatt ti tida til time timene "
    "timer tjue tolv tre tredje tretten tretti uka ukene uker ukers under uten "
    "vanligvis var vare varer ved vil ville vår vårt være årene året åtte".split()
)
"""Words that any two such sentences may share."""
