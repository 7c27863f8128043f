"""A project read and checked; nothing is written, and no writer is loaded."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from handbook.checks import run_checks
from handbook.collector import collector_off
from handbook.editing.release_rules import release_findings
from handbook.findings import Finding
from handbook.kept import Cache
from handbook.reading.folder import Reading, read_handbook


def find(
    root: Path, today: dt.date, cache: Cache | None = None, *, libyaml: bool = True
) -> tuple[Reading, tuple[Finding, ...]]:
    """Read and check a project; nothing is written."""
    with collector_off():
        cache = cache or Cache()
        reading = read_handbook(root, cache, libyaml=libyaml)
        findings = list(reading.findings)
        findings += run_checks(
            reading, today=today, known=cache.from_bytes if cache.keeps else None
        )
        if reading.handbook is not None:
            findings += release_findings(root, reading)
    return reading, tuple(sorted(set(findings)))
