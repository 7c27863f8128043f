"""The words and forms an editor chooses from: what is written, what is not, and why."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.document import titles
from handbook.document.blocks import Block, Paragraph, Row, Section, Table, columns, row
from handbook.document.inline import Code, Words, spread
from handbook.document.places import WORD_CHOICES, page
from handbook.model.wording import CommonWords, NearCopies, WordChoice, Wording
from handbook.norwegian import listed


def word_choices_section(words: Wording) -> Section:
    """Every choice in the order of the file, and when two sentences are too much alike."""
    lead: Words = (
        "Ordene og formene håndboka har valgt, så to hender ikke merkes. Kontrollen holder dem i "
        "alle tekster. Lista står i ", Code("model/words.yml"), ".",
    )  # fmt: skip
    blocks: list[Block] = [Paragraph(lead, "lead")]
    if words.choices:
        heads = columns("Skriv", "Ikke skriv", "Hvorfor")
        blocks.append(Table(heads, tuple(map(_row, words.choices)), "Ordvalg"))
    if words.kept_apart:
        heads = columns("Ord", "Hvorfor begge")
        rows = (row(_quoted(one.words), (one.why,)) for one in words.kept_apart)
        table = Table(heads, tuple(rows), "Ord vi skiller")
        blocks.append(Section("Ord vi skiller", (table,), "ord-vi-skiller"))
    if words.near_copies:
        blocks.append(_alike(words.near_copies))
    return Section(titles.PAGES[WORD_CHOICES], tuple(blocks), place=page(WORD_CHOICES))


def _row(choice: WordChoice) -> Row:
    why: Words = (choice.why,)
    if choice.unless:
        why += (" Unntatt i ", *_quoted(choice.unless), ".")
    if choice.from_steps:
        why += (" Fra og med ", *spread(Code(name) for name in choice.from_steps), ".")
    return row(choice.write, _quoted(choice.avoid), why)


def _quoted(words: Iterable[str]) -> Words:
    return spread(f"«{one}»" for one in words)


def _alike(near: NearCopies) -> Section:
    """What is held against what, and what may stand in the same words."""
    entries = listed([entry.label for entry in near.entries])
    told: Words = (
        f"Når {near.percent} prosent av ordene er felles i to setninger fra hver sitt sted, og "
        f"begge har minst {near.fewest_words} ord, spør kontrollen om det burde vært én regel. Den "
        f"sammenligner {entries}: utsagn med grunnlaget ", *_quoted(_labels(near)),
        ", og punktene i ", *_codes(near.lists), ".",
    )  # fmt: skip
    blocks: list[Block] = [Paragraph(told)]
    if common := _common(near.same_words):
        blocks.append(Paragraph(common))
    if near.same_meaning:
        groups = (listed(group.split(" | ")) for group in near.same_meaning)
        blocks.append(Paragraph((f"Regnes som samme ord: {'; '.join(groups)}.",)))
    return Section("Nesten like setninger", tuple(blocks), "nesten-like")


def _labels(near: NearCopies | CommonWords) -> list[str]:
    return [basis.label for basis in near.bases]


def _codes(names: Iterable[str]) -> Words:
    return spread(map(Code, names))


def _common(common: CommonWords) -> Words:
    """What may stand in several places, when the words are the same."""
    if not common.bases and not common.lists:
        return ()
    return (
        "Med grunnlaget ", *_quoted(_labels(common)), " eller i ", *_codes(common.lists),
        " kan den samme setningen stå flere steder, ord for ord.",
    )  # fmt: skip
