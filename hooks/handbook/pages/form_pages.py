"""Forms: the list, a page for each, and the matrix of forms and steps."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from handbook.document import places
from handbook.document.blocks import Paragraph
from handbook.model.form import Form, FormKind, PersonalData
from handbook.pages import addresses
from handbook.pages.context import Context, compose
from handbook.pages.handover_page import FORMS_CRUMB, handover_page
from handbook.pages.page import Crumb, Page
from handbook.pages.writer import Desk
from handbook.sections.form_lists import forms_section, matrix_section


def form_pages(context: Context, desk: Desk) -> Iterator[Page]:
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
        yield _form_page(desk, form, handed_over=handover is not None)


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


def _form_page(desk: Desk, form: Form, *, handed_over: bool) -> Page:
    path = addresses.form(form.id)
    takes_from = dict.fromkeys(spot.partition("/")[0] for f in form.fields for spot in f.same_as)
    view = desk.downloads.show_form(form, desk.at(path).html)
    return desk.page(
        path,
        "form.md.j2",
        title=f"{form.id} {form.title}",
        kind="form",
        description=form.purpose.plain,
        source=f"forms/{form.id}.yml",
        crumbs=(Crumb("Skjemaer", addresses.FORMS),),
        scripts=("assets/js/form.js",),
        form=form,
        versions=desk.versions(form),
        web_form=Markup(view.html),
        downloads=view.downloads,
        file_base=view.base,
        file_name=view.base.rpartition("/")[2],
        takes_from=tuple(takes_from),
        handed_over=handed_over and bool(takes_from) and form.kind is FormKind.CERTIFICATE,
        uses=desk.book.steps_by_form.get(form.id, ()),
        themes=tuple(theme for theme in desk.book.themes if form.id in theme.forms),
        personal=tuple(f for f in form.fields if f.personal_data is not PersonalData.NONE),
    )
