"""Words and forms that the handbook has left: found in a text, with what is written instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from handbook.model.wording import WordChoice


@dataclass(frozen=True, slots=True)
class Avoided:
    """One thing not to write; small `letters` must be there for it to be found."""

    choice: WordChoice
    words: str
    letters: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds it; made first when the letters are there, which they mostly are not."""
        return written(self.words)

    def in_text(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where it stands and may not."""
        if self.letters in text.lower():
            free = [m.span() for one in self.choice.unless for m in written(one).finditer(text)]
            for match in self.pattern.finditer(text):
                if not any(start <= match.start() and match.end() <= end for start, end in free):
                    yield match


@lru_cache(maxsize=8)
def avoided(choices: tuple[WordChoice, ...]) -> tuple[Avoided, ...]:
    """Everything that is not written any more."""
    return tuple(
        Avoided(choice, words, max(words.lower().split("*"), key=len))
        for choice in choices
        for words in choice.avoid
    )


@lru_cache(maxsize=2000)
def written(words: str) -> re.Pattern[str]:
    """Words as whole words; `*` is the rest of one. With a capital they are meant exactly so."""
    pieces = r"\w*".join(re.escape(piece) for piece in words.split("*"))
    before = "" if words[0] != "*" and not words[0].isalnum() else r"(?<!\w)"
    after = "" if words[-1] != "*" and not words[-1].isalnum() else r"(?!\w)"
    exact = any(sign.isupper() for sign in words)
    return re.compile(before + pieces + after, 0 if exact else re.IGNORECASE)


def slips(choices: tuple[WordChoice, ...], text: str) -> Iterable[tuple[WordChoice, re.Match[str]]]:
    """Everything in a text that should be written otherwise."""
    return ((one.choice, match) for one in avoided(choices) for match in one.in_text(text))
