"""When something holds in the chooser: answers to questions, in the words readers answer with."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.model.decision import Circumstances, Decision


def asked_words(decision: Decision, asked: Circumstances | None) -> str:
    """`når «Hvem som tok kontakt» er «En veileder i Nav»`."""
    headings = {one.id: one.heading for one in decision.questions}
    told = (
        f"«{headings.get(name, name)}» er «{any_of(decision, name, values)}»"
        for name, values in (asked.asked if asked else ())
    )
    return f"når {'; '.join(told)}" if asked and asked.asked else ""


def any_of(decision: Decision, question: str, options: Iterable[str]) -> str:
    return " / ".join(option_words(decision, question, one) for one in options)


def option_words(decision: Decision, question: str, option: str) -> str:
    return decision.words_of.get((question, option), option)
