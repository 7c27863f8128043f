"""Texts that pass a bound of language on purpose, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.checks.walk import Value
from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding, nearest
from handbook.model.handbook import AcceptedWording, Handbook
from handbook.model.prose import Prose


def without_accepted(
    book: Handbook, where: Where, found: Iterable[Finding]
) -> Iterator[Finding]:  # fmt: skip
    """The findings, less those about texts that an editor has given a reason for.

    A reason that no text needs any more is a finding of its own, once every file could be read:
    the text may stand in one that could not.
    """
    accepted = book.edition.accepted_wording
    texts = [text for text in where.texts if not isinstance(text.holder, AcceptedWording)]
    places = [{where.of(text) for text in texts if _is(one, text)} for one in accepted]
    needed: set[int] = set()
    for told in found:
        excused = {
            at for at, one in enumerate(accepted)
            if told.code == one.bound and told.place in places[at]
        }  # fmt: skip
        needed |= excused
        if not excused:
            yield told
    for at, one in enumerate(accepted):
        if not where.unread and at not in needed:
            yield _left_behind(at, one, texts, where)


def _is(accepted: AcceptedWording, text: Value) -> bool:
    return _plain(text).startswith(accepted.begins.rstrip(" …."))


def _plain(text: Value) -> str:
    """A text as its reader meets it."""
    return text.value.plain if isinstance(text.value, Prose) else str(text.value)


def _left_behind(at: int, one: AcceptedWording, texts: Iterable[Value], where: Where) -> Finding:
    begins = {" ".join(_plain(text).split()[: len(one.begins.split())]) for text in texts}
    close = "" if one.begins in begins else nearest(one.begins, begins)
    return finding(
        "O31", where("edition", "", "accepted_wording", at, "begins"),
        f"ingen tekst som begynner slik, er over grensen {one.bound}", found=one.begins,
        fix=f"skriv «{close}», eller ta bort punktet" if close else "ta bort punktet",
    )  # fmt: skip
