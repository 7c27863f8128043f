"""Whether an edit of a text changes what it says, or only how it is spelt.

Editorial, and passed over in silence:

- other capitals, punctuation, spaces, quotation marks, **bold** or line breaks;
- a word replaced by one that is spelt nearly the same (at least 70 % of the letters, same first
  letter, at most two letters longer or shorter), such as `fader` → `fadder`;
- small words that carry no weight (`og`, `som`, `det` …) put in, taken out or exchanged;

as long as no more than two words, or one word in seven, are touched. Never editorial: a number, a
reference or a link, and words that bind or deny (`må`, `ikke`, `aldri` …).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\[\[[^\]]*\]\]|\]\([^)]*\)|[^\W_]+(?:[-.,:/][^\W_]+)*%?|%")
_WEIGHTY = frozenset(
    "ikke ingen ingenting intet aldri alltid må skal bør kan alle noen hver bare minst høyst før "
    "etter uten eller enten både innen frivillig forbudt lov plikt rett krav ansatt dag dager uke "
    "uker måned måneder år én to tre fire fem seks sju åtte ni ti".split()
)
_LIGHT = frozenset(
    "og i på en et ei det den de som at så da til av for om med er seg sin sitt sine der her dette "
    "denne disse også jo nå vel gjerne litt".split()
)
_MAX_WORDS = 2
_MAX_SHARE = 1 / 7
_ALIKE = 0.7
_MAX_LETTERS = 2


def editorial(before: str, after: str) -> bool:
    """True when the two texts say the same to a reader."""
    old, new = _words(before), _words(after)
    if old == new:
        return True
    touched = 0
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone, come = old[i:j], new[k:m]
        if not _harmless(gone, come):
            return False
        touched += max(len(gone), len(come))
    return touched <= max(_MAX_WORDS, int(len(old) * _MAX_SHARE))


def _words(text: str) -> list[str]:
    return [word.lower() if word[0] not in "[]" else word for word in _WORD.findall(text)]


def _harmless(gone: list[str], come: list[str]) -> bool:
    if any(word in _WEIGHTY or not word.replace("-", "").isalpha() for word in (*gone, *come)):
        return False
    if "".join(gone) == "".join(come):
        return True
    if len(gone) == len(come) and all(map(_misspelt, gone, come)):
        return True
    left, arrived = ([w for w in words if w not in _LIGHT] for words in (gone, come))
    return len(left) == len(arrived) and all(map(_misspelt, left, arrived))


def _misspelt(one: str, two: str) -> bool:
    near = one[0] == two[0] and abs(len(one) - len(two)) <= _MAX_LETTERS
    return near and SequenceMatcher(None, one, two).ratio() >= _ALIKE
