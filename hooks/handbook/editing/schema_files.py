"""The schema files beside the content, kept in step with it."""

from __future__ import annotations

from pathlib import Path

from handbook.editing.files import write_whole
from handbook.editing.schema import schemas
from handbook.editing.shapes import SCHEMA_FOLDER
from handbook.reading.folder import read_handbook


def refresh_schemas(root: Path, *, write: bool) -> list[str]:
    """Names of the schemas that are behind the content; brought up to date when asked."""
    behind = []
    for name, content in schemas(read_handbook(root).handbook).items():
        file = root / SCHEMA_FOLDER / name
        if not file.is_file() or file.read_bytes() != content:
            behind.append(f"{SCHEMA_FOLDER}/{name}")
            if write:
                write_whole(file, content)
    return behind
