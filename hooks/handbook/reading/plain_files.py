"""The one door for files: a plain file inside the project, reached over no link, of bounded size.

What lies behind a link is not ours: another's secrets, or a device that never ends. So nothing is
opened before it is known what it is, and no more is read than may be kept.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

MAX_BYTES = 4_000_000


class NotPlainError(Exception):
    """What stands there is a link, or no file at all; `path` is the link itself."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(str(path))
        self.path = path
        self.what = what


class TooBigError(Exception):
    """The file has `size` bytes, more than may be read."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def plain_bytes(file: Path, root: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file below `root`. Raises NotPlainError, TooBigError or OSError."""
    refuse_links(file, root)
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    with open(file, "rb", opener=lambda name, _: os.open(name, flags | _STEADY)) as stream:
        about = os.fstat(stream.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise NotPlainError(file, "ikke en vanlig fil")
        content = b"" if about.st_size > limit else stream.read(limit + 1)
    if about.st_size > limit or len(content) > limit:
        raise TooBigError(max(about.st_size, len(content)))
    return content


def files_below(folder: Path, root: Path) -> Iterator[Path]:
    """Every file and link below a folder, in sorted order; no link is followed.

    Raises NotPlainError when the folder itself is a link, and OSError when one cannot be opened.
    """
    if not os.path.lexists(folder):
        return
    refuse_links(folder, root)
    for entry in sorted(folder.iterdir()):
        if _is_link(entry) or not entry.is_dir():
            yield entry
        else:
            yield from files_below(entry, root)


_STEADY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
"""A pipe that nobody writes to is not waited for, and a link put there just now not followed."""


def refuse_links(file: Path, root: Path) -> None:
    """Raise NotPlainError when the way from `root` to a file goes over a link."""
    way = root
    for part in file.relative_to(root).parts:
        way /= part
        if _is_link(way):
            raise NotPlainError(way, "en lenke til et annet sted")


def _is_link(path: Path) -> bool:
    """Whether a path leads elsewhere; on Windows a folder may do so without being a link."""
    try:
        about = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(about.st_mode) or bool(getattr(about, "st_reparse_tag", 0))
