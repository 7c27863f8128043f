"""Pictures for the README and the editors' guide, taken of the real site: `make pictures`.

python tests/pictures.py SITE
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from browser.serving import serve
from project import ROOT, chromium_program

README, GUIDE = "docs/bilder", "docs/redaksjon/bilder"
_COLOURS = 64
"""Enough for text and flat colours; keeps a picture under 50 kB."""


@dataclass(frozen=True)
class Picture:
    """One picture: of a page, or of a piece of it when `of` names one."""

    file: str
    address: str
    width: int = 1000
    height: int = 900
    of: str = ""


PICTURES = (
    Picture(f"{README}/forside.png", "index.html", 1280, 800),
    Picture(f"{README}/modell.png", "modeller/ia-vikar/index.html"),
    Picture(f"{README}/steg.png", "modeller/ia-vikar/steg-laer-sammen.html"),
    Picture(f"{README}/skjema.png", "skjema/SKJ-09.html", 390, 800),
    Picture(f"{GUIDE}/kildefil.png", "modeller/ia-vikar/steg-laer-sammen.html", 900,
            of=".page-foot"),
    Picture(f"{GUIDE}/melding.png", "redaksjon/meldinger.html", 900, of="#y02 + .code-entry"),
    Picture(f"{GUIDE}/steg.png", "modeller/ia-vikar/steg-laer-sammen.html", 900, 560),
)  # fmt: skip


def take(page: Page, base: str, picture: Picture) -> bytes:
    """One picture as a small PNG."""
    page.set_viewport_size({"width": picture.width, "height": picture.height})
    page.goto(base + picture.address)
    page.evaluate("document.fonts.ready")
    shot = page.locator(picture.of).first.screenshot() if picture.of else page.screenshot()
    return small_png(shot)


def small_png(shot: bytes) -> bytes:
    """A screenshot in the few colours its text needs."""
    out = io.BytesIO()
    small = Image.open(io.BytesIO(shot)).convert("RGB").quantize(_COLOURS)
    small.save(out, "PNG", optimize=True)
    return out.getvalue()


def main(site: Path) -> None:
    """Take them all."""
    with serve(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_program(), args=["--no-sandbox"]
        )
        page = browser.new_page(color_scheme="light", reduced_motion="reduce", locale="nb-NO")
        for picture in PICTURES:
            content = take(page, base, picture)
            target = ROOT / picture.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            size = Image.open(target).size
            print(f"{picture.file}: {size[0]} × {size[1]}, {len(content) / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
