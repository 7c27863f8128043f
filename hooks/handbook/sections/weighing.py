"""How the chooser weighs: its questions, its table and its tasks, for those who ask or edit."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document.blocks import (
    Blocks,
    Cell,
    Paragraph,
    Row,
    RowGroup,
    Section,
    Table,
    columns,
    row,
    said,
)
from handbook.document.inline import Code, Mark
from handbook.document.linker import Linker
from handbook.model.deciding import MATTER
from handbook.model.decision import Circumstances, Decision, DecisionQuestion, DecisionRule
from handbook.model.noun import Basis
from handbook.norwegian import listed, unbroken_date
from handbook.sections.circumstances import any_of, option_words

WEIGHING = "Slik bestemmer velgeren"


def weighing_section(linker: Linker, decision: Decision) -> Section:
    """The table itself, for those who want to know why, or to change it."""
    return Section(WEIGHING, _weighed(linker, decision), "tabell")


def _weighed(linker: Linker, decision: Decision) -> Blocks:
    how = (f"Høyst {decision.most} svar kommer øverst, og høyst {decision.others} står som også "
           "mulig. Et spørsmål stilles bare når svaret kan endre noe av dette. Når ingen linje "
           "passer, foreslår vi dette: ")  # fmt: skip
    fallback = decision.answer_by_id.get(decision.fallback)
    last = (fallback.title if fallback else decision.fallback) + "."
    checked = f" Hele tabellen ble sist lest {unbroken_date(decision.checked)}."
    return (
        Paragraph((how, last, checked)),
        *_alone(decision),
        _questions(decision),
        _table(linker, decision),
        _unnamed(decision),
        _tasks(linker, decision),
    )


def _alone(decision: Decision) -> Iterator[Paragraph]:
    for one in decision.answers:
        if one.stands_alone:
            yield Paragraph((f"{one.title} kan stå øverst: Det bygger på noe som gjelder i dag.",))


def _questions(decision: Decision) -> Table:
    rows = tuple(row for one in decision.questions for row in _question_rows(decision, one))
    return Table(columns("Svar", "I adressen", "Vises ved"), rows, "Spørsmålene", "plain")


def _question_rows(decision: Decision, asked: DecisionQuestion) -> Iterator[Row | RowGroup]:
    many = " Flere svar er mulig." if asked.many else ""
    skipped = ", ".join(option_words(decision, asked.id, one) for one in asked.skipped)
    about = (
        f"{asked.heading}: {asked.text} {asked.help or ''}{many} Uten svar: {skipped}. "
        f"Betyr noe i {_looked_at(decision, asked.id)}."
    )
    yield RowGroup((about,))
    for option in asked.options:
        only = ", ".join(option_words(decision, MATTER, one) for one in option.only_for)
        yield row(option.text, (Code(f"{asked.id}={option.id}"),), only or "alltid")


def _looked_at(decision: Decision, question: str) -> str:
    """The lines of the table that ask about it, by number when they are few."""
    lines = [
        one.id for one in decision.rules
        if any(question == name for name, _ in (*one.when.asked, *_but_not(one)))
    ]  # fmt: skip
    if len(lines) > _FEW:
        return f"{len(lines)} linjer"
    return (
        f"{'linje' if len(lines) == 1 else 'linjene'} {listed(lines)}" if lines else "ingen linje"
    )


_FEW = 12


def _but_not(rule: DecisionRule) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return rule.unless.asked if rule.unless else ()


def _table(linker: Linker, decision: Decision) -> Table:
    head = columns("Nr.", "Utfall", "Plass", "Når", "Grunn")
    rows = tuple(_line(linker, decision, one) for one in decision.rules)
    return Table(head, rows, "Linjene i tabellen", "wide", (1, 3, 2, 5, 4))


def _line(linker: Linker, decision: Decision, rule: DecisionRule) -> Row:
    answer = decision.answer_by_id.get(rule.answer)
    running = ", avtaler som løper" if rule.running else ""
    place = f"{rule.level.label} ({rule.rank}){running}"
    why = Cell(said(rule.why), _carried(linker, rule))
    when = _when(decision, rule.when, "")
    unless = _when(decision, rule.unless, "Men ikke: ") if rule.unless else ()
    cells = (rule.id, answer.title if answer else rule.answer, place)
    return Row((*(Cell(said(one)) for one in cells), Cell((*when, *unless)), why))


def _carried(linker: Linker, rule: DecisionRule) -> Mark | None:
    if not rule.sources:
        return None
    return linker.resting(Basis.INTERPRETATION, rule.sources)


def _when(decision: Decision, asked: Circumstances, before: str) -> Blocks:
    headings = {one.id: one.heading for one in decision.questions}
    told = tuple(
        Paragraph((f"{before}{headings.get(name, name)}: {any_of(decision, name, values)}",))
        for name, values in asked.asked
    )
    return told or said("Alltid")


def _tasks(linker: Linker, decision: Decision) -> Table:
    """When each thing on Monday's list is done; those that always are have nothing beside them."""
    rows = tuple(
        Row((Cell(said((Code(one.id),))), Cell(said(linker.words(one.text))),
             Cell((*_when(decision, one.when, ""),
                   *(_when(decision, one.unless, "Men ikke: ") if one.unless else ())))))
        for one in decision.tasks
    )  # fmt: skip
    return Table(
        columns("Id", "Gjøremål", "Når"), rows, "Gjøremålene på mandag", "plain", (2, 5, 4)
    )


def _unnamed(decision: Decision) -> Table:
    rows = tuple(row(one.title, one.otherwise) for one in decision.answers if one.otherwise)
    return Table(
        columns("Utfall", "Når ingen linje treffer"), rows, "Når ingenting treffer", "plain"
    )
