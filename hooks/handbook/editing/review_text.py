"""A review as text for a terminal, Markdown for a pull request, or JSON for a tool."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from handbook.editing.inert_markdown import inert
from handbook.editing.review import Review
from handbook.findings import Finding

_SHOWN = 30


def as_text(review: Review) -> str:
    """Headings in capitals, one sentence a line."""
    lines = [_summary(review)]
    for heading, sentences in _parts(review):
        lines += ["", heading.upper(), *(f"  – {line}" for line in _cut(sentences))]
    return "\n".join(lines)


def as_markdown(review: Review) -> str:
    """A comment for a pull request."""
    lines = ["## Hva skjer hvis dette tas inn?", "", _summary(review)]
    for heading, sentences in _parts(review):
        lines += ["", f"### {heading}", "", *(f"- {inert(line)}" for line in _cut(sentences))]
    return "\n".join(lines)


def as_json(review: Review) -> str:
    """Everything, nothing cut."""
    said = asdict(review)
    for name in ("broken", "warnings"):
        said[name] = [
            {"place": str(f.place), "code": f.code, "problem": f.problem, "fix": f.fix}
            for f in getattr(review, name)
        ]
    said["roles"] = dict(review.roles)
    return json.dumps(said, ensure_ascii=False, indent=2)


FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


def _summary(review: Review) -> str:
    if not review.changes and not review.broken and not review.warnings:
        return "Ingen endring i innholdet." + (
            " Bare ordlyd eller oppsett er rettet." if review.pages_changed else ""
        )
    count = len(review.changes)
    words = [
        _count(count, "endring", "endringer") + " i innholdet",
        _count(len(review.broken), "ny feil", "nye feil") if review.broken else "ingen nye feil",
    ]
    if review.mended:
        words.append(_count(review.mended, "melding er borte", "meldinger er borte"))
    return ", ".join(words) + "."


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _parts(review: Review) -> Iterator[tuple[str, list[str]]]:
    pages = [f"Ny: {page}" for page in review.pages_new]
    pages += [f"Borte: {page}" for page in review.pages_gone]
    pages += [f"Endret: {page}" for page in review.pages_changed]
    if not review.pages_known:
        pages = ["Sidene kan ikke lages før feilene er rettet, så vi vet ikke hvilke som endres."]
    parts = (
        ("Dette forslaget endrer kode", _code(review.code)),
        ("Dette blir annerledes", [change.sentence for change in review.changes]),
        ("Dette må gjøres", list(review.to_do)),
        ("Nye feil", [_finding(f) for f in review.broken]),
        ("Nye advarsler", [_finding(f) for f in review.warnings]),
        ("Nye hull", list(review.gaps)),
        ("Hvem merker det", [f"{role}: {_count(n, 'endring', 'endringer')}"
                             for role, n in review.roles]),
        ("Lesbarhet", list(review.readability)),
        ("Fakta som ingen viser til lenger", list(review.uncited)),
        (f"Sider ({len(pages)})", pages),
    )  # fmt: skip
    yield from ((heading, sentences) for heading, sentences in parts if sentences)


def _code(files: tuple[str, ...]) -> list[str]:
    """Code runs where it is built and read, so somebody who knows it must look at it."""
    if not files:
        return []
    return ["Noen som kjenner koden, må se på disse filene før forslaget tas inn.", *files]


def _finding(finding: Finding) -> str:
    fix = f" Slik retter du det: {finding.fix.rstrip('.')}." if finding.fix else ""
    return f"{finding.place}: {finding.code} {finding.problem}.{fix}"


def _cut(sentences: list[str]) -> list[str]:
    if len(sentences) <= _SHOWN:
        return sentences
    return [*sentences[:_SHOWN], f"… og {len(sentences) - _SHOWN} til"]
