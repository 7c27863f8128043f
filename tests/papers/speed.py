"""How much a form page loads, and how long its largest papers take on a slow phone.

    PYTHONPATH=hooks:tests python -m papers.speed SITE [SKJ-12 ...]

Three numbers, each with its bound, and exit code 1 when one is over:

* kB of script, packed, that a form page runs before anybody touches it: at most 12;
* seconds from pressing the button to a filled PDF, processor slowed six times: at most 2;
* the longest task while 10 000 emoji are put in, typed after and printed: at most 200 ms.

Times are those the page's own thread worked, so that a busy machine does not count; for the PDF
times six, with the clock's beside them.
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
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from papers.every_word import FILL, LIMIT, SCRIPTS, filling
from project import chromium_program
from waking import awake

LARGEST = ("SKJ-12", "SKJ-26", "SKJ-31")
SLOWED = 6
MOST_BYTES, MOST_SECONDS, MOST_DEAF_MS = 12_000, 2.0, 200


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


def deaf_ms(browser: Browser, site: Path, form: str = "SKJ-13", box: str = "goal") -> float:
    """The longest single task, in work, while 10 000 emoji are put in, typed after and printed."""
    page = _opened(browser, site, form)
    page.focus(f"[name={box}]")
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace.json"
        browser.start_tracing(page=page, path=trace, categories=["toplevel"])
        page.evaluate(f"document.execCommand('insertText', false, '{'👩🏽‍🏭' * 10_000}')")
        for key in "abcd":
            page.keyboard.press(key)
            page.wait_for_timeout(400)
        for kind in ("docx", "pdf", "json"):
            with page.expect_download(timeout=120_000):
                page.click(f"[data-form-end] [data-action={kind}]")
        browser.stop_tracing()
        events = json.loads(trace.read_text("utf-8"))["traceEvents"]
    page.context.close()
    return max(_works(events)) / 1000


def _works(events: list[dict[str, Any]]) -> Iterator[float]:
    """Microseconds that the page's own thread worked in each of its tasks."""
    named = (one for one in events if one.get("name") == "thread_name")
    threads = {(e["pid"], e["tid"]) for e in named if e["args"]["name"] == "CrRendererMain"}
    for one in events:
        if one["name"].endswith("RunTask") and (one["pid"], one["tid"]) in threads:
            yield float(one.get("tdur", 0))


def _opened(browser: Browser, site: Path, form: str) -> Page:
    context = browser.new_context(accept_downloads=True)
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
    longest = deaf_ms(browser, site)
    yield f"deaf at most     {longest:6.0f} ms of work (10 000 emoji)", longest <= MOST_DEAF_MS


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
