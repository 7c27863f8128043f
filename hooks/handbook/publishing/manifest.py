"""The list of a site's files with a SHA-256 for each: what says that a site is whole, and which."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from handbook.model.handbook import Edition
from handbook.sections.downloads import MANIFEST


class NoManifestError(Exception):
    """The folder holds no site with a list that can be read."""


def with_manifest(
    files: Iterable[tuple[str, bytes]], edition: Edition, commit: str = ""
) -> Iterator[tuple[str, bytes]]:
    """The files as they come, and the list of them at the end. Two of one name are refused.

    `commit` is what the site was built from, as Git says it; empty where nobody has told.
    """
    sums: dict[str, str] = {}
    for name, content in files:
        if name in sums:
            raise ValueError(f"two files are called {name}")
        sums[name] = hashlib.sha256(content).hexdigest()
        yield name, content
    said = {
        "$schema": "schemas/data-manifest.json",
        "edition": edition.edition,
        "date": edition.date.isoformat(),
        **({"commit": commit} if commit else {}),
        "files": dict(sorted(sums.items())),
    }
    yield MANIFEST, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def sums_of(site: Path) -> Mapping[str, str]:
    """Name → SHA-256 of every file that a site should hold. Raises NoManifestError."""
    try:
        said = json.loads((site / MANIFEST).read_bytes())["files"]
        return {str(name): str(digest) for name, digest in said.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise NoManifestError(str(site)) from error


def edition_of(site: Path) -> str:
    """Which edition a site is of, or empty."""
    try:
        return str(json.loads((site / MANIFEST).read_bytes())["edition"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def faults(site: Path) -> Iterator[str]:
    """A sentence for each file that is changed, missing, or not among those that were made.

    Raises NoManifestError.
    """
    expected = sums_of(site)
    found = {path.relative_to(site).as_posix(): path for path in _all_below(site)}
    for name in sorted(expected.keys() | found.keys() - {MANIFEST}):
        if name not in found:
            yield f"{name} mangler."
        elif name not in expected:
            yield f"{name} er ikke laget av bygget."
        elif found[name].is_symlink() or not found[name].is_file():
            yield f"{name} er ikke en vanlig fil."
        elif hashlib.sha256(found[name].read_bytes()).hexdigest() != expected[name]:
            yield f"{name} er endret."


def _all_below(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            yield from _all_below(entry)
        else:
            yield entry
