"""A form as an accessible PDF that can be filled in on screen or by hand."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.forms.typesetting import typeset_form
from handbook.forms.typst_text import form_values
from handbook.forms.widgets import ends_high_up, page_count, with_fields
from handbook.model.field_names import names
from handbook.model.form import Form
from handbook.model.handbook import Edition


def form_pdf(form: Form, edition: Edition, titles: Mapping[str, str] | None = None) -> bytes:
    """The form on A4, tagged, in Norwegian, with a field for every name.

    `titles` says what roles and references are called; without it they go by their ids. The same
    nouns give the same bytes. Raises FormNotLaidOut, or TypesettingMissing without Typst.
    """
    values = form_values(form, edition, titles or {})
    sheets = typeset_form(values, day=edition.date)
    if ends_high_up(sheets):
        tight = typeset_form(values, day=edition.date, tight=True)
        sheets = min(sheets, tight, key=page_count)
    return with_fields(sheets, names(form))
