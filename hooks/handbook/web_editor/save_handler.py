"""The working copy seen from the web editor: what it may read, and how a save reaches a file.

Answers the requests of Decap's proxy protocol. A save is written in canonical form, whole or not at
all, and only to content files.
"""

from __future__ import annotations

import errno
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handbook.editing.canonical import NotCanonicalError, formatted
from handbook.editing.files import write_whole
from handbook.editing.schema_files import refresh_schemas
from handbook.editing.shapes import content_files, kind_of
from handbook.findings import Finding
from handbook.reading.plain_files import NotPlainError, TooBigError, plain_bytes, refuse_links


class RefusedError(Exception):
    """The request cannot be met; the text is shown to the editor."""


@dataclass
class SaveHandler:
    """One tab: remembers what the editor has been shown, so that nothing is written over."""

    root: Path
    shown: dict[str, bytes] = field(default_factory=dict)

    def answer(self, action: str, params: dict[str, Any]) -> Any:
        """The answer to one request, ready for JSON. Raises RefusedError."""
        quiet: dict[str, Any] = {
            "info": {"repo": self.root.resolve().name, "publish_modes": ["simple"],
                     "type": "local_fs"},
            "getMedia": [], "getDeployPreview": None, "unpublishedEntries": [],
            "getNotes": {"notes": []}, "getPRMetadata": {"metadata": None},
        }  # fmt: skip
        if action in quiet:
            return quiet[action]
        if action == "entriesByFolder":
            return [self.read(name) for name in self.names_in(str(params.get("folder")))]
        if action == "entriesByFiles":
            return [self.read(one["path"], one.get("label")) for one in params.get("files", [])]
        if action == "getEntry":
            self.shown.pop(str(params.get("path")), None)
            return self.read(str(params.get("path")))
        if action == "persistEntry":
            return self.save(params)
        raise RefusedError("Dette kan ikke gjøres i nettredigeringen.")

    def names_in(self, folder: str) -> list[str]:
        """The content files that stand in a folder."""
        return [name for name in content_files(self.root) if name.rpartition("/")[0] == folder]

    def read(self, name: str, label: str | None = None) -> dict[str, Any]:
        """One file as the editor wants it."""
        data = self.on_disk(name)
        if data is None:
            raise RefusedError(f"Finner ikke {name}.")
        self.shown.setdefault(name, data)
        told = {"path": name, "label": label, "id": hashlib.sha256(data).hexdigest()}
        return {"data": data.decode("utf-8-sig", errors="replace"), "file": told}

    def on_disk(self, name: str) -> bytes | None:
        """What a content file holds now; None when it is not there."""
        if kind_of(name) is None or ".." in name.split("/"):
            raise RefusedError(f"{name} hører ikke til innholdet i håndboka.")
        file = self.root / name
        try:
            refuse_links(file, self.root)
            return plain_bytes(file, self.root) if file.is_file() else None
        except (NotPlainError, TooBigError, OSError):
            raise RefusedError(f"{name} er ikke en vanlig fil som kan leses.") from None

    def save(self, params: dict[str, Any]) -> dict[str, Any]:
        """Write the files of one save. All are read before any is written."""
        files = params.get("dataFiles") or [params.get("entry") or {}]
        if params.get("assets") or any(one.get("newPath") for one in files):
            raise RefusedError("Bilder og nye filnavn kan ikke lagres i nettredigeringen.")
        texts = {one["path"]: self.checked(one["path"], one["raw"]) for one in files}
        for name, text in texts.items():
            try:
                write_whole(self.root / name, text)
            except OSError as error:
                why = _WHY.get(error.errno or 0, "maskinen lar oss ikke skrive der")
                raise RefusedError(
                    f"{name} kunne ikke skrives: {why}. Ta vare på teksten din."
                ) from None
            self.shown[name] = text
        refresh_schemas(self.root)
        return {"message": "entry persisted"}

    def checked(self, name: str, raw: str) -> bytes:
        """What a save may write to a file."""
        before = self.on_disk(name)
        if before is not None and before != self.shown.get(name):
            raise RefusedError(
                f"{name} er endret et annet sted siden du åpnet siden. Ta vare på teksten din, "
                "last siden på nytt, og gjør endringen om igjen."
            )
        try:
            made = formatted(raw.encode(), name)
        except NotCanonicalError:
            raise RefusedError(
                f"{name} kan ikke skrives uten å endre innholdet. Si fra til utviklerne."
            ) from None
        if made.text is None:
            raise RefusedError(" ".join(_told(one) for one in made.findings[:3]))
        return made.text.encode()


_WHY = {
    errno.ENOSPC: "disken er full",
    errno.EACCES: "fila eller mappa er skrivebeskyttet",
    errno.EROFS: "disken er skrivebeskyttet",
}


def _told(finding: Finding) -> str:
    said = f"{finding.problem}: {finding.found}" if finding.found else finding.problem
    return f"{said}. {finding.fix}." if finding.fix else f"{said}."
