"""Forms: the list, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.document import places
from handbook.document.blocks import Blocks, File, Files, Paragraph, Section, Tool
from handbook.document.inline import Ref, spread
from handbook.document.places import Place
from handbook.model.form import Form, FormKind
from handbook.model.form_texts import PRIVACY_HEADING, WORKBOOK_OR_FORM
from handbook.pages.context import Context, compose, on_demand
from handbook.pages.example_pages import filled_page
from handbook.pages.handover_page import FORMS_CRUMB, handover_page
from handbook.pages.page import Page
from handbook.pages.redirects import moved
from handbook.render.form_scripts import PAGE_SCRIPTS
from handbook.sections.around import brief_foot, named_version, versions
from handbook.sections.examples import filled_place
from handbook.sections.form import (
    PRIVACY,
    about,
    background_on_screen,
    before_answering,
    blank,
    changed,
    filling_in,
    position,
)
from handbook.sections.form_handed_on import handed_on
from handbook.sections.form_lists import forms_section
from handbook.sections.handover import all_papers
from handbook.sections.privacy import way_to_periods
from handbook.sections.questions import ready_to_answer


def form_pages(context: Context) -> Iterator[Page]:
    """The list, the papers for the last day, and every form."""
    handover = handover_page(context)
    yield _list_page(context, handed_over=handover is not None)
    yield moved(places.FORMS_BY_STEP, context.linker.page(places.FORMS))
    if handover:
        yield handover
    for form in context.book.forms:
        yield _form_page(context, form, handed_over=handover is not None)
        yield from filled_page(context, form)


def _list_page(context: Context, *, handed_over: bool) -> Page:
    linker = context.linker
    last_day = "Overlevering siste dag: attest, dokumentasjon og kontaktliste fra planen"
    ways = (linker.page(places.HANDOVER, last_day),) if handed_over else ()
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
        _beside(context, form),
        _fill_in(context, form, handed_over=handed_over),
        handed_on(linker, form),
        *_blank_files(context, form),
        about(linker, form),
        *map(on_demand, (*background_on_screen(linker, form), *changed(linker, form))),
        versions(linker, form, context.versions(form)),
        brief_foot(form, source),
    )
    return compose(
        Section(form.title, blocks, place=Place("form", form.id)),
        title=f"{form.id} {form.title}",
        kind="form",
        description=form.purpose.plain,
        source=source,
        crumbs=(FORMS_CRUMB,),
        scripts=PAGE_SCRIPTS,
        version=named_version(form),
    )


def _beside(context: Context, form: Form) -> Paragraph:
    """Ways past the questions: the blank files, an example, and what happens to the answers."""
    at = Place("form", form.id).at
    ways = []
    if files := context.downloads.named(places.FORM_FILES, form.id):
        kept = blank(form, "xlsx", files)
        ways.append(Ref(at("last-ned"), "På PC: Excel-fila" if kept else "Last ned tomt"))
    if form.id in context.book.filled_by_form:
        ways.append(Ref(filled_place(form.id), "Se et oppdiktet eksempel"))
    if form.privacy:
        ways.append(Ref(at(PRIVACY), PRIVACY_HEADING))
        ways.append(way_to_periods("Alle slettefrister"))
    return Paragraph(spread(ways, " · "))


def _blank_files(context: Context, form: Form) -> Blocks:
    files = context.downloads.named(places.FORM_FILES, form.id)
    if not files:
        return ()
    return (Section("Last ned tomt", (*_which(form, files), Files(files)), "last-ned", "fold"),)


def _which(form: Form, files: tuple[File, ...]) -> Blocks:
    return (Paragraph((WORKBOOK_OR_FORM,)),) if blank(form, "xlsx", files) else ()


def _fill_in(context: Context, form: Form, *, handed_over: bool) -> Section:
    """The questions to answer here."""
    linker, files = context.linker, context.downloads.named(places.FORM_FILES, form.id)
    tool = filling_in(linker, form, files)
    at_once = handed_over and bool(tool.taken_from) and form.kind is FormKind.CERTIFICATE
    blocks = (
        Tool(tool, ready_to_answer(linker, form)),
        *((all_papers(linker),) if at_once else ()),
    )
    return Section("Fyll ut", blocks, "fyll-ut")
