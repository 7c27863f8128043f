"""How much a form page loads, and how long its largest papers take on a slow phone.

    PYTHONPATH=hooks:tests python -m papers.speed SITE [SKJ-12 ...]

Three numbers, each with its bound, and exit code 1 when one is over:

* kB of script, packed, that a form page runs before anybody touches it: at most 12;
* seconds from pressing the button to a filled PDF, processor slowed six times: at most 2;
* the longest the page is deaf while it takes in and prints 10 000 emoji: at most 200 ms.

Seconds are those the page's own thread worked, times six, so that a busy machine does not count;
the clock's are told beside them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from papers.every_word import FILL, LIMIT, SCRIPTS, filling
from project import chromium_program
from waking import awake

LARGEST = ("SKJ-12", "SKJ-26", "SKJ-31")
SLOWED = 6
TRIES = 5
"""Of what only the clock can tell; a busy machine adds to it, and takes nothing away."""
MOST_BYTES, MOST_SECONDS, MOST_DEAF_MS = 12_000, 2.0, 200
_WATCH = (
    "globalThis.deaf = []; new PerformanceObserver((list) => list.getEntries().forEach((one) => "
    "deaf.push(one.duration))).observe({ entryTypes: ['longtask'] });"
)


def bytes_at_once(site: Path, form: str) -> int:
    """Of all scripts that the page of a form names, packed as a server packs them."""
    page = site / f"skjema/{form}.html"
    named = re.findall(r'<script[^>]* src="([^"]+)"', page.read_text("utf-8"))
    return sum(len(gzip.compress((page.parent / name).read_bytes(), 9)) for name in named)


def pdf_seconds(browser: Browser, site: Path, form: str) -> tuple[float, float]:
    """Work and clock, from the button to the file, in a page where nothing is loaded yet."""
    page = _opened(browser, site, form)
    told = {"round": "long", "words": SCRIPTS, "limit": LIMIT, "fill": FILL, "rows": 0}
    page.evaluate(filling(), told)
    page.wait_for_timeout(1000)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    worked, began = _worked(devtools), time.monotonic()
    with page.expect_download(timeout=120_000):
        page.click("[data-form-end] [data-action=pdf]")
    clock, work = time.monotonic() - began, _worked(devtools) - worked
    page.context.close()
    return work * SLOWED, clock


def _worked(devtools: CDPSession) -> float:
    told = devtools.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in told if one["name"] == "TaskDuration"))


def deaf_ms(browser: Browser, site: Path, form: str = "SKJ-09") -> float:
    """The longest single task while 10 000 emoji are taken in and printed."""
    page = _opened(browser, site, form)
    answers = {"own_assessment": "👩🏽‍🏭" * 10_000}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "svar.json"
        file.write_text(json.dumps({"form": form, "answers": answers}), encoding="utf-8")
        page.evaluate("deaf.length = 0")
        page.set_input_files("[data-import-file]", str(file))
        page.click("dialog >> text=Sett inn")
        with page.expect_download(timeout=120_000):
            page.click("[data-form-end] [data-action=pdf]")
    longest = page.evaluate("Math.max(0, ...deaf)")
    page.context.close()
    return float(longest)


def _opened(browser: Browser, site: Path, form: str) -> Page:
    context = browser.new_context(accept_downloads=True)
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.goto(f"{(site.resolve() / 'skjema' / form).as_uri()}.html")
    return awake(page)


def measured(browser: Browser, site: Path, forms: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Each number in words, and whether it is within its bound."""
    pages = sorted(file.stem for file in (site / "skjema").glob("SKJ-??.html"))
    form, most = max(((one, bytes_at_once(site, one)) for one in pages), key=lambda one: one[1])
    yield (
        f"script at once   {most:6} bytes packed ({form}, most of {len(pages)})",
        most <= MOST_BYTES,
    )
    for form in forms:
        work, clock = pdf_seconds(browser, site, form)
        told = f"filled PDF       {work:6.2f} s slowed {SLOWED} times ({form}; clock {clock:.2f} s)"
        yield told, work <= MOST_SECONDS
    longest = min(deaf_ms(browser, site) for _ in range(TRIES))
    yield (
        f"deaf at most     {longest:6.0f} ms (10 000 emoji, best of {TRIES})",
        longest <= MOST_DEAF_MS,
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("forms", nargs="*", default=LARGEST)
    told = parser.parse_args()
    over = False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_program())
        for line, good in measured(browser, told.site, tuple(told.forms)):
            print(line if good else f"{line}  TOO MUCH")
            over |= not good
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
