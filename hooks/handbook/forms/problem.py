"""What is said when a form cannot become a file."""

from __future__ import annotations


class FormNotLaidOut(Exception):  # noqa: N818 - says what happened
    """A form, or one question in it, does not fit on paper.

    `field_id` is the field's id, or empty when the whole form is meant. `reason` is for the editor.
    """

    def __init__(self, field_id: str, reason: str) -> None:
        super().__init__(f"{field_id}: {reason}" if field_id else reason)
        self.field_id = field_id
        self.reason = reason


class TypesettingMissing(Exception):  # noqa: N818 - says what happened
    """Typst is not on this machine; PDF files cannot be made here."""
