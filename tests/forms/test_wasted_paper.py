"""No page of a blank form is a quarter empty, but the last one."""

from __future__ import annotations

import pypdfium2

from handbook.build import Build

_INK = 200
"""Of 255: what is lighter is no ink."""
_SIDE, _TOP, _FOOT = 50, 45, 64
"""Points at the sides and the top, and at the bottom where the foot of the page stands."""


def empty_shares(pdf: bytes) -> list[float]:
    """How much of each page but the last is empty below what stands lowest on it."""
    document = pypdfium2.PdfDocument(pdf)
    return [_empty(document[at]) for at in range(len(document) - 1)]


def _empty(page: pypdfium2.PdfPage) -> float:
    picture = page.render(scale=1).to_pil().convert("L")
    room = picture.crop((_SIDE, _TOP, picture.width - _SIDE, picture.height - _FOOT))
    inked = room.point(lambda dot: 255 if dot < _INK else 0).getbbox()
    return 1 - (inked[3] if inked else 0) / room.height


def test_sheets_are_used(real: Build) -> None:
    pdfs = {
        name: data
        for name, data in real.files.items()
        if name.startswith("skjema/filer/SKJ-") and name.endswith(".pdf") and "eksempel" not in name
    }
    assert len(pdfs) >= 38
    wasted = {
        name: shares for name, data in pdfs.items() if max(shares := empty_shares(data)) > 0.25
    }
    assert wasted == {}
