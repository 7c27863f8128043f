"""The schema files beside the content: made on each machine, never a part of the project."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from handbook.editing.files import write_whole
from handbook.editing.schema import IDS, of_ids, of_types, unknown_ids
from handbook.editing.shapes import SCHEMA_FOLDER
from handbook.kept import Cache
from handbook.model.handbook import Handbook
from handbook.reading.folder import read_handbook


def refresh_schemas(root: Path) -> list[str]:
    """As `write_schemas`, for the content as it is in the files now."""
    return write_schemas(root, read_handbook(root).handbook)


def write_schemas(root: Path, book: Handbook | None, cache: Cache | None = None) -> list[str]:
    """Bring the folder that an editor's program reads up to date; names of those written.

    The ids that were last known stay while the content cannot be read. A folder that cannot be
    written to costs the editor some help and nothing else.
    """
    folder = root / SCHEMA_FOLDER
    of_kinds = (cache or Cache()).from_bytes((b"schemas",), of_types)
    made = {**of_kinds, **(of_ids(book) if book else {})}
    if not (folder / IDS).is_file():
        made = {IDS: unknown_ids(), **made}
    written = []
    with suppress(OSError):
        written += [name for name, content in made.items() if write_whole(folder / name, content)]
    return written
