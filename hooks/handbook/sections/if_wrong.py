"""What whoever takes part shall know when something goes wrong, in their own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from handbook.document import titles
from handbook.document.blocks import Block, Blocks, Fold, Group, Paragraph, Section, opened
from handbook.document.inline import Strong
from handbook.document.linker import Linker
from handbook.model.inclusion_model import InclusionModel
from handbook.model.pictogram import Pictogram
from handbook.model.practice import ExceptionKind
from handbook.model.prose import Prose

SPOT = "galt"
"""Where it stands on the page of the participant."""


class Told(NamedTuple):
    """What one shall know in one situation."""

    kind: ExceptionKind
    title: str
    blocks: Blocks


def told_to_me(linker: Linker, model: InclusionModel) -> Iterator[Told]:
    """Each situation by its kind; one of no kind names itself in its first sentence."""
    for path in model.exceptions:
        if words := path.to_participant:
            yield _told(linker, path.kind, words)


def _told(linker: Linker, kind: ExceptionKind, words: Prose) -> Told:
    if kind in _IF_YOU or words.rest is None:
        return Told(kind, _IF_YOU.get(kind, ""), linker.blocks(words))
    return Told(kind, words.gist.plain.rstrip("."), linker.blocks(words.rest))


_IF_YOU = {
    ExceptionKind.SICKNESS: "Hvis du er syk",
    ExceptionKind.ACCIDENT: "Hvis du skader deg",
    ExceptionKind.CONFLICT: "Hvis noen plager deg",
    ExceptionKind.INTERRUPTION: "Hvis du vil slutte",
    ExceptionKind.CONFIDENTIALITY: "Hvis noe privat blir sagt videre",
    ExceptionKind.CONTACT_LEAVES: "Hvis en som hjelper deg, slutter",
}
"""What went wrong, said to the participant."""

_AT_ONCE = tuple(_IF_YOU)[:4]
"""What everybody must find without opening anything, the most usual first."""


def if_wrong(linker: Linker, model: InclusionModel) -> Blocks:
    """What to do if one is ill, hurt or plagued, or wants to leave; the rest to open."""
    told = tuple(told_to_me(linker, model))
    first = sorted((one for one in told if one.kind in _AT_ONCE), key=_turn)
    rest = (one for one in told if one.kind not in _AT_ONCE)
    blocks = (*map(_open, first), *map(_folded, rest))
    title = "Hvis noe går galt"
    return (Section(title, blocks, SPOT, pictogram=Pictogram.TALK),) if blocks else ()


def _turn(one: Told) -> int:
    return _AT_ONCE.index(one.kind)


def _open(one: Told) -> Section:
    return Section(one.title, (Group(one.blocks, "text"),), f"hvis-{one.kind}")


def _folded(one: Told) -> Block:
    return Fold(one.title, one.blocks) if one.title else Group(one.blocks, "text")


def in_short(block: Block) -> Block:
    """The same line by line without what is opened, where there is little room."""
    if not isinstance(block, Section) or block.anchor != SPOT:
        return block
    open_ones = (one for one in block.blocks if isinstance(one, Section))
    return replace(block, blocks=tuple(map(_run_in, open_ones)))


def _run_in(one: Section) -> Group:
    """A situation with its name at the head of its first line."""
    (words,) = (group.blocks for group in one.blocks if isinstance(group, Group))
    return Group(opened((Strong((f"{one.title}.",)), " "), words), "text")


def way_if_wrong(linker: Linker, model: InclusionModel, words: str) -> Blocks:
    """The way to it, where it is not told."""
    if not any(path.to_participant for path in model.exceptions):
        return ()
    return (Paragraph((linker.part(model, titles.PARTICIPANT, words, anchor=SPOT),), "more"),)
