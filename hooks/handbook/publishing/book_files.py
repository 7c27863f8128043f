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
from handbook.publishing.dump import dump
from handbook.reading.folder import Places

_SOURCES = Path(__file__).parent.parent.parent
_FEW = 3
"""So few files are made here and now; a process of its own would only cost time."""

_running: list[subprocess.Popen[bytes]] = []


class PdfBuilder:
    """Makes the edition's files, or finds them made."""

    def __init__(self, book: Handbook, cache: Cache) -> None:
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


def book_files(
    book: Handbook,
    cache: Cache,
    places: Mapping[tuple[str, str], Places],
    root: Path | None = None,
    *,
    wait_for_book: bool = True,
) -> tuple[dict[str, tuple[str, bytes]], list[Finding], str]:
    """(site path → title and bytes, findings, a sentence when this machine cannot typeset).

    With the project's `root`, other processes may help to fill the cache.
    """
    pdfs = PdfBuilder(book, cache)
    made: dict[str, tuple[str, bytes]] = {}
    if root is not None and cache.folder is not None and len(pdfs.waiting()) > _FEW:
        _fill(root, pdfs.waiting(), wait_for_book=wait_for_book)
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
    return made, sorted(set(findings)), pdfs.missing


def _fill(root: Path, files: Sequence[EditionFile], *, wait_for_book: bool) -> None:
    """Two processes, since the book takes as long as all its parts together.

    What goes wrong in them is found again here, where it can be told.
    """
    _running[:] = [process for process in _running if process.poll() is None]
    if _running and not wait_for_book:
        return
    paths = [file.path for file in files]
    for part in (paths[:1], paths[1:]):
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
    if wait_for_book:
        for process in _running:
            process.wait()


def _latest(file: EditionFile) -> str:
    return key_of("edition-latest", file.path)
