"""A file as a script beside it: a page opened from disk may not fetch, but may load a script."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from handbook.document.places import as_script, file


def beside(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Site path → bytes of the scripts of all Word files among them."""
    return {
        as_script(file(path)).name: f'handbookBlank("{_text(content)}");\n'.encode()
        for path, content in made.items()
        if path.endswith(".docx")
    }


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
