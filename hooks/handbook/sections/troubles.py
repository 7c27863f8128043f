"""What a role does when something goes wrong: situation by situation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from handbook.document import titles
from handbook.document.blocks import Block, Blocks, Group, Item, ItemList, said
from handbook.document.inline import Quiet, Ref, Words, joined
from handbook.document.linker import Linker
from handbook.model.duties import MyRole
from handbook.model.practice import ExceptionPath, Response
from handbook.norwegian import upper_first
from handbook.sections.if_wrong import told_to_me, way_if_wrong
from handbook.sections.practice import exception_anchor


class _Case(NamedTuple):
    """What one does, or shall know, in one situation."""

    title: str
    blocks: Blocks


def all_cases(linker: Linker, mine: MyRole) -> Iterator[Block]:
    return _listed(_cases(linker, mine))


def cases_on_screen(linker: Linker, mine: MyRole) -> Iterator[Block]:
    """The way to each, where everybody's part stands; the own part is for paper.

    A participant is led to the page with the own words.
    """
    if own := tuple(all_cases(linker, mine)):
        yield Group(tuple(_led(linker, mine)), "on-screen")
        yield Group(own, "on-paper")


def _led(linker: Linker, mine: MyRole) -> Blocks:
    if mine.takes_part:
        return way_if_wrong(linker, mine.model, "Hvis du blir syk, skader deg eller blir plaget")
    ways = tuple(Item(said((way,))) for way in _ways(linker, mine))
    return (ItemList(ways, kind="related"),)


def _ways(linker: Linker, mine: MyRole) -> Iterator[Ref]:
    """Each situation where the role has something to do, by its name."""
    for number, path in enumerate(mine.model.exceptions, 1):
        if any(one.role == mine.role.id for one in path.responses):
            spot = exception_anchor(path, number)
            yield linker.part(mine.model, titles.EXCEPTIONS, path.title, anchor=spot)


def _cases(linker: Linker, mine: MyRole) -> Iterator[_Case]:
    if mine.takes_part:
        told = told_to_me(linker, mine.model)
        yield from (_Case(one.title, one.blocks) for one in told)
    else:
        yield from (_case(linker, *one) for one in mine.responses)


def _listed(cases: Iterable[_Case]) -> Iterator[Block]:
    items = tuple(Item(one.blocks, before=f"{one.title}." if one.title else "") for one in cases)
    if items:
        yield ItemList(items, kind="statements")


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
