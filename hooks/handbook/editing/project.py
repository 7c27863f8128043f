"""A handbook as commands change it: its nouns, where they stand, and its files as drafts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from handbook.checks.called import KIND_WORDS
from handbook.checks.walk import Value
from handbook.checks.where import Where
from handbook.editing.draft import Draft
from handbook.findings import nearest
from handbook.model.former import Named, named_in
from handbook.model.handbook import Handbook
from handbook.model.ids import FORM_PATTERN, SLUG_PATTERN, KeyPath
from handbook.model.links import resolve
from handbook.reading.folder import Reading

Spot = tuple[str, KeyPath]
"""A file, and where in it."""

KINDS = ("model", "phase", "step", "form", "role", "theme", "term", "source", "rule", "instrument",
         "routine")  # fmt: skip
"""What has an address of its own, and can be renamed and retired."""


class CannotChangeError(Exception):
    """What was asked for cannot be done; the message tells an editor why."""


class Project:
    """What a command reads and changes. Nothing is written to disk."""

    def __init__(self, root: Path, reading: Reading) -> None:
        if reading.handbook is None:
            raise CannotChangeError("innholdet har feil som må rettes først (kjør «make check»)")
        self.root = root
        self.book: Handbook = reading.handbook
        self.where = Where(self.book, reading.places)
        self._places = reading.places
        pages = (root / page.file for page in reading.by_hand)
        by_hand = {file.relative_to(root).as_posix(): file.read_bytes() for file in pages}
        self._files = reading.files | by_hand
        self._drafts: dict[str, Draft] = {}
        self._moved: dict[str, str] = {}

    def named(self, kind: str, name: str) -> Named:
        """A thing by its name; a phase or a step as `model/step`. Raises CannotChangeError."""
        every = {one.name: one for one in named_in(self.book) if one.kind == kind}
        if name in every:
            return every[name]
        close = nearest(name, every)
        hint = f"; mente du «{close}»?" if close else ""
        if kind in ("phase", "step") and "/" not in name:
            hint = f"; skriv modell/{name}"
        raise CannotChangeError(f"{KIND_WORDS[kind]} «{name}» finnes ikke{hint}")

    def spot(self, owner: tuple[str, str], path: KeyPath) -> Spot:
        """The file and the place in it of a value in an entry."""
        places = self._places[owner]
        whole = (*places.prefix, *path)
        return places.document_of(whole).file, whole

    def draft(self, file: str) -> Draft:
        """A file as it will be."""
        if file not in self._drafts:
            self._drafts[file] = Draft(file, self._files[file].decode("utf-8-sig"))
        return self._drafts[file]

    def move(self, old: str, new: str) -> None:
        """Give a file another path."""
        self._moved[old] = new

    def replace(self, spots: Iterator[Spot], old: str, new: str) -> None:
        """Write a new name where the old one begins a value."""
        by_file: dict[str, list[KeyPath]] = defaultdict(list)
        for file, path in spots:
            by_file[file].append(path)
        for file, paths in by_file.items():
            self.draft(file).respell(paths, old, new)

    def substitute(self, pattern: re.Pattern[str], new: str) -> None:
        """Replace a pattern in the texts of all files."""
        for file, data in self._files.items():
            if pattern.search(data.decode("utf-8-sig")):
                draft = self.draft(file)
                draft.text = pattern.sub(new, draft.text)

    def references(self, one: Named) -> Iterator[Value]:
        """Every field that names a thing by its id."""
        for value in self.where.references:
            home = self.book.home_of_steps(*value.owner) if one.kind == "step" else ""
            if (value.wanted, home, value.value) == (one.kind, one.inside, one.id):
                yield value

    def mentions(self, kind: str, name: str) -> set[str]:
        """The ways in which texts refer to a thing, as they stand between `[[` and `]]`."""
        said = {target for _, target in self.where.mentions}
        return {target for target in said if resolve(self.book, target) == (kind, name)}

    def changes(self) -> dict[str, bytes | None]:
        """Path → what the file will hold, None for one that goes; what stays as it is left out."""
        made: dict[str, bytes | None] = {}
        for file in sorted({*self._drafts, *self._moved}):
            before = self._files.get(file) or (self.root / file).read_bytes()
            after = self._drafts[file].text.encode() if file in self._drafts else before
            if file in self._moved:
                made[file] = None
                made[self._moved[file]] = after
            elif after != before:
                made[file] = after
        return made


def checked_id(kind: str, new: str) -> str:
    """An id of the right shape. Raises CannotChangeError."""
    if re.fullmatch(FORM_PATTERN if kind == "form" else SLUG_PATTERN, new):
        return new
    shape = "skriv SKJ- og to siffer" if kind == "form" else (
        "bruk små bokstaver a–z, tall og bindestrek")  # fmt: skip
    raise CannotChangeError(f"«{new}» er ikke en gyldig id; {shape}")
