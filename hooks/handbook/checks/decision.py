"""Whether the chooser's table points at answers and contacts that are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding, Place, listed, nearest
from handbook.model.decision import SAYS_CALL, Circumstances, Decision
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath
from handbook.model.monday import CALLED

Named = tuple[KeyPath, str]
"""Where an id stands in decision.yml, and the id."""


def every_answer_and_contact_is_there(book: Handbook, where: Where) -> Iterator[Finding]:
    """Velgeren peker på utfall, kontakter og gjøremål som finnes i samme fil."""
    decision = book.decision
    if decision is None:
        return
    for said, named, known in (
        ("utfallet", _answers(decision), tuple(decision.answer_by_id)),
        ("kontakten", _contacts(decision), tuple(decision.contact_by_id)),
        ("gjøremålet", _tasks(decision), tuple(decision.task_by_id)),
    ):
        for path, name in named:
            if name not in known:
                yield _missing(where("decision", "", *path), said, name, known)


def every_question_and_option_is_there(book: Handbook, where: Where) -> Iterator[Finding]:
    """Velgeren har de seks spørsmålene, og linjene viser til svar som finnes."""
    decision = book.decision
    if decision is None:
        return
    options = {one.id: tuple(o.id for o in one.options) for one in decision.questions}
    questions = tuple(Circumstances.model_fields)
    for n, asked in enumerate(decision.questions):
        if asked.id not in questions:
            place = where("decision", "", "questions", n, "id")
            yield _missing(place, "spørsmålet", asked.id, questions)
    for path, question, name in _options(decision):
        if name not in options.get(question, ()):
            known = options.get(question, ())
            yield _missing(where("decision", "", *path), "svaret", name, known)


def whoever_is_told_to_call_nav_has_a_number(book: Handbook, where: Where) -> Iterator[Finding]:
    """Sier en tekst at leseren skal ringe eller spørre Nav, har den første kontakten telefon."""
    decision = book.decision
    if decision is None or decision.contacts[0].phone:
        return
    told = next(iter(where.having(SAYS_CALL)), None)
    if told:
        yield finding(
            "H22", where.of(told), f"«{told.called}» i {told.name} ber leseren snakke med Nav, og "
            f"kontakten «{decision.contacts[0].id}» har ikke telefon",
            found=told.source[:80],
            fix="skriv nummeret i model/decision.yml, eller sett en kontakt med telefon først",
        )  # fmt: skip


def _options(decision: Decision) -> Iterator[tuple[KeyPath, str, str]]:
    """Where an option is named, of which question, and its id."""
    for n, asked in enumerate(decision.questions):
        for m, name in enumerate(asked.skipped):
            yield ("questions", n, "skipped", m), asked.id, name
        for m, option in enumerate(asked.options):
            for k, name in enumerate(option.only_for):
                yield ("questions", n, "options", m, "only_for", k), "sak", name
    for n, contact in enumerate(decision.contacts):
        for m, name in enumerate(contact.after):
            yield ("contacts", n, "after", m), CALLED, name
        yield from _asked(("contacts", n, "unless"), contact.unless)
    told = [("tasks", n, one.when, one.unless) for n, one in enumerate(decision.tasks)]
    told += [("rules", n, one.when, one.unless) for n, one in enumerate(decision.rules)]
    for part, n, when, unless in told:
        yield from _asked((part, n, "when"), when)
        yield from _asked((part, n, "unless"), unless)


def _asked(at: KeyPath, one: Circumstances | None) -> Iterator[tuple[KeyPath, str, str]]:
    for question, names in one.asked if one else ():
        for m, name in enumerate(names):
            yield (*at, question, m), question, name


def _answers(decision: Decision) -> Iterator[Named]:
    yield ("fallback",), decision.fallback
    for n, rule in enumerate(decision.rules):
        yield ("rules", n, "answer"), rule.answer


def _contacts(decision: Decision) -> Iterator[Named]:
    for n, answer in enumerate(decision.answers):
        for m, name in enumerate(answer.contacts):
            yield ("answers", n, "contacts", m), name


def _tasks(decision: Decision) -> Iterator[Named]:
    for n, answer in enumerate(decision.answers):
        for m, name in enumerate(answer.monday):
            yield ("answers", n, "monday", m), name


def _missing(place: Place, said: str, name: str, known: Sequence[str]) -> Finding:
    close = nearest(name, known)
    return finding(
        "H03", place, f"velgeren viser til {said} «{name}», som ikke finnes",
        found="kjente id-er: " + listed(known),
        fix=f"skriv «{close}»" if close else "bruk en id som står i samme fil",
    )  # fmt: skip
