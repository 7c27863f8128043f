"""The words behind every mark in one script, which a page asks for when a reader does.

A page names its findings by number and place alone; the words stand on the page of the source, and
here for whoever wants them without leaving the page. A script and no JSON, because a page opened
from a disk may not fetch.
"""

from __future__ import annotations

import json

from handbook.model.handbook import Handbook
from handbook.model.source import Source, SourceFinding
from handbook.norwegian import date_text

QUOTATIONS = "assets/quotations/quotations.js"
"""The file theme.js asks for."""

_CALL = "handbookQuotations"


def quotations_file(book: Handbook) -> bytes:
    """Number → source, day checked, place, quotation, how it was read; "" where there is none."""
    found = {
        finding.id: _row(source, finding) for source in book.sources for finding in source.findings
    }
    return f"{_CALL}({json.dumps(found, ensure_ascii=False, separators=(',', ':'))});\n".encode()


def _row(source: Source, finding: SourceFinding) -> list[str]:
    day = finding.checked or source.checked
    checked = f"Kontrollert {date_text(day)}." if day else ""
    return [source.title, checked, finding.place or "", finding.quote or "", _how(finding)]


def _how(finding: SourceFinding) -> str:
    """Which copy was read, how much to trust it, and why there is no quotation."""
    told = (
        f"Åpen kopi: {finding.open_copy}." if finding.open_copy else "",
        f"{finding.confidence.label}." if finding.confidence else "",
        f"Uten sitat: {finding.no_quote}" if finding.no_quote and not finding.quote else "",
    )
    return " ".join(filter(None, told))
