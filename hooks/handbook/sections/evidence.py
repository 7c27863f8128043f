"""What stands behind a mark: where in which source; the source's page has the words themselves.

A screen asks the mark itself, which opens the words; a sheet of paper has the list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from handbook.document.blocks import Block, Blocks, Group, Item, ItemList, Paragraph, Tool, said
from handbook.document.inline import Link, Strong, Words
from handbook.document.linker import Linker
from handbook.document.tools import SourceSwitch
from handbook.model.noun import Basis
from handbook.model.source import Source, SourceFinding
from handbook.norwegian import counted, unbroken_date


def provenance(linker: Linker, bases: frozenset[Basis], numbers: Collection[str]) -> Blocks:
    """What a page rests on, told once: its sources, and that the rest is proposed by us."""
    ours = bool(bases & _OURS)
    rest = (Paragraph((_rest(bases),), "provenance"),) if Basis.PROPOSAL in bases else ()
    switch = (Tool(SourceSwitch()),) if ours else ()
    return (*rest, *switch, *evidence(linker, numbers))


_OURS = frozenset({Basis.INTERPRETATION, Basis.PROPOSAL})


def _rest(bases: Collection[Basis]) -> str:
    if all(basis is Basis.PROPOSAL for basis in bases):
        return "Rådene her er håndbokas forslag, ikke bekreftet."
    return "Uten merke: håndbokas forslag, ikke bekreftet."


def evidence(linker: Linker, numbers: Collection[str]) -> Blocks:
    """Every finding that a page rests on, source by source, for whoever reads it on paper."""
    known = linker.book.finding_by_id
    wanted = frozenset(known.keys() & numbers)
    cited = {known[number][0].id for number in wanted}
    lines = tuple(
        _source(linker, source, [one for one in source.findings if one.id in wanted])
        for source in linker.book.sources
        if source.id in cited
    )
    if not lines:
        return ()
    rests = Paragraph((f"Bygger på {counted(len(lines), 'kilde', 'kilder')}:",))
    return (Group((rests, ItemList(lines)), "evidence"),)


def _source(linker: Linker, source: Source, found: Sequence[SourceFinding]) -> Item:
    lines = tuple(_behind(linker, one) for one in found)
    return Item(
        (Paragraph((linker.heading("source", source.id),)), ItemList(lines, kind="evidence"))
    )


def _behind(linker: Linker, finding: SourceFinding) -> Item:
    there = replace(linker.to("finding", finding.id), words=finding.place or "Funnet i kilden")
    return Item(said((there,)), before=finding.id)


def own_words(finding: SourceFinding) -> Iterator[Block]:
    """The quotation, or why there is none."""
    if finding.quote:
        yield Paragraph((Strong(("Sitat:",)), f" «{finding.quote}»"), "quote")
    if finding.no_quote:
        yield Paragraph((Strong(("Uten sitat:",)), " ", finding.no_quote), "note")


def where_read(finding: SourceFinding) -> Iterator[Words]:
    """Where in the source it stands, and what is not the same for the whole source."""
    if finding.place:
        yield (f"{finding.place}.",)
    if finding.open_copy:
        yield (f"Åpen kopi: {finding.open_copy}.",)
    if finding.confidence:
        yield (f"{finding.confidence.label}.",)
    if finding.checked:
        yield (f"Kontrollert {unbroken_date(finding.checked)}.",)
    if finding.url:
        yield (Link(finding.url, (finding.url,)),)
