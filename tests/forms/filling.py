"""Fills a PDF in the way Chrome and Edge do: clicks and key strokes in PDFium."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator, Mapping
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


def filled(file: bytes, answers: Mapping[str, str | bool | int]) -> bytes:
    """Type a string, tick with True, choose in a list by number; radio names are `field/number`."""
    document = pypdfium2.PdfDocument(file)
    document.init_forms()
    left = dict(answers)
    for at in range(len(document)):
        page = document[at]
        for name, kind, middle, control in list(_widgets(page, document.formenv)):
            key = f"{name}/{control}" if kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON else name
            if key in left:
                _answer(page, document.formenv, middle, left.pop(key))
    assert not left, f"not found: {sorted(left)}"
    pdfium.FORM_ForceToKillFocus(document.formenv)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def _widgets(page: Any, environment: Any) -> Iterator[tuple[str, int, tuple[float, float], int]]:
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
            box = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(annotation, box)
            yield (
                _name(environment, annotation),
                pdfium.FPDFAnnot_GetFormFieldType(environment, annotation),
                ((box.left + box.right) / 2, (box.top + box.bottom) / 2),
                pdfium.FPDFAnnot_GetFormControlIndex(environment, annotation),
            )
        pdfium.FPDFPage_CloseAnnot(annotation)


def _name(environment: Any, annotation: Any) -> str:
    size = pdfium.FPDFAnnot_GetFormFieldName(environment, annotation, None, 0)
    letters = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFAnnot_GetFormFieldName(environment, annotation, letters, size)
    return bytes(letters).decode("utf-16-le").rstrip("\0")


def _answer(page: Any, environment: Any, at: tuple[float, float], value: str | bool | int) -> None:
    pdfium.FORM_OnMouseMove(environment, page, 0, *at)
    pdfium.FORM_OnLButtonDown(environment, page, 0, *at)
    pdfium.FORM_OnLButtonUp(environment, page, 0, *at)
    if isinstance(value, str):
        words = (value + "\0").encode("utf-16-le")
        letters = (ctypes.c_ushort * (len(words) // 2)).from_buffer_copy(words)
        pdfium.FORM_ReplaceSelection(environment, page, letters)
    elif not isinstance(value, bool):
        pdfium.FORM_SetIndexSelected(environment, page, value, True)
    pdfium.FORM_ForceToKillFocus(environment)
