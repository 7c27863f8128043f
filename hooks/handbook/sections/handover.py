"""What the participant takes along on the last day, and which answers it takes from the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbook.document.blocks import (
    Blocks,
    Fact,
    Facts,
    File,
    Item,
    ItemList,
    Paragraph,
    Section,
    said,
)
from handbook.document.inline import Ref
from handbook.document.linker import Linker
from handbook.document.places import DATA, HANDOVER, form_file, page
from handbook.document.titles import PAGES
from handbook.document.tools import Contacts, Handover, Paper, TickedTable
from handbook.model.form import Field, FieldType, Form, FormKind
from handbook.model.handbook import Handbook
from handbook.norwegian import upper_first
from handbook.sections.form import blank
from handbook.sections.form_lists import form_line

_LEAD = "Den som slutter, tar med seg papirene: hvem de kan ringe, hva de har gjort, og hva de " \
        "har lært."  # fmt: skip
_ONLY_SEEN = "Skriv aldri i en attest det du ikke har sett. Planen gir bare navn, datoer og det " \
             "som er avtalt. Resten fyller dere ut sammen."  # fmt: skip


def plan_of(book: Handbook) -> Form | None:
    """The plan that the certificates take most answers from; there may be none."""
    spots = (s for form in certificates(book) for field in form.fields for s in field.same_as)
    for form_id, _ in Counter(spot.partition("/")[0] for spot in spots).most_common():
        form = book.form_by_id.get(form_id)
        if form and form.kind is FormKind.PLAN:
            return form
    return None


def certificates(book: Handbook) -> tuple[Form, ...]:
    """The forms that say what somebody has done."""
    return tuple(form for form in book.valid_forms if form.kind is FormKind.CERTIFICATE)


def handover_section(linker: Linker, plan: Form) -> Section:
    """The papers of the last day, and what each takes from the plan."""
    papers = tuple(form for form in certificates(linker.book) if _taken(form, plan))
    blocks = (
        Paragraph((_LEAD,), "lead"),
        Section("Det du tar med deg", _to_take(linker, plan, papers), "papirene"),
        Section("Fyll ut fra planen", _from_plan(linker, plan, papers), "fra-planen"),
    )
    return Section(PAGES[HANDOVER], blocks, place=page(HANDOVER))


def all_papers(linker: Linker) -> Paragraph:
    """The way from one of the papers to all of them."""
    ref = linker.page(HANDOVER, "Lag alle papirene til siste dag på én gang")
    return Paragraph(("Har dere planen som fil? ", ref, "."))


def _to_take(linker: Linker, plan: Form, papers: tuple[Form, ...]) -> Blocks:
    lines = (*(form_line(linker, form) for form in papers), *_contact_line(plan))
    return (ItemList(lines, kind="names"), Paragraph((_ONLY_SEEN,)))


def _contact_line(plan: Form) -> Iterator[Item]:
    if contacts := _contacts(plan):
        where = f"Hentes fra «{contacts.label}» i {plan.called}."
        yield Item(said(where), before="Kontaktliste")


def _from_plan(linker: Linker, plan: Form, papers: tuple[Form, ...]) -> Blocks:
    fill_in = Ref(linker.form(plan.id).place.at("fyll-ut"), plan.called)
    saved = Paragraph((
        "Har dere fylt ut ", fill_in, " på nettsiden og lagret svarene som fil? Da kan papirene "
        "hente svar derfra. Skjemaene kan også fylles ut hver for seg.",
    ))  # fmt: skip
    taken = ((upper_first(form.called), _labels(form, plan)) for form in papers)
    rows = (Fact(f"{name} henter", said(labels)) for name, labels in taken)
    return (saved, Facts(tuple(rows), "list"))


def _labels(form: Form, plan: Form) -> str:
    return ", ".join(field.label for field, _ in _taken(form, plan))


def handover_tool(plan: Form, book: Handbook, files: tuple[File, ...]) -> Handover:
    """What fills the papers, of which `files` are the blanks, from the plan saved as a file."""
    papers = (_paper(form, plan, files) for form in certificates(book) if _taken(form, plan))
    contacts = _contacts(plan)
    table = _contact_table(contacts) if contacts else None
    return Handover(plan.id, form_file(plan, DATA), tuple(papers), table)


def _paper(form: Form, plan: Form, files: tuple[File, ...]) -> Paper:
    ticks = _ticks(plan, {name for _, name in _taken(form, plan)})
    return Paper(form.id, form.title, ticks, form_file(form, DATA), blank(form, "docx", files))


def _taken(form: Form, plan: Form) -> tuple[tuple[Field, str], ...]:
    """Each question that takes its answer from the plan, and the question there."""
    return tuple(
        (field, spot.partition("/")[2])
        for field in form.fields
        for spot in field.same_as
        if spot.startswith(f"{plan.id}/")
    )


def _ticks(plan: Form, names: set[str]) -> tuple[TickedTable, ...]:
    return tuple(
        TickedTable(table.id, column.id, table.label)
        for table in plan.fields
        for column in table.columns
        if table.id in names and column.type is FieldType.YES_NO
    )


def _contacts(plan: Form) -> Field | None:
    """A table with a column `phone` is a list of contacts."""
    return next(
        (field for field in plan.fields if any(column.id == "phone" for column in field.columns)),
        None,
    )


def _contact_table(table: Field) -> Contacts:
    columns = tuple((column.id, column.label) for column in table.columns)
    return Contacts(table.id, columns, table.row_labels)
