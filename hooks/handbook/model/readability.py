"""How hard a text is to read: LIX, the Nordic measure of long sentences and long words.

Björnsson 1968: words per sentence, plus the share in percent of words longer than six letters.
Under 35 is easy, 35–45 middling, above 45 hard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

PARTICIPANT_LIX = 33
"""A text to the participant stays under this."""
TEXT_LIX = 45
"""The heaviest any other text may be."""
LONG_TEXT_WORDS = 25
"""A short text swings too much to be measured; to the participant we measure from ten words."""
TO_PARTICIPANT_WORDS = 10

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_SENTENCE_END = re.compile(r"[.!?:](?=\s|$)|\n")
_FULL_STOP = re.compile(r"[.!](?=\s+[^\Wa-zæøå]|\s+«)")
_ABBREVIATED = re.compile(
    r"\b(?:f\.eks|bl\.a|m\.m|o\.l|osv|ev|evt|ca|nr|kap|jf|pkt|art|s|mv|dvs|inkl|tlf)\.(?=\s+\S)"
    r"|\b\d{1,2}\.(?=\s+(?-i:[a-zæøå]))",
    re.IGNORECASE,
)
"""What has a stop inside a sentence: an abbreviation, and the number of `19. desember`."""
_EMPTY_ENDS = re.compile(r"(?:[.!?:]?\s*\n\s*)+")


def word_count(text: str) -> int:
    """How many words; a compound with hyphens is one."""
    return len(_WORD.findall(text))


def sentence_count(text: str) -> int:
    """How many sentences; a list item is one, an abbreviation ends none."""
    tidy = _ABBREVIATED.sub("x", text) if "." in text else text
    if "\n" in tidy:
        tidy = _EMPTY_ENDS.sub("\n", tidy)
    tidy = tidy.rstrip(" .!?:\n")
    return len(_SENTENCE_END.findall(tidy)) + 1 if tidy else 0


def sentences(text: str) -> Iterator[str]:
    """The sentences themselves, as `sentence_count` counts them."""
    for piece in _SENTENCE_END.split(_ABBREVIATED.sub(_without_stop, text)):
        if _WORD.search(piece):
            yield piece.strip()


def first_sentence(text: str) -> str:
    """The first of them, with its stop."""
    found = _SENTENCE_END.search(_hidden(text))
    return text[: found.end()].strip() if found else text


def first_stop(text: str) -> int:
    """Where the first sentence is over, with its stop; the point of a date or `f.eks.` ends none.

    A question is part of what asks it, and a colon holds on to what it promises.
    """
    hidden = _hidden(text)
    found = _FULL_STOP.search(hidden)
    if found is None or ":" in hidden[: found.end()]:
        return len(text)
    return found.end()


def _hidden(text: str) -> str:
    """The text, as long as it was, without the stops that end nothing."""
    return _ABBREVIATED.sub(lambda found: "x" * len(found[0]), text)


_LIMIT = re.compile(
    r"\b(?:hvis|når|bare|før|senest|først|unntatt|unntak|med mindre|inntil|må|skal|ikke|ingen|"
    r"aldri|alltid|minst|høyst|frivillig|bestemmer|avgjør|vurdering|gjelder|blir i nav|"
    r"sist|fristen|ansvaret|(?:krav|kravet) (?:er )?fra|bør-krav)\b",
    re.IGNORECASE,
)


def sets_a_limit(text: str) -> bool:
    """Whether a text says when, how far or for whom something holds, so that it must be told."""
    return bool(_LIMIT.search(text))


@lru_cache(maxsize=20_000)
def longest_sentence(text: str) -> str:
    """The sentence with most words, the first of them; empty when there is none."""
    return max(sentences(text), key=word_count, default="")


def _without_stop(match: re.Match[str]) -> str:
    return match[0].rstrip(".")


@lru_cache(maxsize=20_000)
def lix(text: str) -> float:
    """The LIX figure; 0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    long = sum(len(word) > 6 for word in words)
    return len(words) / sentence_count(text) + 100 * long / len(words)
