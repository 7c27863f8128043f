"""An edition, frozen: what was published, so that the next edition can be held against it.

`model/releases/<edition>.json` has what must never be lost – ids, titles, versions, the fields of
the forms and the addresses. Beside it, `<edition>.nouns.json` keeps every noun of the edition.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from handbook.model.form import Field, Form
from handbook.model.handbook import Handbook
from handbook.model.noun import Noun
from handbook.model.published import Published

FOLDER = "model/releases"
Noted = dict[str, str]


@dataclass(frozen=True)
class FrozenForm:
    """A form as it was published."""

    title: str
    version: str
    fields: str
    """Fingerprint of the fields' ids, kinds and answers, in order."""


@dataclass(frozen=True)
class FrozenModel:
    """A model as it was published."""

    title: str
    version: str
    content: str
    """Fingerprint of all it says."""
    steps: Noted
    """Step id → title."""
    accountable: Noted
    """Step id → the role that answers for it."""
    phases: tuple[str, ...] = ()
    """Their titles in order, which stand in the names of files."""


ENTRY_KINDS = ("role", "term", "theme", "source", "rule", "instrument", "routine", "finding")
"""Kinds of which only id and title are kept; editions before there were rules have none."""


@dataclass(frozen=True)
class Release:
    """One edition, as it was published."""

    edition: str
    date: dt.date
    models: dict[str, FrozenModel]
    forms: dict[str, FrozenForm]
    entries: dict[str, Noted]
    """`role`, `term`, `theme`, `source`, `rule` and `finding` → id → title."""
    addresses: Noted
    """Address of a page → the digest of what it says; empty in editions before digests."""


def freeze(book: Handbook, pages: Noted) -> Release:
    """The handbook as the edition it is now; `pages` are the addresses with their digests."""
    return Release(
        edition=book.edition.edition,
        date=book.edition.date,
        models={
            m.id: FrozenModel(
                m.title,
                m.version,
                fingerprint(m),
                {s.id: s.title for s in m.steps},
                {s.id: s.responsibility.accountable for s in m.steps},
                tuple(phase.title for phase in m.phases),
            )
            for m in book.models
        },
        forms={f.id: FrozenForm(f.title, f.version, fields_of(f)) for f in book.forms},
        entries={
            "role": {r.id: r.title for r in book.roles},
            "term": {t.id: t.term for t in book.terms},
            "theme": {t.id: t.title for t in book.themes},
            "source": {s.id: s.title for s in book.sources},
            "rule": {r.id: r.title for r in book.rules},
            "instrument": {i.id: i.title for i in book.instruments},
            "routine": {r.id: r.title for r in book.routines},
            "finding": {n: source.id for n, (source, _) in sorted(book.finding_by_id.items())},
        },
        addresses=dict(sorted(pages.items())),
    )


def fingerprint(noun: Noun) -> str:
    """Equal when the nouns say the same, whatever the files look like.

    The notes of upkeep are left out: to verify a model or to tell of a change is no change.
    """
    left_out = {"version", "valid_from", "last_verified", "verified_by", "review_by", "changes",
                "former_ids"}  # fmt: skip
    said = noun.model_dump(mode="json", exclude=left_out, exclude_defaults=True)
    return _digest(said)


def fields_of(form: Form) -> str:
    """Fingerprint of what the answers are stored under: ids, kinds, answers and columns."""
    return _digest([_field(field) for field in form.fields])


