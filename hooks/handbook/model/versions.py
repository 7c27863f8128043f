"""Versions that may stand on paper: which one holds, and what has changed since each older one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.model.form import Change


class PrintedVersion(NamedTuple):
    """One version; `changed` is what has happened since, oldest first, and empty when it holds."""

    number: str
    holds: bool
    changed: tuple[Change, ...]


def printed_versions(
    now: str, changes: Iterable[Change], issued: Iterable[str] = ()
) -> tuple[PrintedVersion, ...]:
    """Every version that is known, newest first; `issued` are those of published editions."""
    told = tuple(changes)
    known = {now, *issued, *(change.version for change in told)}
    older = sorted((one for one in known if _rank(one) < _rank(now)), key=_rank, reverse=True)
    return (
        PrintedVersion(now, True, ()),
        *(PrintedVersion(one, False, _since(one, told)) for one in older),
    )


def _since(version: str, told: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(change for change in told if _rank(change.version) > _rank(version))


def _rank(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
