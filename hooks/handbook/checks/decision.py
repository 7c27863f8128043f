"""Whether the chooser's table points at answers and contacts that are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding, Place, listed, nearest
from handbook.model.decision import Decision
from handbook.model.handbook import Handbook
from handbook.model.ids import KeyPath

Named = tuple[KeyPath, str]
"""Where an id stands in decision.yml, and the id."""


def every_answer_and_contact_is_there(book: Handbook, where: Where) -> Iterator[Finding]:
    """Velgeren peker på utfall og kontakter som finnes i samme fil."""
    decision = book.decision
    if decision is None:
        return
    for said, named, known in (
        ("utfallet", _answers(decision), tuple(decision.answer_by_id)),
        ("kontakten", _contacts(decision), tuple(decision.contact_by_id)),
    ):
        for path, name in named:
            if name not in known:
                yield _missing(where("decision", "", *path), said, name, known)


def _answers(decision: Decision) -> Iterator[Named]:
    yield ("fallback",), decision.fallback
    for n, rule in enumerate(decision.rules):
        yield ("rules", n, "answer"), rule.answer


def _contacts(decision: Decision) -> Iterator[Named]:
    for n, answer in enumerate(decision.answers):
        for m, name in enumerate(answer.contacts):
            yield ("answers", n, "contacts", m), name


def _missing(place: Place, said: str, name: str, known: Sequence[str]) -> Finding:
    close = nearest(name, known)
    return finding(
        "H03", place, f"velgeren viser til {said} «{name}», som ikke finnes",
        found="kjente id-er: " + listed(known),
        fix=f"skriv «{close}»" if close else "bruk en id som står i samme fil",
    )  # fmt: skip
