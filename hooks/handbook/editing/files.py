"""Files written by the commands: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(file: Path, content: bytes) -> bool:
    """Put content in a file in one move; returns False, and touches nothing, when it is there."""
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        part.chmod(file.stat().st_mode if file.exists() else 0o644)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return True
