"""Whether an answer given in one form can stand in another, with nothing lost on the way."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.where import Where
from handbook.codes import finding
from handbook.findings import Finding, listed, nearest
from handbook.model.case import ASKED, CONTACT_COLUMNS
from handbook.model.case import NAME as CASE
from handbook.model.form import Field, FieldType
from handbook.model.handbook import Handbook


def every_answer_can_be_taken_over(book: Handbook, where: Where) -> Iterator[Finding]:
    """Et felt henter svar bare fra felt som finnes og svares på samme måte."""
    for form in book.forms:
        for part, section in enumerate(form.sections):
            for number, field in enumerate(section.fields):
                for at, spot in enumerate(field.same_as):
                    found, fix = _hindered(book, field, spot)
                    if found:
                        path = ("sections", part, "fields", number, "same_as", at)
                        yield finding(
                            "F15", where("form", form.id, *path),
                            f"feltet «{field.id}» i skjemaet «{form.id}» kan ikke hente svaret "
                            f"fra «{spot}»", found=found, fix=fix,
                        )  # fmt: skip


def _hindered(book: Handbook, here: Field, spot: str) -> tuple[str, str]:
    from_case = spot.partition("/")[0] == CASE
    return (_not_in_a_case if from_case else _unlike)(book, here, spot)


def _unlike(book: Handbook, here: Field, spot: str) -> tuple[str, str]:
    """What hinders, and how to mend it; both empty when nothing does."""
    form_id, _, name = spot.partition("/")
    form = book.form_by_id.get(form_id)
    if form is None:
        return f"skjemaet «{form_id}» finnes ikke", "skriv id-en til et skjema"
    fields = {field.id: field for field in form.fields}
    if name not in fields:
        close = nearest(name, fields)
        fix = f"skriv «{form_id}/{close}»" if close else f"velg et felt i «{form_id}»"
        return f"«{form_id}» har ikke feltet «{name}»", fix
    there = fields[name]
    if there.type is not here.type:
        return f"{there.type} der, {here.type} her", "velg et felt med samme «type:»"
    if here.type is FieldType.TABLE:
        return _unlike_tables(here, there)
    unknown = [o.id for o in there.options if o.id not in {own.id for own in here.options}]
    if unknown:
        return f"svar som ikke finnes her: {listed(unknown)}", "ha med alle svarene herfra også"
    return "", ""


def _not_in_a_case(book: Handbook, here: Field, spot: str) -> tuple[str, str]:
    """What hinders an answer from a reader's case: days, the contact, and who has a role."""
    name = spot.partition("/")[2]
    roles = {role.id.replace("-", "_"): FieldType.TEXT for role in book.roles}
    known = roles | ASKED
    if name not in known:
        close = nearest(name, known)
        fix = f"skriv «{CASE}/{close}»" if close else "velg sak/start, sak/end eller en rolle"
        return f"saken har ikke «{name}»", fix
    if known[name] is not here.type:
        return f"{known[name]} i saken, {here.type} her", "velg et felt med samme «type:»"
    columns = {column.id for column in here.asked_columns}
    if here.type is FieldType.TABLE and not columns & set(CONTACT_COLUMNS):
        return "ingen kolonne er lik", f"gi en kolonne «id: {CONTACT_COLUMNS[0]}»"
    return "", ""


def _unlike_tables(here: Field, there: Field) -> tuple[str, str]:
    """Every row of the other table has a place here, and a column of the same name and kind."""
    asked = {column.id: column.type for column in there.asked_columns}
    if not any(asked.get(column.id) is column.type for column in here.asked_columns):
        return "ingen kolonne er lik", "gi minst én kolonne samme «id:» og «type:» begge steder"
    if there.row_count > here.row_count:
        fix = f"skriv «rows: {there.row_count}», så alt får plass"
        return f"{there.row_count} rader der, {here.row_count} her", fix
    return "", ""
