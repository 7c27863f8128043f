"""Texts that pass a bound of language on purpose, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from handbook.checks.walk import Value
from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding, Place, nearest
from handbook.model.handbook import AcceptedWording, Handbook
from handbook.model.prose import Prose


class _Lines(NamedTuple):
    """The lines a text stands on."""

    file: str
    first: int
    last: int

    def have(self, place: Place) -> bool:
        return self.file == place.file and self.first <= place.line <= self.last


def without_accepted(
    book: Handbook, where: Where, found: Iterable[Finding]
) -> Iterator[Finding]:  # fmt: skip
    """The findings, less those about texts that an editor has given a reason for.

    A reason that no text needs any more is a finding of its own, once every file could be read:
    the text may stand in one that could not.
    """
    accepted = book.edition.accepted_wording
    starts = tuple(map(_start, accepted))
    written = list(_written(where, starts)) if accepted else []
    lines = [
        [where_it_is() for begins, where_it_is in written if begins.startswith(start)]
        for start in starts
    ]
    needed: set[int] = set()
    for told in found:
        excused = {
            at for at, one in enumerate(accepted)
            if told.code == one.bound and any(here.have(told.place) for here in lines[at])
        }  # fmt: skip
        needed |= excused
        if not excused:
            yield told
    for at, one in enumerate(accepted):
        if not where.unread and at not in needed:
            yield _left_behind(at, one, [begins for begins, _ in _written(where, ("",))], where)


def _written(
    where: Where, starts: tuple[str, ...]
) -> Iterator[tuple[str, Callable[[], _Lines]]]:  # fmt: skip
    """Every text that begins so, as its reader meets it, and such lines of a page by hand.

    Where a text stands is looked up when asked for.
    """
    initials = tuple(start[:1] for start in starts)
    for text in where.texts:
        other = text.source[:1].isalpha() and not text.source.startswith(initials)
        if not other and not isinstance(text.holder, AcceptedWording):
            begins = _plain(text)
            if begins.startswith(starts):
                yield begins, partial(_lines_of, text, where)
    for page in where.by_hand:
        for number, line in enumerate(page.lines, 1):
            begins = line.lstrip("#-* 0123456789.")
            if begins.startswith(starts):
                yield begins, partial(_Lines, page.file, number, number)


def _lines_of(text: Value, where: Where) -> _Lines:
    place = where.of(text)
    more = text.source.count("\n")
    return _Lines(place.file, place.line, place.line + (more and more + 1))


def _start(accepted: AcceptedWording) -> str:
    return accepted.begins.rstrip(" ….")


def _plain(text: Value) -> str:
    """A text as its reader meets it."""
    return text.value.plain if isinstance(text.value, Prose) else str(text.value)


def _left_behind(at: int, one: AcceptedWording, texts: Iterable[str], where: Where) -> Finding:
    begins = {" ".join(text.split()[: len(one.begins.split())]) for text in texts}
    close = "" if one.begins in begins else nearest(one.begins, begins)
    return finding(
        "O31", where("edition", "", "accepted_wording", at, "begins"),
        f"ingen tekst som begynner slik, er over grensen {one.bound}", found=one.begins,
        fix=f"skriv «{close}», eller ta bort punktet" if close else "ta bort punktet",
    )  # fmt: skip
