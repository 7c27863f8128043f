"""Words that limit what a source says, and which of them a retelling has lost.

Nothing here understands Norwegian. A limiting word is missed only where the retelling tells the
same thing, seen by the words they share, and has no word of the same class anywhere. What one
cannot be sure of is said as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

SHARED = 3
"""Words that a quoted sentence and a retelling share, when they tell of the same thing."""

SURE = 2
"""The same for a retelling with the very number that the quotation limits."""

_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_SPACES = re.compile(r"[\u00a0\u202f ]+")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")

_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten".split(), 2
    )
} | {"syv": "7", "atten": "18", "tjue": "20", "tretti": "30", "femti": "50", "halv": "halv",
     "halve": "halv", "halvt": "halv", "halvparten": "halv"}  # fmt: skip
_NUMBER = rf"(?P<number>\d+(?:[ .]\d{{3}})*(?:,\d+)?|{'|'.join(_NUMBERS)})"
_UNIT = (
    r"(?:[ -](?P<unit>prosent|år|måned|uke|dag|virkedag|time|kron|stilling|plass|person|ord|poeng)"
    r"|\s*(?P<sign>%))"
)
_COUNTED = re.compile(rf"(?<![\w,]){_NUMBER}{_UNIT}")

_AT_MOST = r"inntil|høyst|maks\w*|opptil|opp til|under|mindre enn|ikke (?:mer|lenger) enn|lengst"
_AT_LEAST = r"minst|minimum|fra|over|mer enn|eller mer|ned til|lavest|oppover"
_ABOUT = r"om lag|omlag|omtrent|cirka|ca\.|rundt|nesten|nær|snaut|drøyt|cirka|anslag\w*|godt over"
_QUANTITIES = (
    (r"inntil|høyst|maksimalt|maks|opptil|opp til", _AT_MOST),
    (r"minst|minimum", _AT_LEAST),
    (r"om lag|omlag|omtrent|cirka|ca\.|rundt", _ABOUT),
)
"""Word before a number in a source → what a retelling may say of it."""

_LIMITED_QUANTITIES = tuple(
    (re.compile(rf"(?<!\w)(?:{limit}) (?:[^\W\d_]+ ){{0,2}}?(?={_NUMBER}{_UNIT})"), allowed)
    for limit, allowed in _QUANTITIES
)

_CLASSES = (
    (r"bare|kun|utelukkende", r"bare|kun|utelukkende|alene|eneste|ingen andre|unntatt|annet enn"),
    (r"særlige tilfeller|særskilte tilfeller|unntaksvis|unntakstilfeller",
     r"særlig\w*|særskilt\w*|unntak\w*|spesiel\w*"),
    (r"forutsatt|under forutsetning|på vilkår|så langt|så ?fremt|med mindre|dersom|hvis",
     r"forut\w*|vilkår\w*|så langt|dersom|hvis|når|med mindre|kreve\w*|så ?fremt|mulig\w*|bare|"
     r"unntatt|ellers|(?:(?<=[.!?\n] )|(?<=\n)|^)(?:er|blir|har|skal|kan|vil|får|må) \w+"),
    (r"mange|de fleste|flertallet", r"mange|flere|fleste|flertall\w*|ofte|stor del|tre av fire"),
    (r"noen av|noen få|enkelte|et par", r"noen|enkelte|et par|få|en del|ikke alle|av og til"),
    (r"mener|mente|ifølge|antar|antok|antas|tror|trodde|håper|håpet",
     r"men(?:er|te|ing\w*)|ifølge|anta\w*|antok|tro\w*|håp\w*|sier|sa|skriv\w*|skrev|fort[ae]l\w*|"
     r"opplev\w*|syn(?:es|tes)|peke[rt]\w*|regn\w*"),
    (r"som hovedregel|som regel|normalt|vanligvis|i utgangspunktet|fortrinnsvis|i hovedsak",
     r"hovedregel\w*|som regel|normal\w*|vanlig\w*|utgangspunkt\w*|fortrinnsvis|hovedsak\w*|"
     r"oftest|ofte|helst|mest"),
)  # fmt: skip
"""Limiting word in a source → words of its class in a retelling."""

_MODALS = {
    "skal": r"skal|må|plikt\w*|kreve[rs]?|krav\w*|har rett",
    "bør": r"bør|burde|anbefal\w*|oppfordr\w*",
    "kan": r"kan|kunne|får lov|mulig\w*|adgang",
}
_RELATIVE = re.compile(r"(?<= som )(?:(?! (?:som|kan|skal|må|bør) )[^,.;:])+")


class Dropped(NamedTuple):
    """A limiting word of a quotation that the retelling does not have."""

    word: str
    sure: bool = False
    """Certain: a number has lost what limits it."""


def dropped(
    retelling: str, quotes: Sequence[str], others: Iterable[str] = (), beside: str = ""
) -> list[Dropped]:
    """Limiting words of the quotations that the retelling lacks where it tells the same.

    `others` is what else the retelling rests on and may have its words from; `beside` is what is
    told next to it from the same source.
    """
    told = _plain(retelling)
    rest = [_plain(one) for one in others]
    sentences = [one for quote in quotes for one in _sentences(_plain(quote))]
    whole = f"{told}\n{_plain(beside)}"
    found = [
        *_quantities(told, sentences, rest),
        *_words(told, whole, sentences, rest),
        *_clauses(told, whole, sentences, rest),
        *(() if rest else _modals(told, sentences)),
    ]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).lower()


def _sentences(text: str) -> list[str]:
    return [one for one in _SENTENCE.split(text) if one.strip()]


def _has(words: str, text: str) -> re.Match[str] | None:
    return _whole_words(words).search(text)


@cache
def _whole_words(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@lru_cache(maxsize=4096)
def _limits(sentence: str) -> tuple[tuple[str, str], ...]:
    """Limiting word in a quoted sentence → words of its class that a retelling may have."""
    held = ((_has(theirs, sentence), ours) for theirs, ours in _CLASSES)
    return tuple((found[0], ours) for found, ours in held if found)


@lru_cache(maxsize=4096)
def _limited_counts(sentence: str) -> tuple[tuple[tuple[str, str], str, str], ...]:
    """What a quoted sentence counts with `inntil` or the like: what may limit it, and the words."""
    return tuple(
        (counted, allowed, _shown(sentence, found))
        for limited, allowed in _LIMITED_QUANTITIES
        for found in limited.finditer(sentence)
        if (counted := next(_counts(sentence[found.end() :]), None))
    )


@lru_cache(maxsize=4096)
def _strengths(sentence: str) -> frozenset[str]:
    """`skal`, `bør`, `kan`: those that a sentence has, in these words or others."""
    return frozenset(name for name, words in _MODALS.items() if _has(words, sentence))


@lru_cache(maxsize=4096)  # a quotation is held against all that cite it
def _stems(text: str) -> frozenset[str]:
    """What words begin with, without those that any two sentences share."""
    words = (word for word in _WORD.findall(text) if word not in _NUMBERS)
    return frozenset(word[:_STEM] for word in words) - _COMMON


_EVERYWHERE = frozenset(("tilta", "delta", "arbei", "virks", "perso"))
"""What the whole handbook is about: alone it tells of no one thing."""


_COMMON = {
    word[:_STEM]
    for word in (
        "eller dette disse andre annet etter under over mellom være blir hadde skulle kunne ville "
        "skal sitt sine prosent måned måneder uker dager virkedager timer kroner "
        "seg selv også ikke denne dere deres hvor hvem hver samme fram uten slik "
        "inntil høyst minst bare både enten gjelder gjelde med mange noen flere"
    ).split()
}


def _same(told: str, sentence: str) -> bool:
    """Whether both tell of one thing."""
    ours, shared = _stems(told), _stems(told) & _stems(sentence)
    enough = min(SHARED, max(2, len(ours)))
    own = len(shared - _EVERYWHERE) >= min(2, len(ours - _EVERYWHERE))
    return own and len(shared) >= enough


def _counts(text: str) -> Iterator[tuple[str, str]]:
    for found in _COUNTED.finditer(text):
        number = re.sub(r"[ .]", "", _NUMBERS.get(found["number"], found["number"]))
        yield number, "prosent" if found["sign"] else found["unit"]


def _quantities(told: str, quoted: Sequence[str], rest: Sequence[str]) -> Iterator[Dropped]:
    """Numbers that have lost `inntil`, `minst` or `om lag`."""
    support = [one for text in rest for one in _sentences(text)] + list(quoted)
    for sentence in quoted:
        for counted, allowed, shown in _limited_counts(sentence):
            if _free(counted, allowed, support):
                continue
            shared = _stems(told) & _stems(sentence)
            if shared and _free(counted, allowed, _sentences(told)):
                yield Dropped(shown, sure=len(shared) >= SURE)


def _shown(sentence: str, found: re.Match[str]) -> str:
    after = _COUNTED.match(sentence, found.end())
    end = after.end() if after else found.end()
    whole = re.match(r"\w*", sentence[end:])
    return sentence[found.start() : end + (whole.end() if whole else 0)]


def _free(counted: tuple[str, str], allowed: str, sentences: Iterable[str]) -> bool:
    """Whether a sentence has the number and nothing that limits it."""
    return any(counted in _counts(one) and not _has(allowed, one) for one in sentences)


def _words(told: str, whole: str, quoted: Sequence[str], rest: Sequence[str]) -> Iterator[Dropped]:
    """Limiting words whose whole class is missing."""
    for sentence in quoted:
        for word, ours in _limits(sentence):
            if not _same(told, sentence) or _has(ours, whole):
                continue
            if _turned(_nearest(told, sentence)) != _turned(sentence):
                continue
            if not any(_same(told, one) for text in rest for one in _sentences(text)):
                yield Dropped(word)


_NOT = r"ikke|aldri|ingen|verken"
"""What turns a sentence: an exception to a prohibition is no limit of the prohibition."""


@lru_cache(maxsize=4096)
def _turned(sentence: str) -> bool:
    return _has(_NOT, sentence) is not None


def _nearest(told: str, sentence: str) -> str:
    """The sentence of the retelling that shares most with a quoted one."""
    theirs = _stems(sentence)
    return max(_sentences(told), key=lambda one: len(_stems(one) & theirs), default="")


def _clauses(
    told: str, whole: str, quoted: Sequence[str], rest: Sequence[str]
) -> Iterator[Dropped]:
    """«… som opplæringstiltak»: who or what it holds for, when nothing of it is told."""
    for sentence in quoted:
        for found in _RELATIVE.finditer(sentence):
            outside = sentence[: found.start()] + sentence[found.end() :]
            if _same(told, outside) and not _mentioned(found[0], " ".join((whole, *rest))):
                yield Dropped(f"som {' '.join(found[0].split()[:4])}")


def _mentioned(clause: str, text: str) -> bool:
    """Whether a clause is told in part, or says too little to limit anything.

    A noun alone limits (`som opplæringstiltak`) and must be told as it is; a verb alone does not.
    """
    if _NOUN.fullmatch(clause.strip()):
        return clause.strip()[:-2] in text
    words = _stems(clause)
    return len(words) < 2 or bool(words & _stems(text))


_NOUN = re.compile(r"[^\W\d_]{6,}(?<!s)(?<!er)")


def _modals(told: str, quoted: Sequence[str]) -> Iterator[Dropped]:
    """`kan` retold as `skal`, or `skal` as `kan`, where the sources say one thing alone."""
    alike = [one for one in quoted if _close(told, one) and not _turned(one)]
    if not alike:
        return
    theirs = sorted(frozenset[str]().union(*map(_strengths, alike)))
    ours = _strengths(told)
    if len(theirs) == 1 and ours and theirs[0] not in ours:
        yield Dropped(theirs[0])
    elif theirs == ["kan"] and not ours and not _has(_SOFT, told):
        yield Dropped("kan")


def _close(told: str, sentence: str) -> bool:
    """Whether they share so much that the retelling is of this very sentence."""
    theirs = _stems(sentence)
    return len(_stems(told) & theirs) >= max(min(SHARED, len(theirs)), len(theirs) / 2)


_SOFT = r"hvis|når|dersom|eventuelt|noen|ofte|mulig\w*|spør|be|vurder\w*|enkelte|rett|åpner|ønsk\w*"
