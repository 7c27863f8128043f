"""Whether every step answers to a routine, and every routine is something one does and can show."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.completeness import weight
from handbook.checks.where import Where, steps_of
from handbook.codes import finding
from handbook.findings import Finding, listed
from handbook.model.handbook import Handbook


def every_step_answers_to_a_routine(book: Handbook, where: Where) -> Iterator[Finding]:
    """Hvert steg hører til minst én rutine, når håndboka har rutiner."""
    used = [one.id for one in book.routines if one.withdrawn is None]
    for model in book.models if used else ():
        hard = weight(model.status)
        if hard is None:
            continue
        for at in steps_of(model):
            if not at.step.routines:
                yield finding(
                    "U01", where("model", model.id, *at.path),
                    f"{at.name} hører ikke til noen rutine",
                    found=f"rutiner som finnes: {listed(used)}",
                    fix="skriv id-en til minst én rutine i «routines:»", severity=hard,
                )  # fmt: skip


def every_routine_has_a_step(book: Handbook, where: Where) -> Iterator[Finding]:
    """Minst ett steg hører til hver rutine som er i bruk."""
    for one in book.routines:
        if one.withdrawn is None and one.id not in book.steps_by_routine:
            yield finding(
                "U02", where("routine", one.id, "id"),
                f"ingen steg hører til rutinen «{one.id}»",
                fix="skriv id-en i «routines:» på stegene den gjelder. Skal den ikke brukes "
                f"lenger, trekk den: make retire ARGS=\"routine {one.id}\"",
            )  # fmt: skip


def every_proof_is_used_in_its_steps(book: Handbook, where: Where) -> Iterator[Finding]:
    """Skjemaene som viser at en rutine følges, brukes i minst ett av stegene som hører til den."""
    for one in book.routines:
        steps = book.steps_by_routine.get(one.id, ())
        met = {form for at in steps for form in at.step.forms}
        for at, form in enumerate(one.proof):
            if steps and form in book.form_by_id and form not in met:
                yield finding(
                    "U03", where("routine", one.id, "proof", at),
                    f"skjemaet {form} skal vise at rutinen «{one.id}» følges, men brukes ikke i "
                    "noen av stegene som hører til den",
                    fix="bruk et skjema fra stegene, eller la et steg som bruker dette, høre til "
                    "rutinen",
                )  # fmt: skip
