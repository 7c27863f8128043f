"""What stands behind a mark: the words of the source, where they stand, and how they were read."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from handbook.document.blocks import Block, Blocks, Fold, Item, ItemList, Paragraph
from handbook.document.inline import Link, Quiet, Strong, Words, joined
from handbook.document.linker import Linker
from handbook.model.source import Source, SourceFinding
from handbook.norwegian import counted, unbroken_date

_SHORT = 240
"""Signs of a finding without quotation; the whole is one link away."""


def evidence(linker: Linker, numbers: Collection[str]) -> Blocks:
    """Every finding that a page rests on, told once, for whoever asks a mark what it rests on."""
    known = linker.book.finding_by_id
    lines = tuple(_behind(linker, *one) for number, one in known.items() if number in numbers)
    if not lines:
        return ()
    summary = f"Kildene bak merkene: {counted(len(lines), 'funn', 'funn')}"
    return (Fold(summary, (ItemList(lines, kind="evidence"),), kind="evidence"),)


def _behind(linker: Linker, source: Source, finding: SourceFinding) -> Item:
    words = tuple(own_words(finding)) or (Paragraph((_short(finding),)),)
    there = linker.to("finding", finding.id)
    where: Words = (linker.to("source", source.id), ", ", finding.place or "uten sted", ". ")
    read = joined(_read(source, finding), " ")
    blocks: Blocks = (*words, Paragraph((Quiet((*where, *read), "place"),)))
    return Item(blocks, before=there.words, anchor=behind_anchor(finding.id))


def behind_anchor(number: str) -> str:
    """The spot of a finding on a page that rests on it."""
    return f"bak-{number}"


def own_words(finding: SourceFinding) -> Iterator[Block]:
    """The quotation, or why there is none."""
    if finding.quote:
        yield Paragraph((Strong(("Sitat:",)), f" «{finding.quote}»"), "quote")
    if finding.no_quote:
        yield Paragraph((Strong(("Uten sitat:",)), " ", finding.no_quote), "note")


def _short(finding: SourceFinding) -> str:
    said = finding.statement.plain.replace("\n", " ")
    return said if len(said) <= _SHORT else said[:_SHORT].rsplit(" ", 1)[0] + " …"


def _read(source: Source, finding: SourceFinding) -> Iterator[Words]:
    """How it was read and when: the finding's own way, or that of its source."""
    if finding.open_copy:
        yield (f"Åpen kopi: {finding.open_copy}.",)
    yield (f"{(finding.confidence or source.confidence).label}.",)
    checked = finding.checked or source.checked
    if checked:
        yield (f"Kontrollert {unbroken_date(checked)}.",)


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
