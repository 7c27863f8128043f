"""What is said when the book cannot be made: which entry, which field, and why."""

from __future__ import annotations

from handbook.model.ids import KeyPath


class EditionRefused(Exception):  # noqa: N818 - says what happened
    """Something in one entry cannot be set in print.

    `kind` and `name` are those of the checks: `model` `ia-vikar`, `form` `SKJ-09`, or `edition`
    with an empty name for the whole book; `path` leads to the field. `reason` is for the editor.
    """

    def __init__(self, kind: str, name: str, path: KeyPath, reason: str) -> None:
        where = " › ".join([kind, name, *map(str, path)])
        super().__init__(f"{where}: {reason}")
        self.kind = kind
        self.name = name
        self.path = path
        self.reason = reason


class TypesetterMissing(Exception):  # noqa: N818 - says what is missing
    """Typst is not on the machine; nothing can be printed here."""
