"""Typst, and nothing else: a tree and a template become a PDF, the same bytes every time."""

from __future__ import annotations

import calendar
import datetime as dt
import io
import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import pikepdf

from handbook.book.files import MISSING
from handbook.book.links import resolve_links
from handbook.book.refusals import TypesetterMissing
from handbook.fonts import FONTS

try:
    import typst
except ImportError:  # no wheel for Windows on Arm
    typst = None  # type: ignore[assignment]

Standard = Literal["ua-1", "a-2a"]
STANDARDS: list[Standard] = ["ua-1", "a-2a"]
_HERE = Path(__file__).parent
_LEAF = 2 * 64
"""Numbers and parents in each leaf of the parents' tree."""


class NotTypeset(Exception):  # noqa: N818 - says what happened
    """Typst refused the document, or warned; the message is Typst's own."""


def typeset(template: str, data: dict[str, Any], day: dt.date, *, strict: bool = True) -> bytes:
    """Compile one document. Raises NotTypeset on an error, and on a warning.

    `strict` asks for PDF/UA-1 and PDF/A-2a; without, a piece of a document can be tried alone.
    """
    if typst is None:
        raise TypesetterMissing(MISSING)
    files = {**_templates(), "main.typ": _template(template)}
    files["data.json"] = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    noon = calendar.timegm((day.year, day.month, day.day, 12, 0, 0))
    try:
        pdf, warnings = typst.compile_with_warnings(  # type: ignore[call-overload]  # not told of dicts
            files,
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            pdf_standards=STANDARDS if strict else [],
            timestamp=noon,
        )
    except typst.TypstError as error:
        raise NotTypeset(_said(error)) from None
    if warnings:
        raise NotTypeset("; ".join(_said(warning) for warning in warnings))
    return bytes(pdf)


def page_count(pdf: bytes) -> int:
    """How many pages a document has."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def packed(pdf: bytes) -> bytes:
    """The same document in fewer bytes; ids follow from the content."""
    smaller = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(4)  # half the time of 6, two per cent larger
    with pikepdf.open(io.BytesIO(pdf)) as document:
        resolve_links(document)
        _branch_parents(document)
        document.save(
            smaller,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=False,
            deterministic_id=True,
        )
    return smaller.getvalue()


def _branch_parents(document: pikepdf.Pdf) -> None:
    """Give the structure's parents a tree; Typst 0.15 writes one flat list of thousands.

    Readers look a parent up for every piece of text, and some read the whole list each time.
    """
    root = document.Root.get("/StructTreeRoot")
    if root is None or "/Nums" not in root.ParentTree:
        return
    flat = list(root.ParentTree.Nums)
    leaves = [pikepdf.Array(flat[at : at + _LEAF]) for at in range(0, len(flat), _LEAF)]
    root.ParentTree = pikepdf.Dictionary(Kids=pikepdf.Array(
        document.make_indirect(pikepdf.Dictionary(Nums=leaf, Limits=[leaf[0], leaf[-2]]))
        for leaf in leaves
    ))  # fmt: skip


def _said(problem: Any) -> str:
    hints = " ".join(str(hint) for hint in getattr(problem, "hints", None) or ())
    return f"{getattr(problem, 'message', problem)} {hints}".strip()


@lru_cache(maxsize=1)
def _templates() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((_HERE / "templates").glob("*.typ"))}


def _template(name: str) -> bytes:
    return _templates()[f"{name}.typ"]