def _field(field: Field) -> list[Any]:
    columns = [[c.id, c.type.value, [o.id for o in c.options]] for c in field.columns]
    return [field.id, field.type.value, [o.id for o in field.options], columns,
            list(field.row_labels)]  # fmt: skip


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def release_bytes(release: Release) -> bytes:
    """The release as JSON, the same bytes every time."""
    said = {
        "edition": release.edition,
        "date": release.date.isoformat(),
        "models": {k: vars(m) for k, m in sorted(release.models.items())},
        "forms": {k: vars(f) for k, f in sorted(release.forms.items())},
        **{kind: dict(sorted(ids.items())) for kind, ids in release.entries.items()},
        "addresses": release.addresses,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def nouns_bytes(book: Handbook) -> bytes:
    """Every noun of the edition as JSON; what is empty is left out."""
    said: dict[str, Any] = {"edition": _dump(book.edition)}
    for kind in ("models", "forms", "roles", "terms", "themes", "sources", "rules", "instruments",
                 "routines", "examples"):  # fmt: skip
        said[kind] = [_dump(noun) for noun in getattr(book, kind)]
    return (json.dumps(said, ensure_ascii=False, indent=0) + "\n").encode()


def _dump(noun: Noun) -> Any:
    return noun.model_dump(mode="json", exclude_defaults=True)


class ReleaseDamagedError(Exception):
    """A release file cannot be read; it is written by a command and never by hand."""


def read_release(data: bytes, name: str) -> Release:
    """The release in a file. Raises ReleaseDamagedError."""
    try:
        said = json.loads(data)
        return Release(
            edition=said["edition"],
            date=dt.date.fromisoformat(said["date"]),
            models={k: _model(m) for k, m in said["models"].items()},
            forms={k: FrozenForm(**f) for k, f in said["forms"].items()},
            entries={k: said.get(k, {}) for k in ENTRY_KINDS},
            addresses=_addresses(said["addresses"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ReleaseDamagedError(name) from error


def _model(said: dict[str, Any]) -> FrozenModel:
    return FrozenModel(**{**said, "phases": tuple(said.get("phases", ()))})


def _addresses(said: Noted | list[str]) -> Noted:
    return dict.fromkeys(said, "") if isinstance(said, list) else dict(said)


def release_file(edition: str) -> str:
    """Where an edition is kept, from the project's root."""
    return f"{FOLDER}/{edition}.json"


def last_release(root: Path) -> Release | None:
    """The newest edition published before; None when there is none. Raises ReleaseDamagedError."""
    return max(_releases(root), key=_age, default=None)


def issued_versions(root: Path) -> dict[str, tuple[str, ...]]:
    """Id of a model or form → its versions in published editions. Raises ReleaseDamagedError."""
    found: dict[str, dict[str, None]] = {}
    for release in _releases(root):
        versions = {name: model.version for name, model in release.models.items()}
        versions |= {name: form.version for name, form in release.forms.items()}
        for name, version in versions.items():
            found.setdefault(name, {})[version] = None
    return {name: tuple(versions) for name, versions in found.items()}


def published(root: Path) -> Published:
    """What editions called all that stands in the names of files. Raises ReleaseDamagedError."""
    releases = sorted(_releases(root), key=_age)
    forms: dict[str, dict[str, None]] = {}
    phases: dict[str, dict[tuple[str, ...], None]] = {}
    for release in releases:
        for name, form in release.forms.items():
            forms.setdefault(name, {})[form.title] = None
        for name, model in release.models.items():
            phases.setdefault(name, {})[model.phases] = None
    return Published([one.edition for one in releases], forms, phases)


def changed_on(
    root: Path, addresses: Iterable[str], digest_of: Callable[[str], str], day: dt.date
) -> dict[str, dt.date]:
    """Address → the day its page came to say what it says now, as far as editions can tell.

    That is the date of the first edition, counted back without a break, in which the page had the
    digest it has now; `day`, the date of the edition at hand, when it is new or changed. A digest
    is asked for only where an edition has one. Raises ReleaseDamagedError.
    """
    found = dict.fromkeys(addresses, day)
    now = cache(digest_of)
    unbroken = set(found)
    for release in sorted(_releases(root), key=_age, reverse=True):
        then = release.addresses
        unbroken = {one for one in unbroken if then.get(one) and then[one] == now(one)}
        found |= dict.fromkeys(unbroken, release.date)
    return found


def _age(release: Release) -> tuple[dt.date, str]:
    return release.date, release.edition


def _releases(root: Path) -> list[Release]:
    files = [f for f in sorted((root / FOLDER).glob("*.json")) if not f.match("*.nouns.json")]
    return [read_release(f.read_bytes(), f.relative_to(root).as_posix()) for f in files]
