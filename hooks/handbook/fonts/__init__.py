"""The project's own typeface, as files; only those who set letters load what reads them."""

from __future__ import annotations

from pathlib import Path

FAMILY = "Atkinson Hyperlegible Next"
FONTS = Path(__file__).parent
REGULAR = FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"
BOLD = FONTS / "AtkinsonHyperlegibleNext-Bold.ttf"
REST = FONTS / "NotoSans-Rest.ttf"
"""Letters the house's typeface lacks: Greek, Cyrillic, Vietnamese and the rest of Latin."""
PROFILE = FONTS / "srgb.icc"
"""What the colours of a page mean."""
