"""Pages that people write in docs/, as far as the search needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

_HEADER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_LINE = re.compile(r"^(title|description): *(.+)$", re.MULTILINE)
_LEFT_OUT = frozenset({"decisions"})


@dataclass(frozen=True)
class HandWritten:
    """One Markdown file; its path is the address without ending."""

    path: str
    title: str
    description: str
    markdown: str
    section: None = None
    kind: str = "text"


def hand_written(docs: FilePath) -> Iterator[HandWritten]:
    """Every page under docs/ that is part of the site and says its title, in sorted order."""
    for file in sorted(docs.rglob("*.md")):
        where = file.relative_to(docs)
        text = file.read_text(encoding="utf-8")
        header = _HEADER.match(text)
        if where.parts[0] in _LEFT_OUT or header is None:
            continue
        said = {name: value.strip("\"' ") for name, value in _LINE.findall(header[1])}
        if "title" in said:
            yield HandWritten(
                where.with_suffix("").as_posix(),
                said["title"],
                said.get("description", ""),
                text[header.end() :],
            )
