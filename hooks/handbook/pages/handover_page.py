"""What the participant takes along on the last day, filled from the plan saved as a file."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from handbook.model.form import FieldType, Form, FormKind
from handbook.model.handbook import Handbook
from handbook.pages import addresses
from handbook.pages.page import Crumb, Page
from handbook.pages.writer import Desk


class Tick(NamedTuple):
    """A table of the plan, its column to tick when a row is done, and what the table is called."""

    table: str
    column: str
    label: str


class TakenOver(NamedTuple):
    """A paper to hand over: its blank files, and which answers it takes from the plan.

    `answers` is read by the page's script: `name=participant_name start_date=start_date`.
    """

    form: Form
    base: str
    labels: tuple[str, ...]
    answers: str
    ticks: tuple[Tick, ...]


def handover_page(desk: Desk) -> Page | None:
    """The page, where certificates take answers from a plan.

    A table with a column `phone` in the plan is a list of contacts.
    """
    plan = _plan(desk.book)
    if plan is None:
        return None
    return desk.page(
        addresses.HANDOVER,
        "handover.md.j2",
        title="Overlevering siste dag",
        kind="handover",
        description="Attest, dokumentasjon og kontaktliste, fylt ut fra planen.",
        crumbs=(Crumb("Skjemaer", addresses.FORMS),),
        scripts=("assets/js/handover.js",),
        plan=plan,
        papers=tuple(p for f in _certificates(desk.book) if (p := _taken_over(desk, f, plan))),
        contacts=next(
            (f for f in plan.fields if any(column.id == "phone" for column in f.columns)), None
        ),
    )


def _certificates(book: Handbook) -> list[Form]:
    return [form for form in book.forms if form.kind is FormKind.CERTIFICATE]


def _plan(book: Handbook) -> Form | None:
    """The plan that the certificates point at most."""
    spots = (s for form in _certificates(book) for field in form.fields for s in field.same_as)
    for form_id, _ in Counter(spot.partition("/")[0] for spot in spots).most_common():
        form = book.form_by_id.get(form_id)
        if form and form.kind is FormKind.PLAN:
            return form
    return None


def _taken_over(desk: Desk, form: Form, plan: Form) -> TakenOver | None:
    taken = [
        (field, spot.partition("/")[2])
        for field in form.fields
        for spot in field.same_as
        if spot.startswith(f"{plan.id}/")
    ]
    if not taken:
        return None
    view = desk.downloads.show_form(form, desk.at(addresses.HANDOVER).html)
    names = {name for _, name in taken}
    return TakenOver(
        form,
        view.base,
        tuple(field.label for field, _ in taken),
        " ".join(f"{field.id}={name}" for field, name in taken),
        tuple(
            Tick(table.id, column.id, table.label)
            for table in plan.fields
            for column in table.columns
            if table.id in names and column.type is FieldType.YES_NO
        ),
    )
