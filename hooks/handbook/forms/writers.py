"""Every file of a form, made. Loaded when one must be, since it loads what writes PDF and Word."""

from __future__ import annotations

import json
from collections.abc import Mapping

from handbook.forms.excel import form_excel
from handbook.forms.file_kinds import downloads
from handbook.forms.fillable_pdf import form_pdf
from handbook.forms.json_schema import form_schema
from handbook.forms.word import form_word
from handbook.model.form import Form
from handbook.model.handbook import Edition


def write_form_files(
    form: Form, edition: Edition, titles: Mapping[str, str] | None = None
) -> dict[str, bytes]:
    """Path → bytes of every file. Raises FormNotLaidOut, or TypesettingMissing without Typst."""
    return {file.path: _made(file.ending, form, edition, titles) for file in downloads(form)}


def _made(ending: str, form: Form, edition: Edition, titles: Mapping[str, str] | None) -> bytes:
    if ending == "pdf":
        return form_pdf(form, edition, titles)
    if ending == "docx":
        return form_word(form, edition, titles)
    if ending == "xlsx":
        return form_excel(form, edition, titles)
    if ending != "json":
        raise ValueError(ending)
    schema = json.dumps(form_schema(form, edition), ensure_ascii=False, indent=1)
    return f"{schema}\n".encode()
