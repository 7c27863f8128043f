"""What the machine refused, as a sentence for whoever ran the command."""

from __future__ import annotations

import errno

_SAID = {
    errno.ENOSPC: "Disken er full",
    errno.EDQUOT: "Du har ikke mer plass på disken",
    errno.EFBIG: "Disken tar ikke så store filer",
    errno.EACCES: "Du har ikke lov til å lese eller skrive der",
    errno.EPERM: "Du har ikke lov til å lese eller skrive der",
    errno.EROFS: "Disken kan bare leses",
    errno.ENOENT: "Fila eller mappa finnes ikke",
    errno.ENOTDIR: "Det ligger en fil der mappa skulle vært",
    errno.EEXIST: "Det ligger noe der fra før",
    errno.EISDIR: "Det ligger en mappe der fila skulle vært",
    errno.EBUSY: "Et annet program bruker mappa, eller den er koblet til som egen disk",
    errno.EXDEV: "Mappa ligger på en annen disk",
    errno.ENAMETOOLONG: "Navnet er for langt for disken",
    errno.EIO: "Disken svarer ikke som den skal",
    errno.EMFILE: "For mange filer er åpne samtidig",
}


def told(error: OSError) -> str:
    """What happened and with which file, without the words of the machine where we have better."""
    said = _SAID.get(error.errno or 0) or f"Maskinen sier «{error.strerror or error}»"
    return f"{said}: {error.filename}." if error.filename else f"{said}."
