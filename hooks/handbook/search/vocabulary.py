"""The words of the book: stems, how each is usually written, and what it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.model.handbook import Handbook
from handbook.search.analysis import phrase, stem
from handbook.search.entries import other_names

_RARITIES = 16
"""Steps of rarity, 0 for a stem in every entry."""


class Seen:
    """The telling words of all texts: how often, and which a reader may meet on a page."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.shown: set[str] = set()

    def note(self, words: Counter[str], *, shown: bool) -> None:
        """Add the words of one entry; search words are not shown."""
        self.counts.update(words)
        if shown:
            self.shown.update(words)


@dataclass(frozen=True)
class Vocabulary:
    """All stems, sorted; what concerns a stem stands at its number."""

    stems: tuple[str, ...]
    number: dict[str, int]
    written: tuple[str, ...]
    """The word readers meet most often that has this stem."""
    hidden: tuple[int, ...]
    """Numbers of stems that are only in search words; they may be misspelt and are never shown."""
    named: tuple[bool, ...]
    """True when the stem is in some title, search word or lead, not only in running text."""
    rarity: tuple[int, ...]


def vocabulary(seen: Seen, found: list[dict[str, int]], *, least: int) -> Vocabulary:
    """The words of all entries.

    `seen` knows every telling word, `found` holds the stems of each entry with their weights, and
    `least` is the weight from which a stem counts as named.
    """
    usual_of: dict[str, tuple[bool, int, str]] = {}
    for word, count in seen.counts.items():
        key = stem(word)
        this = (word not in seen.shown, -count, word)
        usual_of[key] = min(usual_of.get(key, this), this)
    spread = Counter(key for weights in found for key in weights)
    strong = {key for weights in found for key, weight in weights.items() if weight >= least}
    ordered = tuple(sorted(spread))
    number = {key: n for n, key in enumerate(ordered)}
    usual = tuple(usual_of[key][2] for key in ordered)
    return Vocabulary(
        stems=ordered,
        number=number,
        written=usual,
        hidden=tuple(n for n, key in enumerate(ordered) if usual_of[key][0]),
        named=tuple(key in strong for key in ordered),
        rarity=tuple(_rarity(spread[key], len(found)) for key in ordered),
    )


def _rarity(spread: int, entries: int) -> int:
    """Twice the number of times the entries can be halved before the stem is in all of them."""
    halvings = 0.0
    share = spread / entries
    while share < 0.72 and halvings < (_RARITIES - 1) / 2:
        share *= 2**0.5
        halvings += 0.5
    return int(halvings * 2)


def synonyms(book: Handbook) -> dict[str, tuple[str, ...]]:
    """Phrase → phrases that mean the same, from the glossary and the names of roles."""
    found: dict[str, dict[str, None]] = {}
    for names, others in _pairs(book):
        for key in filter(_is_name, map(phrase, others)):
            for name in names:
                if phrase(name) != key:
                    found.setdefault(key, {})[phrase(name)] = None
    return {key: tuple(found[key]) for key in sorted(found)}


def _is_name(key: str) -> bool:
    """Longer runs are questions, and are looked up as a whole."""
    return 0 < len(key.split()) <= 2


def _pairs(book: Handbook) -> Iterator[tuple[Iterable[str], Iterable[str]]]:
    for term in book.terms:
        newer = book.term_by_id.get(term.replaced_by or "")
        names = [term.term] + ([newer.term] if newer else [])
        short = (term.abbreviation,) if term.abbreviation else ()
        yield names, (*short, *other_names(term), *term.search_words)
    for role in book.roles:
        yield (role.title,), (*role.aliases, *role.search_words)
    for plain in book.search.everyday:
        yield (plain.word,), plain.search_words
