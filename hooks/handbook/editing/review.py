"""«Hva skjer hvis»: what a change to the content does for those who use the handbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handbook.checks.where import Where
from handbook.editing.differences import Difference, differences
from handbook.editing.release import fields_of
from handbook.findings import Finding, Severity
from handbook.model.coverage import total
from handbook.model.handbook import Handbook
from handbook.model.prose import Prose
from handbook.model.readability import lix

_LIX_STEP = 3.0
"""A smaller difference in LIX over a step or a question is noise."""


@dataclass(frozen=True)
class Side:
    """The handbook before or after: nouns, where they stand, what is said of it, and its pages."""

    book: Handbook
    where: Where
    findings: Sequence[Finding]
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Address → title and text; empty when a fault kept the pages from being made."""


@dataclass(frozen=True)
class Review:
    """What a change does, in sentences; an empty part has nothing to say."""

    changes: tuple[Difference, ...]
    to_do: tuple[str, ...]
    """Versions to raise, change notes to write."""
    gaps: tuple[str, ...]
    broken: tuple[Finding, ...]
    """Faults that were not there before."""
    warnings: tuple[Finding, ...]
    mended: int
    readability: tuple[str, ...]
    uncited: tuple[str, ...]
    roles: tuple[tuple[str, int], ...]
    """Role, and how many of the changes it notices; most first."""
    pages_new: tuple[str, ...]
    pages_changed: tuple[str, ...]
    pages_gone: tuple[str, ...]
    pages_known: bool
    code: tuple[str, ...] = ()
    """Files that are changed and are no content."""


def review(before: Side, after: Side, code: tuple[str, ...] = ()) -> Review:
    """Hold two handbooks against each other; `code` is what is changed beside them."""
    changes = differences(before.book, after.book)
    new, mended = _findings(before.findings, after.findings)
    known = bool(before.pages and after.pages)
    old_pages, new_pages = (before.pages, after.pages) if known else ({}, {})
    return Review(
        changes=changes,
        to_do=tuple(_to_do(before.book, after.book, {(d.kind, d.name) for d in changes})),
        gaps=tuple(_gaps(before.book, after.book)),
        broken=tuple(f for f in new if f.severity is Severity.ERROR),
        warnings=tuple(f for f in new if f.severity is Severity.WARNING),
        mended=mended,
        readability=tuple(_readability(before, after)),
        uncited=tuple(_uncited(before, after)),
        roles=_roles(after.book, before.book, changes),
        pages_new=_titled(new_pages, new_pages.keys() - old_pages.keys()),
        pages_changed=_titled(
            new_pages,
            {p for p in new_pages.keys() & old_pages.keys() if new_pages[p] != old_pages[p]},
        ),
        pages_gone=_titled(old_pages, old_pages.keys() - new_pages.keys()),
        pages_known=known,
        code=code,
    )


def _titled(pages: Mapping[str, tuple[str, str]], paths: set[str]) -> tuple[str, ...]:
    return tuple(f"{pages[path][0]} ({path})" for path in sorted(paths))


def _to_do(old: Handbook, new: Handbook, changed: set[tuple[str, str]]) -> list[str]:
    said = []
    for form in new.forms:
        before = old.form_by_id.get(form.id)
        if before is None or before.version != form.version:
            continue
        used = len(new.steps_by_form.get(form.id, ()))
        times = f"brukes i {used} steg" if used != 1 else "brukes i ett steg"
        if fields_of(before) != fields_of(form):
            said.append(
                f"{form.id} {form.title} {times}, og feltene er endret: hev versjonen fra "
                f"{form.version}, og fortell det under «changes»."
            )
        elif ("form", form.id) in changed and used:
            said.append(
                f"{form.id} {form.title} {times}, og innholdet er endret: vurder å heve versjonen "
                f"fra {form.version}."
            )
    for model in new.models:
        was = old.model_by_id.get(model.id)
        if was and was.version == model.version and ("model", model.id) in changed:
            said.append(
                f"{model.title}: fortell endringen under «changes», og hev versjonen fra "
                f"{model.version} når den skal ut."
            )
    return said


def _gaps(old: Handbook, new: Handbook) -> list[str]:
    said = []
    for model in new.models:
        was, now = old.model_by_id.get(model.id), total(model)
        before = total(was) if was else None
        for one, many, count, earlier in (
            ("felt mangler", "felter mangler", now.missing, before.missing if before else 0),
            ("svar er ukjent", "svar er ukjent", now.unknown, before.unknown if before else 0),
        ):
            if count > earlier:
                more = f"{count - earlier} {one if count - earlier == 1 else many}"
                said.append(f"{model.short_title}: {more}, i tillegg til {earlier} fra før.")
        fresh = [g for g in model.known_gaps if was is None or g not in was.known_gaps]
        said += [f"{model.short_title}: nytt kjent hull – {gap.what.plain}" for gap in fresh]
    return said


def _findings(old: Sequence[Finding], new: Sequence[Finding]) -> tuple[list[Finding], int]:
    """New findings, and how many are gone. A finding whose line has moved is the same one."""
    left = Counter((f.code, f.place.file, f.problem) for f in old)
    fresh = []
    for finding in sorted(new):
        name = (finding.code, finding.place.file, finding.problem)
        if left[name]:
            left[name] -= 1
        else:
            fresh.append(finding)
    return fresh, left.total()


def _readability(before: Side, after: Side) -> list[str]:
    old, new = _texts(before.where), _texts(after.where)
    said = []
    for name, text in new.items():
        if name not in old or old[name] == text:
            continue
        one, two = lix(old[name]), lix(text)
        if abs(two - one) >= _LIX_STEP:
            word = "tyngre" if two > one else "lettere"
            said.append(f"{name[0].upper()}{name[1:]} er blitt {word} å lese: "
                        f"LIX {one:.0f} → {two:.0f}.")  # fmt: skip
    return said


def _texts(where: Where) -> dict[str, str]:
    """The running text of each step, question, role … by what it is called."""
    found: dict[str, list[str]] = {}
    for text in where.texts:
        if isinstance(text.value, Prose):
            found.setdefault(text.name, []).append(text.value.plain)
    return {name: "\n".join(texts) for name, texts in found.items()}


def _uncited(before: Side, after: Side) -> list[str]:
    lost = (before.where.cited - after.where.cited) & after.book.finding_by_id.keys()
    return [
        f"{number}: {after.book.finding_by_id[number][1].statement.plain}"
        for number in sorted(lost, key=_number)
    ]


def _number(finding: str) -> tuple[str, int]:
    letters = finding.rstrip("0123456789")
    return letters, int(finding[len(letters) :])


def _roles(
    new: Handbook, old: Handbook, changes: Sequence[Difference]
) -> tuple[tuple[str, int], ...]:
    counts = Counter(role for change in changes for role in change.roles)
    titles = {**old.role_by_id, **new.role_by_id}
    named = ((titles[r].title if r in titles else r, n) for r, n in counts.items())
    return tuple(sorted(named, key=lambda pair: (-pair[1], pair[0])))
