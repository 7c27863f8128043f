"""An address as a QR code, for readers with a phone in one hand and paper in the other."""

from __future__ import annotations

import io
from functools import lru_cache

import segno


@lru_cache(maxsize=200)  # a form and its example have the same
def quick_code(address: str) -> str:
    """The code as SVG; the same address gives the same drawing."""
    drawing = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(drawing, kind="svg", xmldecl=False, border=0, dark="#1c2b2d", light=None)
    return drawing.getvalue().decode("utf-8")
