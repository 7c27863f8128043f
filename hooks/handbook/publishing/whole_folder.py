"""A folder that is whole at every moment: made beside the old one, verified, swapped in by name.

Whoever looks finds the old folder or the new one, even when the run is killed, the disk is full, or
two runs write at once. What a dead run leaves is cleared away by the next.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

_NEW = "ny"
_OLD = "gammel"
_OPEN_TO_READ = 0o755
"""A web server that runs as another user shall read the folder."""
_LONG = 24 * 3600
"""Seconds; on a machine that cannot tell whether a run is alive, it is dead after so long."""


class NotWholeError(Exception):
    """What was written is not what was to be written; the old folder stands."""


def replace_folder(
    target: Path, files: Iterable[tuple[str, bytes]], verify: Callable[[Path], Iterable[str]]
) -> None:
    """Put a folder with these files where `target` is, in one move.

    `verify` gives a sentence for each fault in the new folder before it is shown. Raises
    NotWholeError or OSError, and then nothing has changed.
    """
    target = target.resolve()  # behind a link the folder itself is replaced, and the link stays
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    recover(target)
    with _beside(target) as new:
        write_files(new, files)
        for fault in verify(new):
            raise NotWholeError(fault)
        with _held(target.parent, wait=True):  # one at a time
            _swap(new, target)


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Lay out files, with the folders they need."""
    made: set[Path] = set()
    for name, content in files:
        file = folder / name
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_bytes(content)


def write_changes(
    folder: Path, files: Iterable[tuple[str, bytes]], before: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Make a folder with the files of `before` one with these, and tell what now lies there."""
    now = dict(files)
    write_files(folder, ((name, made) for name, made in now.items() if before.get(name) != made))
    for name in before.keys() - now.keys():
        (folder / name).unlink(missing_ok=True)
    return now


def recover(target: Path) -> None:
    """Clear away what dead runs left; a folder they took away and did not replace is put back."""
    with _held(target.parent, wait=True):
        for kind in (_OLD, _NEW):
            for left in sorted(target.parent.glob(f".{target.name}.{kind}-*")):
                with suppress(OSError), _held(left, wait=False):
                    _clear(left, target)


def _clear(left: Path, target: Path) -> None:
    if f".{_OLD}-" in left.name and not target.exists():
        left.rename(target)
    else:
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A folder of our own in which to write. What is in it at the end, is deleted."""
    with ExitStack() as ours:
        with _held(target.parent, wait=True):  # or another run might take it for a dead one's
            new = Path(tempfile.mkdtemp(prefix=f".{target.name}.{_NEW}-", dir=target.parent))
            ours.callback(shutil.rmtree, new, ignore_errors=True)
            ours.enter_context(_held(new, wait=True))
        new.chmod(_OPEN_TO_READ)
        yield new


@contextmanager
def _held(folder: Path, *, wait: bool) -> Iterator[None]:
    """A folder that no other run touches meanwhile: the lock is gone with the process.

    Raises OSError when another run holds it, and we do not `wait`, or has taken it away.
    """
    if sys.platform == "win32":
        if not wait and time.time() - folder.stat().st_mtime < _LONG:
            raise BlockingIOError(errno.EAGAIN, "may be alive", str(folder))
        yield
        return
    import fcntl  # noqa: PLC0415 - only where it is

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        if not os.path.samestat(os.fstat(handle), folder.stat()):
            raise FileNotFoundError(errno.ENOENT, "taken away", str(folder))
        yield
    finally:
        os.close(handle)


def _swap(new: Path, target: Path) -> None:
    """Give the new folder the target's name; the old folder, if any, goes to the new one's name.

    Where the system can exchange two names, there is no moment without a folder. Elsewhere the
    next run puts the old folder back if this one dies between the two moves.
    """
    if not target.exists():
        try:
            new.rename(target)
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise
        else:
            return
    if _exchange(new, target):
        return
    old = target.parent / f".{target.name}.{_OLD}-{new.name.rpartition('-')[2]}"
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two paths change places in one step; False where the system cannot."""
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
        failed = library.renameat2(here, first, here, second, exchange)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, 2)  # RENAME_SWAP of macOS
    else:
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(other))
