"""What an organisation must write down about personal data, derived from the forms' own fields."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.model.form import Deletion, Field, Form, FormKind, PersonalData, Privacy
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel


@dataclass(frozen=True)
class ProcessingRow:
    """One row of the record of processing (GDPR art. 30): one form, one purpose."""

    form: Form
    privacy: Privacy
    ordinary: tuple[Field, ...]
    special: tuple[Field, ...]

    @property
    def deletion(self) -> Deletion:
        """When the answers go."""
        return self.privacy.deletion


def processing_rows(book: Handbook, model: InclusionModel) -> tuple[ProcessingRow, ...]:
    """A row for each form of a model that asks for personal data, in order of first use.

    The number of rows is the number of form × purpose; a form has one purpose.
    """
    return rows_of(form for name in model.forms if (form := book.form_by_id.get(name)))


def rows_of(forms: Iterable[Form]) -> tuple[ProcessingRow, ...]:
    """The same for some forms, whichever model they are of."""
    rows = []
    for form in forms:
        if form.privacy is None:
            continue
        row = ProcessingRow(
            form,
            form.privacy,
            _fields(form, PersonalData.ORDINARY),
            _fields(form, PersonalData.SPECIAL),
        )
        if row.ordinary or row.special:
            rows.append(row)
    return tuple(rows)


def _fields(form: Form, kind: PersonalData) -> tuple[Field, ...]:
    return tuple(field for field in form.fields if field.personal_data is kind)


def information_letter(book: Handbook, model: InclusionModel) -> Form | None:
    """The letter of a model: it tells the participant what is written down, and rests on the law.

    None when no step of the model gives one away.
    """
    forms = (book.form_by_id.get(form_id) for form_id in model.forms)
    return next((form for form in forms if form and form.kind is FormKind.LETTER), None)
