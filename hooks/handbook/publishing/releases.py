"""Published sites on a server's disk: the last ones are kept, and a name says which is shown.

    /var/www/inkluderingshandboka/
        releases/0007-2026.2/   one whole site each, never changed
        current -> releases/0007-2026.2

The web server shows `current`. It is moved in one step, so a reader meets one site or the other.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from handbook.publishing.manifest import edition_of, faults, sums_of
from handbook.publishing.whole_folder import replace_folder
from handbook.sections.downloads import MANIFEST

CURRENT = "current"
_FOLDER = "releases"
_NAME = re.compile(r"(\d{4,})-[\w.]+")


class NotPublishedError(Exception):
    """Why a site was not published, or no earlier one is there; a sentence."""


def publish(site: Path, home: Path, *, keep: int) -> str:
    """Copy a whole site, show it, and return its name. The `keep` last ones stay.

    Raises NoManifestError, NotPublishedError, NotWholeError or OSError; the site that is shown,
    is the same as before then.
    """
    for fault in faults(site):
        raise NotPublishedError(f"Nettstedet er ikke helt: {fault}")
    names = published(home)
    number = 1 + max((_number(name) for name in names), default=0)
    name = f"{number:04}-{re.sub(r'[^0-9a-zA-Z.]', '_', edition_of(site)) or '0'}"
    replace_folder(home / _FOLDER / name, _files(site), faults)
    _show(home, name)
    for old in [*names, name][:-keep]:
        shutil.rmtree(home / _FOLDER / old, ignore_errors=True)
    return name


def rollback(home: Path) -> str:
    """Show the site before the one that is shown, and return its name.

    Raises NotPublishedError when there is none, or when it is no longer whole.
    """
    before = [name for name in published(home) if _number(name) < _number(shown(home) or "0-0")]
    if not before:
        raise NotPublishedError("Det ligger ikke noe eldre nettsted der.")
    for fault in faults(home / _FOLDER / before[-1]):
        raise NotPublishedError(f"Det eldre nettstedet er ikke helt: {fault}")
    _show(home, before[-1])
    return before[-1]


def published(home: Path) -> list[str]:
    """The names of the sites that are kept, the oldest first."""
    folder = home / _FOLDER
    names = (entry.name for entry in folder.iterdir()) if folder.is_dir() else ()
    return sorted((name for name in names if _NAME.fullmatch(name)), key=_number)


def shown(home: Path) -> str:
    """The name of the site that is shown, or empty."""
    link = home / CURRENT
    return link.readlink().name if link.is_symlink() else ""


def _number(name: str) -> int:
    return int(name.partition("-")[0])


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for name in (*sums_of(site), MANIFEST):
        yield name, (site / name).read_bytes()


def _show(home: Path, name: str) -> None:
    """Let `current` lead to a site; all of it is on the disk before anybody is led there."""
    if hasattr(os, "sync"):
        os.sync()
    link = home / f".{CURRENT}-{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(Path(_FOLDER) / name, target_is_directory=True)
    link.replace(home / CURRENT)
