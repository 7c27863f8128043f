"""Forms: the list, a page for each, and the matrix of forms and steps."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import places
from handbook.document.blocks import Blocks, Files, Fold, Paragraph, Section, Tool
from handbook.document.inline import Ref
from handbook.document.places import Place
from handbook.model.form import Form, FormKind
from handbook.pages.context import Context, compose, on_demand
from handbook.pages.example_pages import filled_page
from handbook.pages.handover_page import FORMS_CRUMB, handover_page
from handbook.pages.page import Page
from handbook.render.form_scripts import PAGE_SCRIPTS
from handbook.sections.around import foot, versions
from handbook.sections.examples import filled_place
from handbook.sections.form import (
    about,
    background,
    before_answering,
    changed,
    filling_in,
    handed_on,
    position,
    privacy_in_short,
)
from handbook.sections.form_lists import forms_section, matrix_section
from handbook.sections.handover import all_papers
from handbook.sections.questions import questions


def form_pages(context: Context) -> Iterator[Page]:
    """The list, the matrix, the papers for the last day, and every form."""
    handover = handover_page(context)
    yield _list_page(context, handed_over=handover is not None)
    yield compose(
        matrix_section(context.linker),
        kind="matrix",
        description="Hvilke steg som lager, oppdaterer og bruker hvilke skjemaer.",
        crumbs=(FORMS_CRUMB,),
    )
    if handover:
        yield handover
    for form in context.book.forms:
        yield _form_page(context, form, handed_over=handover is not None)
        yield from filled_page(context, form)


def _list_page(context: Context, *, handed_over: bool) -> Page:
    linker = context.linker
    ways = [linker.page(places.FORM_MATRIX, "Se hvilke steg som bruker hvilket skjema")]
    if handed_over:
        ways.append(linker.page(
            places.HANDOVER,
            "Overlevering siste dag: attest, dokumentasjon og kontaktliste fra planen",
        ))  # fmt: skip
    return compose(
        forms_section(linker),
        kind="forms",
        description="Alle skjemaer i håndboka, ordnet etter hva de er til.",
        above=tuple(Paragraph((way,)) for way in ways),
        source="forms",
    )


def _form_page(context: Context, form: Form, *, handed_over: bool) -> Page:
    linker, source = context.linker, f"forms/{form.id}.yml"
    blocks = (
        position(form),
        *before_answering(linker, form),
        *map(on_demand, privacy_in_short(linker, form)),
        _fill_in(context, form, handed_over=handed_over),
        *handed_on(linker, form),
        about(linker, form),
        *map(on_demand, (*background(linker, form), *changed(linker, form))),
        versions(linker, form, context.versions(form)),
        foot(form, source),
    )
    return compose(
        Section(form.title, blocks, place=Place("form", form.id)),
        title=f"{form.id} {form.title}",
        kind="form",
        description=form.purpose.plain,
        source=source,
        crumbs=(FORMS_CRUMB,),
        scripts=PAGE_SCRIPTS,
    )


def _example(context: Context, form: Form) -> Blocks:
    if form.id not in context.book.filled_by_form:
        return ()
    return (Paragraph((Ref(filled_place(form.id), "Se et utfylt eksempel"), " (oppdiktet)")),)


def _fill_in(context: Context, form: Form, *, handed_over: bool) -> Section:
    """The blank files, and the questions to answer here."""
    linker, files = context.linker, context.downloads.named(places.FORM_FILES, form.id)
    tool = filling_in(linker, form, files)
    at_once = handed_over and bool(tool.taken_from) and form.kind is FormKind.CERTIFICATE
    blocks = (
        *((all_papers(linker),) if at_once else ()),
        *_example(context, form),
        *((Fold("Last ned tomt", (Files(files),)),) if files else ()),
        Tool(tool, questions(linker, form)),
    )
    return Section("Fyll ut eller last ned", blocks, "fyll-ut")
