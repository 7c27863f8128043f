"""A page that somebody writes in `docs/`, read."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.document.blocks import Section


@dataclass(frozen=True)
class HandWritten:
    """One page; its path is the address without ending, `file` where somebody writes it."""

    path: str
    file: str
    title: str
    kind: str
    description: str
    section: Section
    lines: tuple[str, ...] = ()
    """The file line by line, blank where it shows a sample, code or an address."""
