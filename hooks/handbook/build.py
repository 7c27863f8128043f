"""The whole way once: folders → handbook → findings → pages and files, without any engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handbook.checks import run_checks
from handbook.codes import CODES
from handbook.findings import Finding, Severity
from handbook.forms.web_form import web_form
from handbook.hosting import hosting_files
from handbook.model.form import Form
from handbook.model.handbook import Handbook
from handbook.model.prose import Prose
from handbook.pages import write_pages
from handbook.pages.form_pages import FormView
from handbook.pages.page import Page
from handbook.reading.folder import read_handbook


@dataclass(frozen=True)
class Build:
    """What one run made. `book` is None and there are no pages when the reading failed."""

    book: Handbook | None
    findings: tuple[Finding, ...]
    pages: tuple[Page, ...]
    files: dict[str, bytes]
    """Site path → bytes of everything that is not a page."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that stop the site."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)


def find(root: Path, today: dt.date) -> tuple[Handbook | None, tuple[Finding, ...]]:
    """Read and check a project; nothing is written."""
    reading = read_handbook(root)
    findings = list(reading.findings)
    if reading.handbook is not None:
        findings += run_checks(reading, today=today)
    return reading.handbook, tuple(sorted(set(findings)))


def build(root: Path, today: dt.date) -> Build:
    """Read, check and, when nothing stops it, write everything in memory."""
    book, findings = find(root, today)
    if book is None or any(f.severity is Severity.ERROR for f in findings):
        return Build(book, findings, (), {})
    pages = tuple(write_pages(book, findings, codes=tuple(CODES.values()), show=_show))
    files = hosting_files(book.edition.site_url)
    return Build(book, findings, pages, files)


def _show(form: Form, html: Callable[[Prose], str]) -> FormView:
    return FormView(web_form(form, html), f"skjema/filer/{form.id}", ())
