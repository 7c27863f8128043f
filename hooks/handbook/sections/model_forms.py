"""The forms of a model, and which step asks for each."""

from __future__ import annotations

from handbook.document import titles
from handbook.document.blocks import Blocks, Cell, Paragraph, Row, Section, Table, columns, said
from handbook.document.inline import Words, spread
from handbook.document.linker import Linker
from handbook.document.titles import part_place
from handbook.model.inclusion_model import InclusionModel


def model_forms_section(linker: Linker, model: InclusionModel) -> Section:
    """The forms in the order the steps use them, and the way to what is said of privacy."""
    lead = Paragraph(("Skjemaene i den rekkefølgen stegene bruker dem.",), "lead")
    title = f"{titles.MODEL_FORMS.title} i {model.short_title}"
    blocks = (lead, _forms(linker, model), *_privacy(linker, model))
    return Section(title, blocks, place=part_place(model, titles.MODEL_FORMS))


def _forms(linker: Linker, model: InclusionModel) -> Table | Paragraph:
    rows = tuple(_form(linker, model, form_id) for form_id in model.forms)
    if not rows:
        return Paragraph(("Ingen steg bruker et skjema.",))
    head = columns("Skjema", "Brukes i steg")
    return Table(head, rows, f"Skjemaer i {model.short_title}", widths=(9, 8))


def _form(linker: Linker, model: InclusionModel, form_id: str) -> Row:
    used = (linker.step(model, step.id) for step in model.steps if form_id in step.forms)
    told: tuple[Words, ...] = ((linker.form(form_id),), spread(used))
    return Row(tuple(Cell(said(words)) for words in told), anchor=form_id)


def _privacy(linker: Linker, model: InclusionModel) -> Blocks:
    if not linker.has(model, titles.PRIVACY):
        return ()
    to = linker.part(model, titles.PRIVACY, f"personvern i {model.short_title}")
    rest = ": protokoll, informasjon til deltakeren og sletteplan."
    return (Paragraph(("Se også ", to, rest)),)
