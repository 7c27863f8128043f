"""The whole way once: folders → handbook → findings → pages and files, without any engine."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handbook.cache import Cache
from handbook.checks import run_checks
from handbook.codes import CODES, COMPARED_CODES
from handbook.editing.news import FEED, atom_feed
from handbook.editing.release import issued_versions
from handbook.editing.release_rules import address_findings, release_findings
from handbook.editing.schema import schemas
from handbook.findings import Finding, Severity
from handbook.memory import Memory
from handbook.model.handbook import Handbook
from handbook.pages import write_pages
from handbook.pages.dead_links import dead_links
from handbook.pages.page import Page
from handbook.publishing.files import build_files
from handbook.reading.folder import Reading, read_handbook
from handbook.search.by_hand import hand_written
from handbook.search.index import search_files


@dataclass(frozen=True)
class Build:
    """What one run made. `book` is None and there are no pages when the reading failed."""

    book: Handbook | None
    findings: tuple[Finding, ...]
    pages: tuple[Page, ...]
    files: dict[str, bytes]
    """Site path → bytes of everything that is not a page."""
    missing: str = ""
    """One sentence when some files could not be made on this machine."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that stop the site."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)


def find(
    root: Path, today: dt.date, memory: Memory | None = None, *, libyaml: bool = True
) -> tuple[Reading, tuple[Finding, ...]]:
    """Read and check a project; nothing is written."""
    with _nothing_thrown_away():
        reading = read_handbook(root, memory, libyaml=libyaml)
        findings = list(reading.findings)
        if reading.handbook is not None:
            findings += run_checks(reading, today=today)
            findings += release_findings(root, reading)
    return reading, tuple(sorted(set(findings)))


def build(
    root: Path,
    today: dt.date,
    cache: Cache | None = None,
    *,
    files: bool = True,
    patient: bool = True,
    memory: Memory | None = None,
    libyaml: bool = True,
) -> Build:
    """Read, check and, when nothing stops it, write everything in memory.

    Without `files` only pages are made; forms, book and packages are left out. A build that is not
    `patient` lays out the last book made while the next is on its way. With a `memory`, files that
    are as they were are not read again; `libyaml` is that of `read_yaml`.
    """
    reading, findings = find(root, today, memory, libyaml=libyaml)
    book = reading.handbook
    if book is None or _stopped(findings):
        return Build(book, findings, (), {})
    built = build_files(
        book,
        reading.places,
        cache or Cache(None),
        files=files,
        root=root,
        patient=patient,
        memory=memory,
    )
    findings = tuple(sorted({*findings, *built.findings}))
    if _stopped(findings):
        return Build(book, findings, (), {})
    codes = (*CODES.values(), *COMPARED_CODES.values())
    issued = issued_versions(root)
    pages = tuple(
        write_pages(
            book,
            findings,
            codes=codes,
            downloads=built.downloads,
            issued=issued,
            today=today,
            memory=memory,
        )
    )
    findings = tuple(sorted({*findings, *address_findings(root, [page.url for page in pages])}))
    if _stopped(findings):
        return Build(book, findings, (), {})
    found = search_files(book, (*pages, *hand_written(root / "docs")), memory)
    shapes = {f"data/schemas/{name}": content for name, content in schemas(book).items()}
    made = {FEED: atom_feed(book), **shapes, **built.files, **found}
    dead = tuple(_dead_links(root, reading, pages, made if files else None))
    if dead:
        return Build(book, tuple(sorted({*findings, *dead})), (), {})
    return Build(book, findings, pages, made, built.downloads.missing)


def _dead_links(
    root: Path, reading: Reading, pages: tuple[Page, ...], made: dict[str, bytes] | None
) -> Iterator[Finding]:
    docs = root / "docs"
    beside = {file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file()}
    files = None if made is None else beside | made.keys()
    return dead_links(pages, reading.by_hand, files, lambda name: (root / name).read_text("utf-8"))


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Python looks in vain for garbage while a handbook is read, for a fifth of the time."""
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            gc.enable()


def _stopped(findings: tuple[Finding, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
