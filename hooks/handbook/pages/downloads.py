"""What readers can take away, as the pages show it; who makes it is not the pages' business."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.document.blocks import File


@dataclass(frozen=True)
class Downloads:
    """Files by site path. With none, pages show none."""

    files: Mapping[str, File] = field(default_factory=dict)
    missing: str = ""
    """One sentence for the reader when some files could not be made on this machine."""
    later: frozenset[str] = frozenset()
    """Paths of packages for one later phase of a model; the page of its forms tells of them."""

    def under(self, folder: str) -> tuple[File, ...]:
        """Files in a folder, in the order they were made."""
        return tuple(f for path, f in self.files.items() if path.startswith(f"{folder}/"))

    def whole_models(self, folder: str) -> tuple[File, ...]:
        """Packages of a folder that are not for one later phase."""
        return tuple(f for f in self.under(folder) if f.place.name not in self.later)

    def named(self, folder: str, stem: str) -> tuple[File, ...]:
        """Files in a folder that belong to one id: `ia-vikar.zip`, `ia-vikar-startpakke.zip`."""
        return tuple(
            file
            for file in self.under(folder)
            if (name := file.place.name.rpartition("/")[2]).partition(".")[0] == stem
            or name.startswith(f"{stem}-")
        )
