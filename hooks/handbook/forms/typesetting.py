"""Typst, held in one hand: one compiler with our fonts and nothing from the machine or the net."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from handbook.fonts import FONTS
from handbook.forms.problem import FormNotLaidOut, TypesettingMissing

try:
    import typst
except ImportError:  # no wheel for Windows on ARM, or one that cannot be loaded
    typst = None  # type: ignore[assignment]  # a module or nothing

_TEMPLATE = Path(__file__).parent / "form.typ"
_STANDARDS = ["ua-1", "a-2a"]
_PANIC = re.compile(r"panicked with: ([a-z0-9_]+): (.*)", re.DOTALL)
"""form.typ stops with `field_id: reason` when a question is higher than the page."""


def typeset_form(values: str, *, day: dt.date, tight: bool = False) -> bytes:
    """A tagged PDF of form.typ filled with JSON values; each answer's place is a `felt:` link.

    With `tight` there is a little less air.

    Raises FormNotLaidOut on any error or warning of Typst, TypesettingMissing without Typst.
    """
    if typst is None:
        raise TypesettingMissing("Typst finnes ikke for denne datamaskinen; PDF kan ikke lages her")
    midnight = int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())
    try:
        pdf, warnings = _compiler().compile_with_warnings(
            _template(),
            sys_inputs={"form": values, "tight": "ja" if tight else ""},
            pdf_standards=_STANDARDS,
            timestamp=midnight,
            format="pdf",
        )
    except typst.TypstError as error:
        raise _explained(error) from None
    if warnings:
        raise FormNotLaidOut("", f"Typst advarer: {warnings[0].message}")
    assert isinstance(pdf, bytes)
    return pdf


@lru_cache(maxsize=1)
def _compiler() -> Any:
    """Made once: reading fonts takes longer than setting a form."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


@lru_cache(maxsize=1)
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


def _explained(error: Any) -> FormNotLaidOut:
    stopped = _PANIC.search(error.message)
    if stopped:
        return FormNotLaidOut(stopped[1], stopped[2])
    return FormNotLaidOut("", f"Typst kan ikke sette skjemaet: {error.message}")
