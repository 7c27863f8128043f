"""Files that are slow to make, kept by what they are made from.

The folder lies outside what Git tracks and can be deleted at any time. A key names everything a
file depends on – the noun, the edition, the writers and their libraries – so nothing is ever
trusted across versions. A damaged entry is made again.
"""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

Files = dict[str, bytes]

CACHE_FOLDER = Path(".cache") / "handbook"
"""Below the project's folder."""


def key_of(*parts: str) -> str:
    """One key for everything an entry depends on."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part.encode())
    return digest.hexdigest()


class Cache:
    """Entries in a folder; without a folder everything is made each time."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.used: set[str] = set()

    def files(self, key: str, make: Callable[[], Mapping[str, bytes]]) -> Files:
        """The files of an entry, made now if they are not there."""
        if self.folder is None:
            return dict(make())
        self.used.add(key)
        kept = self._read(key)
        if kept is None:
            kept = dict(make())
            self._write(key, kept)
        return kept

    def holds(self, key: str) -> bool:
        """Whether an entry is there; it may still be damaged."""
        return self.folder is not None and (self.folder / f"{key}.zip").is_file()

    def kept(self, key: str) -> Files:
        """The files of an entry, or none."""
        self.used.add(key)
        return (self._read(key) if self.folder is not None else None) or {}

    def keep(self, key: str, files: Files) -> None:
        """Put files under a key that does not follow from them, such as «the last good ones»."""
        if self.folder is not None and self.kept(key) != files:
            self._write(key, files)

    def sweep(self) -> None:
        """Delete entries that this run did not ask for; what another run is writing stays."""
        if self.folder is None or not self.folder.is_dir():
            return
        for file in self.folder.glob("*.zip"):
            if file.stem not in self.used:
                file.unlink(missing_ok=True)

    def _read(self, key: str) -> Files | None:
        assert self.folder is not None
        try:
            with zipfile.ZipFile(self.folder / f"{key}.zip") as entry:
                return {name: entry.read(name) for name in entry.namelist()}
        except (OSError, zipfile.BadZipFile):
            return None

    def _write(self, key: str, files: Files) -> None:
        assert self.folder is not None
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as entry:
            for name, content in files.items():
                entry.writestr(zipfile.ZipInfo(name), content)
        self.folder.mkdir(parents=True, exist_ok=True)
        temporary = self.folder / f"{key}.{os.getpid()}.part"
        temporary.write_bytes(buffer.getvalue())
        temporary.replace(self.folder / f"{key}.zip")
