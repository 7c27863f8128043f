"""To verify a model: an act of its own, written into the file without touching anything else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from handbook.editing.canonical import written
from handbook.editing.files import write_whole
from handbook.editing.one_line import with_field
from handbook.findings import Finding
from handbook.reading.yaml_source import read_yaml

_LATER = ("review_by", "changes")
"""Fields that come after the two in the order of the type."""


class NoSuchModelError(Exception):
    """There is no model by that id; the message lists those there are."""


def verify(root: Path, model: str, *, by: str, today: dt.date) -> tuple[Finding, ...]:
    """Set `last_verified` and `verified_by` of a model. Returns what kept it from being done.

    Raises NoSuchModelError.
    """
    file = root / "model" / model / "model.yml"
    if not file.is_file():
        known = sorted(f.parent.name for f in (root / "model").glob("*/model.yml"))
        raise NoSuchModelError(", ".join(known))
    data = file.read_bytes()
    document = read_yaml(data, file.relative_to(root).as_posix())
    if document.value is None:
        return tuple(document.findings)
    text = data.decode("utf-8-sig")
    text = with_field(text, "last_verified", today.isoformat(), before=("verified_by", *_LATER))
    text = with_field(text, "verified_by", written(by, str), before=_LATER)
    write_whole(file, text.encode())
    return ()
