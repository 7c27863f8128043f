"""What has been made before and would be the same: the one seam for all that is kept.

A cache keeps in two places. Its process, while somebody watches the site and builds again and
again: there a thing is known by the very values it is made from, so nothing is told apart wrongly.
And a folder, for files that are slow to make: there a key names everything a file depends on – the
noun, the edition, the writers and their libraries – so nothing is trusted across versions. The
folder lies outside what Git tracks and can be deleted at any time; a damaged entry is made again.

What is made of nothing but bytes lies on a shelf in the folder, and is handed from one process to
the next of the very same programme.
"""

from __future__ import annotations

import hashlib
import io
import marshal
import os
import pickle
import time
import zipfile
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

from handbook.programme import digest_of, programme

_T = TypeVar("_T")

Files = dict[str, bytes]

CACHE_FOLDER = Path(".cache") / "handbook"
"""Below the project's folder."""


SHELF = "read"
"""Of the entry with what was made from bytes."""
_DIGEST = hashlib.sha256().digest_size
"""An entry begins with so many bytes that vouch for the rest."""
_LONG = 3600
"""Seconds; nothing takes so long to write."""


def key_of(*parts: str) -> str:
    """One key for everything an entry depends on."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part.encode())
    return digest.hexdigest()


class Cache:
    """Things made before. Without a folder no files are kept; `in_process` is for a watched site.

    `Cache()` keeps nothing, and everything is made each time.
    """

    def __init__(self, folder: Path | None = None, *, in_process: bool = False) -> None:
        self.folder = folder
        self.used: set[str] = set()
        self._in_process = in_process
        self._last: dict[Hashable, object] = {}
        self._now: dict[Hashable, object] = {}
        self._shelf: Shelf | None = None
        self._shelf_is_kept = False

    @property
    def keeps(self) -> bool:
        """Whether anything is kept."""
        return self.folder is not None or self._in_process

    def get_or_make(self, name: Hashable, given: object, make: Callable[[], _T]) -> _T:
        """The thing of a name, made anew when what it is made from is not what it was.

        Comparing two values that are mostly the very same objects costs next to nothing. Equal
        values must look the same. A thing is handed out again and again: nobody may change it.
        """
        kept = cast("tuple[object, _T] | None", self._now.get(name) or self._last.get(name))
        if kept is None or kept[0] != given:
            kept = given, make()
        if self._in_process:
            self._now[name] = kept
        return kept[1]

    def next_build(self) -> None:
        """Forget what the build that is done did not ask for."""
        self._last, self._now = self._now, {}
        if self._shelf is not None:
            self._shelf.next_build()
        self.used = set()

    def from_bytes(self, given: Iterable[bytes], make: Callable[[], _T]) -> _T:
        """A thing that follows from these bytes and the programme, and from nothing else.

        Nobody may change it, and it must be one that can be pickled.
        """
        if not self.keeps:
            return make()
        if self._shelf is None:
            self._shelf = Shelf(self.last(SHELF))
        return self._shelf.get_or_make(digest_of(given), make)

    def keep_shelf(self) -> None:
        """Keep what was asked for on the shelf; while somebody watches, as it was at first."""
        if self._shelf is not None and self._shelf.is_new and not self._shelf_is_kept:
            if self.folder is not None:
                self._write(SHELF, self._shelf.as_files())
            self._shelf.is_new = False
            self._shelf_is_kept = self._in_process

    def files(self, key: str, make: Callable[[], Mapping[str, bytes]]) -> Files:
        """The files of an entry in the folder, made now if they are not there."""
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
        return self.folder is not None and self._file(key).is_file()

    def last(self, key: str) -> Files:
        """The files of an entry, or none."""
        self.used.add(key)
        return (self._read(key) if self.folder is not None else None) or {}

    def keep(self, key: str, files: Files) -> None:
        """Put files under a key that does not follow from them, such as «the last good ones»."""
        if self.folder is not None and self.last(key) != files:
            self._write(key, files)

    def sweep(self) -> None:
        """Delete entries that this run did not ask for; what another run is writing stays."""
        if self.folder is None:
            return
        wanted = {self._file(key).name for key in self.used}
        with suppress(OSError):
            for file in self.folder.iterdir():
                if not (_is_written(file) or file.name in wanted):
                    file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / f"{key}.kept"

    def _read(self, key: str) -> Files | None:
        """An entry that is whole to the last bit, or none."""
        try:
            content = self._file(key).read_bytes()
        except OSError:
            return None
        digest, packed = content[:_DIGEST], content[_DIGEST:]
        if hashlib.sha256(packed).digest() != digest:
            return None
        with zipfile.ZipFile(io.BytesIO(packed)) as entry:
            return {name: entry.read(name) for name in entry.namelist()}

    def _write(self, key: str, files: Files) -> None:
        """Keep an entry. A folder that is full, closed or gone costs time and nothing else."""
        assert self.folder is not None
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as entry:
            for name, content in files.items():
                entry.writestr(zipfile.ZipInfo(name), content)
        packed = buffer.getvalue()
        temporary = self.folder / f"{key}.{os.getpid()}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(hashlib.sha256(packed).digest() + packed)
            temporary.replace(self._file(key))
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


class Shelf:
    """Things by the bytes they are made from, each ready to be unpickled when it is asked for."""

    def __init__(self, files: Files) -> None:
        self._programme = programme()
        same = files.get("programme") == self._programme
        self._before: dict[bytes, bytes] = marshal.loads(files["things"]) if same else {}
        self._asked: dict[bytes, bytes] = {}
        self.is_new = False
        """Whether something was made that was not there before."""

    def get_or_make(self, key: bytes, make: Callable[[], _T]) -> _T:
        """The thing of a key, made now if it is not there."""
        packed = self._asked.get(key) or self._before.get(key)
        if packed is not None:
            self._asked[key] = packed
            return cast("_T", pickle.loads(packed))
        made = make()
        self._asked[key] = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        self.is_new = True
        return made

    def next_build(self) -> None:
        """Forget what the build that is done did not ask for."""
        self._before, self._asked = self._asked, {}

    def as_files(self) -> Files:
        """What was asked for, to be kept."""
        return {"programme": self._programme, "things": marshal.dumps(self._asked)}


def _is_written(file: Path) -> bool:
    """Whether a run may be writing it still; one that began long ago is dead."""
    return file.suffix == ".part" and time.time() - file.stat().st_mtime < _LONG
