"""A file as a script beside it: a page opened from disk may not fetch, but may load a script.

All Word files carry the same letters, and those are large: they lie once, in a script of their own.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from handbook.document.places import WORD_LETTERS, as_script, file

_LETTERS = "word/fonts/"
"""Where a Word file has the letters it carries."""


def beside(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Site path → bytes of the scripts of all Word files among them, and of what they share."""
    papers = {path: content for path, content in made.items() if path.endswith(".docx")}
    scripts = {
        as_script(
            file(path)
        ).name: f'handbookBlank("{_text(_without_letters(content))}");\n'.encode()
        for path, content in papers.items()
    }
    letters = {name: _text(part) for paper in papers.values() for name, part in _letters(paper)}
    shared = f"handbookWordLetters({json.dumps(letters, sort_keys=True)});\n".encode()
    return scripts | ({WORD_LETTERS: shared} if letters else {})


def _letters(paper: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(paper)) as packed:
        for name in _named(packed.namelist(), letters=True):
            yield name, packed.read(name)


def _without_letters(paper: bytes) -> bytes:
    """The same file with all but the letters; the same paper, the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(paper)) as packed, zipfile.ZipFile(out, "w") as left:
        for name in _named(packed.namelist(), letters=False):
            left.writestr(packed.getinfo(name), packed.read(name))
    return out.getvalue()


def _named(names: Iterable[str], *, letters: bool) -> Iterator[str]:
    return (name for name in names if name.startswith(_LETTERS) is letters)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
