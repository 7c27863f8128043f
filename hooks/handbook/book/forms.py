"""The forms as blank forms: every question with room for an answer by hand."""

from __future__ import annotations

from dataclasses import replace

from handbook.book.refusals import EditionRefused
from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Group,
    Item,
    ItemList,
    Paragraph,
    Question,
    Section,
    said,
)
from handbook.document.linker import Linker
from handbook.document.places import FORMS, page
from handbook.forms import layout as sheet
from handbook.forms.problem import FormNotLaidOut
from handbook.model.form import Form
from handbook.model.ids import KeyPath
from handbook.model.inclusion_model import InclusionModel
from handbook.sections.around import foot
from handbook.sections.form import background, changed, form_section, opening
from handbook.sections.form_lists import form_list, withdrawn_forms
from handbook.sections.privacy import all_periods
from handbook.sections.questions import questions

_LEAD = "Alle skjemaene som blanke ark til kopiering. Fyllbare utgaver ligger på nettstedet."


def forms_chapter(linker: Linker) -> Section:
    """Every form in use, each on a page of its own so that it can be copied."""
    book = linker.book
    each = (blank_form(linker, form) for form in book.valid_forms)
    every = form_list(linker, book.valid_forms)
    blocks: Blocks = (Paragraph((_LEAD,), "lead"), every, all_periods(linker), *each)
    return Section(
        titles.PAGES[FORMS], (*blocks, *withdrawn_forms(linker)), place=page(FORMS), over="Vedlegg"
    )


def forms_in_short(linker: Linker, model: InclusionModel) -> Section:
    """What one reads first on each form of a model: what it is for, by whom and when."""
    each = (linker.book.form_by_id[one] for one in model.forms if one in linker.book.form_by_id)
    items = tuple(Item(_in_short(linker, model, form), title=linker.form(form.id)) for form in each)
    told = ItemList(items) if items else Paragraph(("Ingen steg bruker et skjema.",))
    return Section("Hva skjemaene er til", (told,), "skjemaenes-formal")


def _in_short(linker: Linker, model: InclusionModel, form: Form) -> Blocks:
    """Told with those who fill it in here; others do so in other models."""
    here = {own.role for own in model.roles}
    fillers = [role for role in form.filled_in_by if role in here] or form.filled_in_by
    who = ("Fylles ut av ", *linker.roles(fillers), ". ") if fillers else ()
    return said((*linker.words(form.purpose), " ", *who, f"Når: {form.when}"))


def blank_form(linker: Linker, form: Form) -> Section:
    """One form, laid out. Raises EditionRefused when a question does not fit on paper.

    Its version stands above the questions: below, it is the one line that needs a page of its own.
    """
    parts = {part.section.id: part for part in _laid_out(form)}
    asked = (*questions(linker, form), *background(linker, form))
    laid = tuple(_on_paper(block, parts) for block in asked)
    blocks = (*opening(linker, form), foot(form), *laid, *changed(linker, form))
    return replace(form_section(linker, form), blocks=blocks)


def _laid_out(form: Form) -> tuple[sheet.Part, ...]:
    try:
        return sheet.layout(form)
    except FormNotLaidOut as problem:
        path = _path(form, problem.field_id)
        raise EditionRefused("form", form.id, path, problem.reason) from None


def _path(form: Form, field_id: str) -> KeyPath:
    for s, section in enumerate(form.sections):
        for f, field in enumerate(section.fields):
            if field.id == field_id:
                return ("sections", s, "fields", f)
    return ()


def _on_paper(block: Block, parts: dict[str, sheet.Part]) -> Block:
    if not isinstance(block, Section) or block.kind != "questions":
        return block
    intro = tuple(one for one in block.blocks if not isinstance(one, Question))
    asked = {one.id: one for one in block.blocks if isinstance(one, Question)}
    lines = tuple(_line(line, asked) for line in parts[block.anchor].lines)
    return replace(block, blocks=(*intro, *lines))


def _line(line: tuple[sheet.Question, ...], asked: dict[str, Question]) -> Block:
    """One question, or two short ones side by side."""
    laid: Blocks = tuple(_laid(one, asked[one.field.id]) for one in line)
    return laid[0] if len(laid) == 1 else Group(laid, "pair")


def _laid(one: sheet.Question, told: Question) -> Question:
    if one.side_by_side:
        return replace(told, spread="line", widths_mm=one.widths_mm)
    return replace(told, spread="halves" if one.two_columns else "list", widths_mm=one.widths_mm)
