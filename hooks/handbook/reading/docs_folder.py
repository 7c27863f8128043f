"""What may lie in `docs/`: pages and pictures, known by name and by content, and nothing else.

Everything in there is published in the place where readers' drafts are kept, so only what has been
looked at comes through. Vector pictures may hold scripts, and are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from handbook.codes import finding
from handbook.findings import Finding, Place

FOR_DEVELOPERS = frozenset({"bilder", "decisions", "development", "hosting"})
"""Folders right under docs/ that are no part of the site."""
PAGE = ".md"
PICTURES: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
}
"""Kind of picture → how such a file begins."""

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")
_TAKEN_BY_WINDOWS = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_LONGEST = 120
"""Letters in a path; with the project's folder before it, Windows has room for 260."""


def is_published(name: str) -> bool:
    """Whether a path under docs/ is for readers; hidden files are those of a machine."""
    parts = PurePosixPath(name).parts
    return parts[0] not in FOR_DEVELOPERS and not any(part.startswith(".") for part in parts)


def is_content(name: str) -> bool:
    """Whether a file of the project holds words or pictures for readers, and nothing that runs."""
    path = PurePosixPath(name)
    if path.parts[0] in ("model", "forms"):
        return path.suffix in (".yml", ".yaml", ".json")  # an edition that was given out is JSON
    return path.parts[0] == "docs" and path.suffix in (PAGE, *PICTURES)


def name_findings(file: str) -> Iterator[Finding]:
    """What is wrong with the path of a file in docs/, told from the project's root."""
    path = PurePosixPath(file)
    if path.suffix not in (PAGE, *PICTURES):
        yield finding(
            "D03", Place(file), f"«{path.name}» er ikke en slags fil som publiseres",
            fix=f"bruk {', '.join((PAGE, *PICTURES))}, eller flytt fila ut av docs/",
        )  # fmt: skip
    elif not all(map(_is_safe, (*path.parent.parts[1:], path.stem))) or len(file) > _LONGEST:
        yield finding(
            "D04", Place(file), f"«{path.name}» er et navn som ikke virker overalt",
            fix="bruk små bokstaver a–z, tall og bindestrek i navn på filer og mapper",
        )  # fmt: skip


def _is_safe(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not _TAKEN_BY_WINDOWS.fullmatch(name)


def picture_findings(file: str, content: bytes) -> Iterator[Finding]:
    """A picture that is something else than its name says."""
    path = PurePosixPath(file)
    ending = path.suffix
    if not content.startswith(PICTURES[ending]):
        yield finding(
            "D03", Place(file), f"innholdet i «{path.name}» er ikke et bilde av slaget {ending}",
            fix="lagre bildet på nytt i et bildeprogram",
        )  # fmt: skip


def taken_findings(files: Iterable[str], made: Iterable[str]) -> Iterator[Finding]:
    """Files in docs/ at an address that the handbook itself makes, or that two of them share."""
    taken = set(made)
    for file in files:
        address = file.removeprefix("docs/")
        address = address.removesuffix(PAGE) + ".html" if address.endswith(PAGE) else address
        if address in taken:
            yield finding(
                "D05", Place(file), f"adressen «{address}» er i bruk fra før",
                fix="gi fila et annet navn; håndboka lager selv det som står der",
            )  # fmt: skip
        taken.add(address)
