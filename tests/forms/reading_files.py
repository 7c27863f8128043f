"""Reads the files of a form back with other eyes than those that wrote them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pikepdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_fields(file: bytes) -> dict[str, pikepdf.Object]:
    """Full name → field, for every field that can hold an answer."""
    pdf = pikepdf.open(io.BytesIO(file))
    found = dict(_fields(pdf.Root.AcroForm.Fields, ""))
    _KEPT.append(pdf)
    return found


_KEPT: list[pikepdf.Pdf] = []
"""A field lives no longer than its file."""


def _fields(nodes: Any, prefix: str) -> Iterator[tuple[str, pikepdf.Object]]:
    for node in nodes:
        name = prefix + str(node.T)
        if "/FT" in node:
            yield name, node
        else:
            yield from _fields(node.Kids, name + ".")


def pdf_values(file: bytes) -> dict[str, str]:
    """Full name → value as text, without the slash of a state."""
    return {
        name: str(field.get("/V", "")).removeprefix("/") for name, field in pdf_fields(file).items()
    }


def word_part(file: bytes, name: str) -> ElementTree.Element:
    """One part of a Word or Excel file."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return ElementTree.fromstring(parts.read(name))


def word_controls(file: bytes) -> dict[str, ElementTree.Element]:
    """Tag → properties of every content control."""
    body = word_part(file, "word/document.xml")
    controls = {}
    for properties in body.iter(f"{W}sdtPr"):
        tag = properties.find(f"{W}tag")
        assert tag is not None
        assert tag.get(f"{W}val") not in controls
        controls[str(tag.get(f"{W}val"))] = properties
    return controls


def word_text(file: bytes) -> str:
    """All words of the document, paragraph by paragraph."""
    body = word_part(file, "word/document.xml")
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
    )
