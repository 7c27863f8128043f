"""The project as it was at an earlier point in Git, read without touching the working copy."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoSuchBaseError(Exception):
    """Git does not know the point, or the folder is no Git repository; the message is Git's."""


@contextmanager
def tree_at(root: Path, revision: str) -> Iterator[Path]:
    """The content folders at a revision, in a folder that is gone afterwards.

    Git only reads: `git archive` writes no index and no work tree.
    Raises NoSuchBaseError.
    """
    with tempfile.TemporaryDirectory(prefix="handbook-") as name:
        base = Path(name)
        with tarfile.open(fileobj=io.BytesIO(_archive(root, revision))) as archive:
            _unpack(archive, base)
        yield base


def _unpack(archive: tarfile.TarFile, base: Path) -> None:
    """All of it, with the filter where Python has one: 3.11.0 to 3.11.3 (Debian 12) do not."""
    if hasattr(tarfile, "data_filter"):
        archive.extractall(base, filter="data")
    else:
        archive.extractall(base)  # the archive is Git's own, of a repository we already trust


def _archive(root: Path, revision: str) -> bytes:
    if revision.startswith("-"):
        raise NoSuchBaseError(f"{revision} er ikke et punkt i historikken")
    by_hand = _git(root, "ls-tree", "-d", "--name-only", revision, "--", "docs").decode().split()
    return _git(root, "archive", "--format=tar", revision, "--", "model", "forms", *by_hand)


def _git(root: Path, *arguments: str) -> bytes:
    try:
        run = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise NoSuchBaseError("git er ikke installert") from None
    if run.returncode:
        raise NoSuchBaseError(run.stderr.decode("utf-8", "replace").strip())
    return run.stdout
