"""Takes the pictures in «Rediger i nettleseren»: `python -m web_editor.pictures`.

Starts the editor on the working copy, looks, and saves nothing.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys

from playwright.sync_api import Page, sync_playwright

from pictures import small_png
from project import ROOT, chromium_program

PICTURES = ROOT / "docs/redaksjon/bilder"
MODEL, PHASE, STEP = "ia-vikar", "Gjør ordningen klar", "Bli enige med Nav om én kontakt"


def main() -> None:
    command = [sys.executable, "-m", "handbook", "--root", str(ROOT), "editor", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as editor:
        assert editor.stdout is not None
        found = re.search(r"http://\S+/", editor.stdout.readline())
        assert found
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium_program(), args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(
                viewport={"width": 1180, "height": 640}, locale="nb-NO", reduced_motion="reduce"
            )
            page.set_default_timeout(90_000)
            take(page, found[0])
            browser.close()
        editor.terminate()


def take(page: Page, address: str) -> None:
    """The three pictures, in the order of the page."""
    page.goto(address)
    page.get_by_role("button", name="Begynn å redigere").click()
    page.goto(f"{address}#/collections/{MODEL}")
    page.get_by_text("Faser og steg").wait_for()
    shoot(page, "velg")
    page.goto(f"{address}#/collections/{MODEL}/entries/process")
    page.get_by_role("button", name=f"Åpne: {PHASE}").click()
    page.get_by_role("button", name=f"Åpne: {STEP}").click()
    what = page.locator('textarea[id^="what-field"]:visible')
    what.press("Control+End")
    what.press_sequentially(" ")
    what.evaluate("(one) => one.scrollIntoView({block: 'center'})")
    shoot(page, "steg")
    page.get_by_role("button", name="Legg til gjøremål").locator("visible=true").first.click()
    item = page.locator('textarea[id^="text-field"]:visible').last
    item.fill("Spør hva som passer.")
    item.evaluate("(one) => one.scrollIntoView({block: 'center'})")
    page.locator('input[id^="level-field"]:visible').last.fill("")
    page.locator('input[id^="level-field"]:visible').last.press("ArrowDown")
    shoot(page, "liste")


def shoot(page: Page, name: str) -> None:
    page.wait_for_timeout(1500)
    (PICTURES / f"nettredigering-{name}.png").write_bytes(small_png(page.screenshot()))


if __name__ == "__main__":
    main()
