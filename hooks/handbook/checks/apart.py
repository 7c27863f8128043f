"""Rules that judge each entry apart, asked only of entries that are not what they were.

Such a rule goes from text to text in the lists of `Where`. What it says of a text follows from the
entry that the text stands in, and from the entries of a few kinds beside it; as long as their files
are what they were, so is the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol

from handbook.checks.walk import Owner, entries_of, owner_of
from handbook.checks.where import ByHand, Placed, Where
from handbook.findings import Finding
from handbook.model.handbook import Handbook
from handbook.model.noun import Noun

Rule = Callable[[Handbook, Where], Iterator[Finding]]
Known = Callable[[Iterable[bytes], Callable[[], Any]], Any]
"""Bytes that a thing follows from, and how to make it, to the thing; as `Cache.from_bytes`."""


class Read(Protocol):
    """What a reading gives, with the files that each entry was read from."""

    @property
    def handbook(self) -> Handbook | None: ...

    @property
    def unread(self) -> Collection[str]: ...

    @property
    def by_hand(self) -> Sequence[ByHand]: ...

    @property
    def places(self) -> Mapping[Owner, Placed]: ...

    def written(self, kind: str, name: str) -> bytes: ...


class _Part(NamedTuple):
    """Entries that were read from the same files, or one page written by hand."""

    written: bytes
    entries: Sequence[Noun] = ()
    by_hand: Sequence[ByHand] = ()


def can_be_asked_apart(book: Handbook) -> bool:
    """Whether each entry has a name of its own, so that its files are known by it."""
    owners = [owner_of(noun) for noun in entries_of(book)]
    return len(set(owners)) == len(owners)


def told_apart(
    rules: Mapping[Rule, frozenset[str]], book: Handbook, reading: Read, known: Known
) -> Iterator[Finding]:
    """What some rules find, each with the kinds of entries it looks at beside a text's own."""
    parts = list(_parts(book, reading))
    for kinds, group in _groups(rules).items():
        beside = _beside(kinds, reading)
        asked = " ".join(rule.__qualname__ for rule in group).encode()
        for part in parts:
            given = (b"apart", asked, part.written, beside)
            yield from known(given, partial(_asked, group, book, reading, part))


def _asked(group: list[Rule], book: Handbook, reading: Read, part: _Part) -> list[Finding]:
    where = Where(book, reading.places, (), part.by_hand, part.entries)
    return [one for rule in group for one in rule(book, where)]


def _groups(rules: Mapping[Rule, frozenset[str]]) -> dict[frozenset[str], list[Rule]]:
    found: dict[frozenset[str], list[Rule]] = defaultdict(list)
    for rule, kinds in rules.items():
        found[kinds].append(rule)
    return found


def _beside(kinds: frozenset[str], reading: Read) -> bytes:
    beside = (reading.written(kind, name) for kind, name in reading.places if kind in kinds)
    return b"".join(dict.fromkeys(beside))


def _parts(book: Handbook, reading: Read) -> Iterator[_Part]:
    found: dict[bytes, list[Noun]] = defaultdict(list)
    for noun in entries_of(book):
        found[reading.written(*owner_of(noun))].append(noun)
    yield from (_Part(written, entries) for written, entries in found.items())
    for page in reading.by_hand:
        yield _Part("\n".join((page.file, *page.lines)).encode(), by_hand=(page,))
