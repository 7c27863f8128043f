"""All forms: what each is for, and which steps use which."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.document.blocks import (
    Blocks,
    Cell,
    Column,
    Item,
    ItemList,
    Paragraph,
    Row,
    Section,
    Table,
    said,
)
from handbook.document.inline import Quiet, Ref
from handbook.document.linker import Linker
from handbook.document.places import FORM_MATRIX, FORMS, page
from handbook.document.titles import PAGES
from handbook.model.form import Form, FormKind
from handbook.model.inclusion_model import InclusionModel
from handbook.model.process import Step
from handbook.norwegian import listed
from handbook.sections.around import withdrawn_words
from handbook.sections.form_handed_on import sending


def forms_section(linker: Linker) -> Section:
    """Every form, by what it is for."""
    count = len(linker.book.valid_forms)
    lead = f"{count} skjemaer, ordnet etter hva de er til. " \
           "Nettstedet tar aldri imot det dere fyller ut."  # fmt: skip
    kinds = (_of_kind(linker, kind) for kind in FormKind)
    blocks = (
        Paragraph((lead,), "lead"), *sum(kinds, ()), sending(), *withdrawn_forms(linker),
    )  # fmt: skip
    return Section(PAGES[FORMS], blocks, place=page(FORMS))


def withdrawn_forms(linker: Linker) -> Blocks:
    """Forms that somebody may hold on paper, and that are no longer in use."""
    lines = tuple(
        Item(said(withdrawn_words(linker, "form", form.withdrawn)), title=linker.form(form.id))
        for form in linker.book.forms
        if form.withdrawn
    )
    return (Section("Trukket tilbake", (ItemList(lines, kind="names"),), "trukket"),
            ) if lines else ()  # fmt: skip


def _of_kind(linker: Linker, kind: FormKind) -> Blocks:
    forms = tuple(form for form in linker.book.valid_forms if form.kind is kind)
    return (Section(kind.label, (form_list(linker, forms),), kind.value),) if forms else ()


def form_list(linker: Linker, forms: Iterable[Form]) -> ItemList:
    """Forms with what each is for, and who fills it in."""
    return ItemList(tuple(form_line(linker, form) for form in forms), kind="names")


def form_line(linker: Linker, form: Form) -> Item:
    """One form with what it is for, who fills it in, and whether an official one goes before it."""
    who = listed([linker.title("role", role) for role in form.filled_in_by])
    official = " Det finnes et offisielt skjema." if form.official_form else ""
    by = Quiet((f"Fylles ut av {who}.{official}",), "who")
    return Item(said(linker.words(form.purpose), (" ", by)), title=linker.form(form.id))


def matrix_section(linker: Linker) -> Section:
    """For each model: which steps make, change and use which forms."""
    lead = Paragraph(("Hvilke skjemaer lages, oppdateres eller brukes i hvilke steg.",), "lead")
    models = (_in_model(linker, model) for model in linker.book.models)
    return Section(PAGES[FORM_MATRIX], (lead, *models), place=page(FORM_MATRIX))


def _in_model(linker: Linker, model: InclusionModel) -> Section:
    numbered = (
        Column((_numbered(linker, model, step, count),))
        for count, step in enumerate(model.steps, 1)
    )
    rows = tuple(_uses(linker, model, form) for form in model.forms)
    label = f"Skjemaer i {model.short_title}"
    matrix = Table((Column(("Skjema",)), *numbered), rows, label, "matrix")
    key = (Item(said((linker.step(model, step.id),))) for step in model.steps)
    blocks = (matrix, ItemList(tuple(key), ordered=True, kind="step-key"))
    return Section(model.short_title, blocks, model.id)


def _numbered(linker: Linker, model: InclusionModel, step: Step, count: int) -> Ref:
    return Ref(linker.step(model, step.id).place, str(count), "step-number", step.title)


def _uses(linker: Linker, model: InclusionModel, form_id: str) -> Row:
    cells = (Cell(said(words)) if (words := _use(step, form_id)) else Cell(())
             for step in model.steps)  # fmt: skip
    return Row((Cell(said((linker.form(form_id),))), *cells))


def _use(step: Step, form_id: str) -> str:
    uses = (one.action.label for one in (*step.inputs, *step.outputs) if one.form == form_id)
    return ", ".join(dict.fromkeys(uses))
