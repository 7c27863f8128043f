"""How good the handbook is, as a page; composed after all pages that may cite a finding."""

from __future__ import annotations

from collections.abc import Collection

from handbook.document.inline import Code, Ref, Words
from handbook.document.places import CODES, page
from handbook.findings import Finding, Severity
from handbook.pages.context import Context, compose
from handbook.pages.page import Page
from handbook.sections.quality import quality_section, warnings_section


def quality_page(context: Context, cited: Collection[str]) -> Page:
    """The account of the whole, and what the check warned of; `cited` as in the section."""
    warnings = [one for one in context.findings if one.severity is Severity.WARNING]
    return compose(
        quality_section(context.linker, cited),
        kind="quality",
        description="Hva som er fylt ut, hva som mangler, og hva utsagnene bygger på.",
        below=(warnings_section(tuple(map(_line, warnings))),),
    )


def _line(warning: Finding) -> Words:
    code = Ref(page(CODES, warning.code.lower()), warning.code)
    return Code(str(warning.place)), " ", code, f" {warning.problem}"
