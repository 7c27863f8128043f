"""Every version that holds in this edition, so that a binder can be checked by hand."""

from __future__ import annotations

from handbook.document.blocks import Paragraph, Row, Section, Table, columns, row
from handbook.document.inline import Ref
from handbook.document.linker import Linker
from handbook.model.form import Form
from handbook.model.inclusion_model import InclusionModel
from handbook.norwegian import unbroken_date

_HOW = (
    "Nummer og versjon står nederst på hvert ark. Hvis tallet på arket er et annet enn her, er "
    "arket fra en annen utgave."
)


def valid_now_section(linker: Linker) -> Section:
    """Number, name and version of every model and form."""
    book = linker.book
    rows = (
        *(_row(linker.to("model", one.id), "Modell", one) for one in book.models),
        *(_row(_named(linker, one), one.id, one) for one in book.valid_forms),
    )
    head = columns("Nummer", "Navn", "Versjon", "Gjelder fra")
    table = Table(head, rows, "Versjoner som gjelder", "wide", (3, 14, 3, 6))
    title = f"Dette gjelder i utgave {book.edition.edition}"
    return Section(title, (Paragraph((_HOW,)), table), "gjelder")


def _named(linker: Linker, form: Form) -> Ref:
    return Ref(linker.to("form", form.id).place, form.title)


def _row(name: Ref, number: str, noun: Form | InclusionModel) -> Row:
    return row(number, (name,), noun.version, unbroken_date(noun.valid_from))
