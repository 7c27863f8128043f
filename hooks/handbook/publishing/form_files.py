"""The files of all forms, from the cache where nothing has changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cached_property

from handbook.codes import finding
from handbook.document import places
from handbook.document.blocks import File
from handbook.findings import Finding, Place
from handbook.forms.file_kinds import downloads, key_of_files
from handbook.forms.form_data import form_script, starting_script
from handbook.forms.naming import titles_of
from handbook.forms.problem import FormNotLaidOut, TypesettingMissing
from handbook.kept import Cache, key_of
from handbook.model.example import FICTION, FilledForm
from handbook.model.filled import starting_point
from handbook.model.form import Form
from handbook.model.handbook import Edition, Handbook
from handbook.publishing.as_script import beside

PlaceOf = Callable[[str, str], Place]
"""(form id, field id or empty) → the place in the YAML file."""

_TITLES = {
    "pdf": "Fyllbar PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "json": "Feltene som JSON Schema, for utviklere",
}


class FormFiles:
    """Every form's files. What cannot be laid out is a finding; the others are still made."""

    def __init__(self, book: Handbook, cache: Cache, place_of: PlaceOf) -> None:
        self.book = book
        self.cache = cache
        self.place_of = place_of
        self.findings: list[Finding] = []
        self.missing = ""
        """Why no PDF can be made on this machine, or empty."""

    @cached_property
    def by_form(self) -> dict[str, dict[str, bytes]]:
        """Form id → site path → bytes."""
        return {form.id: self._made(form) for form in self.book.forms}

    @cached_property
    def examples(self) -> dict[str, dict[str, bytes]]:
        """Form id → site path → bytes, for each form that an example filled in."""
        return {form: self._filled(form) for form in self.book.filled_by_form}

    @cached_property
    def with_examples(self) -> dict[str, dict[str, bytes]]:
        """The files of every form, and after them the form as an example filled it in."""
        return {form: made | self.examples.get(form, {}) for form, made in self.by_form.items()}

    def site_files(self) -> dict[str, bytes]:
        """Site path → bytes of all files, and what scripts read: data and blank Word files."""
        titles = titles_of(self.book)
        files = {
            places.form_file(form, places.DATA).name: form_script(form, self.book.edition, titles)
            for form in self.book.forms
        }
        for form_id, (example, filled) in self.book.filled_by_form.items():
            form = self.book.form_by_id[form_id]
            begin = starting_point(form, filled.answers, example.made_up_names)
            path = places.form_file(form, places.STARTING_POINT).name
            files |= {path: starting_script(form, begin)} | self.examples[form_id]
        for made in self.by_form.values():
            files |= made
        return files | beside(files, self.cache)

    def listed(self) -> dict[str, File]:
        """Site path → what a reader is told of each file."""
        return {
            path: File(places.file(path), f"{form_id} fylt ut ({FICTION.lower()})", "PDF", len(pdf))
            for form_id, made in self.examples.items()
            for path, pdf in made.items()
        } | {
            d.path: File(places.file(d.path), _TITLES[d.ending], d.label, len(made[d.path]))
            for form in self.book.forms
            for d in downloads(form)
            if d.path in (made := self.by_form[form.id])
        }

    def _filled(self, form_id: str) -> dict[str, bytes]:
        form, (_, filled) = self.book.form_by_id[form_id], self.book.filled_by_form[form_id]
        titles = titles_of(self.book)
        path = places.filled_file(form_id).name
        blank = key_of_files(form, self.book.edition, titles)
        key = key_of("filled", blank, json.dumps(filled.answers.plain, ensure_ascii=False))
        self.cache.used.add(key)
        try:
            return self.cache.get_or_make(
                ("filled", form_id), key,
                lambda: self.cache.files(
                    key, lambda: {path: write_filled(form, self.book.edition, filled, titles)}
                ),
            )  # fmt: skip
        except (FormNotLaidOut, TypesettingMissing):
            return {}  # the blank form is told of, for the same reason

    def _made(self, form: Form) -> dict[str, bytes]:
        titles = titles_of(self.book)
        key = key_of_files(form, self.book.edition, titles)
        self.cache.used.add(key)
        try:
            return self.cache.get_or_make(
                (FormFiles, form.id), key,
                lambda: self.cache.files(
                    key, lambda: write(form, self.book.edition, titles)
                ),
            )  # fmt: skip
        except FormNotLaidOut as error:
            place = self.place_of(form.id, error.field_id)
            self.findings.append(finding("F30", place, f"skjemaet «{form.id}»: {error.reason}"))
        except TypesettingMissing as error:
            self.missing = str(error)
        return {}


def write(form: Form, edition: Edition, titles: Mapping[str, str]) -> dict[str, bytes]:
    """The files, by writers that are loaded the first time a file must be made."""
    from handbook.forms.writers import write_form_files  # noqa: PLC0415

    return write_form_files(form, edition, titles)


def write_filled(
    form: Form, edition: Edition, filled: FilledForm, titles: Mapping[str, str]
) -> bytes:
    """A form as an example filled it in, by the writer that is loaded when it must be made."""
    from handbook.forms.filled_pdf import filled_pdf  # noqa: PLC0415

    return filled_pdf(form, edition, filled.answers, titles)
