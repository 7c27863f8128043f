"""Words that neither Debian's dictionary nor the handbook's own list has.

It is advice: dictionaries differ between machines, and a word that one has, another has not. A
compound splitter says which unknown words look like good compounds and which look like slips, so
that the editor sees at once what to do with each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.codes import finding
from handbook.findings import Finding, Place, nearest
from handbook.language.hunspell import suggestions, unknown_words
from handbook.language.texts import CODES_IN_TEXT, OTHERS_WORDS, Text, Texts, read_aloud
from handbook.model.handbook import Handbook

_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,}(?!\w)")
"""One letter alone is a point of a list or a law; there is nothing to misspell."""
_SHORTEST_PART = 3


@dataclass(frozen=True)
class _Use:
    text: Text
    word: str
    nth: int
    """Which of the equal words in the text, from 0."""


def own_words(lines: Iterable[str]) -> tuple[str, ...]:
    """The words of `words.txt`; a line with # is a comment."""
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def misspelled(
    book: Handbook, where: Texts, own: Iterable[str], lines: Mapping[str, Sequence[str]]
) -> list[Finding]:
    """A finding at every unknown word. Raises DictionaryMissingError without a dictionary.

    `lines` has the lines of every file, so that a finding can point at the word itself.
    """
    accepted = {*own, *names_of(book)}
    uses = [use for text in where.texts if _ours(text) for use in _uses(text)]
    asked = {use.word for use in uses if not _accepted(use.word, accepted)}
    unknown = unknown_words(asked)
    advice = _advice(unknown, accepted)
    return sorted(
        finding(
            "O20", _place(use, where.of(use.text), lines),
            f"«{use.word}» i {use.text.name} står ikke i ordboka", found=advice[use.word],
            fix="rett ordet; er det riktig, legger du det til i model/words.txt",
        )
        for use in uses if use.word in unknown
    )  # fmt: skip


def _ours(text: Text) -> bool:
    return text.field not in OTHERS_WORDS | CODES_IN_TEXT


def _uses(text: Text) -> Iterator[_Use]:
    seen: dict[str, int] = {}
    for match in _WORD.finditer(read_aloud(text.source)):
        word = match[0]
        yield _Use(text, word, seen.setdefault(word, 0))
        seen[word] += 1


def names_of(book: Handbook) -> set[str]:
    """Words of glossary terms, former names, titles, and names that others or we made up."""
    names = [book.edition.title, *book.edition.publishers]
    names += [name for one in book.examples for name in one.made_up_names]
    names += [name for model in book.models for name in (model.owner, model.documented_by)]
    for term in book.terms:
        names += [term.term, term.abbreviation or "", *(f.name for f in term.former_names)]
    for source in book.sources:
        names += [source.title, source.publisher]
    return {word for name in names for word in _WORD.findall(name)}


def _accepted(word: str, accepted: set[str]) -> bool:
    """A name may take the s of the genitive, and any word may begin a sentence."""
    if word in accepted or word[0].lower() + word[1:] in accepted:
        return True
    return word[0].isupper() and word.endswith("s") and word[:-1] in accepted


def _place(use: _Use, start: Place, lines: Mapping[str, Sequence[str]]) -> Place:
    """The word itself, sought from where its text begins."""
    pattern = re.compile(rf"(?<!\w){re.escape(use.word)}(?!\w)")
    left = use.nth
    column = start.column - 1
    for number, line in enumerate(lines.get(start.file, ())[start.line - 1 :], start.line):
        for match in pattern.finditer(read_aloud(line), column):
            if not left:
                return Place(start.file, number, match.start() + 1)
            left -= 1
        column = 0
    return start


def _advice(unknown: frozenset[str], accepted: set[str]) -> dict[str, str]:
    """Unknown word → what it may be: a compound of known words, or a slip of a known one."""
    parts = {word: tuple(_splits(word.lower())) for word in unknown}
    asked = {part for splits in parts.values() for split in splits for part in split}
    strange = unknown_words(asked) - accepted
    meant = suggestions(unknown)
    told = {}
    for word in unknown:
        whole = next((s for s in parts[word] if not strange.intersection(s)), None)
        ours = nearest(word, (a for a in accepted if a[0] == word[0] and len(a) > _SHORTEST_PART))
        near = list(dict.fromkeys(w for w in (ours, *meant.get(word, ())) if w))[:3]
        told[word] = ""
        if near:
            told[word] = f"ligner på {', '.join(near)}"
        if whole:
            told[word] = f"kan være satt sammen av {whole[0]} og {whole[1]}"
            told[word] += f"; ligner på {', '.join(near)}" if near else ""
    return told


def _splits(word: str) -> Iterator[tuple[str, str]]:
    """Two parts, with or without a joining s or e; the most even cut first."""
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    for at in sorted(cuts, key=lambda cut: abs(2 * cut - len(word))):
        yield word[:at], word[at:]
        if word[at] in "se" and len(word) - at > _SHORTEST_PART:
            yield word[:at], word[at + 1 :]
