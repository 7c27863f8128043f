"""A file as a script beside it: a page opened from disk may not fetch, but may load a script.

All Word files carry the same letters, and those are large: they lie once, in a script of their own.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from handbook.document.places import WORD_LETTERS, as_script, file
from handbook.kept import Cache

_LETTERS = "word/fonts/"
"""Where a Word file has the letters it carries."""


def beside(made: Mapping[str, bytes], cache: Cache | None = None) -> dict[str, bytes]:
    """Site path → bytes of the scripts of all Word files among them, and of what they share."""
    kept = cache or Cache()
    scripts: dict[str, bytes] = {}
    letters: dict[str, bytes] = {}
    for path, paper in made.items():
        if path.endswith(".docx"):
            name = as_script(file(path)).name
            script, own = kept.get_or_make(name, paper, partial(_parted, paper))
            scripts[name] = script
            letters |= own
    told = {name: _text(part) for name, part in letters.items()}
    shared = f"handbookWordLetters({json.dumps(told, sort_keys=True)});\n".encode()
    return scripts | ({WORD_LETTERS: shared} if letters else {})


def _parted(paper: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The script of a paper, and the letters that are not in it."""
    script = f'handbookBlank("{_text(_without_letters(paper))}");\n'
    return script.encode(), dict(_letters(paper))


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
