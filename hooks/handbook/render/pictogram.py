"""Pictograms as SVG: decoration beside words that say the same.

The files are outlines of Tabler Icons 3.52.0 (MIT), drawn a little thinner; the text of the licence
lies with other vendored parts of the theme.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from handbook.model.pictogram import Pictogram

_FILES = Path(__file__).with_name("pictograms")
_FJORD = "#0e4f56"
"""The colour on paper, where nothing is inherited."""


@lru_cache(maxsize=100)
def drawing(pictogram: Pictogram) -> str:
    """The whole drawing, in the colour of the text around it."""
    return (_FILES / f"{pictogram}.svg").read_text(encoding="utf-8").replace("\n", "")


def tile(pictogram: Pictogram | None) -> str:
    """The drawing on its ground, passed over by whoever listens; nothing where there is none."""
    if pictogram is None:
        return ""
    hidden = drawing(pictogram).replace("<svg ", '<svg aria-hidden="true" ', 1)
    return f'<span class="pict">{hidden}</span>'


def inked(pictogram: Pictogram | None) -> dict[str, str]:
    """What a node of a printed page has more, where it has a pictogram."""
    return {"pict": drawing(pictogram).replace("currentColor", _FJORD)} if pictogram else {}
