"""What a proposal changes beside the content: code and set-ups, which other people must look at."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from handbook.reading.docs_folder import is_content

_READ = ("git", "--no-optional-locks", "-C")


def beside_content(root: Path, revision: str) -> tuple[str, ...]:
    """Files that differ from a revision and are no content, in sorted order; Git only reads."""
    changed = {
        *_names(root, "diff", "--name-only", "--relative", "-z", "--no-renames", revision, "--"),
        *_names(root, "ls-files", "--others", "--exclude-standard", "-z"),
    }
    return tuple(sorted(name for name in changed if not is_content(name)))


def _names(root: Path, *command: str) -> Iterator[str]:
    run = subprocess.run([*_READ, str(root), *command], capture_output=True, check=False)
    for name in run.stdout.split(b"\0"):
        if name:
            yield name.decode("utf-8", "backslashreplace")
