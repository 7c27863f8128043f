"""Forms: the list, a page for each, and the matrix of forms and steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from handbook.model.form import Field, FieldType, Form, FormKind, PersonalData
from handbook.pages import addresses
from handbook.pages.page import Crumb, Page
from handbook.pages.writer import Desk

Extras = Callable[[Form, str], str]
"""Form and page path → HTML put above the questions, such as downloads and the web form."""


def form_pages(desk: Desk, extras: Extras | None = None) -> Iterator[Page]:
    """The list, the matrix and every form."""
    book = desk.book
    yield desk.page(
        addresses.FORMS,
        "forms.md.j2",
        title="Skjemaer",
        kind="forms",
        description="Alle skjemaer i håndboka, ordnet etter hva de er til.",
        source="forms",
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
    )
    for form in book.forms:
        path = addresses.form(form.id)
        yield desk.page(
            path,
            "form.md.j2",
            title=f"{form.id} {form.title}",
            kind="form",
            description=form.purpose.plain,
            source=f"forms/{form.id}.yml",
            crumbs=(Crumb("Skjemaer", addresses.FORMS),),
            form=form,
            uses=book.steps_by_form.get(form.id, ()),
            themes=tuple(theme for theme in book.themes if form.id in theme.forms),
            conditions={f.id: condition_text(form, f) for f in form.fields if f.shown_if},
            personal=tuple(f for f in form.fields if f.personal_data is not PersonalData.NONE),
            extras=Markup(extras(form, path)) if extras else Markup(""),
        )


def condition_text(form: Form, field: Field) -> str:
    """«dere svarte «Ja» på «Trenger dere tilgang?»» – the words after «Hvis» on paper."""
    condition = field.shown_if
    if condition is None:
        return ""
    other = next((f for f in form.fields if f.id == condition.field), None)
    if other is None:
        return ""
    if other.type is FieldType.YES_NO:
        word = "krysset av" if condition.equals == "true" else "ikke krysset av"
        return f"du har {word} for «{other.label}»"
    answer = next((o.label for o in other.options if o.id == condition.equals), condition.equals)
    return f"svaret er «{answer}» på «{other.label}»"
