"""Drawings that stand beside words: pictograms to participants, faces of a scale, and scenes.

Pictograms and faces are outlines on a grid of 24, each in a file. The pictograms are those of
Tabler Icons 3.52.0 (MIT), a little thinner; the text of the licence lies with other vendored parts.
The faces are our own, so that a paper made in the browser can draw them: one path of M, L and C.
Scenes are our own too, 480 by 300: people in flat scenery, in colours that the page names.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_FILES = Path(__file__).parent
_FJORD, _INK = "#0e4f56", "#1c2b2d"
"""Colours on paper, where nothing is inherited."""
_ON_PAPER = {
    "ink": _INK, "white": "#ffffff", "fjord": _FJORD, "mid": "#9cc3c4", "sun": "#f2b84b",
    "berry": "#c4617a", "sand": "#f1ede4", "sky": "#dcebec",
}  # fmt: skip
"""The colours of scenes, which base.css names for the web."""


@lru_cache(maxsize=100)
def drawing(name: str) -> str:
    """The whole drawing, in the colour of the text around it."""
    return (_FILES / f"{name}.svg").read_text(encoding="utf-8").replace("\n", "")


def unheard(name: str) -> str:
    """The drawing for a page, passed over by whoever listens."""
    return drawing(name).replace("<svg ", '<svg aria-hidden="true" ', 1)


def tile(name: str | None) -> str:
    """The drawing on its ground; nothing where there is none."""
    return f'<span class="pict">{unheard(name)}</span>' if name else ""


def inked(name: str | None) -> dict[str, str]:
    """What a node of a printed page has more, where it has a pictogram."""
    return {"pict": drawing(name).replace("currentColor", _FJORD)} if name else {}


def face_on_paper(face: str | None) -> str:
    """A face for the typesetter; empty where there is none."""
    return drawing(f"face-{face}").replace("currentColor", _INK) if face else ""


def face_on_page(face: str | None) -> str:
    """A face for a page; empty where there is none."""
    return unheard(f"face-{face}").replace("<svg ", '<svg class="face" ', 1) if face else ""


def face_path(face: str) -> str:
    """The strokes of a face: `M x y`, `L x y` and `C …` in places on the grid."""
    return "".join(re.findall(r' d="([^"]*)"', drawing(f"face-{face}")))


def face_picture(face: str) -> bytes:
    """A face as PNG, for Word, which shows no other kind everywhere."""
    return (_FILES / f"face-{face}.png").read_bytes()


@lru_cache(maxsize=100)
def is_drawn(scene: str) -> bool:
    """Whether there is a scene of this name."""
    return (_FILES / f"scene-{scene}.svg").exists()


def scene_on_page(scene: str) -> str:
    """A scene in the colours of the page around it; empty where there is none."""
    return drawing(f"scene-{scene}") if is_drawn(scene) else ""


def scene_on_paper(scene: str) -> str:
    """A scene in colours of its own; empty where there is none."""
    return re.sub(r"var\(--scene-(\w+)\)", lambda one: _ON_PAPER[one[1]], scene_on_page(scene))
