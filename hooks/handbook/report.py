"""Findings → lines for a person, JSON for a tool, annotations for a code host; and an exit code."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from handbook.findings import Finding, Severity


def as_text(findings: Sequence[Finding]) -> str:
    """One finding in up to three lines, sorted by place; then how many there were."""
    lines = []
    for finding in sorted(findings):
        weight = "" if finding.severity is Severity.ERROR else "advarsel: "
        lines.append(f"{finding.place}: {finding.code} {weight}{finding.problem}")
        if finding.found:
            lines.append(f"    {finding.found}")
        if finding.fix:
            lines.append(f"    slik retter du det: {finding.fix}")
    lines.append(summary(findings))
    return "\n".join(lines)


def summary(findings: Sequence[Finding]) -> str:
    """`2 feil, 1 advarsel` or that all is well."""
    if not findings:
        return "Ingen feil og ingen advarsler."
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    return f"{errors} feil, {warnings} {'advarsel' if warnings == 1 else 'advarsler'}."


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects with file, line, column, code, severity, problem, found and fix."""
    rows = [
        {
            "file": f.place.file,
            "line": f.place.line,
            "column": f.place.column,
            "code": f.code,
            "severity": f.severity.name.lower(),
            "problem": f.problem,
            "found": f.found,
            "fix": f.fix,
        }
        for f in sorted(findings)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands that put each finding at its line in a pull request."""
    return "\n".join(_annotation(finding) for finding in sorted(findings))


def as_gitlab(findings: Sequence[Finding]) -> str:
    """A Code Quality report, which GitLab shows at the lines of a merge request."""
    rows = [
        {
            "description": f"{f.code} {_sentence(f)}",
            "check_name": f.code,
            "fingerprint": sha256(repr(f).encode()).hexdigest(),
            "severity": "major" if f.severity is Severity.ERROR else "minor",
            "location": {"path": f.place.file, "lines": {"begin": f.place.line}},
        }
        for f in sorted(findings)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _sentence(finding: Finding) -> str:
    parts = [finding.problem, finding.found, finding.fix and f"Slik retter du det: {finding.fix}"]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _annotation(finding: Finding) -> str:
    level = "error" if finding.severity is Severity.ERROR else "warning"
    parts = [finding.problem, finding.found, finding.fix and f"Slik retter du det: {finding.fix}"]
    message = _escaped("\n".join(part for part in parts if part))
    place = finding.place
    file = _escaped(place.file).replace(",", "%2C").replace(":", "%3A")
    return (
        f"::{level} file={file},line={place.line},col={place.column},"
        f"title={finding.code}::{message}"
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def exit_code(findings: Sequence[Finding]) -> int:
    """1 when something must be mended before the site can be built, else 0."""
    return int(any(finding.severity is Severity.ERROR for finding in findings))


FORMATS = {"text": as_text, "json": as_json, "github": as_github, "gitlab": as_gitlab}
"""What a report may look like."""
