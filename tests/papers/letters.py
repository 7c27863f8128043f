"""The typeface of papers made in the browser, as scripts: files, widths and letters.

The page then needs no font reader. Run `python -m papers.letters` when a font has changed; a
test compares what it would write with what lies in the theme.
"""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

from handbook.fonts import BOLD, PROFILE, REGULAR, REST
from project import ROOT

THEME_FONTS = ROOT / "hooks/theme/assets/fonts"

_RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x259), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x400, 0x52F),
    (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x203A), (0x20A0, 0x20BF), (0x2113, 0x2122),
    (0x2190, 0x2193), (0x2212, 0x2212), (0x25A0, 0x25CF), (0xFFFD, 0xFFFD),
)  # fmt: skip
_LETTERS = frozenset(code for low, high in _RANGES for code in range(low, high + 1))
"""Latin with all its marks, Greek, Cyrillic and common signs."""
_DROPPED = ["GSUB", "GPOS", "GDEF", "STAT", "DSIG"]


def letter_scripts() -> dict[str, str]:
    """File name → script: the house's letters, and those it lacks."""
    house, have = _small(REGULAR, _LETTERS)
    bold, _ = _small(BOLD, _LETTERS)
    rest, _ = _small(REST, (_LETTERS - have) | {0x20})
    profile = base64.b64encode(PROFILE.read_bytes()).decode()
    told = {"regular": house, "bold": bold, "profile": profile}
    return {
        "paper-letters.js": f"globalThis.handbookLetters = {_packed(told)};\n",
        "paper-letters-rest.js": f"globalThis.handbookLetters.rest = {_packed(rest)};\n",
    }


def _packed(value: dict[str, Any]) -> str:
    return json.dumps(value, separators=(",", ":"))


def _small(path: Path, letters: frozenset[int]) -> tuple[dict[str, Any], frozenset[int]]:
    """A font cut down to some letters, described, and the letters it turned out to have."""
    font = TTFont(path, recalcTimestamp=False)
    options = subset.Options(
        hinting=False, layout_features=[], notdef_outline=True, name_IDs=[1, 2, 3, 4, 6],
        glyph_names=False, drop_tables=_DROPPED,
    )  # fmt: skip
    worker = subset.Subsetter(options)
    worker.populate(unicodes=letters)
    worker.subset(font)
    out = io.BytesIO()
    font.save(out)
    cut = TTFont(io.BytesIO(out.getvalue()))
    return _described(cut, out.getvalue()), frozenset(cut.getBestCmap())


def _described(font: Any, file: bytes) -> dict[str, Any]:
    """What a PDF says of a font, in thousandths of its size."""
    unit = 1000 / font["head"].unitsPerEm
    head, line, os2 = font["head"], font["hhea"], font["OS/2"]
    box = (head.xMin, head.yMin, head.xMax, head.yMax)
    return {
        "name": font["name"].getDebugName(6),
        "file": base64.b64encode(file).decode(),
        "widths": [round(font["hmtx"][name][0] * unit) for name in font.getGlyphOrder()],
        "runs": _runs(font),
        "ascent": round(line.ascent * unit),
        "descent": round(line.descent * unit),
        "cap": round(os2.sCapHeight * unit),
        "box": [round(value * unit) for value in box],
        "bold": os2.usWeightClass >= 600,
    }


def _runs(font: Any) -> list[list[int]]:
    """Letters that follow each other, as `[first letter, its glyph, how many]`."""
    glyph = {name: at for at, name in enumerate(font.getGlyphOrder())}
    runs: list[list[int]] = []
    for code, name in sorted(font.getBestCmap().items()):
        if runs and (code - runs[-1][0], glyph[name] - runs[-1][1]) == (runs[-1][2], runs[-1][2]):
            runs[-1][2] += 1
        else:
            runs.append([code, glyph[name], 1])
    return runs


def main() -> None:
    """Write the scripts where the theme keeps them."""
    for name, script in letter_scripts().items():
        (THEME_FONTS / name).write_text(script, encoding="utf-8")


if __name__ == "__main__":
    main()
