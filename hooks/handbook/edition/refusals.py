"""What is said when the book cannot be made: which entry, which field, and why."""

from __future__ import annotations

Path = tuple[str | int, ...]


class EditionRefused(Exception):
    """Something in one entry cannot be set in print.

    `kind` and `id` name the entry as the checks do (`model` `ia-vikar`, `form` `SKJ-09`, `edition`
    with an empty id for the book as a whole); `path` leads to the field. `reason` is for the editor.
    """

    def __init__(self, kind: str, id: str, path: Path, reason: str) -> None:
        where = " › ".join([kind, id, *map(str, path)])
        super().__init__(f"{where}: {reason}")
        self.kind = kind
        self.id = id
        self.path = path
        self.reason = reason


class TypesetterMissing(Exception):
    """This machine has no Typst; nothing can be printed here."""
