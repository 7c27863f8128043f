"""What a role does when something goes wrong: situation by situation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from handbook.document import titles
from handbook.document.blocks import Block, Blocks, Fold, Group, Item, ItemList, said
from handbook.document.inline import Quiet, Ref, Words, joined
from handbook.document.linker import Linker
from handbook.model.duties import MyRole
from handbook.model.practice import ExceptionKind, ExceptionPath, Response
from handbook.model.prose import Prose
from handbook.norwegian import upper_first
from handbook.sections.practice import exception_anchor


class _Case(NamedTuple):
    """What one does, or shall know, in one situation."""

    title: str
    blocks: Blocks


def all_cases(linker: Linker, mine: MyRole) -> Iterator[Block]:
    return _listed(_cases(linker, mine))


def cases_on_screen(linker: Linker, mine: MyRole) -> Iterator[Block]:
    """The way to each, where everybody's part stands; the own part is for paper.

    A participant has a part in the own words, which stand nowhere else.
    """
    if mine.takes_part:
        yield from _each_folded(_cases(linker, mine))
    elif own := tuple(all_cases(linker, mine)):
        ways = tuple(Item(said((way,))) for way in _ways(linker, mine))
        yield Group((ItemList(ways, kind="related"),), "on-screen")
        yield Group(own, "on-paper")


def _ways(linker: Linker, mine: MyRole) -> Iterator[Ref]:
    """Each situation where the role has something to do, by its name."""
    for number, path in enumerate(mine.model.exceptions, 1):
        if any(one.role == mine.role.id for one in path.responses):
            spot = exception_anchor(path, number)
            yield linker.part(mine.model, titles.EXCEPTIONS, path.title, anchor=spot)


def _cases(linker: Linker, mine: MyRole) -> Iterator[_Case]:
    if mine.takes_part:
        yield from _to_me(linker, mine)
    else:
        yield from (_case(linker, *one) for one in mine.responses)


def _listed(cases: Iterable[_Case]) -> Iterator[Block]:
    items = tuple(Item(one.blocks, before=f"{one.title}." if one.title else "") for one in cases)
    if items:
        yield ItemList(items, kind="statements")


def _each_folded(cases: Iterable[_Case]) -> Iterator[Block]:
    """Each situation by its name when there are several; one named in its own text stands open."""
    told = tuple(cases)
    for named, some in groupby(told, lambda one: bool(one.title)):
        if named and len(told) > _FEW:
            yield from (Fold(one.title, one.blocks) for one in some)
        else:
            yield from _listed(some)


_FEW = 3
"""So many situations are read at once."""


def _to_me(linker: Linker, mine: MyRole) -> Iterator[_Case]:
    """What the participant shall know when it goes wrong, in the participant's words."""
    for path in mine.model.exceptions:
        if path.to_participant:
            yield _told_to_me(linker, path.kind, path.to_participant)


def _told_to_me(linker: Linker, kind: ExceptionKind, told: Prose) -> _Case:
    """Named by its kind; one of no kind names itself in its first sentence."""
    if kind in _IF_YOU or told.rest is None:
        return _Case(_IF_YOU.get(kind, ""), linker.blocks(told))
    return _Case(told.gist.plain.rstrip("."), linker.blocks(told.rest))


_IF_YOU = {
    ExceptionKind.INTERRUPTION: "Hvis du vil slutte",
    ExceptionKind.SICKNESS: "Hvis du er syk",
    ExceptionKind.CONFLICT: "Hvis noen plager deg",
    ExceptionKind.ACCIDENT: "Hvis du skader deg",
    ExceptionKind.CONFIDENTIALITY: "Hvis noe privat blir sagt videre",
    ExceptionKind.CONTACT_LEAVES: "Hvis en som hjelper deg, slutter",
}
"""What went wrong, said to the participant."""


def _case(linker: Linker, path: ExceptionPath, own: tuple[Response, ...]) -> _Case:
    """What to do, with each time told once for those that follow each other."""
    told = (
        _response(linker, one, timed=at == 0 or own[at - 1].within != one.within)
        for at, one in enumerate(own)
    )
    return _Case(path.title, said(joined(list(told), " ")))


def _response(linker: Linker, one: Response, *, timed: bool) -> Words:
    within = (Quiet((f"{upper_first(one.within)}:",), "when"), " ") if timed else ()
    return *within, *linker.words(one.text), " ", linker.mark_in_short(one)
