"""The chooser on one sheet of paper: what lies nearest, by what it is about and what one wants."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document.blocks import (
    Paragraph,
    Row,
    RowGroup,
    Section,
    Table,
    columns,
    row,
)
from handbook.document.inline import Ref, Words, joined
from handbook.document.linker import Linker
from handbook.document.places import CHOOSER, page
from handbook.model.deciding import MATTER, Decided, Given, decide, table
from handbook.model.decision import Decision, DecisionAnswer

ORDINARY, GOAL = "org", "mal"
_OTHERS = ("arrangor", "navkontor")
"""Employers of another kind, who have rows of their own on paper."""


def tree(linker: Linker, decision: Decision) -> Section:
    """The answers by what it is about and what one wants, on one sheet of paper."""
    how = Paragraph(("Finn raden deres. Hvis det står flere svar, er det første nærmest.",))
    head = columns("Hva dere vil få til", "Mest aktuelt nå")
    rows = tuple(_tree_rows(linker, decision))
    told = Table(head, rows, "Beslutningstre: hva som passer når", "plain", (2, 3))
    return Section("På papir: finn raden deres", (how, told), "tre")


def _tree_rows(linker: Linker, decision: Decision) -> Iterator[Row | RowGroup]:
    by_id = {one.id: one for one in decision.questions}
    if not {ORDINARY, MATTER, GOAL} <= by_id.keys():
        return
    for matter in by_id[MATTER].options:
        yield RowGroup((matter.text,))
        for goal in by_id[GOAL].options:
            if not goal.only_for or matter.id in goal.only_for:
                chosen = {MATTER: (matter.id,), GOAL: (goal.id,)}
                yield _tree_row(linker, decision, goal.text, chosen)
    for other in by_id[ORDINARY].options:
        if other.id in _OTHERS:
            yield RowGroup((other.text,))
            for matter in by_id[MATTER].options:
                chosen = {ORDINARY: (other.id,), MATTER: (matter.id,)}
                yield _tree_row(linker, decision, matter.text, chosen)


def _tree_row(linker: Linker, decision: Decision, words: str, chosen: Given) -> Row:
    led: Decided = decide(table(decision, linker.book), chosen, decision.checked)
    ways: list[Words] = [(_spot(decision.answer_by_id[name]),) for name, _ in led.best]
    return row(words, joined(ways, ", "))


def _spot(answer: DecisionAnswer) -> Ref:
    return Ref(page(CHOOSER, answer_spot(answer)), answer.title)


def answer_spot(answer: DecisionAnswer) -> str:
    """Where an answer stands on the chooser's page."""
    return f"svar-{answer.id}"
