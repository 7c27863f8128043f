"""The book and its parts as files, from the cache where nothing has changed.

Typst keeps memory for as long as its process lives, 1.7 GB after the whole edition, so a run with a
cache lets processes of their own fill it. A run that waits for the book takes what they made; one
that does not, while a writer watches the site, shows the last files and leaves the new ones for the
next time.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from handbook.book.files import MISSING, EditionFile, available, edition_files, version_of_writers
from handbook.book.refusals import EditionRefused
from handbook.codes import finding
from handbook.findings import Finding
from handbook.kept import Cache, key_of
from handbook.model.handbook import Handbook
from handbook.publishing.book_room import outgrown
from handbook.publishing.dump import dump
from handbook.reading.folder import Places

_SOURCES = Path(__file__).parent.parent.parent
_FEW = 3
"""So few files are made here and now; a process of its own would only cost time."""

_TOGETHER = 3
"""The book, the forms and the roles: the typesetter remembers what it set for the index."""

_running: list[subprocess.Popen[bytes]] = []


class PdfBuilder:
    """Makes the edition's files, or finds them made."""

    def __init__(self, book: Handbook, cache: Cache) -> None:
        self.book = book
        self.files = edition_files(book)
        self.cache = cache
        self.missing = "" if available() else MISSING
        self._text = hashlib.sha256(dump(book)).hexdigest()

    def waiting(self) -> Sequence[EditionFile]:
        """What the cache does not hold."""
        return [file for file in self.files if not self.cache.holds(self._key(file))]

    def content(self, file: EditionFile) -> bytes:
        """The bytes, made now if need be. Raises EditionRefused."""
        made = self.cache.files(self._key(file), lambda: {file.path: file.make()})[file.path]
        self.cache.keep(_latest(file), {file.path: made})
        return made

    def last(self, file: EditionFile) -> bytes | None:
        """The bytes, or those of the last time they were made."""
        if self.cache.holds(self._key(file)):
            return self.content(file)
        return self.cache.last(_latest(file)).get(file.path)

    def _key(self, file: EditionFile) -> str:
        return key_of("edition", file.path, self._text, version_of_writers())


def begin(pdfs: PdfBuilder, root: Path | None, *, wait_for_book: bool = True) -> None:
    """Let other processes fill the cache, where there is one and much is missing.

    They go on beside whatever is made meanwhile; `book_files` takes what they made. What goes wrong
    in them is found again there, where it can be told. `root` is the project's folder.
    """
    if root is None or pdfs.cache.folder is None:
        return
    waiting = pdfs.waiting()
    _running[:] = [process for process in _running if process.poll() is None]
    if len(waiting) > _FEW and (wait_for_book or not _running):
        pdfs.cache.keep_shelf()  # they need not read what has been read
        _fill(root, waiting)


def book_files(
    pdfs: PdfBuilder, places: Mapping[tuple[str, str], Places], *, wait_for_book: bool = True
) -> tuple[dict[str, tuple[str, bytes]], list[Finding]]:
    """(site path → title and bytes, findings)."""
    if wait_for_book:
        for process in _running:
            process.wait()
    made: dict[str, tuple[str, bytes]] = {}
    findings = []
    for file in pdfs.files:
        try:
            content = pdfs.content(file) if wait_for_book else pdfs.last(file)
        except EditionRefused as error:
            place = places[error.kind, error.name].place(error.path)
            problem = f"{error.kind} «{error.name}»: {error.reason}"
            findings.append(finding("B01", place, problem))
        else:
            if content is not None:
                made[file.path] = (file.title, content)
                found = outgrown(pdfs.book, file.path, content, cache=pdfs.cache)
                findings += [finding("B03", places[one.kind, one.name].place(one.path), one.problem)
                             for one in found]  # fmt: skip
    return made, sorted(set(findings))


def _fill(root: Path, files: Sequence[EditionFile]) -> None:
    """Two processes: the book with the volumes it has page numbers of, and all the rest."""
    paths = [file.path for file in files]
    for part in (paths[:_TOGETHER], paths[_TOGETHER:]):
        command = [sys.executable, "-m", "handbook", "--root", str(root), "edition", *part]
        path = os.pathsep.join(filter(None, [str(_SOURCES), os.environ.get("PYTHONPATH")]))
        _running.append(
            subprocess.Popen(
                command,
                env={**os.environ, "PYTHONPATH": path},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )


def _latest(file: EditionFile) -> str:
    return key_of("edition-latest", file.path)
