"""Forms: the list, a page for each, and the matrix of forms and steps."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from handbook.model.form import Form, FormKind, PersonalData
from handbook.pages import addresses
from handbook.pages.handover_page import handover_page
from handbook.pages.page import Crumb, Page
from handbook.pages.writer import Desk


def form_pages(desk: Desk) -> Iterator[Page]:
    """The list, the matrix, the papers for the last day, and every form."""
    book, handover = desk.book, handover_page(desk)
    yield desk.page(
        addresses.FORMS,
        "forms.md.j2",
        title="Skjemaer",
        kind="forms",
        description="Alle skjemaer i håndboka, ordnet etter hva de er til.",
        source="forms",
        handover=handover is not None,
        count=len(book.forms),
        kinds=tuple(
            (kind, forms)
            for kind in FormKind
            if (forms := tuple(form for form in book.forms if form.kind is kind))
        ),
    )
    yield desk.page(
        addresses.FORM_MATRIX,
        "matrix.md.j2",
        title="Skjemaer steg for steg",
        kind="matrix",
        description="Hvilke steg som lager, oppdaterer og bruker hvilke skjemaer.",
        crumbs=(Crumb("Skjemaer", addresses.FORMS),),
        book=book,
    )
    if handover:
        yield handover
    for form in book.forms:
        yield _form_page(desk, form, handed_over=handover is not None)


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
